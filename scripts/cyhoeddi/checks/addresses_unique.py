"""No two things of the site stand at one address.

pass:  two publications with different titles
fail:  two publications whose titles give the same address, and neither has a slug of its own
fail:  a hand-written page with the slug of the list of publications
fail:  a slug that ends in -html, where another publication has its document
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cyhoeddi.addresses import DOCUMENT_SUFFIX, Addresses, Redirect
from cyhoeddi.collection import collect, unpublished_files
from cyhoeddi.handwritten import HOME
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series, WorkstreamPart
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path, Source
from cyhoeddi.words import in_language

ID = "addresses-unique"


class _Claim(NamedTuple):
    """An address that something wants; a tuple, as there are very many."""

    address: str
    file: str
    path: Path
    """Where it was chosen: a value of a file."""
    owner: str
    """What stands there, in words."""
    target: str = ""
    """The owner as the lock names it."""
    rank: int = 1
    """0 if the lock leads on from the address, 2 for an old one that a publication lists; else 1."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each address that is taken already; what is public or recorded keeps it."""
    if project.settings is None:
        return
    addresses = Addresses(collect(project, preview=True), project.lock)
    hidden = unpublished_files(project)
    current = project.lock.current
    redirects = list(addresses.redirects())

    def order(claim: _Claim) -> tuple[bool, int]:
        rank = 0 if current.get(claim.address) == claim.target else claim.rank
        return claim.file in hidden, rank

    for language in Language:
        taken: dict[str, str] = _reserved(language)
        claims = list(_claims(addresses, language))
        claims += _redirects(redirects, claims, language)
        number = Counter([*taken, *(claim.address for claim in claims)])
        # Nearly all addresses are wanted once, and need no order.
        for claim in sorted((one for one in claims if number[one.address] > 1), key=order):
            first = taken.setdefault(claim.address, claim.owner)
            if first != claim.owner:
                hint = "Give one of the two a slug of its own, or another title."
                message = f"{claim.address} is the address of {first} too"
                yield Problem(_source(project, claim, language).position(claim.path), ID, message, hint)


def _source(project: Project, claim: _Claim, language: Language) -> Source:
    pages = {page[language].source.file: page[language].source for page in project.all_pages}
    return pages.get(claim.file) or project.sources[claim.file]


def _reserved(language: Language) -> dict[str, str]:
    """Give the addresses of the site's own pages; those below them cannot be reached by one slug."""
    words = in_language(language)
    own = ("publications_segment", "search_segment", "follow_segment", "feeds_segment")
    return {f"/{language}/{words[key]}/": "a page of the site itself" for key in own}


def _claims(addresses: Addresses, language: Language) -> Iterator[_Claim]:
    for page in addresses.collection.pages:
        if page.name != HOME:
            address, file = addresses.page(page, language), page[language].source.file
            yield _Claim(address, file, ("slug",), file, f"page/{page.name}")
    for series in addresses.collection.series:
        target = f"series/{series.id}"
        path = _slug_path(series, language)
        yield _Claim(addresses.series(series, language), series.file, path, series.file, target)
        for index, part in enumerate(series.workstreams):
            path = ("workstreams", index, *_slug_path(part, language))
            address = addresses.workstream(series, part, language)
            yield _Claim(address, series.file, path, f"{part.id} of {series.file}", f"{target}/{part.id}")
    # The newest comes last: of two publications without a record, it is the one to mend.
    oldest_first = sorted(addresses.collection.publications, key=lambda one: (one.published_on, one.id))
    for publication in oldest_first:
        yield from _publication(addresses, publication, language)


def _publication(addresses: Addresses, publication: Publication, language: Language) -> Iterator[_Claim]:
    file, path = publication.file, _slug_path(publication, language)
    target, address = f"publication/{publication.id}", addresses.publication(publication, language)
    yield _Claim(address, file, path, file, target)
    if publication.has_document:
        document = addresses.document(publication, language)
        yield _Claim(document, file, path, f"the document of {file}", target)
    for index, slug in enumerate(publication.redirects[language]):
        old = f"/{language}/{slug}/"
        if old == address:
            continue  # It says what is so already, and makes no page.
        path = ("redirects", str(language), index)
        owner = f"an old address of {file}"
        yield _Claim(old, file, path, owner, target, rank=2)
        if publication.has_document:
            yield _Claim(f"/{language}/{slug}{DOCUMENT_SUFFIX}/", file, path, owner, target, rank=2)


def _redirects(redirects: Sequence[Redirect], claims: list[_Claim], language: Language) -> Iterator[_Claim]:
    """Yield the addresses that lead on because the lock remembers them; *claims* are all others."""
    owners = {claim.target: claim for claim in reversed(claims)}
    listed = {(claim.address, claim.target) for claim in claims}
    for redirect in redirects:
        key = (redirect.old, redirect.target)
        if redirect.language is language and redirect.target in owners and key not in listed:
            claim = owners[redirect.target]
            owner = f"an old address of {redirect.target}"
            yield _Claim(redirect.old, claim.file, claim.path, owner, redirect.target, rank=0)


def _slug_path(part: Publication | Series | WorkstreamPart, language: Language) -> Path:
    """Give the path of what decides an address: the slug if one is written, else the title."""
    key = "slug" if part.slug is not None and part.slug[language] else "title"
    return key, str(language)
