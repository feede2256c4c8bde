"""Where everything stands: every address of a site, worked out once from collection and lock.

An address is site-absolute and ends with a slash, unless it is a file's: /en/about/, /cy/dileu-elw/data.csv.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.collection import Collection
from cyhoeddi.handwritten import HOME, Page
from cyhoeddi.language import Language
from cyhoeddi.lock import Lock
from cyhoeddi.model import Bilingual, Publication, Series, WorkstreamPart
from cyhoeddi.slug import slugify
from cyhoeddi.words import in_language

DOCUMENT_SUFFIX = "-html"


@dataclass(frozen=True)
class Redirect:
    """An old address that leads to one in use."""

    language: Language
    old: str
    new: str
    twin: str
    """The page that `new` is in the other language."""
    target: str
    """What it leads to, such as "publication/january-2023"."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of a collection."""

    collection: Collection
    lock: Lock

    def home(self, language: Language) -> str:
        """Give the address of the home page."""
        return f"/{language}/"

    def publication(self, publication: Publication, language: Language) -> str:
        """Give the address of a publication's landing page."""
        known = self._publications[language is Language.CY]
        if publication.file not in known:
            slug = self._slug(f"publication/{publication.id}", publication, language)
            known[publication.file] = f"/{language}/{slug}/"
        return known[publication.file]

    def document(self, publication: Publication, language: Language) -> str:
        """Give the address of a publication's HTML document."""
        return f"{self.publication(publication, language).rstrip('/')}{DOCUMENT_SUFFIX}/"

    def pdf(self, publication: Publication, language: Language) -> str:
        """Give the address of a publication's PDF."""
        return f"{self.publication(publication, language).rstrip('/')}.pdf"

    def file(self, publication: Publication, language: Language, name: str) -> str:
        """Give the address of an attachment or image of a publication."""
        return f"{self.publication(publication, language)}{name}"

    def series(self, series: Series, language: Language) -> str:
        """Give the address of a series."""
        return f"/{language}/{self._slug(f'series/{series.id}', series, language)}/"

    def workstream(self, series: Series, workstream: WorkstreamPart, language: Language) -> str:
        """Give the address of a workstream."""
        slug = self._slug(f"series/{series.id}/{workstream.id}", workstream, language)
        return f"{self.series(series, language)}{slug}/"

    def page(self, page: Page, language: Language) -> str:
        """Give the address of a hand-written page."""
        return self.home(language) if page.name == HOME else f"/{language}/{page.slug[language]}/"

    def publications(self, language: Language, *narrowed: str, number: int = 1) -> str:
        """Give the address of a page of the list, *narrowed* by parts such as year/2023."""
        words = in_language(language)
        parts = [words["publications_segment"], *narrowed]
        if number > 1:
            parts += [words["page_segment"], str(number)]
        return f"/{language}/{'/'.join(parts)}/"

    def narrowed(self, language: Language, facet: str, value: str) -> str:
        """Give the part of an address that narrows a list to a *value* of a *facet*: year/2023."""
        return f"{in_language(language)[f'{facet}_segment']}/{value}"

    def data(self, language: Language, ending: str) -> str:
        """Give the address of the list as a file for programs; its *ending* is json, csv or schema.json."""
        return f"{self.publications(language).rstrip('/')}.{ending}"

    def citation(self, publication: Publication, language: Language, ending: str) -> str:
        """Give the address of what reference software reads of a publication; its *ending* is bib or ris."""
        return f"{self.publication(publication, language).rstrip('/')}.{ending}"

    def opensearch(self, language: Language) -> str:
        """Give the address at which browsers learn how to search the site."""
        return f"/{language}/opensearch.xml"

    def follow(self, language: Language) -> str:
        """Give the address of the page on how to follow the site."""
        return f"/{language}/{in_language(language)['follow_segment']}/"

    def feed(self, language: Language, ending: str, *narrowed: str) -> str:
        """Give the address of a feed, of the whole site or *narrowed*; its *ending* is atom or json."""
        words = in_language(language)
        parts = [words["feeds_segment"], *(narrowed or [words["feeds_all_segment"]])]
        return f"/{language}/{'/'.join(parts)}.{ending}"

    def search(self, language: Language) -> str:
        """Give the address of the page of search results."""
        return f"/{language}/{in_language(language)['search_segment']}/"

    def targets(self, language: Language) -> Iterator[tuple[str, str]]:
        """Yield each thing that the lock remembers, as target and address."""
        for publication in self.collection.publications:
            yield f"publication/{publication.id}", self.publication(publication, language)
        for series in self.collection.series:
            yield f"series/{series.id}", self.series(series, language)
            for part in series.workstreams:
                yield f"series/{series.id}/{part.id}", self.workstream(series, part, language)
        for page in self.collection.pages:
            if page.name != HOME:
                yield f"page/{page.name}", self.page(page, language)

    def redirects(self) -> Iterator[Redirect]:
        """Yield every old address that leads on, from the publications' own lists and from the lock.

        Each leads straight to the address in use. What a publication lists comes before what the lock says.
        """
        targets = {language: dict(self.targets(language)) for language in Language}
        remembered = {**self.lock.current, **self.lock.moved}
        for language in Language:
            in_use, twins = targets[language], targets[language.other]
            listed = list(self._listed(language))
            told = {old for old, _ in listed}
            # Nearly all that the lock remembers is in use, and leads nowhere else.
            left = {old: target for old, target in remembered.items() if in_use.get(target, old) != old}
            kept = [(old, target) for old, target in sorted(left.items()) if old not in told]
            for old, target in dict.fromkeys([*kept, *listed]):
                new = in_use.get(target)
                if old.startswith(f"/{language}/") and new is not None and new != old:
                    yield from self._pair(Redirect(language, old, new, twins[target], target))

    def _listed(self, language: Language) -> Iterator[tuple[str, str]]:
        for publication in self.collection.publications:
            for slug in publication.redirects[language]:
                yield f"/{language}/{slug}/", f"publication/{publication.id}"

    def accepted(self) -> Lock:
        """Give the lock that remembers the addresses in use and still leads on from every old one."""
        current = {address: target for language in Language for target, address in self.targets(language)}
        seen = set(current.values())
        kept = {old: target for old, target in self.lock.current.items() if target not in seen}
        replaced = {old: target for old, target in self.lock.current.items() if target in seen}
        moved = {
            old: target
            for old, target in {**self.lock.moved, **replaced}.items()
            if old not in current and old not in kept
        }
        return Lock({**kept, **current}, moved)

    def _pair(self, landing: Redirect) -> Iterator[Redirect]:
        """Yield the redirect of a landing page and, where there is a document, of that too."""
        yield landing
        kind, _, name = landing.target.partition("/")
        if kind == "publication" and self.collection.publication_by_id[name].has_document:
            old, new, twin = (
                f"{address.rstrip('/')}{DOCUMENT_SUFFIX}/"
                for address in (landing.old, landing.new, landing.twin)
            )
            yield Redirect(landing.language, old, new, twin, landing.target)

    def _slug(self, target: str, part: Publication | Series | WorkstreamPart, language: Language) -> str:
        chosen: Bilingual | None = part.slug
        if chosen is not None and chosen[language]:
            return chosen[language]
        recorded = self._recorded.get((target, language))
        return recorded or _from_title(part.title[language], language) or part.id

    @cached_property
    def _publications(self) -> tuple[dict[str, str], dict[str, str]]:
        """The addresses that were asked for, by file, since an id may have been given twice by mistake."""
        return {}, {}

    @cached_property
    def _recorded(self) -> dict[tuple[str, Language], str]:
        """The last part of each address that the lock says is in use."""
        return {
            (target, Language(address[1:3])): address.rstrip("/").rpartition("/")[2]
            for address, target in self.lock.current.items()
        }


@lru_cache(maxsize=32768)
def _from_title(title: str, language: Language) -> str:
    """Give the slug of *title*; it is kept, since each thing is named by many pages."""
    return slugify(plain_phrases(title), language)
