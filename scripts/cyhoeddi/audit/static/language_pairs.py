"""The link to the other language leads to the same page in that language, and back, and says so rightly.

Language links are those named after a language ("Cymraeg", "English", "Welsh", "Saesneg"), and those
outside the main part whose hreflang names the other language. One has to lead to the page that the page's own
hreflang links name; where there are none, the page there has to lead back.

    pass:  <a href="/cy/amdanom/" lang="cy" hreflang="cy">Cymraeg</a> on /en/about/
    fail:  a link to /cy/; to an English page; lang="en" on the word "Cymraeg"; hreflang="en"; no link at all
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import tags
from cyhoeddi.audit.static.accessible_name import words
from cyhoeddi.audit.static.pairs import (
    NAMES,
    bare,
    is_choice,
    is_indexable,
    language_links,
    target_page,
    twin,
)
from cyhoeddi.audit.static.place import finding
from cyhoeddi.language import Language

ID = "language-pairs"

CRITERION = "3.1.2"
"""Of the mark on the link's words; where a link leads is no matter of WCAG."""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each language link that leads or is marked wrongly, and each page without."""
    for page in site.pages:
        own = tags.language_of(page)
        if own is None or page.is_redirect:
            continue
        links = language_links(site, page, own.other)
        other = tags.ENGLISH_NAMES[own.other]
        pair = twin(site, page)
        if pair and not links and is_indexable(page) and not is_choice(site, page):
            yield finding(
                ID,
                page,
                page.first("header") or page.first("body"),
                f"Readers find no link to the {other} page",
                f"Put a link to {pair.address} at the top of the page, named in {other}.",
                criterion="",
            )
        for node in links:
            yield from _marks(page, node, own.other)
        if links and is_indexable(page):
            wrong = [(node, said) for node in links if (said := _leads_wrong(site, page, node, own))]
            if wrong and not is_choice(site, page):
                yield from (_led(page, node, said, pair, other) for node, said in wrong)


def _marks(page: Page, node: LexborNode, to: Language) -> Iterator[Finding]:
    stated = (node.attributes.get("hreflang") or "").strip()
    if stated and tags.language(stated) is not to:
        yield finding(
            ID,
            page,
            node,
            f'The link to the {tags.ENGLISH_NAMES[to]} page says hreflang="{stated}"',
            f'Write hreflang="{to}" on it: hreflang is the language of the page it leads to.',
            criterion="",
        )
    text = words(node)
    spoken = NAMES.get(bare(text))
    marked = next((one for one in node.css("[lang]") if bare(words(one)) == bare(text)), node)
    if spoken and tags.language(tags.stated_at(marked)) is not spoken:
        yield finding(
            ID,
            page,
            node,
            f'The word "{text}" is {tags.ENGLISH_NAMES[spoken]}, but the link is marked as '
            f"{tags.called(tags.stated_at(marked))}",
            f'Put lang="{spoken}" on the link: lang is the language of the words that readers see.',
            criterion=CRITERION,
        )


def _leads_wrong(site: Site, page: Page, node: LexborNode, own: Language) -> str:
    there, pair = target_page(site, page, node), twin(site, page)
    other = tags.ENGLISH_NAMES[own.other]
    if there is None:
        return ""  # Dead or on another site: that is for the rules links and twins to say.
    if there is page:
        return f"The link to the {other} page leads to this page itself"
    if pair is there:
        return ""
    if pair is not None:
        return f"The link to the {other} page leads to {there.address}, which is another page"
    if tags.language_of(there) is own:
        return f"The link to the {other} page leads to {there.address}, which is in {tags.ENGLISH_NAMES[own]}"
    back = [target_page(site, there, one) for one in language_links(site, there, own)]
    if page not in (*back, twin(site, there)):
        return f"The link to the {other} page leads to {there.address}, which does not lead back here"
    return ""


def _led(page: Page, node: LexborNode, said: str, pair: Page | None, other: str) -> Finding:
    where = f"to {pair.address}" if pair else f"to this same page in {other}"
    return finding(
        ID,
        page,
        node,
        said,
        f"Make the link lead {where}, never to a home page: readers want to stay where they are.",
        criterion="",
    )
