"""What was made before, and from what: small files in the cache that may be deleted at any time.

A ledger that is missing, damaged or of another version of the program is an empty one: then everything is
made anew, and nothing is ever wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from cyhoeddi.whole import write_whole

CACHE = ".cyhoeddi"

_LARGE = 1_000_000
"""With more bytes it pays to load what reads JSON faster than Python does. (When something is written, it has
been loaded.)"""


def read_ledger(file: Path, version: str) -> dict[str, Any]:
    """Give the entries of the ledger *file* if it is whole and of this *version*; else none."""
    try:
        held = _read(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if (
        not isinstance(held, dict)
        or held.get("version") != version
        or not isinstance(held.get("entries"), dict)
    ):
        return {}
    entries: dict[str, Any] = held["entries"]
    return entries


def write_ledger(file: Path, version: str, entries: Mapping[str, Any]) -> None:
    """Write the *entries* of a ledger, whole or not at all; they are values that JSON can hold.

    Where it cannot be written, there is none: the next build takes longer, and no more.
    """
    held = {"version": version, "entries": entries}
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        write_whole(file, _written(held))


def _read(content: bytes) -> Any:
    if len(content) > _LARGE:
        from pydantic_core import from_json

        with suppress(ValueError):  # It knows no half a pair of surrogates, as the names of files may hold.
            return from_json(content, cache_strings="keys")
    return json.loads(content)


def _written(held: Mapping[str, Any]) -> bytes:
    from pydantic_core import to_json

    try:
        return to_json(held)
    except ValueError:  # As above.
        return json.dumps(held, ensure_ascii=True, separators=(",", ":")).encode()
