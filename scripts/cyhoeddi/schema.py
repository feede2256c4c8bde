"""The JSON Schemas of schema/, by which editors complete and mark mistakes.

`python -m cyhoeddi.schema` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from cyhoeddi.audit.known import KnownFile
from cyhoeddi.model import PublicationFile, SeriesFile
from cyhoeddi.statement import Facts

SHAPES: Mapping[str, type[BaseModel]] = {
    "publication.schema.json": PublicationFile,
    "series.schema.json": SeriesFile,
    "accessibility.schema.json": Facts,
    "known-faults.schema.json": KnownFile,
}
"""The files of schema/ and the shapes that they describe."""


def render_schema(shape: type[BaseModel]) -> str:
    """Give the JSON Schema (2020-12) of *shape* as text."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into *folder*."""
    folder.mkdir(exist_ok=True)
    for name, shape in SHAPES.items():
        (folder / name).write_text(render_schema(shape), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path("schema"))
