"""What was made before, and from what: small files in the cache that may be deleted at any time.

A ledger that is missing, damaged or of another version of the program is an empty one: then everything is
made anew, and nothing is ever wrong. A seal, the hash of its entries as they were written, tells of damage.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from cyhoeddi.whole import write_whole

CACHE = ".cyhoeddi"

_ENTRIES = b', "entries": '
_LARGE = 1_000_000
"""With more bytes it pays to load what reads JSON faster than Python does. (When something is written, it has
been loaded.)"""


def read_ledger(file: Path, version: str) -> dict[str, Any]:
    """Give the entries of the ledger *file* if it is whole and of this *version*; else none."""
    try:
        head, _, content = file.read_bytes().partition(_ENTRIES)
        entries: Any = _read(content[:-1]) if head == _head(version, content[:-1]) else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return entries if isinstance(entries, dict) else {}


def write_ledger(file: Path, version: str, entries: Mapping[str, Any]) -> None:
    """Write the *entries* of a ledger, whole or not at all; they are values that JSON can hold.

    Where it cannot be written, there is none: the next build takes longer, and no more.
    """
    content = _written(entries)
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        write_whole(file, _head(version, content), _ENTRIES, content, b"}")


def _head(version: str, content: bytes) -> bytes:
    return json.dumps({"version": version, "seal": blake2b(content).hexdigest()}).encode()[:-1]


def _read(content: bytes) -> Any:
    if len(content) > _LARGE:
        from pydantic_core import from_json

        with suppress(ValueError):  # It knows no half a pair of surrogates, as the names of files may hold.
            return from_json(content, cache_strings="keys")
    return json.loads(content)


def _written(entries: Mapping[str, Any]) -> bytes:
    from pydantic_core import to_json

    try:
        return to_json(entries)
    except ValueError:  # As above.
        return json.dumps(entries, ensure_ascii=True, separators=(",", ":")).encode()
