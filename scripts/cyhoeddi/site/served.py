"""A preview that follows every save, shown by the server of a process that lasts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cyhoeddi.readings import Known


@dataclass(frozen=True)
class Served:
    """Where such a preview stands, and what its process knows."""

    address: str
    """Where it is served, for both languages, in the place of the addresses in mkdocs.yml."""
    folder: Path
    """The folder for it; no other site of the project has one of that name."""
    known: Known = field(default_factory=Known)
    """What this process knows of the project."""
