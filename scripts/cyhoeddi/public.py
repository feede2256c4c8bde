"""Which files, and which parts of them, readers may know of: told from the plain data, before anything else.

A draft that is half written, or wrong in any other way, must neither stop nor alter what is public. So this
asks only for `status` and `publish_at`, and needs no valid model; a file that cannot be read at all is a
draft or under embargo if a line of it says so and no other line says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from cyhoeddi.model import read_moment
from cyhoeddi.source import Plain, Source

_LINE = re.compile(rb"^(status|publish_at):[ \t]*[\"']?([^\"'#\r\n]*?)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


_TELLING = ("status", "publish_at")


def public_source(source: Source, now: datetime) -> Source | None:
    """Give *source* with what is public of it at *now*, or None if nothing is.

    A series loses the workstreams that are drafts or under embargo, as if they were not written.
    """
    if not says_public(source.data, now):
        return None
    workstreams = source.data.get("workstreams")
    if not isinstance(workstreams, list):
        return source
    hidden = [
        index
        for index, part in enumerate(workstreams)
        if isinstance(part, dict) and not says_public(part, now)
    ]
    return source.without("workstreams", hidden)


def has_hidden_parts(data: Mapping[str, Plain], now: datetime) -> bool:
    """Tell whether a file's *data* have a workstream that may not be seen at *now*."""
    parts = data.get("workstreams")
    return isinstance(parts, list) and any(
        isinstance(part, dict) and not says_public(part, now) for part in parts
    )


def embargoes(data: Mapping[str, Plain]) -> Iterator[datetime]:
    """Yield the moments at which what a file's *data* say, or a workstream in it, may begin to be seen."""
    workstreams = data.get("workstreams")
    parts = [data, *(workstreams if isinstance(workstreams, list) else ())]
    for part in parts:
        try:
            embargo = read_moment(part.get("publish_at")) if isinstance(part, dict) else None
        except ValueError:
            continue
        if isinstance(embargo, datetime):
            yield embargo


def seen_from(data: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give as much of a file's *data* as tells when it, and each workstream in it, may be seen."""
    told: dict[str, Plain] = {key: data[key] for key in _TELLING if key in data}
    parts = data.get("workstreams")
    inner: list[Plain] = []
    if isinstance(parts, list):
        inner = [seen_from(part) for part in parts if isinstance(part, dict)]
    return told | {"workstreams": inner} if any(inner) else told


def says_hidden(file: Path, now: datetime) -> bool:
    """Tell whether *file*, whose YAML is broken, is a draft or under embargo at *now* by its own words."""
    try:
        lines = _LINE.findall(file.read_bytes())
    except OSError:
        return False
    said = {key.decode(): value.decode("ascii", errors="replace") for key, value in lines}
    return len(said) == len(lines) and not says_public(said, now)


def says_public(part: Mapping[str, Plain], now: datetime) -> bool:
    """Tell whether the data of a file, or of a *part* of it, say that it may be seen at *now*."""
    if part.get("status") == "draft":
        return False
    try:
        embargo = read_moment(part.get("publish_at"))
    except ValueError:
        return True
    return not isinstance(embargo, datetime) or embargo <= now
