"""The shape of the list of publications as data: the JSON file and its schema, from one definition.

The words that explain each part stand in `words/` as `data_is_<name>`, so that each language has its schema.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from cyhoeddi.language import Language
from cyhoeddi.whole import write_whole
from cyhoeddi.words import Words, in_language

FILE = "schema/publications.json"
"""The schema in English, for those who read the code; `python -m cyhoeddi.data.shape` writes it."""

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]

# The attributes of these classes are explained to readers: in words/, not here.


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(_Value):
    """A type of publication."""

    key: str
    name: str


class Place(_Value):
    """A series or workstream."""

    id: str
    title: str
    address: Address


class Form(_Value):
    """A form in which a publication can be had."""

    title: str
    format: str
    address: Address
    language: Language
    size: int | None
    pages: int | None


class Withdrawn(_Value):
    """When and why a publication was withdrawn."""

    date: date
    reason: str
    replaced_by: Address | None


class Item(_Value):
    """A publication in one language."""

    id: str
    type: Kind
    title: str
    summary: str
    first_published: date
    last_updated: date
    series: Place | None
    workstreams: tuple[Place, ...]
    address: Address
    twin: Address
    documents: tuple[Form, ...]
    withdrawn: Withdrawn | None


class Listing(_Value):
    """All publications in one language."""

    schema_address: Address = Field(alias="$schema")
    language: Language
    title: str
    publisher: str
    address: Address
    twin: Address
    publications: tuple[Item, ...]


_LEFT_OUT = frozenset({"title", "description", "$defs"})
"""What pydantic says in English, and the definitions, which stand last."""


def render_schema(words: Words, address: str | None = None) -> bytes:
    """Give the JSON Schema (2020-12) of a `Listing`, explained in *words*, to stand at *address*."""
    shape = _shape()
    definitions = {name: _explained(part, words) for name, part in shape["$defs"].items()}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": address} if address else {}),
        **_explained(shape, words),
        "title": words["data_json"],
        "$defs": definitions,
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


@cache
def _shape() -> Mapping[str, Any]:
    """Give the schema as pydantic has it, which is slow to make and the same for both languages."""
    return Listing.model_json_schema(mode="serialization")


def _explained(shape: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Give *shape* without what pydantic says in English, each property with its words."""
    said = {key: value for key, value in shape.items() if key not in _LEFT_OUT}
    if "properties" in said:
        said["properties"] = {
            name: {key: value for key, value in part.items() if key != "title"}
            | {"description": words[f"data_is_{name.lstrip('$')}"]}
            for name, part in said["properties"].items()
        }
    return said


if __name__ == "__main__":
    write_whole(Path(FILE), render_schema(in_language(Language.EN)).decode())
