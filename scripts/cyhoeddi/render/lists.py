"""The list of publications, whole and narrowed by type, series, workstream, year and month, in pages."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.feed import FACETS, announced, feed_of
from cyhoeddi.render.choices import Choice, address_of
from cyhoeddi.render.filters import Narrower, Parts, chosen_of, narrower_of, own_filters, parts_of
from cyhoeddi.render.page import PageText


def list_pages(edition: Edition, choices: tuple[Choice, ...]) -> Iterator[PageText]:
    """Yield every page of the list; *choices* are those that `choices_of` gives."""
    narrower, parts = narrower_of(choices), parts_of(choices)
    for choice in choices:
        yield from _pages(edition, choice, narrower, parts)


def _pages(edition: Edition, choice: Choice, narrower: Narrower, parts: Parts) -> Iterator[PageText]:
    language, words = edition.language, edition.words
    size = edition.collection.settings.extra.items_per_page
    pages = max(1, -(-len(choice.publications) // size))
    title = words["publications_title"]
    if choice.values:
        title = words.text("list_title_filtered", filters=choice.title(language))
    own, chosen = own_filters(edition, choice, narrower, parts), chosen_of(edition, choice)
    for number in range(1, pages + 1):
        shown = choice.publications[(number - 1) * size : number * size]
        form, numbers = (
            ("head_title_page", {"page": number, "pages": pages}) if number > 1 else ("head_title", {})
        )
        yield PageText(
            language=language,
            kind="list",
            name="/".join([*(part for one in choice.values for part in (one.facet, one.key)), str(number)]),
            address=address_of(edition, choice, language, number),
            twin=address_of(edition, choice, language.other, number),
            title=title,
            head_title=edition.head_title(title, form, **numbers),
            description=words.text("list_description", organisation=edition.organisation),
            # Lists of two values only repeat what others have: for readers, not for search engines.
            noindex=edition.collection.preview or len(choice.values) > 1,
            breadcrumb=tuple(_breadcrumb(edition, choice)),
            feeds=_feeds(edition, choice),
            more={
                "count": len(choice.publications),
                "cards": edition.cards(shown),
                "chosen": chosen,
                "filters": own,
                "pager": {
                    "page": number,
                    "pages": pages,
                    "first": address_of(edition, choice, language),
                    "previous": address_of(edition, choice, language, number - 1) if number > 1 else None,
                    "next": address_of(edition, choice, language, number + 1) if number < pages else None,
                },
                "list_address": edition.addresses.publications(language),
            },
        )


def _breadcrumb(edition: Edition, choice: Choice) -> Iterator[dict[str, str]]:
    """Yield the pages above a list: the home page, the whole list, and that of its first value alone."""
    yield edition.home_crumb
    if choice.values:
        yield edition.list_crumb
    if len(choice.values) > 1:
        wider = Choice(choice.values[:1], ())
        yield edition.crumb(wider.title(edition.language), address_of(edition, wider, edition.language))


def _feeds(edition: Edition, choice: Choice) -> tuple[dict[str, str], ...]:
    """Give the feeds of what a list shows, if it is narrowed by one value that has a feed of its own."""
    if len(choice.values) != 1 or choice.values[0].facet not in FACETS:
        return ()
    return announced(edition, feed_of(edition, choice.values[0].facet, choice.values[0].key))
