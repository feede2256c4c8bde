"""The authored format as types: what a file may say, checked by pydantic and never changed afterwards.

One definition gives three things: the validation of the YAML, the typed values that everything else reads,
and the JSON Schema for editors (`schema`). A field's description is what the editor shows the writer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cyhoeddi.language import Language
from cyhoeddi.values import (
    FILE_PATTERN,
    LONDON,
    TITLE_LENGTH,
    Bilingual,
    Day,
    Email,
    FileNames,
    Identifier,
    Moment,
    Part,
    Slug,
    Summary,
    Telephone,
    Title,
    TypeKey,
    one_file_for_both,
    read_moment,
)

# The values that other rooms need with the model, so that they have one place to ask.
__all__ = ["LONDON", "TITLE_LENGTH", "Bilingual", "FileNames", "read_moment"]

SECTION_LEVELS = 3


class Status(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Section(Part):
    """A heading with Markdown under it, sub-sections, or both."""

    heading: Bilingual
    """The heading, in both languages."""
    id: Identifier | None = None
    """A stable name for links and translation memory."""
    body: Bilingual | None = None
    """Markdown; may be left out if there are sub-sections."""
    sections: tuple[Section, ...] = ()
    """Sub-sections of the same shape; three levels in all."""


class Attachment(Part):
    """A further document that readers can download."""

    title: Bilingual
    """What the document is called."""
    file: Annotated[
        FileNames,
        BeforeValidator(
            one_file_for_both, json_schema_input_type=Annotated[str, Field(pattern=FILE_PATTERN)] | FileNames
        ),
    ]
    """A file of briefings/files/<id>/: one name for both languages, or one a language."""


class Change(Part):
    """An entry of the update history."""

    date: Day
    """The day of the change, as 2024-01-31."""
    note: Bilingual
    """What changed, in a sentence."""


class Withdrawal(Part):
    """Why and when a publication was withdrawn."""

    date: Day
    """The day of the withdrawal, as 2024-01-31."""
    reason: Bilingual
    """Why, in a sentence or two."""
    replaced_by: Identifier | None = None
    """The id of the publication that takes its place."""


class Contact(Part):
    """Whom readers can ask."""

    name: Bilingual
    """The team's name."""
    email: Email | None = None
    """An e-mail address."""
    telephone: Telephone | None = None
    """A telephone number, in quotes."""


class Redirects(Part):
    """Old addresses that should lead to this publication."""

    en: tuple[Identifier, ...] = ()
    cy: tuple[Identifier, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        """Give the old slugs of *language*."""
        return self.en if language is Language.EN else self.cy


class Exemption(Part):
    """A third-party text or file that need not be translated."""

    path: str
    """Where it stands, for instance attachments/0/file."""
    reason: Bilingual
    """Why it is not translated."""


class _Published(Part):
    """What a publication, a series and a workstream have in common."""

    title: Title
    """The title: up to 120 characters a side."""
    slug: Slug | None = None
    """The last part of the address; else it is made from the title."""
    publish_at: Moment | None = None
    """The embargo, London time, as 2023-11-14T09:30: public from that minute on."""


class PublicationFile(_Published):
    """One publication: briefings/<id>.yaml."""

    type: TypeKey
    """What kind of publication it is, for instance briefing."""
    series: Identifier | None = None
    """The id of the series it belongs to."""
    workstreams: tuple[Identifier, ...] = ()
    """The ids of workstreams of that series."""
    status: Status = Status.PUBLISHED
    """draft, published or withdrawn."""
    first_published: Day | None = None
    """The day of first publication, as 2023-11-14; needed unless it is a draft."""
    last_updated: Day | None = None
    """The day of the last significant change."""
    summary: Summary
    """One or two sentences, up to 300 characters a side."""
    details: Bilingual | None = None
    """Markdown shown on the landing page."""
    sections: tuple[Section, ...] = ()
    """The document itself; needed unless there is an attachment."""
    attachments: tuple[Attachment, ...] = ()
    """Further documents."""
    changes: tuple[Change, ...] = ()
    """The update history, newest first."""
    withdrawn: Withdrawal | None = None
    """Needed if the status is withdrawn."""
    contact: Contact | None = None
    """Whom to ask; else the site's contact is shown."""
    redirects: Redirects = Redirects()
    """Old addresses that should lead here."""
    source_language: Language = Language.EN
    """The side that was written first."""
    untranslated: tuple[Exemption, ...] = ()
    """Third-party texts and files that need not be translated."""


class WorkstreamPart(_Published):
    """One workstream of a series."""

    id: Identifier
    """Its stable name."""
    status: Literal[Status.DRAFT, Status.PUBLISHED] | None = None
    """draft or published; with this line it is shown even without publications."""
    summary: Summary
    """What it is for, in a line."""
    remit: Bilingual
    """Markdown: what it was asked to do."""


class SeriesFile(_Published):
    """One series, a programme or board: briefings/series/<id>.yaml."""

    status: Literal[Status.DRAFT, Status.PUBLISHED] | None = None
    """draft or published; with this line it is shown even without publications."""
    summary: Summary
    """One or two sentences, up to 300 characters a side."""
    sections: tuple[Section, ...] = ()
    """Background, membership, next steps and so on."""
    workstreams: tuple[WorkstreamPart, ...] = ()
    """Its workstreams."""
    source_language: Language = Language.EN
    """The side that was written first."""


class Publication(PublicationFile):
    """A publication with its id, which is the name of its file."""

    id: str
    file: str
    """Path of its YAML relative to the project folder."""

    @property
    def published_on(self) -> date:
        """The day of first publication; a draft without one sorts as the newest."""
        return self.first_published or date.max

    @property
    def has_document(self) -> bool:
        """Whether there is a document besides the landing page."""
        return bool(self.sections)


class Series(SeriesFile):
    """A series with its id, which is the name of its file."""

    id: str
    file: str
    """Path of its YAML relative to the project folder."""


def is_public(part: PublicationFile | SeriesFile | WorkstreamPart, now: datetime) -> bool:
    """Tell whether *part* may be seen at *now*: not a draft, and its embargo, if any, has ended."""
    return part.status is not Status.DRAFT and (part.publish_at is None or part.publish_at <= now)


def walk_sections(
    sections: tuple[Section, ...], path: tuple[str | int, ...] = ("sections",)
) -> Iterator[tuple[tuple[str | int, ...], Section]]:
    """Yield each section with its path in the file, in reading order."""
    for index, section in enumerate(sections):
        yield (*path, index), section
        yield from walk_sections(section.sections, (*path, index, "sections"))
