"""A project and its problems → how far everything in it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from cyhoeddi.collection import shown_names
from cyhoeddi.entry import is_series
from cyhoeddi.language import Language
from cyhoeddi.memory import Standing, State
from cyhoeddi.model import LONDON, Bilingual, Publication, Series, Status, is_public
from cyhoeddi.problems import Level, Problem
from cyhoeddi.project import Project
from cyhoeddi.status.items import Item, Kind, Overview, Tally, Visibility
from cyhoeddi.texts import Text

_YAML = re.compile(r"briefings/(?!files/).+\.ya?ml")
_PAGE = re.compile(r"docs/(?:en|cy)/([^/]+)\.md")


def overview_of(project: Project, problems: Iterable[Problem]) -> Overview:
    """Give the overview of *project*, whose *problems* are those that `cyhoeddi check` shows."""
    standings: defaultdict[str, list[Standing]] = defaultdict(list)
    for standing in project.standings:
        standings[standing.held.file].append(standing)
    counts = Counter((problem.position.file, problem.level) for problem in problems)
    return _Survey(project, counts, standings).overview()


@dataclass(frozen=True)
class _Survey:
    """What the items are found from."""

    project: Project
    counts: Mapping[tuple[str, Level], int]
    """Of problems, by file and level."""
    standings: Mapping[str, list[Standing]]
    """Of texts, by file; for a page, its English one."""

    def overview(self) -> Overview:
        read = [*self._parts(), *self._pages()]
        known = {file for item in read for file in item.files}
        items = [*read, *self._unread({file for file, _ in self.counts} - known)]
        known = {file for item in items for file in item.files}
        rest = {file for file, _ in self.counts} - known
        return Overview(
            self.project.now.astimezone(LONDON),
            tuple(sorted(items, key=lambda item: list(Kind).index(item.kind))),
            self._count(rest, Level.ERROR),
            self._count(rest, Level.WARNING),
        )

    def _parts(self) -> Iterator[Item]:
        shown = shown_names(self.project, self.project.now)
        parts: tuple[Publication | Series, ...] = (*self.project.publications, *self.project.series)
        for part in parts:
            kind = Kind.PUBLICATION if isinstance(part, Publication) else Kind.SERIES
            visibility = self._visibility(part, shown)
            exempt = {one.path for one in part.untranslated} if isinstance(part, Publication) else set()
            tally = self._tally(part.file, exempt)
            yield self._item(kind, (part.file,), part.title, visibility, tally, part)

    def _pages(self) -> Iterator[Item]:
        for page in self.project.all_pages:
            # The accessibility statement has one file for both sides.
            files = tuple(dict.fromkeys(page[side].source.file for side in Language))
            yield self._item(Kind.PAGE, files, page.title, Visibility.PUBLIC, self._tally(files[0], set()))

    def _unread(self, files: set[str]) -> Iterator[Item]:
        """Yield what could not be read of *files*, which have problems; and pages without a counterpart."""
        for file in sorted(files):
            if _YAML.fullmatch(file):
                kind = Kind.SERIES if is_series(file) else Kind.PUBLICATION
                yield self._item(kind, (file,), Bilingual(), Visibility.UNKNOWN, Tally())
        for name in sorted({match[1] for file in files if (match := _PAGE.fullmatch(file))}):
            places = {side: f"docs/{side}/{name}.md" for side in Language}
            missing = [side for side, file in places.items() if not (self.project.root / file).is_file()]
            there = tuple(file for side, file in places.items() if side not in missing)
            tally = Tally(untranslated=len(missing), waits_for=Counter(missing))
            yield self._item(Kind.PAGE, there, Bilingual(), Visibility.UNKNOWN, tally)

    def _item(
        self,
        kind: Kind,
        files: tuple[str, ...],
        title: Bilingual,
        visibility: Visibility,
        tally: Tally,
        part: Publication | Series | None = None,
    ) -> Item:
        return Item(
            kind,
            PurePosixPath(files[0]).stem,
            files,
            title,
            visibility,
            part.publish_at if part else None,
            part.source_language if part else Language.EN,
            tally,
            self._count(files, Level.ERROR),
            self._count(files, Level.WARNING),
        )

    def _visibility(self, part: Publication | Series, shown: frozenset[str]) -> Visibility:
        if part.status is Status.DRAFT:
            return Visibility.DRAFT
        if not is_public(part, self.project.now):
            return Visibility.EMBARGO
        if isinstance(part, Series) and f"series/{part.id}" not in shown:
            return Visibility.EMPTY
        return Visibility.WITHDRAWN if part.status is Status.WITHDRAWN else Visibility.PUBLIC

    def _tally(self, file: str, exempt: set[str]) -> Tally:
        untranslated = stale = unrecorded = 0
        waits_for: Counter[Language] = Counter()
        for standing in self.standings.get(file, ()):
            text = standing.held.text
            if not text.both:
                missing = _missing(text, exempt)
                untranslated += missing is not None
                waits_for += Counter([missing] if missing else [])
            elif standing.changed is not None:
                stale += 1
                waits_for[standing.changed.other] += 1
            elif standing.held.is_published and standing.state is not State.AGREED:
                unrecorded += self.project.memory.exists
        return Tally(untranslated, stale, unrecorded, waits_for)

    def _count(self, files: Iterable[str], level: Level) -> int:
        return sum(self.counts.get((file, level), 0) for file in files)


def _missing(text: Text, exempt: set[str]) -> Language | None:
    """Give the language in which *text* is to be written next; None if it may stay as it is."""
    missing = [side for side in Language if not text[side].strip()]
    # A page may open with a heading, and a home page may have no words of its own.
    is_bare_page = text.headings and len(missing) > 1
    if is_bare_page or "/".join(map(str, text.path)) in exempt:
        return None
    return missing[0] if len(missing) == 1 else text.source_language
