"""The texts that the memory holds, each with a key that does not move when others come or go.

The key follows the ids of sections and workstreams; a list's item without an id is `*`, and its text is known
by its words alone. A hand-written page is held section by section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import quote

from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.memory.record import hash_of
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
    text: Text
    """As it stands; of a hand-written page, one section."""
    file: str
    """The file that it stands in; of a hand-written page, the English one."""

    @cached_property
    def hashes(self) -> tuple[str, str]:
        """The hashes of the English and of the Welsh."""
        return hash_of(self.text.en), hash_of(self.text.cy)

    def is_at(self, path: str) -> bool:
        """Tell whether *path* names the text, or its file or folder or a part of the file that it is in."""
        wanted = PurePosixPath(path)
        plain = "/".join(map(str, self.text.path))
        files = {self.text.place(side, 0).file for side in Language}
        places = {f"{file}/{inside}" for file in files for inside in (self.name, plain)} | {self.key}
        return any(PurePosixPath(place).is_relative_to(wanted) for place in places)

    @property
    def is_published(self) -> bool:
        """Whether both sides are there, and it is neither a draft's nor exempted."""
        return self.text.both and not self.text.may_be_empty


def hold(sources: Iterable[Source], pages: Iterable[Page]) -> Iterator[Held]:
    """Yield every text of the files given, in their order."""
    for source in sources:
        kind = _kind(source.file)
        owner = f"{kind}/{quote(PurePosixPath(source.file).stem)}"
        for text in walk_texts(source):
            if text.path[-1] != _ADDRESS:
                key, name = _names(source, text.path)
                yield Held(f"{owner}/{key}", name, text, source.file)
    for page in pages:
        yield from _of_page(page)


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


def _of_page(page: Page) -> Iterator[Held]:
    owner, file = f"page/{page.name}", page.en.source.file
    for text in page.texts():
        role = str(text.path[-1])
        sections = [_cut(text[side]) for side in Language] if role == "body" else []
        if not sections or len({len(cuts) for cuts in sections}) > 1:
            # With other sections on each side the page has its error already, and no pairs.
            yield Held(f"{owner}/{role}", role, replace(text, path=(role,)), file)
            continue
        for number, ((en, en_start, en_id), (cy, cy_start, cy_id)) in enumerate(zip(*sections, strict=True)):
            place = _shifted(text.place, {Language.EN: en_start, Language.CY: cy_start})
            part = replace(text, path=(role, number) if number else (role,), en=en, cy=cy, place=place)
            stable = en_id if en_id == cy_id else None
            if not number:
                yield Held(f"{owner}/{role}", role, part, file)
            elif en.strip() or cy.strip():
                yield Held(f"{owner}/{role}/{stable or NO_ID}", f"{role}/{stable or number}", part, file)


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
