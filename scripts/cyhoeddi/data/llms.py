"""llms.txt: what a program that reads the site for somebody should know of it first (https://llmstxt.org/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.feed import whole_site
from cyhoeddi.handwritten import HOME


def render_llms(editions: Iterable[Edition]) -> bytes:
    """Give llms.txt with a part for each of *editions*, as short for a thousand publications as for one."""
    both = tuple(editions)
    name = " / ".join(dict.fromkeys(plain_phrases(edition.organisation) for edition in both))
    parts = [line for edition in both for line in _part(edition)]
    return "\n".join([f"# {name}", *parts, ""]).encode()


def _part(edition: Edition) -> Iterator[str]:
    words, addresses, language = edition.words, edition.addresses, edition.language
    yield f"\n## {words['language_name']}\n"
    home = edition.collection.page_by_name.get(HOME)
    if home:
        yield f"{plain_phrases(home[language].front.description)}\n"
    yield f"{words['llms_text']}\n"
    links = (
        (words["home"], addresses.home(language), ""),
        (words["publications_title"], addresses.publications(language), words["llms_list"]),
        (words["data_json"], addresses.data(language, "json"), words["llms_data"]),
        (words["data_schema"], addresses.data(language, "schema.json"), ""),
        (words["feeds_atom"], whole_site(edition).places["atom"], words["llms_feed"]),
        (words["follow_title"], addresses.follow(language), ""),
    )
    for title, address, about in links:
        yield f"- [{title}]({edition.absolute(address)})" + (f": {about}" if about else "")
