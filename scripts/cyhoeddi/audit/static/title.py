"""Every page has a title, and no other page in its language has the same.

A title is what a screen reader says first, and what stands in tabs, bookmarks and search results.

    pass:  <title>Contact us | Example Board</title>
    fail:  no title, a blank one, "Untitled", the name of a file, or that of another page
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page, primary
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.pairs import is_indexable
from cyhoeddi.audit.static.place import finding

ID = "title"

CRITERION = "2.4.2"

_EMPTY = re.compile(r"(?:new |untitled )?(?:untitled|document|page|index)|di-?deitl", re.IGNORECASE)
_FILE = re.compile(r"\S+\.(?:html?|pdf|docx?|md|aspx?|php)|https?://\S+", re.IGNORECASE)


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each page without a title that tells it from the others."""
    alike: dict[tuple[str, str], list[Page]] = {}
    for page in site.pages:
        if is_indexable(page):
            alike.setdefault((primary(page.language), _title(page).casefold()), []).append(page)
    for page in site.pages:
        title = _title(page)
        others = [one for one in alike.get((primary(page.language), title.casefold()), ()) if one is not page]
        if not title:
            said = "The page has no title"
        elif _EMPTY.fullmatch(title) or _FILE.fullmatch(title):
            said = f'The title "{title}" does not say what the page is about'
        elif others and is_indexable(page):
            said = f'The title "{title}" is also that of {others[0].address}'
        else:
            continue
        node = page.first("head > title") or page.first("head")
        hint = "Give the page a title of its own, its heading first and the name of the site last."
        yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _title(page: Page) -> str:
    node = page.first("head > title")
    return " ".join(node.text().split()) if node else ""
