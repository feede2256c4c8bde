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


def read_ledger(file: Path, version: str) -> dict[str, Any]:
    """Give the entries of the ledger *file* if it is whole and of this *version*; else none."""
    try:
        held = json.loads(file.read_bytes())
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
        write_whole(file, json.dumps(held, ensure_ascii=True, separators=(",", ":")))
