"""Every link and button has a name, and a link's name tells where it leads.

    pass:  <a href="…">Annual report 2025</a>; <button aria-label="Close"><svg aria-hidden="true">…</button>
    fail:  a link or button without words; "click here", "here", "read more", "yma", "cliciwch yma", "mwy";
           a link whose words are only its address; an iframe without a title

A link that holds a picture without alt is left to the rule alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import is_exposed, name
from cyhoeddi.audit.static.place import finding

ID = "names"

CRITERION = "2.4.4"

_CONTROLS = (
    ':is(a[href], [role="link"], button, [role="button"], summary, iframe, [role="menuitem"], [role="tab"], '
    'input[type="submit" i], input[type="reset" i], input[type="button" i])'
)
_SAYS_NOTHING = re.compile(
    r"(?:click |see )?here|click|this(?: link)?|link|(?:(?:read|see|learn|find out) )?more"
    r"|(?:(?:cliciwch|gweler|gweld) )?yma|cliciwch|y ddolen hon|dolen"
    r"|(?:(?:darllen|darllenwch|gweld|dysgu) )?(?:mwy|fwy|rhagor|ragor)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EDGES = re.compile(r"^\W+|\W+$")


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each link or button without a name, and each link whose name tells nothing."""
    for page in site.pages:
        for node in page.all(_CONTROLS):
            if not is_exposed(node):
                continue
            words = name(page, node)
            is_link = node.tag == "a" or node.attributes.get("role") == "link"
            if not words and not node.css_first("img:not([alt])"):
                yield _nameless(page, node, is_link)
            elif is_link and _SAYS_NOTHING.fullmatch(_EDGES.sub("", words)):
                said = f'The link "{words}" does not tell where it leads'
                hint = (
                    "Make the name of what it leads the words of the link: links are read out on their own."
                )
                yield finding(ID, page, node, said, hint, criterion=CRITERION)
            elif is_link and _ADDRESS.fullmatch(words):
                said = f"The words of a link are only its address, {words}"
                hint = "Write the name of the page or site instead: an address is read out letter by letter."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _nameless(page: Page, node: LexborNode, is_link: bool) -> Finding:
    if node.tag == "iframe":
        hint = "Give it a title that says what it holds."
        return finding(ID, page, node, "A frame has no name", hint, criterion="4.1.2")
    said = "A link has no words" if is_link else "A button has no name"
    hint = "Write in it what it leads to or does; if it is a picture, say it in the alt or in an aria-label."
    return finding(ID, page, node, said, hint, criterion=CRITERION if is_link else "4.1.2")
