"""Problems for a person at a terminal, and as the annotations that GitHub shows beside the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cyhoeddi.problems import Level, Problem

_GITHUB_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render_text(problems: Iterable[Problem]) -> str:
    """Give two lines for each problem, in the order of the files, and a line that counts them."""
    ordered = sorted(problems)
    lines = []
    for problem in ordered:
        at = problem.position
        what = f"{problem.level}: {problem.message} ({problem.rule})"
        lines.append(one_line(f"{at.file}:{at.line}:{at.column}: {what}"))
        lines.append(f"    hint: {one_line(problem.hint)}")
    return "\n".join([*lines, _summary(ordered)]) + "\n"


def render_github(problems: Iterable[Problem]) -> str:
    """Give a workflow command for each problem, which GitHub shows beside the line in a pull request."""
    return "".join(f"{_annotation(problem)}\n" for problem in sorted(problems))


def one_line(text: str) -> str:
    """Give *text* without what could break a line or command a terminal: messages quote authors."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def counted(number: int, noun: str) -> str:
    """Give *number* and *noun*, which takes an s in the plural: "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _summary(problems: list[Problem]) -> str:
    if not problems:
        return "No problems found"
    counts = Counter(problem.level for problem in problems)
    levels = ", ".join(counted(counts[level], level) for level in Level if counts[level])
    return f"{levels} in {counted(len({problem.position.file for problem in problems}), 'file')}"


def _annotation(problem: Problem) -> str:
    at = problem.position
    properties = {"file": at.file, "line": str(at.line), "col": str(at.column), "title": problem.rule}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = _data(f"{problem.message}\n{problem.hint}")
    return f"::{_GITHUB_COMMAND[problem.level]} {listed}::{words}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
