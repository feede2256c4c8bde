"""Problems that are known already, in a file, so that `check` shows only what is new.

A known problem is one of the same file, rule and message, wherever it has moved. The file is sorted JSON with
one problem a line, so that two branches merge:

    {"known": [
    {"file": "briefings/a.yaml", "rule": "length", "message": "the Welsh is much shorter"},
    {"file": "briefings/b.yaml", "rule": "glossary", "message": "…", "count": 2}
    ]}
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cyhoeddi.problems import Level, Position, Problem

RULE = "baseline"

Baseline = Mapping[tuple[str, str, str], int]
"""How often each problem may occur, by its file, rule and message."""


def baseline_of(problems: Iterable[Problem]) -> Baseline:
    """Give the baseline that knows *problems* and no others."""
    return Counter(map(_key, problems))


def read_baseline(file: Path, name: str) -> tuple[Baseline, tuple[Problem, ...]]:
    """Read the baseline *file*, which problems call *name*; one that cannot be read is a problem itself."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))["known"]
        known = {_entry_key(entry): _count(entry) for entry in entries}
    except OSError as error:
        hint = f"Write it first, with --write-baseline {name}."
        return {}, (_problem(name, f"the file cannot be read: {error.strerror or error}", hint),)
    except (ValueError, TypeError, KeyError, RecursionError):
        hint = f"Write it again, with --write-baseline {name}."
        return {}, (_problem(name, "this is not a file of known problems", hint),)
    return known, ()


def write_baseline(file: Path, known: Baseline) -> None:
    """Write *known* to *file*."""
    lines = ",\n".join(json.dumps(_entry(key, known[key]), ensure_ascii=False) for key in sorted(known))
    # Names of files may hold bytes that are no letters.
    text = f'{{"known": [\n{lines}\n]}}\n'.encode(errors="backslashreplace")
    file.write_bytes(text)


def without_known(problems: Iterable[Problem], known: Baseline, name: str) -> tuple[Problem, ...]:
    """Give *problems* without the *known* ones, and a warning for each known one that occurs no more.

    Of more problems that are alike than are known, the last ones are new.
    """
    left = dict(known)
    new = []
    for problem in sorted(problems):
        if left.get(_key(problem), 0) > 0:
            left[_key(problem)] -= 1
        else:
            new.append(problem)
    return tuple(sorted([*new, *_gone(known, left, name)]))


def _gone(known: Baseline, left: Baseline, name: str) -> Iterator[Problem]:
    hint = f"Good. Write the file again, with --write-baseline {name}."
    for line, key in enumerate(sorted(known), start=2):
        if left[key] > 0:
            file, rule, message = key
            words = f"a known problem no longer occurs: {file}: {message} ({rule})"
            yield _problem(name, words, hint, line, Level.WARNING)


def _problem(name: str, message: str, hint: str, line: int = 1, level: Level = Level.ERROR) -> Problem:
    return Problem(Position(name, line), RULE, message, hint, level)


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.position.file, problem.rule, problem.message


def _entry(key: tuple[str, str, str], count: int) -> dict[str, Any]:
    entry = dict(zip(("file", "rule", "message"), key, strict=True))
    return entry | ({"count": count} if count > 1 else {})


def _entry_key(entry: Any) -> tuple[str, str, str]:
    file, rule, message = entry["file"], entry["rule"], entry["message"]
    if not all(isinstance(part, str) for part in (file, rule, message)):
        raise TypeError
    return file, rule, message


def _count(entry: Any) -> int:
    count = entry.get("count", 1)
    if not isinstance(count, int) or count < 1:
        raise ValueError
    return count
