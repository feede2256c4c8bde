"""How a browser can search the site from its own bar: OpenSearch 1.1, a description for each language."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition

_SHORT, _LONG = 16, 48
"""The characters that the format allows for a short and a long name."""


def render_opensearch(edition: Edition) -> bytes:
    """Give the description of the search of a language, which the search page answers."""
    name = plain_phrases(edition.organisation)
    about = edition.words.text("search_description", organisation=name)
    page = edition.absolute(edition.addresses.search(edition.language))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(shortened(name, _SHORT))}</ShortName>",
        f"<LongName>{escape(shortened(name, _LONG))}</LongName>",
        f"<Description>{escape(about)}</Description>",
        f"<Language>{edition.language}</Language>",
        "<InputEncoding>UTF-8</InputEncoding>",
        f'<Url type="text/html" template={quoteattr(page + "?q={searchTerms}")}/>',
        f'<Query role="example" searchTerms={quoteattr(edition.words["publications_title"])}/>',
        "</OpenSearchDescription>\n",
    ]
    return "\n".join(lines).encode()


def shortened(name: str, length: int) -> str:
    """Give as many whole words of *name* as *length* characters hold, or a part of the first."""
    if len(name) <= length:
        return name
    words = name[: length + 1].rpartition(" ")[0].rstrip()
    return words or name[:length]
