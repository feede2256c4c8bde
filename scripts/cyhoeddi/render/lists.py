"""The list of publications, whole and filtered by type, series, workstream and year, in pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.render.page import PageText
from cyhoeddi.slug import slugify
from cyhoeddi.words import publication_type

FACETS = ("type", "series", "workstream", "year")


@dataclass(frozen=True)
class Choice:
    """One value of a filter, such as the year 2023."""

    facet: str
    """type, series, workstream or year; empty for the whole list."""
    key: str
    """The value's name in the generated tree, the same in both languages."""
    titles: dict[Language, str]
    slugs: dict[Language, str]
    publications: tuple[Publication, ...]


def list_pages(edition: Edition, choices: tuple[Choice, ...]) -> Iterator[PageText]:
    """Yield every page of the list; *choices* are those that `choices_of` gives."""
    everything = Choice("", "", {}, dict.fromkeys(Language, ""), edition.collection.publications)
    for choice in (everything, *choices):
        yield from _pages(edition, choice)


def filters(edition: Edition, choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Give the filters with their options, for the furniture that all pages of the list share."""
    return [
        {
            "name": edition.words[facet],
            "key": facet,
            "all": edition.addresses.publications(edition.language),
            "options": [
                {
                    "title": choice.titles[edition.language],
                    "address": _address(edition, choice, edition.language, 1),
                    "count": len(choice.publications),
                }
                for choice in _in_order(facet, choices, edition.language)
            ],
        }
        for facet in FACETS
        if any(choice.facet == facet for choice in choices)
    ]


def _in_order(facet: str, choices: tuple[Choice, ...], language: Language) -> list[Choice]:
    """Give the choices of *facet* as readers look for them: by the alphabet, but the newest year first."""
    found = [choice for choice in choices if choice.facet == facet]
    if facet == "year":
        return sorted(found, key=lambda choice: choice.key, reverse=True)
    return sorted(found, key=lambda choice: (slugify(choice.titles[language], Language.CY), choice.key))


def choices_of(english: Edition, welsh: Edition) -> tuple[Choice, ...]:
    """Give every value by which the list can be filtered, with what it leaves."""
    editions = {Language.EN: english, Language.CY: welsh}
    groups: dict[tuple[str, str], list[Publication]] = {}
    for one in english.collection.publications:
        groups.setdefault(("type", one.type), []).append(one)
        if one.first_published is not None:
            groups.setdefault(("year", f"{one.first_published.year}"), []).append(one)
        if one.series:
            groups.setdefault(("series", one.series), []).append(one)
            for name in dict.fromkeys(one.workstreams):
                groups.setdefault(("workstream", f"{one.series}/{name}"), []).append(one)
    return tuple(
        _choice(editions, facet, key, tuple(group)) for (facet, key), group in sorted(groups.items())
    )


def _choice(
    editions: dict[Language, Edition], facet: str, key: str, publications: tuple[Publication, ...]
) -> Choice:
    titles: dict[Language, str] = {}
    slugs: dict[Language, str] = {}
    for language, edition in editions.items():
        titles[language], slugs[language] = _named(edition, facet, key)
    return Choice(facet, key, titles, slugs, publications)


def _named(edition: Edition, facet: str, key: str) -> tuple[str, str]:
    """Give the words for a value and the part of the address that names it."""
    language, collection = edition.language, edition.collection
    if facet == "type":
        name = publication_type(key).name(language)
        return name, slugify(name, language)
    if facet == "year":
        return key, key
    series = collection.series_by_id[key.partition("/")[0]]
    series_slug = edition.addresses.series(series, language).strip("/").rpartition("/")[2]
    if facet == "series":
        return edition.said(series.title), series_slug
    workstream = collection.workstream(*key.split("/"))
    if workstream is None:
        raise ValueError(f"no workstream {key}")
    slug = edition.addresses.workstream(series, workstream, language).strip("/").rpartition("/")[2]
    return f"{edition.said(workstream.title)}, {edition.said(series.title)}", f"{series_slug}/{slug}"


def _pages(edition: Edition, choice: Choice) -> Iterator[PageText]:
    language, words = edition.language, edition.words
    size = edition.collection.settings.extra.items_per_page
    pages = max(1, -(-len(choice.publications) // size))
    title = words["publications_title"]
    if choice.facet:
        title = words.text("list_title_filtered", filters=choice.titles[language])
    for number in range(1, pages + 1):
        shown = choice.publications[(number - 1) * size : number * size]
        form, numbers = (
            ("head_title_page", {"page": number, "pages": pages}) if number > 1 else ("head_title", {})
        )
        yield PageText(
            language=language,
            kind="list",
            name="/".join(filter(None, (choice.facet, choice.key, str(number)))),
            address=_address(edition, choice, language, number),
            twin=_address(edition, choice, language.other, number),
            title=title,
            head_title=edition.head_title(title, form, **numbers),
            description=words.text("list_description", organisation=edition.organisation),
            noindex=edition.collection.preview,
            breadcrumb=(edition.home_crumb, edition.list_crumb) if choice.facet else (edition.home_crumb,),
            more={
                "count": len(choice.publications),
                "cards": edition.cards(shown),
                "chosen": {"facet": choice.facet, "address": _address(edition, choice, language, 1)},
                "pager": {
                    "page": number,
                    "pages": pages,
                    "previous": _address(edition, choice, language, number - 1) if number > 1 else None,
                    "next": _address(edition, choice, language, number + 1) if number < pages else None,
                },
                "list_address": edition.addresses.publications(language),
            },
        )


def _address(edition: Edition, choice: Choice, language: Language, number: int) -> str:
    return edition.addresses.publications(language, choice.facet, choice.slugs[language], number)
