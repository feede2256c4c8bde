"""What people know of the accessibility of a site: the format of accessibility.yaml.

Every text is plain, in both languages, and stands among the project's texts: parity is checked, and what was
accepted is remembered, as in a publication.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from cyhoeddi.values import Bilingual, Day, Email, Number, Part, Telephone
from cyhoeddi.words.statement import criteria

FILE = "accessibility.yaml"
NAME = "accessibility"
"""The name of the page, as that of a pair of hand-written files."""


def _criterion(value: object) -> object:
    if isinstance(value, str) and value not in criteria():
        raise ValueError("criterion")
    return value


CriterionNumber = Annotated[str, BeforeValidator(_criterion), WithJsonSchema({"enum": sorted(criteria())})]


class HandCheck(StrEnum):
    """A check that no tool makes; guides/en/checking.md says how."""

    KEYBOARD = "keyboard"
    SCREEN_READER = "screen-reader"
    WELSH_VOICE = "welsh-voice"
    ZOOM = "zoom"
    PDF = "pdf"
    PRINT = "print"
    PLAIN_LANGUAGE = "plain-language"


OF_WCAG = (HandCheck.KEYBOARD, HandCheck.SCREEN_READER, HandCheck.WELSH_VOICE, HandCheck.ZOOM, HandCheck.PDF)
"""Those without which nobody can say that a site is fully compliant."""


class HandResult(StrEnum):
    """What came of a check by hand."""

    PASSED = "passed"
    PROBLEMS = "problems"


class Remark(Part):
    """A sentence or two."""

    note: Bilingual
    """A sentence or two, in both languages."""


class Issue(Remark):
    """Content that is known not to be accessible."""

    criterion: CriterionNumber
    """The success criterion of WCAG that it does not meet, such as 1.4.3."""
    since: Day
    """The day on which it was found, as 2026-11-21."""
    until: Day | None = None
    """The day by which it is to be put right."""


class Burden(Remark):
    """Content that it would be a disproportionate burden to make accessible."""

    criterion: CriterionNumber | None = None
    """The success criterion of WCAG that it does not meet, such as 1.4.3."""


class StatementContact(Part):
    """Whom readers can ask who cannot use a page; at least one of the two."""

    email: Email | None = None
    """An e-mail address."""
    telephone: Telephone | None = None
    """A telephone number, in quotes."""
    note: Bilingual | None = None
    """Other ways, such as by post or with a sign language interpreter, as a sentence or two."""


class SignedCheck(Part):
    """A check made by a person, and who answers for it."""

    check: HandCheck
    """Which check."""
    name: Bilingual
    """The name or the role of the person."""
    date: Day
    """The day on which it was made, as 2026-11-21."""
    result: HandResult
    """passed, or problems: then write what was found into issues."""
    note: Bilingual | None = None
    """What was used, or what readers should know, as a sentence or two."""


class Facts(Part):
    """The facts of the accessibility statement: accessibility.yaml."""

    name: Bilingual | None = None
    """The body whose statement it is; else the organisation of mkdocs.yml."""
    note: Bilingual | None = None
    """Shown in a box at the top."""
    contact: StatementContact | None = None
    """Whom to ask; else the contact of mkdocs.yml."""
    reply_within: Number
    """In how many working days readers get an answer."""
    prepared: Day
    """The day on which the statement was first prepared, as 2026-11-21."""
    reviewed: Day
    """The day on which somebody last saw that all of this is so, as 2026-11-21; at least once a year."""
    limits: tuple[Remark, ...] = ()
    """What readers should know that is no fault, such as that nobody else has audited the site."""
    issues: tuple[Issue, ...] = ()
    """Content that is not accessible."""
    burdens: tuple[Burden, ...] = ()
    """Content that it would be a disproportionate burden to make accessible, and why."""
    out_of_scope: tuple[Remark, ...] = ()
    """Content to which the regulations do not apply."""
    plans: tuple[Remark, ...] = ()
    """What is being done to improve accessibility."""
    checks: tuple[SignedCheck, ...] = ()
    """The checks that people have made, each once: guides/en/checking.md says how."""
