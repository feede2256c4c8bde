"""Words in the other language are marked as being in it, and what is marked is in the language that it says.

Judged are blocks and headings of eight words or more, names not counted, and marked phrases of three or more.
Names, titles in a list and single words of the other language are nobody's fault (WCAG excepts them).

    pass:  <p lang="cy">Mae'r ddogfen hon ar gael yn Saesneg hefyd.</p> on an English page
    fail:  the same without lang; <p lang="cy">This document is also available in Welsh.</p>; <p lang="welsh">
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import tags
from cyhoeddi.audit.static.passages import LEAST, Passage, passages, spoken, spoken_on
from cyhoeddi.audit.static.place import finding
from cyhoeddi.language import Language

ID = "part-language"

CRITERION = "3.1.2"

_LEAST_MARKED = 3
"""Words from which a phrase that is marked on purpose is judged."""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each part of a page whose language is wrong, no language, or not told."""
    for page in site.pages:
        yield from _unknown(page)
        # Where the page as a whole is wrong, that is one finding, and not one for each paragraph.
        whole = spoken_on(page)
        for passage in passages(page):
            stated = tags.language(passage.tag) if passage.own else whole or tags.language_of(page)
            real = _real(passage)
            if real and stated and real is not stated:
                yield _mismatch(page, passage, stated, real)


def _unknown(page: Page) -> Iterator[Finding]:
    for node in page.all("body[lang], body [lang]"):
        tag = (node.attributes.get("lang") or "").strip()
        if tag and not tags.is_valid(tag):
            yield finding(
                ID,
                page,
                node,
                f'"{tag}" is no language tag',
                'Write lang="en" for English and lang="cy" for Welsh.',
                criterion=CRITERION,
            )


def _real(passage: Passage) -> Language | None:
    is_marked = "lang" in passage.node.attributes
    return spoken(passage.text, _LEAST_MARKED if is_marked else LEAST)


def _mismatch(page: Page, passage: Passage, stated: Language, real: Language) -> Finding:
    said, is_in = tags.ENGLISH_NAMES[stated], tags.ENGLISH_NAMES[real]
    if passage.own:
        message = f"Words that are marked as {said} are in {is_in}"
        hint = f'Mark them with lang="{real}", or put the {said} words in their place.'
    else:
        message = f"{is_in} words stand on this {said} page and are not marked as {is_in}"
        hint = f'Put them into {said}; if they are meant to be in {is_in}, mark them with lang="{real}".'
    return finding(ID, page, passage.node, message, hint, criterion=CRITERION)
