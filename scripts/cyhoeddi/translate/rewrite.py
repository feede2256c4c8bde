"""One file of the project with new sides of its texts; every other byte stays as it is."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from copy import deepcopy

import yaml

from cyhoeddi.handwritten import Side
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path, Plain, parse_source
from cyhoeddi.source.text import decode_text
from cyhoeddi.translate.assemble import Change
from cyhoeddi.translate.scalar import Edit, apply_edits, scalar_edits

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\n)(?:.*?)(?=^---[ \t]*\r?$)", re.DOTALL | re.MULTILINE)
_NEWLINE = re.compile("\r\n|\n")


def rewrite(
    project: Project, file: str, changes: Sequence[Change]
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Give the new bytes of *file*, or None and the problems if it would not read back as intended."""
    data = (project.root / file).read_bytes()
    text = decode_text(data, file)
    new: str | None = None
    if not isinstance(text, Problem):
        try:
            new = _rewritten(project, file, text.content, changes)
        except (LookupError, ValueError, yaml.YAMLError):
            # The file is not as it was read: somebody is writing it, or it holds what no edit can be made in.
            new = None
    if new is None:
        message = f"{file} cannot be written so that only this text changes"
        hint = "Save the file and import again; if that does not help, paste the text in by hand."
        return None, tuple(problem for change in changes for problem in change.refused(message, hint))
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + new.encode(), ()


def _rewritten(project: Project, file: str, content: str, changes: Sequence[Change]) -> str | None:
    sides = [side for page in project.pages for side in (page.en, page.cy) if side.source.file == file]
    if sides:
        return _rewritten_page(sides[0], content, changes)
    values: dict[Path, str] = {(*change.held.text.path, str(change.to)): change.text for change in changes}
    return _with_values(file, content, values, project.sources[file].data)


def _with_values(file: str, content: str, values: Mapping[Path, str], data: dict[str, Plain]) -> str | None:
    """Give the YAML with *values*, if it then holds *data* with them and nothing else."""
    new = apply_edits(content, list(scalar_edits(content, values)))
    source, _ = parse_source(new.encode(), file)
    if source is None or source.data != _expected(data, values):
        return None
    return new


def _expected(data: dict[str, Plain], values: Mapping[Path, str]) -> dict[str, Plain]:
    expected = deepcopy(data)
    for path, value in values.items():
        parent: Plain = expected
        for step in path[:-1]:
            parent = parent[step]  # type: ignore[index]  # the walk came this way
        if isinstance(parent, dict):
            parent[str(path[-1])] = value
    return expected


def _rewritten_page(side: Side, content: str, changes: Sequence[Change]) -> str | None:
    opening = _FRONT.match(content)
    if opening is None:
        return None
    front: str | None = opening[0]
    values: dict[Path, str] = {
        (str(change.held.text.path[0]),): change.text
        for change in changes
        if change.held.text.path[0] != "body"
    }
    if values:
        front = _with_values(side.source.file, opening[0], values, side.source.data)
    # The closing line, as it is, and the body behind it.
    closing = _NEWLINE.search(content, opening.end())
    start = closing.end() if closing else len(content)
    bodies = [change for change in changes if change.held.text.path[0] == "body"]
    body = _with_sections(side, content[start:], bodies)
    return None if front is None or body is None else front + content[opening.end() : start] + body


def _with_sections(side: Side, body: str, changes: Sequence[Change]) -> str | None:
    """Give the body of a page with new sections; line ends stay what they are."""
    breaks = [found.span() for found in _NEWLINE.finditer(body)]
    plain = body.replace("\r\n", "\n")
    if plain != side.body:
        return None
    newline = body[slice(*breaks[0])] if breaks else "\n"
    line_starts = [0, *(number for number, sign in enumerate(plain, start=1) if sign == "\n")]
    longer = [end - start - 1 for start, end in breaks]
    meant: list[Edit] = []
    real: list[Edit] = []
    for change in changes:
        start = line_starts[change.held.text.place(change.to, 0).line - side.first_line]
        old, new = change.held.text[change.to], change.text
        if not plain.startswith(old, start):
            return None
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        edit = Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])
        meant.append(edit)
        first, last = (at + sum(longer[: plain.count("\n", 0, at)]) for at in (edit.start, edit.end))
        real.append(Edit(first, last, edit.text.replace("\n", newline)))
    written = apply_edits(body, real)
    return written if written.replace("\r\n", "\n") == apply_edits(plain, meant) else None


def _alike(one: str, other: str) -> int:
    """Give how many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (left, right) in pairs if left != right), min(len(one), len(other)))
