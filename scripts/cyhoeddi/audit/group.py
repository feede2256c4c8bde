"""Findings with one cause → one fault with its pages, so that a template's mistake is one and not a thousand.

They have one cause if one rule found them in elements of one shape: the same tags and classes, whatever the
element's number, its id, its words and its page. What an author wrote is a cause of its own: what comes from
two places of briefings/ or docs/ is two faults.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Level, Position

Place = Callable[[Finding], Position | None]
"""Tells where in the project stands what a finding is about; None if a template made it."""

_VARYING = re.compile(r":nth-[\w-]+\([^)]*\)|#(?:\\.|[\w-])+|\[[^\]]*\]|\d+")
"""What tells one element of a template from the next: its place among its like, its id, its attributes."""

_OF_THE_PAGE = re.compile(r"\d+(?:[.,]\d+)*|“[^”]*”|\"[^\"]*\"|'[^']*'|/\S*")
"""What a message quotes; the sentence round it is the rule's."""

_LEVELS = tuple(Level)


@dataclass(frozen=True)
class Fault:
    """One thing to mend, wherever it shows."""

    rule: str
    criterion: str
    message: str
    """Of the first of its worst findings, in the order of pages."""
    hint: str
    level: Level
    """That of its worst finding."""
    findings: tuple[Finding, ...]
    """In the order of their pages."""
    position: Position | None = None
    """Where an author wrote it; None if a template made it, or nobody knows."""
    reason: str = ""
    """Why it is known and not mended yet; empty if it is not known."""
    expires: date | None = None
    """The last day on which that holds."""

    @property
    def count(self) -> int:
        """How often it was found: in each element, on each page and in each view."""
        return len(self.findings)

    @property
    def pages(self) -> tuple[str, ...]:
        """The address of each page or file that it is on, once."""
        return tuple(dict.fromkeys(one.address for one in self.findings))


def group(
    findings: Iterable[Finding], place: Place, *, reason: str = "", expires: date | None = None
) -> tuple[Fault, ...]:
    """Give the faults behind *findings*: errors first, then those on most pages, then by their rule."""
    alike: dict[tuple[str, str, Position | None], list[Finding]] = defaultdict(list)
    for one in sorted(set(findings), key=_order):
        position = place(one)
        alike[one.rule, "" if position else shape(one), position].append(one)
    faults = [_fault(ones, key[2], reason, expires) for key, ones in alike.items()]
    return tuple(sorted(faults, key=_weight))


def shape(finding: Finding) -> str:
    """Give what the elements of one template have in common; without an element, the words of the message."""
    opening = LexborHTMLParser(finding.snippet).css_first("body *") if "<" in finding.snippet else None
    element = _compound(opening) if opening else ""
    if "." in element:
        return element
    selector = " ".join(_VARYING.sub("", finding.selector).split()).strip(" >")
    return f"{element} {selector}".strip() or _OF_THE_PAGE.sub("", finding.message)


def _compound(node: LexborNode) -> str:
    return ".".join((node.tag or "", *sorted((node.attributes.get("class") or "").split())))


def _fault(ones: list[Finding], position: Position | None, reason: str, expires: date | None) -> Fault:
    worst = min(ones, key=lambda one: _LEVELS.index(one.level))
    return Fault(
        rule=worst.rule,
        criterion=worst.criterion,
        message=worst.message,
        hint=worst.hint,
        level=worst.level,
        findings=tuple(ones),
        position=position,
        reason=reason,
        expires=expires,
    )


def _weight(fault: Fault) -> tuple[object, ...]:
    return _LEVELS.index(fault.level), -len(fault.pages), fault.rule, _order(fault.findings[0])


def _order(one: Finding) -> tuple[str, ...]:
    return one.address, one.selector, one.view, one.snippet, one.message
