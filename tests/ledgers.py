"""Ledgers of the cache, changed as nobody but their program can: with a seal that fits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cyhoeddi.ledger import read_ledger, write_ledger


def change_ledger(file: Path, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Put into the ledger *file* what *change* makes of its entries."""
    version = json.loads(file.read_bytes().partition(b"\n")[0])["version"]
    entries = read_ledger(file, version)
    assert entries
    write_ledger(file, version, change(entries))
