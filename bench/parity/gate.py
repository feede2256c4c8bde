"""The gate's rules on one entry, as an author meets them: written as YAML, read, and checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.parity.entries import Entry
from cyhoeddi.checks import PARITY_RULES, TEXT_RULES, stale
from cyhoeddi.language import Language
from cyhoeddi.memory import Memory, accept_texts, compare, hold
from cyhoeddi.problems import Level, Problem
from cyhoeddi.source import Source, parse_source
from cyhoeddi.texts import Text, walk_texts

_KEYS: Final = {
    "title": "title:",
    "summary": "summary:",
    "heading": "sections:\n- id: one\n  heading:",
    "caption": "sections:\n- id: one\n  body:",
    "body": "sections:\n- id: one\n  body:",
    "attachment": "attachments:\n- title:",
}
"""Where a text of each kind stands in a file."""
_TABLE: Final = "\n\n| 1 | 2 |\n| --- | --- |\n| 3 | 4 |\n"
"""What a caption stands above."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, at a line of one side of its entry."""

    rule: str
    level: Level
    side: Language
    line: int
    message: str


def findings(entry: Entry, accepted: Entry | None = None) -> list[Finding]:
    """What the rules say of *entry*; *accepted* is how it was when both sides were accepted, if they were."""
    source = source_of(entry)
    (text,) = walk_texts(source)
    problems = [*problems_of(text)]
    if accepted is not None:
        memory = accept_texts(compare(hold(source_of(accepted)), Memory()), Memory())
        problems += stale.check(compare(hold(source), memory))
    starts = {side: text.place(side, 0).line for side in Language}
    return [_finding(problem, starts) for problem in problems]


def problems_of(text: Text) -> Iterator[Problem]:
    """What every rule about one text says of *text*, where the project adds no words and no domains."""
    for rule in TEXT_RULES:
        yield from rule.check(text)
    for parity in PARITY_RULES if text.both else ():
        yield from parity.check(text)


def source_of(entry: Entry) -> Source:
    """A file of YAML that holds *entry* alone."""
    sides = "".join(f"    {side}: {_scalar(entry, side)}\n" for side in Language)
    content = f"source_language: {entry.source_language}\n{_KEYS[entry.kind]}\n{sides}"
    source, problems = parse_source(content.encode(), "briefings/entry.yaml")
    if source is None or problems:
        raise ValueError(f"{entry.id} is no YAML: {problems}")
    return source


def _scalar(entry: Entry, side: Language) -> str:
    text = entry.text(side)
    if entry.kind == "caption" and text:
        text = f"Table: {text}{_TABLE}"
    if "\n" not in text:
        return json.dumps(text, ensure_ascii=False)
    # One break ends a body, however many the planter left.
    return "|\n" + "\n".join(f"      {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def _finding(problem: Problem, starts: dict[Language, int]) -> Finding:
    line = problem.position.line
    side = max((side for side in Language if starts[side] <= line), key=starts.__getitem__)
    return Finding(problem.rule, problem.level, side, line - starts[side] + 1, problem.message)
