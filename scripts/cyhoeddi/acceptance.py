"""False alarms that a person has accepted in place, with a reason that stays in the file.

    cy: |   # accept numbers-agree: the Welsh edition of the report counts differently

Such a comment stands on the line of a text's key or of a side, or on lines of its own directly above, and is
about that text. In the front matter of a hand-written page it is about the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.source import Source
from cyhoeddi.texts import Text, walk_texts

RULE = "acceptance"

_WORD = "accept"
_WORDING = re.compile(rf"{_WORD}[ \t]+(?P<rule>[\w-]+)[ \t]*(?P<colon>:?)(?P<reason>.*)")


@dataclass(frozen=True)
class Acceptance:
    """A rule that a text need not follow."""

    position: Position
    """Where the comment stands."""
    rule: str
    reason: str
    files: frozenset[str] = frozenset()
    """The files that it is about."""
    lines: tuple[tuple[int, int], ...] | None = ()
    """The first and last lines of the texts that it is about; None for a whole page."""
    is_due: bool = True
    """Whether the text is complete, so that its problems show."""

    def covers(self, problem: Problem) -> bool:
        """Tell whether it accepts *problem*."""
        at = problem.position
        return (
            problem.rule == self.rule
            and at.file in self.files
            and (self.lines is None or any(first <= at.line <= last for first, last in self.lines))
        )


def acceptances_in(source: Source, rules: Iterable[str]) -> Iterator[Acceptance]:
    """Yield what is accepted in the YAML file *source*, in its order.

    A comment that opens like one but has neither a colon nor the name of one of the *rules* is none.
    """
    read = tuple(_read(source, frozenset(rules)))
    texts = tuple(walk_texts(source)) if read else ()
    for position, rule, reason, line in read:
        about = [text for text in texts if line in _key_lines(text, source)]
        lines = tuple(_extent(text) for text in about)
        is_due = all(text.both for text in about)
        yield Acceptance(position, rule, reason, frozenset({source.file}), lines, is_due)


def acceptances_in_page(page: Page, rules: Iterable[str]) -> Iterator[Acceptance]:
    """Yield what is accepted in the two files of a hand-written *page*; each is about all of it."""
    known = frozenset(rules)
    files = frozenset(page[side].source.file for side in Language)
    for side in Language:
        for position, rule, reason, _ in _read(page[side].source, known):
            yield Acceptance(position, rule, reason, files, None)


def apply_acceptances(
    problems: Iterable[Problem], found: Sequence[Acceptance], rules: Mapping[str, bool]
) -> tuple[Problem, ...]:
    """Give *problems* without those that are accepted, and with those of the acceptances *found* themselves.

    *rules* tells of each rule, by its name, whether it can be accepted.
    """
    valid = [one for one in found if rules.get(one.rule) and one.reason and one.lines != ()]
    used: set[Acceptance] = set()
    left: list[Problem] = []
    for problem in problems:
        accepting = [one for one in valid if one.covers(problem)]
        used.update(accepting)
        if not accepting:
            left.append(problem)
    return (*left, *(problem for one in found if one not in used for problem in _mistake(one, rules)))


def _read(source: Source, known: frozenset[str]) -> Iterator[tuple[Position, str, str, int]]:
    for position, words, line in source.comments(_WORD):
        match = _WORDING.fullmatch(words)
        if match and (match["colon"] or match["rule"] in known):
            yield position, match["rule"], match["reason"].strip() if match["colon"] else "", line


def _key_lines(text: Text, source: Source) -> frozenset[int]:
    """Give the lines on which the keys of a text and of its sides stand."""
    return frozenset(
        source.key_position(path).line
        for path in (text.path, *((*text.path, str(side)) for side in Language))
    )


def _extent(text: Text) -> tuple[int, int]:
    """Give the first and the last line of a text."""
    ends = (text.place(side, max(len(text[side].rstrip()) - 1, 0)) for side in Language)
    return text.place(Language.EN, -1).line, max(end.line for end in ends)


def _mistake(one: Acceptance, rules: Mapping[str, bool]) -> Iterator[Problem]:
    """Yield what is wrong with an acceptance that accepts nothing."""
    if one.rule not in rules:
        close = get_close_matches(one.rule, [name for name in rules if rules[name]], n=1)
        hint = f"Did you mean {close[0]}?" if close else "Take the name from the end of the problem's line."
        yield Problem(one.position, RULE, f'no rule is called "{one.rule}"', hint)
    elif not rules[one.rule]:
        hint = "Mend what it found, and take this comment away."
        yield Problem(one.position, RULE, f"the rule {one.rule} cannot be accepted", hint)
    elif not one.reason:
        hint = f"Write it as # accept {one.rule}: and why this is no mistake."
        yield Problem(one.position, RULE, "what is accepted here has no reason", hint)
    elif one.lines == ():
        hint = "Put the comment on the line of a text's key, or on a line of its own directly above it."
        yield Problem(one.position, RULE, "there is no text where this stands", hint)
    elif one.is_due:
        message = f"the rule {one.rule} finds nothing here that could be accepted"
        yield Problem(one.position, RULE, message, "Take this comment away.", Level.WARNING)
