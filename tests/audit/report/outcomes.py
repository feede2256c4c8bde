"""Outcomes to tell of: one in which there is nothing to say, and one with something of everything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.group import Fault, group
from cyhoeddi.audit.outcome import LeftOut, Outcome
from cyhoeddi.audit.tools import PARTS, VALIDATORS, Tool
from cyhoeddi.problems import Level, Position, Problem

INSTALLED = tuple(Tool(name, "1.2.3") for part in PARTS.values() for name in part)

CONTRAST = tuple(
    Finding(
        rule="axe:color-contrast",
        address=f"/cy/tudalen-{number}/",
        message="Elements must meet minimum color contrast ratio thresholds",
        hint="Make the text darker.",
        criterion="1.4.3",
        selector="main > p:nth-of-type(2)",
        snippet='<p class="card__date">14 Tachwedd 2023 & mwy</p>',
        view="320 px, forced colours",
    )
    for number in range(1, 14)
    for _ in range(2)
)
LANGUAGE = Finding(
    rule="page-language",
    address="/en/about/",
    message="The page does not say which language it is in",
    hint="Write lang on the html element.",
    criterion="3.1.1",
    selector="html",
    snippet="<html>",
)
UNTAGGED = Finding(
    rule="pdf-tagged",
    address="/en/report.pdf",
    message="The document is not tagged",
    hint="Make it again.",
    criterion="1.3.1",
    selector="page 3",
    level=Level.WARNING,
)
INVALID = Finding(
    rule="nu:duplicate-id",
    address="/en/",
    message="Duplicate ID “a”",
    hint="Correct the template.",
    snippet='<p id="a">',
    level=Level.NOTE,
)


def nowhere(_: Finding) -> None:
    """Say that no author wrote it."""


def faults(*findings: Finding) -> tuple[Fault, ...]:
    """Give the faults behind *findings*."""
    return group(findings, nowhere)


def outcome(target: str | Path = "site", **others: object) -> Outcome:
    """Give an outcome without a fault, in which everything was looked at, but for *others*."""
    facts: dict[str, object] = {
        "faults": (),
        "known": (),
        "tools": INSTALLED,
        "views": ("1280 px", "320 px, forced colours"),
        "left_out": (),
    }
    numbers = {"pages_static": 152, "pages_browser": 31, "pdfs": 34}
    return Outcome(target=str(target), date=date(2026, 11, 14), **numbers, **(facts | others))  # type: ignore[arg-type]


def full(target: str | Path = "site") -> Outcome:
    """Give an outcome with faults of each level, known ones, and things left out."""
    pdf = group([UNTAGGED], nowhere, reason="Made again in the spring", expires=date(2027, 1, 31))
    written = group([LANGUAGE], lambda _: Position("briefings/a.yaml", 12, 5))
    return outcome(
        target,
        faults=(*faults(*CONTRAST), *written, *faults(INVALID)),
        known=pdf,
        tools=tuple(Tool(one.name) if one.name == VALIDATORS[-1] else one for one in INSTALLED),
        left_out=(LeftOut("part_static"), LeftOut("of_sample", 121)),
        problems=(
            Problem(
                Position("known-faults.yaml", 3),
                "known-faults",
                "a known fault no longer occurs: reflow",
                "Good. Take this entry away.",
                Level.WARNING,
            ),
        ),
    )
