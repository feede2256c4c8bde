"""What of a site must be made: the pages that MkDocs has to build, and the files that are only copied."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cyhoeddi.fingerprint import digest
from cyhoeddi.language import Language
from cyhoeddi.site import SiteError
from cyhoeddi.site.front_matter import FILTERED, path_of, read_front_matter
from cyhoeddi.site.prepared import ROOT
from cyhoeddi.site.standing import ASSETS, Parts
from cyhoeddi.stamps import hash_of

BeforeReading: TypeAlias = Callable[[Set[str]], object]
"""What hears of files of the generated tree, by path, that are about to be read; it may raise an error."""

_HOME = "generated/home/"


@dataclass(frozen=True)
class DueFile:
    """A file that belongs to no page: its path in the generated tree, and in the site."""

    source: str
    path: str


@dataclass(frozen=True)
class DuePage:
    """A page that must be built."""

    source: str
    """Its path in the generated tree, as are those of its downloads."""
    language: Language
    path: str
    """Its place in the site."""
    kind: str
    downloads: Mapping[str, str]
    """The files that stand at addresses of this page: path in the site to path in the generated tree."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All that it puts into the site."""
        return (self.path, *self.downloads)

    @property
    def makings(self) -> tuple[str, ...]:
        """The names of all that it is made from."""
        filters = [shared_name(self.language, "filters")] if self.kind in FILTERED else []
        return (self.source, *self.downloads.values(), shared_name(self.language, "furniture"), *filters)


@dataclass(frozen=True)
class Plan:
    """All that must be made."""

    pages: tuple[DuePage, ...]
    files: tuple[DueFile, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts that will be made anew; the theme's assets come with any page."""
        assets = (ASSETS,) if self.pages else ()
        return frozenset(
            (*assets, *(page.source for page in self.pages), *(file.source for file in self.files))
        )


def unheard(_paths: Set[str]) -> None:
    """Where nobody needs to know what is read."""


def plan(
    docs_dir: Path, tree: Mapping[str, str], stand: Parts, before_reading: BeforeReading = unheard
) -> Plan:
    """Give what of the generated *tree* in *docs_dir*, given by path, is not among the parts that *stand*.

    A language that has anything to build has its home page built too, without which there is no site to
    MkDocs; so have both if the theme's assets are missing, since these come with any page.
    *before_reading* is told which files of the tree are read, before they are.
    Raises `SiteError` if a file of the tree is no page, or two things have one address.
    """
    changed = [path for path in tree if path not in stand]
    pages_due = [path for path in changed if _is_page(path)]
    languages = {path.partition("/")[0] for path in pages_due} if ASSETS in stand else set(Language)
    home = tuple(f"{language}/{_HOME}" for language in languages)
    homes = [path for path in tree if path.startswith(home)]
    files = tuple(_file(path) for path in changed if ROOT in path)
    before_reading({*homes, *pages_due, *(file.source for file in files)})
    try:
        pages = tuple(_page(docs_dir, path) for path in dict.fromkeys([*homes, *pages_due]))
    except (ValueError, KeyError) as error:
        raise SiteError(str(error)) from error
    before_reading({source for page in pages for source in page.downloads.values()})
    _refuse_clashes(stand, pages, files)
    return Plan(pages, files)


def shared_digests(docs_dir: Path) -> Iterator[tuple[str, str]]:
    """Yield the hashes of what the pages of each language share: the furniture, and the filters in it."""
    for language in Language:
        file = docs_dir / furniture_of(language)
        try:
            furniture = json.loads(file.read_bytes()) if file.is_file() else {}
        except ValueError as error:
            raise SiteError(f"{file} is damaged: delete the folder it is in ({error})") from error
        filters = furniture.pop("filters", [])
        yield shared_name(language, "furniture"), digest(json.dumps(furniture))
        yield shared_name(language, "filters"), digest(json.dumps(filters))


def furniture_of(language: Language) -> str:
    """Give the path of the furniture of a language in the generated tree."""
    return f"{language}/generated/furniture.json"


def hash_tree(docs_dir: Path) -> dict[str, str]:
    """Give the hash of each file of the generated tree in *docs_dir*, by its path."""
    found: dict[str, str] = {}
    for language in Language:
        for file in sorted((docs_dir / language / "generated").rglob("*")):
            if file.is_file():
                path = file.relative_to(docs_dir).as_posix()
                found[path] = hash_of(file)
    return found


def shared_name(language: Language, what: str) -> str:
    """Give the name under which something shared is known among the hashes; no path has a blank in front."""
    return f" {language} {what}"


def _is_page(path: str) -> bool:
    return path.endswith(".md") and ROOT not in path


def _file(source: str) -> DueFile:
    return DueFile(source, source.partition(ROOT)[2])


def _page(docs_dir: Path, source: str) -> DuePage:
    front, _ = read_front_matter((docs_dir / source).read_text(encoding="utf-8"), source)
    language = Language(source.partition("/")[0])
    downloads = {
        path_of(address, source): f"{front['language']}/generated/{path}"
        for address, path in front.get("files", {}).items()
    }
    return DuePage(source, language, path_of(front["address"], source), str(front["kind"]), downloads)


def _refuse_clashes(stand: Parts, pages: tuple[DuePage, ...], files: tuple[DueFile, ...]) -> None:
    wanted = [(page.source, page.path) for page in pages] + [(file.source, file.path) for file in files]
    asked = {path for _, path in wanted}
    close = ((source, paths) for source, paths in stand.items() if not asked.isdisjoint(paths))
    taken = {path: source for source, paths in close for path in paths}
    for page in pages:
        taken |= dict.fromkeys(page.downloads, page.source)
    for source, path in wanted:
        # The two languages may each have a file of the whole site; whether it is the same, its bytes tell.
        other = taken.setdefault(path, source)
        if other.partition("/")[2] != source.partition("/")[2]:
            raise SiteError(f"{other} and {source} have the same address: /{path}")
