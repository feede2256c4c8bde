"""Everything that is seen and not read has words in its place, or says that it needs none.

pass:  <img alt="Bar chart: 12 homes in 2024">; <img alt=""> that decorates; <svg aria-hidden="true">
fail:  <img> without alt; alt="chart-final-v2.png", alt="image"; <svg role="img"> without a title or label;
       <area>, <object> or <input type="image"> without words
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import is_exposed, name
from cyhoeddi.audit.static.addresses import is_readable
from cyhoeddi.audit.static.place import finding

ID = "alternatives"

CRITERION = "1.1.1"

_PICTURES = ':is(img, [role="img"], area[href], object, embed, input[type="image" i], canvas)'

_FILE_NAME = re.compile(
    r"\S*\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf)|(?:img|dsc|dscn|image|screenshot)[-_ ]?\d+",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"image|picture|photo(?:graph)?|graphic|img|alt(?: text)?|placeholder|untitled"
    r"|llun|delwedd|ffotograff|graffig|testun amgen",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each picture that has no words, or words that say nothing."""
    for page in site.pages:
        for node in page.all(_PICTURES):
            if is_exposed(node) and (said := _fault(page, node)):
                hint = 'Say in its alt what a reader needs to know from it; give alt="" if it only decorates.'
                if node.tag == "svg":
                    hint = 'Say in a title what a reader needs to know; give aria-hidden="true" if nothing.'
                yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _fault(page: Page, node: LexborNode) -> str:
    attributes = node.attributes
    decorates = node.tag == "img" and (
        "alt" in attributes or attributes.get("role") in {"presentation", "none"}
    )
    words = name(page, node)
    if not words:
        return "" if decorates else f"{_CALLED.get(node.tag or '', 'A picture')} has no words in its place"
    source = (attributes.get("src") or attributes.get("data") or "").strip()
    file = unquote(urlsplit(source).path.rpartition("/")[2]) if is_readable(source) else ""
    stem = file.rpartition(".")[0]
    is_stem = words == stem and not stem.isalpha()
    if _FILE_NAME.fullmatch(words) or words == file or is_stem:
        return f'The words in place of a picture are the name of a file, "{words}"'
    if _SAYS_NOTHING.fullmatch(words):
        return f'The words in place of a picture, "{words}", say nothing of what it shows'
    return ""


_CALLED = {
    "area": "A part of an image map",
    "object": "An embedded object",
    "embed": "An embedded object",
    "input": "A picture that is a button",
    "canvas": "A drawing",
}
