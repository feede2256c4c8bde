"""The JSON Schemas of schema/, by which editors complete and mark mistakes.

`python -m cyhoeddi.schema` writes them.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cyhoeddi.audit.known import KnownFile
from cyhoeddi.model import PublicationFile, SeriesFile
from cyhoeddi.statement import Facts
from cyhoeddi.values import Part

SHAPES: Mapping[str, type[BaseModel]] = {
    "publication.schema.json": PublicationFile,
    "series.schema.json": SeriesFile,
    "accessibility.schema.json": Facts,
    "known-faults.schema.json": KnownFile,
}
"""The files of schema/ and the shapes that they describe."""


class _Explained(GenerateJsonSchema):
    """Gives each field the docstring below it, which is read here alone: a check has no need of it."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Give what pydantic does, with the descriptions of the fields."""
        described = super().model_schema(schema)
        for shape in schema["cls"].__mro__:
            for field, explanation in _explanations(shape) if issubclass(shape, Part) else ():
                described["properties"][field].setdefault("description", explanation)
        return described


def _explanations(shape: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield each field that *shape* itself has and explains, and what it says of it."""
    for written in ast.parse(dedent(inspect.getsource(shape))).body:
        for pair in pairwise(written.body) if isinstance(written, ast.ClassDef) else ():
            match pair:
                case ast.AnnAssign(target=ast.Name(id=field)), ast.Expr(value=ast.Constant(value=str(said))):
                    yield field, inspect.cleandoc(said)


def render_schema(shape: type[BaseModel]) -> str:
    """Give the JSON Schema (2020-12) of *shape* as text."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **shape.model_json_schema(schema_generator=_Explained),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into *folder*."""
    folder.mkdir(exist_ok=True)
    for name, shape in SHAPES.items():
        (folder / name).write_text(render_schema(shape), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path("schema"))
