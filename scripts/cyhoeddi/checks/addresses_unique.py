"""No two things of the site stand at one address.

pass:  two publications with different titles
fail:  two publications whose titles give the same address, and neither has a slug of its own
fail:  a hand-written page with the slug of the list of publications
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import collect, unpublished_files
from cyhoeddi.handwritten import HOME
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series, WorkstreamPart
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.words import in_language

ID = "addresses-unique"

Claim = tuple[str, Position, str]
"""An address, where it was chosen, and what stands there in words."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each address that is taken already; what is public keeps it."""
    if project.settings is None:
        return
    addresses = Addresses(collect(project, preview=True), project.lock)
    hidden = unpublished_files(project)
    for language in Language:
        taken: dict[str, str] = _reserved(language)
        claims = sorted(_claims(project, addresses, language), key=lambda claim: claim[1].file in hidden)
        for address, where, owner in claims:
            first = taken.setdefault(address, owner)
            if first != owner:
                hint = "Give one of the two a slug of its own."
                yield Problem(where, ID, f"{address} is the address of {first} too", hint)


def _reserved(language: Language) -> dict[str, str]:
    """Give the addresses of the site's own pages; those below them cannot be reached by one slug."""
    words = in_language(language)
    own = ("publications_segment", "search_segment", "follow_segment")
    return {f"/{language}/{words[key]}/": "a page of the site itself" for key in own}


def _claims(project: Project, addresses: Addresses, language: Language) -> Iterator[Claim]:
    collection = addresses.collection
    for publication in collection.publications:
        where = _slug_place(project, publication, language)
        address = addresses.publication(publication, language)
        yield address, where, publication.file
        if publication.sections:
            yield addresses.document(publication, language), where, f"the document of {publication.file}"
    for series in collection.series:
        yield addresses.series(series, language), _slug_place(project, series, language), series.file
        for index, part in enumerate(series.workstreams):
            where = _slug_place(project, series, language, part, index)
            yield addresses.workstream(series, part, language), where, f"{part.id} of {series.file}"
    for page in collection.pages:
        if page.name != HOME:
            side = page[language].source
            yield addresses.page(page, language), side.position(("slug",)), side.file
    yield from _redirects(project, addresses, language)


def _redirects(project: Project, addresses: Addresses, language: Language) -> Iterator[Claim]:
    for redirect in addresses.redirects():
        if redirect.language is language:
            kind, _, name = redirect.target.partition("/")
            where = Position("addresses.lock")
            if kind == "publication" and redirect.old not in {**project.lock.current, **project.lock.moved}:
                publication = addresses.collection.publication_by_id[name]
                where = project.place(publication, "redirects", str(language))
            yield redirect.old, where, f"an old address of {redirect.target}"


def _slug_place(
    project: Project,
    part: Publication | Series,
    language: Language,
    workstream: WorkstreamPart | None = None,
    index: int = 0,
) -> Position:
    """Give the place that decides an address: the slug if one is written, else the title."""
    path: tuple[str | int, ...] = ("workstreams", index) if workstream else ()
    slug = (workstream or part).slug
    key = "slug" if slug is not None and slug[language] else "title"
    return project.place(part, *path, key, str(language))
