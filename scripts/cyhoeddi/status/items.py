"""How far a publication, series or hand-written page is, and which language waits for the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cyhoeddi.language import Language
from cyhoeddi.model import Bilingual


class Kind(StrEnum):
    """What an item is."""

    PUBLICATION = "publication"
    SERIES = "series"
    PAGE = "page"


class Progress(StrEnum):
    """How far an item is: the first of these that is true of it."""

    UNTRANSLATED = "untranslated"
    """A text lacks a language."""
    STALE = "stale"
    """A text changed in one language, and the other has not followed."""
    PROBLEMS = "problems"
    """There are other errors."""
    COMPLETE = "complete"


class Visibility(StrEnum):
    """What readers see of an item."""

    DRAFT = "draft"
    EMBARGO = "embargo"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    EMPTY = "empty"
    """A series that appears once one of its publications is public."""
    UNKNOWN = "unknown"
    """The file cannot be read."""


@dataclass(frozen=True)
class Tally:
    """How the texts of an item stand."""

    untranslated: int = 0
    stale: int = 0
    unrecorded: int = 0
    """Pairs that `cyhoeddi accept` has still to record; none where there is no translations.lock."""
    waits_for: Mapping[Language, int] = field(default_factory=dict)
    """How many texts must be written or changed in each language; the other language waits for them."""


@dataclass(frozen=True)
class Item:
    """A publication, series or page."""

    kind: Kind
    name: str
    """Its id, or the name of the page's files."""
    files: tuple[str, ...]
    title: Bilingual
    visibility: Visibility
    publish_at: datetime | None
    """The end of its embargo, past or to come, in London."""
    source_language: Language
    tally: Tally
    errors: int
    warnings: int

    @property
    def progress(self) -> Progress:
        """How far it is."""
        if self.tally.untranslated:
            return Progress.UNTRANSLATED
        if self.tally.stale:
            return Progress.STALE
        return Progress.PROBLEMS if self.errors else Progress.COMPLETE


@dataclass(frozen=True)
class Overview:
    """How far a whole project is."""

    moment: datetime
    """In London."""
    items: tuple[Item, ...]
    """By kind; publications newest first, the others by name."""
    errors: int
    warnings: int
    """Those that belong to no item: settings, terms, locks."""

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """Give the items of one kind."""
        return tuple(item for item in self.items if item.kind is kind)
