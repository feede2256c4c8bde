"""By what publications are narrowed down, in lists and in a search: the same keys in both languages."""

from __future__ import annotations

from cyhoeddi.model import Publication

FACETS = ("type", "series", "workstream", "year")
"""The facets, in the order in which readers are shown them."""


def facets_of(publication: Publication) -> dict[str, list[str]]:
    """Give the keys of *publication* by facet; a workstream's names its series too ("care/workstream-1")."""
    series = publication.series
    workstreams = dict.fromkeys(publication.workstreams) if series else ()
    first = publication.first_published
    return {
        "type": [publication.type],
        "series": [series] if series else [],
        "workstream": [f"{series}/{name}" for name in workstreams],
        "year": [f"{first.year}"] if first is not None else [],
    }
