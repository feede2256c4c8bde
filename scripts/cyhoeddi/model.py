"""The authored format as types: what a file may say, checked by pydantic and never changed afterwards.

One definition gives three things: the validation of the YAML, the typed values that everything else reads, and
the JSON Schema for editors (`schema`). A field's description is what the editor shows the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from cyhoeddi.language import Language
from cyhoeddi.words.registry import publication_types

LONDON = ZoneInfo("Europe/London")
TITLE_LENGTH = 120
SUMMARY_LENGTH = 300
SECTION_LEVELS = 3


class Status(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


def _day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError("date")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("date") from None
    return value


def _moment(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", value):
            raise ValueError("moment")
        try:
            return datetime.fromisoformat(value).replace(tzinfo=LONDON)
        except ValueError:
            raise ValueError("moment") from None
    return value


def _publication_type(value: object) -> object:
    if isinstance(value, str) and value not in publication_types():
        raise ValueError("type")
    return value


def _one_file_for_both(value: object) -> object:
    return {"en": value, "cy": value} if isinstance(value, str) else value


_FILE = r"^([A-Za-z0-9][A-Za-z0-9._-]*)?$"
_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_EITHER_SIDE = {
    "type": "object",
    "properties": {"en": {"type": "string", "pattern": _FILE}, "cy": {"type": "string", "pattern": _FILE}},
    "additionalProperties": False,
    "minProperties": 1,
}

Day = Annotated[
    date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"}),
]
Identifier = Annotated[str, Field(pattern=_IDENTIFIER, max_length=100)]
_SlugSide = Annotated[str, Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=100)]
_FileSide = Annotated[str, Field(pattern=_FILE)]
TypeKey = Annotated[
    str, BeforeValidator(_publication_type), WithJsonSchema({"enum": sorted(publication_types())})
]


class _Part(BaseModel):
    """A mapping of the format: no unknown keys, frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Bilingual(_Part):
    """One text in both languages; `text[Language.CY]` is the Welsh.

    A missing side is empty here; whether it may be is for `checks.both_languages` to say.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"required": [str(side) for side in Language]}
    )

    en: str = ""
    cy: str = ""

    def __getitem__(self, language: Language) -> str:
        """Give the side of *language*."""
        return self.en if language is Language.EN else self.cy


class Title(Bilingual):
    """A title: up to 120 characters a side."""

    en: Annotated[str, Field(max_length=TITLE_LENGTH)] = ""
    cy: Annotated[str, Field(max_length=TITLE_LENGTH)] = ""


class Summary(Bilingual):
    """One or two sentences: up to 300 characters a side."""

    en: Annotated[str, Field(max_length=SUMMARY_LENGTH)] = ""
    cy: Annotated[str, Field(max_length=SUMMARY_LENGTH)] = ""


class Slug(Bilingual):
    """The last part of an address, in each language: a-z 0-9 -."""

    en: _SlugSide = ""
    cy: _SlugSide = ""


class FileNames(Bilingual):
    """The name of a file in briefings/files/<id>/, for each language."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=lambda s: s.update(_EITHER_SIDE))

    en: _FileSide = ""
    cy: _FileSide = ""


class Section(_Part):
    """A heading with Markdown under it, sub-sections, or both."""

    heading: Bilingual
    """The heading, in both languages."""
    id: Identifier | None = None
    """A stable name for links and translation memory."""
    body: Bilingual | None = None
    """Markdown; may be left out if there are sub-sections."""
    sections: tuple[Section, ...] = ()
    """Sub-sections of the same shape; three levels in all."""


class Attachment(_Part):
    """A further document that readers can download."""

    title: Bilingual
    """What the document is called."""
    file: Annotated[
        FileNames,
        BeforeValidator(
            _one_file_for_both, json_schema_input_type=Annotated[str, Field(pattern=_FILE)] | FileNames
        ),
    ]
    """A file of briefings/files/<id>/: one name for both languages, or one a language."""


class Change(_Part):
    """An entry of the update history."""

    date: Day
    """The day of the change, as 2024-01-31."""
    note: Bilingual
    """What changed, in a sentence."""


class Withdrawal(_Part):
    """Why and when a publication was withdrawn."""

    date: Day
    """The day of the withdrawal, as 2024-01-31."""
    reason: Bilingual
    """Why, in a sentence or two."""
    replaced_by: Identifier | None = None
    """The id of the publication that takes its place."""


class Contact(_Part):
    """Whom readers can ask."""

    name: Bilingual
    """The team's name."""
    email: Annotated[str, Field(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$")] | None = None
    """An e-mail address."""
    telephone: Annotated[str, Field(pattern=r"^\+?[0-9 ()-]+$")] | None = None
    """A telephone number, in quotes."""


class Redirects(_Part):
    """Old addresses that should lead to this publication."""

    en: tuple[Identifier, ...] = ()
    cy: tuple[Identifier, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        """Give the old slugs of *language*."""
        return self.en if language is Language.EN else self.cy


class Exemption(_Part):
    """A third-party text or file that need not be translated."""

    path: str
    """Where it stands, for instance attachments/0/file."""
    reason: Bilingual
    """Why it is not translated."""


class _Published(_Part):
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
