"""No two things of the site stand at one address.

pass:  two publications with different titles
fail:  two publications whose titles give the same address, and neither has a slug of its own
fail:  a hand-written page with the slug of the list of publications
fail:  a slug that ends in -html, where another publication has its document
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cyhoeddi.addresses import DOCUMENT_SUFFIX, Addresses
from cyhoeddi.collection import collect, unpublished_files
from cyhoeddi.handwritten import HOME
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series, WorkstreamPart
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.words import in_language

ID = "addresses-unique"


@dataclass(frozen=True)
class _Claim:
    """An address that something wants."""

    address: str
    where: Position
    """Where it was chosen."""
    owner: str
    """What stands there, in words."""
    target: str = ""
    """The owner as the lock names it."""
    rank: int = 1
    """0 if the lock gives it the address already, 2 for an old address that a publication lists; else 1."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each address that is taken already; what is public or recorded keeps it."""
    if project.settings is None:
        return
    addresses = Addresses(collect(project, preview=True), project.lock)
    hidden = unpublished_files(project)
    for language in Language:
        taken: dict[str, str] = _reserved(language)
        claims = [
            replace(claim, rank=0) if project.lock.current.get(claim.address) == claim.target else claim
            for claim in _claims(addresses, project, language)
        ]
        claims += _redirects(addresses, claims, language)
        for claim in sorted(claims, key=lambda claim: (claim.where.file in hidden, claim.rank)):
            first = taken.setdefault(claim.address, claim.owner)
            if first != claim.owner:
                hint = "Give one of the two a slug of its own, or another title."
                message = f"{claim.address} is the address of {first} too"
                yield Problem(claim.where, ID, message, hint)


def _reserved(language: Language) -> dict[str, str]:
    """Give the addresses of the site's own pages; those below them cannot be reached by one slug."""
    words = in_language(language)
    own = ("publications_segment", "search_segment", "follow_segment", "feeds_segment")
    return {f"/{language}/{words[key]}/": "a page of the site itself" for key in own}


def _claims(addresses: Addresses, project: Project, language: Language) -> Iterator[_Claim]:
    for page in addresses.collection.pages:
        if page.name != HOME:
            source = page[language].source
            where = source.position(("slug",))
            yield _Claim(addresses.page(page, language), where, source.file, f"page/{page.name}")
    for series in addresses.collection.series:
        target = f"series/{series.id}"
        where = _slug_place(project, series, language)
        yield _Claim(addresses.series(series, language), where, series.file, target)
        for index, part in enumerate(series.workstreams):
            where = _slug_place(project, series, language, part, index)
            address = addresses.workstream(series, part, language)
            yield _Claim(address, where, f"{part.id} of {series.file}", f"{target}/{part.id}")
    # The newest comes last: of two publications without a record, it is the one to mend.
    oldest_first = sorted(addresses.collection.publications, key=lambda one: (one.published_on, one.id))
    for publication in oldest_first:
        yield from _publication(addresses, project, publication, language)


def _publication(
    addresses: Addresses, project: Project, publication: Publication, language: Language
) -> Iterator[_Claim]:
    target, where = f"publication/{publication.id}", _slug_place(project, publication, language)
    address = addresses.publication(publication, language)
    yield _Claim(address, where, publication.file, target)
    if publication.sections:
        document = addresses.document(publication, language)
        yield _Claim(document, where, f"the document of {publication.file}", target)
    for index, slug in enumerate(publication.redirects[language]):
        old = f"/{language}/{slug}/"
        if old == address:
            continue  # It says what is so already, and makes no page.
        where = project.place(publication, "redirects", str(language), index)
        owner = f"an old address of {publication.file}"
        yield _Claim(old, where, owner, target, rank=2)
        if publication.sections:
            yield _Claim(f"/{language}/{slug}{DOCUMENT_SUFFIX}/", where, owner, target, rank=2)


def _redirects(addresses: Addresses, claims: list[_Claim], language: Language) -> Iterator[_Claim]:
    """Yield the addresses that lead on because the lock remembers them; *claims* are all others."""
    places = {claim.target: claim.where for claim in reversed(claims)}
    listed = {(claim.address, claim.target) for claim in claims}
    for redirect in addresses.redirects():
        key = (redirect.old, redirect.target)
        if redirect.language is language and redirect.target in places and key not in listed:
            owner = f"an old address of {redirect.target}"
            yield _Claim(redirect.old, places[redirect.target], owner, redirect.target, rank=0)


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
