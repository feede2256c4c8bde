"""The page of search results: a form, and what it needs in words; a script fills in the results."""

from __future__ import annotations

from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.render.choices import Choice
from cyhoeddi.render.filters import other_filters
from cyhoeddi.render.page import PageText

FOLDER = "/search/"
"""The address of the indexes, shared by both languages."""


def search_page(edition: Edition, choices: tuple[Choice, ...]) -> PageText:
    """Give the results page of a language; *choices* are those that `choices_of` gives."""
    words, language = edition.words, edition.language
    return PageText(
        language=language,
        kind="search",
        name="search",
        address=edition.addresses.search(language),
        twin=edition.addresses.search(language.other),
        title=words["search"],
        head_title=edition.head_title(words["search"]),
        description=words.text("search_description", organisation=edition.organisation),
        noindex=True,
        breadcrumb=(edition.home_crumb,),
        more={
            "index": FOLDER,
            "list_address": edition.addresses.publications(language),
            "chosen": {},
            "filters": other_filters(edition, choices),
            "said": _said(edition),
        },
    )


def _said(edition: Edition) -> dict[str, Any]:
    """Give the words that the script puts together: each text by its name, counted ones with all forms."""
    words = edition.words
    return {
        "title": edition.head_title(words["search_title"]),
        "counts": words.forms("search_counts"),
        "otherCounts": words.forms("search_other_counts"),
        **{name: words[f"search_{name}"] for name in ("none", "meant", "more", "failed", "busy")},
        "results": words["search_results"],
        "sections": words["search_sections"],
        "otherAsk": words["search_other_ask"],
        "otherHeading": words["search_other_heading"],
    }
