"""The clean texts: each says the same in both languages, and no rule may find an error in it.

Those of `texts/` were written for the bench; those of the sample site were not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from cyhoeddi.language import Language
from cyhoeddi.source import read_source
from cyhoeddi.texts import Text, walk_texts

_FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text in both languages."""

    id: str
    kind: str
    """title, summary, heading, caption, attachment (the title of one): plain text. body: Markdown."""
    en: str
    cy: str
    source_language: Language
    cognate: bool = False
    """A word that is the same, or nearly, in both languages: to leave it as it was would be no fault."""

    @property
    def translation(self) -> Language:
        """The side that was not written first."""
        return self.source_language.other

    @property
    def markdown(self) -> bool:
        """Whether the text is Markdown."""
        return self.kind == "body"

    def text(self, side: Language) -> str:
        """The text of one side."""
        return self.en if side is Language.EN else self.cy

    def with_text(self, side: Language, text: str) -> Entry:
        """The same entry but for the text of one side."""
        return replace(self, en=text) if side is Language.EN else replace(self, cy=text)


def load_entries() -> tuple[Entry, ...]:
    """All entries, in the order of their files."""
    return tuple(
        Entry(**{**given, "source_language": Language(given["source_language"])})
        for file in sorted(_FOLDER.glob("*.yaml"))
        for given in yaml.safe_load(file.read_text(encoding="utf-8"))
    )


def read_samples(briefings: Path) -> tuple[Entry, ...]:
    """The texts of the sample site's files in both languages, each once: texts that no rule was made with."""
    found: dict[tuple[str, str], Entry] = {}
    for file in sorted(briefings.rglob("*.yaml")):
        source, _ = read_source(file, file.name)
        for number, text in enumerate(walk_texts(source) if source else ()):
            kind = "attachment" if text.path[0] == "attachments" else str(text.path[-1])
            if kind in _KINDS and text.both:
                entry = _of_sample(f"{file.stem}-{number}", kind, text)
                found.setdefault((entry.en, entry.cy), entry)
    return tuple(found.values())


_KINDS = ("title", "summary", "heading", "attachment", "body")


def _of_sample(name: str, kind: str, text: Text) -> Entry:
    en, cy = (text[side] if kind == "body" else " ".join(text[side].split()) for side in Language)
    return Entry(name, kind, en, cy, text.source_language, cognate=en == cy)
