"""The single values of the authored format: days and moments, names, file names, and texts in both languages.

What they refuse is named by one word, which `load` turns into a message for the writer.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from cyhoeddi.language import Language
from cyhoeddi.words.registry import publication_types

LONDON = ZoneInfo("Europe/London")
TITLE_LENGTH = 120
SUMMARY_LENGTH = 300


def read_day(value: object) -> object:
    """Give the day that a text such as 2023-11-14 names; a day as it is."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("no such day") from None
    raise ValueError("date")


def read_moment(value: object) -> object:
    """Give the moment that a text such as 2023-11-14T09:30 names in London; what is no text, as it is."""
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", value):
            raise ValueError("moment")
        try:
            return datetime.fromisoformat(value).replace(tzinfo=LONDON)
        except ValueError:
            raise ValueError("no such moment") from None
    return value


def _publication_type(value: object) -> object:
    if isinstance(value, str) and value not in publication_types():
        raise ValueError("type")
    return value


def read_number(value: object) -> object:
    """Give the number that a text such as 20 writes, from 1 to 1000."""
    if isinstance(value, str) and re.fullmatch("[1-9][0-9]{0,2}|1000", value):
        return int(value)
    raise ValueError("number")


def one_file_for_both(value: object) -> object:
    """Give both sides of a file that is named once."""
    return {"en": value, "cy": value} if isinstance(value, str) else value


FILE_PATTERN = r"^([A-Za-z0-9][A-Za-z0-9._-]*)?$"
_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_FILE_SCHEMA = {
    "type": "object",
    "properties": {side: {"type": "string", "pattern": FILE_PATTERN} for side in ("en", "cy")},
    "additionalProperties": False,
    "minProperties": 1,
}

Day = Annotated[
    date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
Moment = Annotated[
    datetime,
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"}),
]
Number = Annotated[
    int, BeforeValidator(read_number), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 1000})
]
Identifier = Annotated[str, Field(pattern=_IDENTIFIER, max_length=100)]
Email = Annotated[str, Field(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$")]
Telephone = Annotated[str, Field(pattern=r"^[+(]?[0-9][0-9 ()-]*$")]
TypeKey = Annotated[
    str, BeforeValidator(_publication_type), WithJsonSchema({"enum": sorted(publication_types())})
]
_SlugSide = Annotated[str, Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=100)]
_FileSide = Annotated[str, Field(pattern=FILE_PATTERN)]


class Part(BaseModel):
    """A mapping of the format: no unknown keys, frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(Part):
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

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra=lambda schema: schema.update(_FILE_SCHEMA)
    )

    en: _FileSide = ""
    cy: _FileSide = ""
