"""Finished PDFs in a folder, each under a hash of everything that its bytes depend on.

That is: content, pictures, template, fonts and typst itself. Beside each file stand the facts about it; an
entry that does not agree with them counts for nothing, and is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from cyhoeddi.pdf.typeset import FONTS, TEMPLATE, Typeset

_KEPT_UNUSED = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF in the store."""

    path: Path
    pages: int
    size: int
    """In bytes."""


def key_of(content: Mapping[str, Any], files: Path) -> str:
    """Give the hash of everything that a PDF is made from."""
    whole = hashlib.sha256(_makings())
    whole.update(json.dumps(content, sort_keys=True).encode())
    for name in pictures(content):
        try:
            whole.update(hashlib.sha256((files / name).read_bytes()).digest())
        except OSError:
            whole.update(b"missing")
    return whole.hexdigest()[:32]


@cache
def _makings() -> bytes:
    """Give the hash of what all PDFs are made with."""
    whole = hashlib.sha256(version("typst").encode())
    for file in (TEMPLATE, *sorted(FONTS.glob("*.ttf"))):
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.digest()


def pictures(content: Mapping[str, Any]) -> list[str]:
    """Give the names of the files of the pictures in *content*."""
    return sorted(set(_pictures(dict(content))))


def _pictures(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if part.get("kind") in ("image", "picture"):
            yield part["file"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _pictures(inner)


def read_pdf(folder: Path, key: str) -> Pdf | None:
    """Read an entry of the store; None if it is not there, or is not as it was made."""
    path, facts = folder / f"{key}.pdf", folder / f"{key}.json"
    try:
        told, data = json.loads(facts.read_bytes()), path.read_bytes()
        if hashlib.sha256(data).hexdigest() != told["sha256"]:
            return None
        pages = int(told["pages"])
        if time.time() - facts.stat().st_mtime > _KEPT_UNUSED / 2:
            facts.touch()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Pdf(path, pages, len(data))


def write_pdf(folder: Path, key: str, made: Typeset) -> Pdf:
    """Write an entry of the store, whole or not at all."""
    path = folder / f"{key}.pdf"
    _write(path, made.pdf)
    facts = {"pages": made.pages, "sha256": hashlib.sha256(made.pdf).hexdigest()}
    _write(path.with_suffix(".json"), json.dumps(facts).encode())
    return Pdf(path, made.pages, len(made.pdf))


def _write(path: Path, data: bytes) -> None:
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def prune(cache: Path, used: Container[str]) -> None:
    """Remove what is not *used*, and what a stopped build left half written, when nobody read it in a month.

    A build that knows its PDFs by their names (`known`) reads none: what only such builds use is made again.
    """
    for name in os.listdir(cache):  # noqa: PTH208 (there may be thousands)
        if name.rpartition(".")[0] in used:
            continue
        file = cache / name
        facts = file.with_suffix(".json") if file.suffix == ".pdf" else file
        try:
            age = time.time() - (facts if facts.exists() else file).stat().st_mtime
            if age > _KEPT_UNUSED:
                file.unlink()
        except OSError:
            continue
