"""The ways in which the list of publications is narrowed, each a plain page: by one filter, or by two.

A type goes with a year, and a year with a month, since there are few of each: the number of such lists grows
with types and years, not with publications. Series and workstreams stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.render.facets import facets_of
from cyhoeddi.slug import slugify
from cyhoeddi.words import format_month, publication_type

TOGETHER = (("type", "year"), ("year", "month"))
"""The facets that narrow a list together, in the order of the address."""


@dataclass(frozen=True)
class Value:
    """One value of a filter, such as the year 2023."""

    facet: str
    """type, series, workstream, year or month."""
    key: str
    """Its name in the generated tree, the same in both languages."""
    titles: Mapping[Language, str]
    parts: Mapping[Language, str]
    """What stands for it in addresses: year/2023; for a month, which stands below its year, 11."""


@dataclass(frozen=True)
class Choice:
    """A list of publications, narrowed by its values."""

    values: tuple[Value, ...]
    """None for the whole list."""
    publications: tuple[Publication, ...]

    @property
    def facets(self) -> tuple[str, ...]:
        """By what the list is narrowed."""
        return tuple(value.facet for value in self.values)

    def title(self, language: Language) -> str:
        """Give the words for the values; those for a month name its year too."""
        named = self.values[-1:] if "month" in self.facets else self.values
        return ", ".join(value.titles[language] for value in named)


def choices_of(english: Edition, welsh: Edition) -> tuple[Choice, ...]:
    """Give every choice that leaves something, by the names of their values; the first is the whole list."""
    editions = {Language.EN: english, Language.CY: welsh}
    publications = english.collection.publications
    groups: dict[tuple[tuple[str, str], ...], list[Publication]] = {}
    for one in publications:
        for names in _names(one):
            groups.setdefault(names, []).append(one)
    return (
        Choice((), publications),
        *(
            Choice(tuple(value_of(editions, *name) for name in names), tuple(group))
            for names, group in sorted(groups.items())
        ),
    )


def value_of(editions: Mapping[Language, Edition], facet: str, key: str) -> Value:
    """Give the value *key* of *facet*, as both *editions* name it."""
    found = {language: named(edition, facet, key) for language, edition in editions.items()}
    return Value(
        facet,
        key,
        {language: title for language, (title, _) in found.items()},
        {language: part for language, (_, part) in found.items()},
    )


def named(edition: Edition, facet: str, key: str) -> tuple[str, str]:
    """Give the words for a value and the part of the address that names it."""
    language, addresses, collection = edition.language, edition.addresses, edition.collection
    if facet == "month":
        return format_month(date.fromisoformat(f"{key}-01"), language), key.rpartition("-")[2]
    if facet == "year":
        return key, addresses.narrowed(language, facet, key)
    if facet == "type":
        name = publication_type(key).name(language)
        return name, addresses.narrowed(language, facet, slugify(name, language))
    series = collection.series_by_id[key.partition("/")[0]]
    # Series and workstreams are named as in their own addresses.
    slug = addresses.series(series, language).strip("/").rpartition("/")[2]
    if facet == "series":
        return edition.said(series.title), addresses.narrowed(language, facet, slug)
    workstream = collection.workstream(*key.split("/"))
    if workstream is None:
        raise ValueError(f"no workstream {key}")
    slug += "/" + addresses.workstream(series, workstream, language).strip("/").rpartition("/")[2]
    title = f"{edition.said(workstream.title)}, {edition.said(series.title)}"
    return title, addresses.narrowed(language, facet, slug)


def address_of(edition: Edition, choice: Choice, language: Language, number: int = 1) -> str:
    """Give the address of a page of the list that *choice* leaves."""
    parts = (value.parts[language] for value in choice.values)
    return edition.addresses.publications(language, *parts, number=number)


def _names(publication: Publication) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the values of each choice that *publication* is among, as facet and key."""
    first = publication.first_published
    keys = facets_of(publication) | ({"month": [f"{first:%Y-%m}"]} if first else {})
    for facet, found in keys.items():
        if facet != "month":
            yield from (((facet, key),) for key in found)
    for one, other in TOGETHER:
        yield from (((one, key), (other, further)) for key in keys[one] for further in keys.get(other, ()))
