"""The filters beside the list of publications: plain links, for all pages of the list or for one of them.

Where there are very many workstreams, those of a series are offered beside the list of that series, and no
others: nobody finds one among hundreds, and each page of each list would carry them all.
"""

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


Parts: TypeAlias = Mapping[str, tuple[Choice, ...]]
"""By the id of a series its own choice, and after it those of its workstreams."""

MANY = 30
"""With more workstreams than this, they are very many."""


def filters(edition: Edition, choices: Iterable[Choice]) -> list[Filter]:
    """Give the filters that all pages of the list share, for the furniture."""
    by_facet = _by_facet(choices)
    shared = [facet for facet in FACETS if facet != "workstream" or len(by_facet[facet]) <= MANY]
    return [_whole(edition, facet, by_facet[facet]) for facet in shared if by_facet[facet]]


def other_filters(edition: Edition, choices: Iterable[Choice]) -> dict[str, Filter]:
    """Give the filters that pages of the list do not share, by their facets."""
    workstreams = _by_facet(choices)["workstream"]
    return {"workstream": _whole(edition, "workstream", workstreams)} if len(workstreams) > MANY else {}


def parts_of(choices: Iterable[Choice]) -> Parts:
    """Give the workstreams of each series, if they are so many that only its own lists offer them."""
    by_facet = _by_facet(choices)
    if len(by_facet["workstream"]) <= MANY:
        return {}
    found: dict[str, tuple[Choice, ...]] = {one.values[0].key: (one,) for one in by_facet["series"]}
    for choice in by_facet["workstream"]:
        series = choice.values[0].key.partition("/")[0]
        found[series] = (*found[series], choice)
    return found


def narrower_of(choices: Iterable[Choice]) -> Narrower:
    """Give the choices of two values by each of the two."""
    found: dict[tuple[str, str], tuple[Choice, ...]] = {}
    for choice in choices:
        if len(choice.values) > 1:
            for value in choice.values:
                name = (value.facet, value.key)
                found[name] = (*found.get(name, ()), choice)
    return found


def own_filters(edition: Edition, choice: Choice, narrower: Narrower, parts: Parts) -> dict[str, Filter]:
    """Give the filters that keep what *choice* has chosen already, by their facets: they replace the shared.

    A list of one type keeps it while the reader chooses a year; a list of one year leads on to its months,
    and that of a series to its workstreams if *parts* names them.
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
    if len(choice.values) == 1 and choice.facets[0] in ("series", "workstream"):
        series, *options = parts.get(choice.values[0].key.partition("/")[0]) or (choice,)
        if options:
            everything = address_of(edition, series, edition.language)
            found["workstream"] = _filter(edition, "workstream", options, everything)
    return found


def chosen_of(edition: Edition, choice: Choice) -> dict[str, str]:
    """Give the address of the option that *choice* has chosen in each filter; a month is below its year."""
    own = address_of(edition, choice, edition.language)
    chosen = dict.fromkeys(choice.facets, own)
    if "month" in chosen:
        chosen["year"] = address_of(edition, Choice(choice.values[:1], ()), edition.language)
    return chosen


def _by_facet(choices: Iterable[Choice]) -> Mapping[str, list[Choice]]:
    """Give the choices of a single value by its facet."""
    found: dict[str, list[Choice]] = {facet: [] for facet in FACETS}
    for choice in choices:
        if len(choice.values) == 1:
            found[choice.values[0].facet].append(choice)
    return found


def _whole(edition: Edition, facet: str, options: Iterable[Choice]) -> Filter:
    return _filter(edition, facet, options, edition.addresses.publications(edition.language))


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
