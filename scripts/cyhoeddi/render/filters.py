"""The filters beside the list of publications: plain links, for all pages of the list or for one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.render.choices import TOGETHER, Choice, address_of
from cyhoeddi.render.facets import FACETS
from cyhoeddi.slug import slugify

Filter: TypeAlias = Mapping[str, Any]
"""A filter with its options; decisions/001 lists the keys."""

Narrower: TypeAlias = Mapping[tuple[str, str], tuple[Choice, ...]]
"""The choices that narrow a single value further, by its facet and key."""


def filters(edition: Edition, choices: Iterable[Choice]) -> list[Filter]:
    """Give the filters that all pages of the list share, for the furniture."""
    single = [choice for choice in choices if len(choice.values) == 1]
    whole = edition.addresses.publications(edition.language)
    found = ((facet, [choice for choice in single if choice.facets == (facet,)]) for facet in FACETS)
    return [_filter(edition, facet, options, whole) for facet, options in found if options]


def narrower_of(choices: Iterable[Choice]) -> Narrower:
    """Give the choices of two values by each of the two."""
    found: dict[tuple[str, str], tuple[Choice, ...]] = {}
    for choice in choices:
        if len(choice.values) > 1:
            for value in choice.values:
                name = (value.facet, value.key)
                found[name] = (*found.get(name, ()), choice)
    return found


def own_filters(edition: Edition, choice: Choice, narrower: Narrower) -> dict[str, Filter]:
    """Give the filters that keep what *choice* has chosen already, by their facets: they replace the shared.

    A list of one type keeps it while the reader chooses a year; a list of one year leads on to its months.
    """
    found: dict[str, Filter] = {}
    # A month is never without its year, so that there is nothing to keep but the year.
    for value in (value for value in choice.values if value.facet != "month"):
        alone = Choice((value,), ())
        for facet in (further for pair in TOGETHER if value.facet in pair for further in pair):
            options = [
                one
                for one in narrower.get((value.facet, value.key), ())
                if facet in one.facets and facet != value.facet
            ]
            if options and not (facet == "month" and "type" in choice.facets):
                found[facet] = _filter(edition, facet, options, address_of(edition, alone, edition.language))
    return found


def chosen_of(edition: Edition, choice: Choice) -> dict[str, str]:
    """Give the address of the option that *choice* has chosen in each filter; a month is below its year."""
    own = address_of(edition, choice, edition.language)
    chosen = dict.fromkeys(choice.facets, own)
    if "month" in chosen:
        chosen["year"] = address_of(edition, Choice(choice.values[:1], ()), edition.language)
    return chosen


def _filter(edition: Edition, facet: str, options: Iterable[Choice], everything: str) -> Filter:
    """Give the filter of *facet*; *everything* is the address of the list without it."""
    found = [(next(value for value in one.values if value.facet == facet), one) for one in options]
    language = edition.language
    # As readers look for them: by the alphabet, but the newest year first and the months as they come.
    if facet == "year":
        found.sort(key=lambda pair: pair[0].key, reverse=True)
    elif facet == "month":
        found.sort(key=lambda pair: pair[0].key)
    else:
        found.sort(key=lambda pair: (slugify(pair[0].titles[language], Language.CY), pair[0].key))
    return {
        "name": edition.words[facet],
        "key": facet,
        "all": everything,
        "options": [
            {
                "title": value.titles[language],
                "value": value.key,
                "address": address_of(edition, one, language),
                "count": len(one.publications),
            }
            for value, one in found
        ],
    }
