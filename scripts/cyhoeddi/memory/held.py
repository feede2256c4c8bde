"""The texts that the memory holds, each with a key that does not move when others come or go.

The key follows the ids of sections and workstreams; a list's item without an id is `*`, and its text is known
by its words alone. A hand-written page is held section by section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import quote

from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.memory.record import Pair, words_hash
from cyhoeddi.problems import Position
from cyhoeddi.source import Path, Source
from cyhoeddi.texts import Text, walk_texts

NO_ID = "*"

_ADDRESS = "slug"
"""A part of an address: no text, and each language may change its own."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADING = re.compile(r"^ {0,3}##[ \t].*", re.MULTILINE)
_HEADING_ID = re.compile(r"\{#([\w-]+)\}\Z")


@dataclass(frozen=True)
class Held:
    """A text and how the memory knows it."""

    key: str
    """As `publication/<id>/sections/<id>/body`."""
    name: str
    """Where it stands in its file, by ids and numbers: `sections/background/body`, `sections/2/body`."""
    file: str
    """The file that it stands in; of a hand-written page, the English one."""
    hashes: tuple[str, str]
    """The hashes of the English and of the Welsh."""
    is_published: bool
    """Whether both sides are there, and it is neither a draft's nor exempted."""
    _text: Callable[[], Text] = field(repr=False, compare=False)

    @property
    def pair(self) -> Pair:
        """The text as the memory looks for it."""
        return (self.key, *self.hashes)

    @property
    def text(self) -> Text:
        """The text as it stands; of a hand-written page, one section."""
        return self._text()

    def is_at(self, path: str) -> bool:
        """Tell whether *path* names the text, or its file or folder or a part of the file that it is in."""
        wanted = PurePosixPath(path)
        plain = "/".join(map(str, self.text.path))
        files = {self.text.place(side, 0).file for side in Language}
        places = {f"{file}/{inside}" for file in files for inside in (self.name, plain)} | {self.key}
        return any(PurePosixPath(place).is_relative_to(wanted) for place in places)


def hold(source: Source) -> Iterator[Held]:
    """Yield every text of *source*, in its order."""
    owner = f"{_kind(source.file)}/{quote(PurePosixPath(source.file).stem)}"
    for text in walk_texts(source):
        if text.path[-1] != _ADDRESS:
            key, name = _names(source, text.path)
            yield _held(f"{owner}/{key}", name, text, source.file)


def _held(key: str, name: str, text: Text, file: str) -> Held:
    is_published = text.both and not text.may_be_empty
    return Held(key, name, file, (words_hash(text.en), words_hash(text.cy)), is_published, lambda: text)


def _kind(file: str) -> str:
    if not file.startswith("briefings/"):
        return "statement"
    return "series" if file.startswith("briefings/series/") else "publication"


def kin(key: str) -> tuple[str, ...]:
    """Give what texts that could be one another have in common: the part of the project and their role.

    A workstream is a part for itself, as it may be hidden while its series is not.
    """
    parts = key.split("/")
    if parts[0] == "page":
        return tuple(parts[:3])
    own_part = parts[0] == "series" and parts[2:3] == ["workstreams"] and parts[3:4] != [NO_ID]
    return (*parts[: 4 if own_part else 2], parts[-1])


def _names(source: Source, path: Path) -> tuple[str, str]:
    """Give the key of the text at *path* within its file, and its name for people."""
    value: object = source.data
    key: list[str] = []
    name: list[str] = []
    for step in path:
        value = value[step]  # type: ignore[index]  # the walk came this way
        known = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
        stable = known if isinstance(known, str) and _ID.fullmatch(known) else None
        key.append(quote(step) if isinstance(step, str) else stable or NO_ID)
        name.append(stable or str(step))
    return "/".join(key), "/".join(name)


def hold_page(page: Page) -> Iterator[Held]:
    """Yield every text of a hand-written page, section by section."""
    owner, file = f"page/{page.name}", page.en.source.file
    for text in page.texts():
        role = str(text.path[-1])
        sections = [_cut(text[side]) for side in Language] if role == "body" else []
        if not sections or len({len(cuts) for cuts in sections}) > 1:
            # With other sections on each side the page has its error already, and no pairs.
            yield _held(f"{owner}/{role}", role, replace(text, path=(role,)), file)
            continue
        for number, ((en, en_start, en_id), (cy, cy_start, cy_id)) in enumerate(zip(*sections, strict=True)):
            place = _shifted(text.place, {Language.EN: en_start, Language.CY: cy_start})
            part = replace(text, path=(role, number) if number else (role,), en=en, cy=cy, place=place)
            stable = en_id if en_id == cy_id else None
            if not number:
                yield _held(f"{owner}/{role}", role, part, file)
            elif en.strip() or cy.strip():
                yield _held(f"{owner}/{role}/{stable or NO_ID}", f"{role}/{stable or number}", part, file)


def _cut(body: str) -> list[tuple[str, int, str | None]]:
    """Give the sections of a page: the words, where they start, and the id that their heading states."""
    headings = list(_HEADING.finditer(body))
    starts = [0, *(heading.start() for heading in headings)]
    stated = [None, *(_HEADING_ID.search(heading[0].rstrip()) for heading in headings)]
    ids = [found and found[1] for found in stated]
    ends = [*starts[1:], len(body)]
    return [(body[start:end], start, name) for start, end, name in zip(starts, ends, ids, strict=True)]


def _shifted(
    place: Callable[[Language, int | None], Position], by: dict[Language, int]
) -> Callable[[Language, int | None], Position]:
    def shifted(language: Language, offset: int | None) -> Position:
        if offset is not None and offset < 0:
            return place(language, offset)
        return place(language, by[language] + (offset or 0))

    return shifted
