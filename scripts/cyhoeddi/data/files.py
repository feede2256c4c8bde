"""Every file for programs that stands beside the pages of a site, at its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cyhoeddi.data.citation import FORMS, render_citation
from cyhoeddi.data.llms import render_llms
from cyhoeddi.data.opensearch import render_opensearch
from cyhoeddi.data.shape import Listing, render_schema
from cyhoeddi.data.table import render_table
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication


def render_data(edition: Edition, listing: Listing, *, searchable: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file of a language that is about all publications and no PDF.

    These are the list as CSV, the schema of the list as JSON, and how to search a *searchable* site.
    """
    addresses, language = edition.addresses, edition.language
    schema = addresses.data(language, "schema.json")
    yield addresses.data(language, "csv"), render_table(listing, edition.words)
    yield schema, render_schema(edition.words, edition.absolute(schema))
    if searchable:
        yield addresses.opensearch(language), render_opensearch(edition)


def render_citations(edition: Edition, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file that reference software reads of *publication*."""
    for form in FORMS if publication.first_published else ():
        address = edition.addresses.citation(publication, edition.language, form)
        yield address, render_citation(edition, publication, form)


def render_shared(editions: Mapping[Language, Edition]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file that both languages share."""
    yield "/llms.txt", render_llms(editions.values())
