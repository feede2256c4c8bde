"""The pages between the languages and between addresses: choice of language, pages not found, redirects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.feed import announced, whole_site
from cyhoeddi.language import Language
from cyhoeddi.render.page import PageText
from cyhoeddi.words import in_language


def language_choice(editions: Mapping[Language, Edition]) -> PageText:
    """Give the page at the root, which holds both languages."""
    titles = [in_language(language)["choose_language"] for language in Language]
    names = [edition.organisation for edition in editions.values()]
    edition = editions[Language.EN]
    return PageText(
        language=Language.EN,
        kind="language-choice",
        name="root",
        address="/",
        twin=None,
        title=" / ".join(titles),
        head_title=f"{' / '.join(titles)} | {' / '.join(names)}",
        description=" / ".join(in_language(language)["choose_language_text"] for language in Language),
        noindex=edition.collection.preview,
        feeds=_feeds(editions),
        more={"choices": [_choice(one) for one in editions.values()]},
    )


def not_found_pages(editions: Mapping[Language, Edition]) -> Iterator[PageText]:
    """Yield the page that says that nothing is here: one a language, and one at the root that holds both."""
    for language, edition in editions.items():
        title = edition.words["not_found"]
        yield PageText(
            language=language,
            kind="not-found",
            name="own",
            address=f"/{language}/404.html",
            twin=f"/{language.other}/404.html",
            title=title,
            head_title=edition.head_title(title),
            description=edition.words["not_found_description"],
            noindex=True,
            breadcrumb=(edition.home_crumb,),
            more={"choices": []},
        )
    titles = [edition.words["not_found"] for edition in editions.values()]
    names = [edition.organisation for edition in editions.values()]
    yield PageText(
        language=Language.EN,
        kind="not-found",
        name="both",
        address="/404.html",
        twin=None,
        title=" / ".join(titles),
        head_title=f"{' / '.join(titles)} | {' / '.join(names)}",
        description=" / ".join(edition.words["not_found_description"] for edition in editions.values()),
        noindex=True,
        feeds=_feeds(editions),
        more={"choices": [_choice(one) for one in editions.values()]},
    )


def redirect_pages(edition: Edition) -> Iterator[PageText]:
    """Yield a page for each old address, which leads to the one in use."""
    for redirect in edition.addresses.redirects():
        if redirect.language is edition.language:
            title = edition.words["redirect_title"]
            yield PageText(
                language=edition.language,
                kind="redirect",
                name=redirect.old.strip("/").removeprefix(f"{edition.language}/"),
                address=redirect.old,
                twin=redirect.twin,
                title=title,
                head_title=edition.head_title(title),
                description=edition.words["redirect_description"],
                noindex=True,
                more={"target": redirect.new},
            )


def _feeds(editions: Mapping[Language, Edition]) -> tuple[Mapping[str, str], ...]:
    """Give the feeds of both languages, since the furniture of such a page is that of one."""
    return tuple(feed for one in editions.values() for feed in announced(one, whole_site(one)))


def _choice(edition: Edition) -> dict[str, Any]:
    return {
        "language": edition.language.value,
        "title": edition.organisation,
        "text": edition.words["continue_in_language"],
        "address": edition.addresses.home(edition.language),
    }
