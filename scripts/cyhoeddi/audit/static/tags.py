"""Language tags such as "cy" and "en-GB": which are right, and what language each names."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global
from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page, primary
from cyhoeddi.language import Language

ENGLISH_NAMES = {Language.EN: "English", Language.CY: "Welsh"}
"""What our messages call the languages."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3})?(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
"""The grammar of BCP 47, without what is there for old times' sake."""


@cache
def is_valid(tag: str) -> bool:
    """Tell whether *tag* is one that screen readers know: "cy", not "wel", "welsh" or "cy_GB"."""
    found = _TAG.fullmatch(tag)
    if not found:
        return False
    language, script, region = (found[part] or "" for part in ("language", "script", "region"))
    known = Locale("en")
    if len(language) == 2:
        is_language = language.lower() in known.languages
    else:
        # A language with a code of two letters has no other; of the rest there are thousands.
        is_language = language.lower() not in get_global("language_aliases")
    is_script = not script or script.capitalize() in known.scripts
    return is_language and is_script and (not region or region.upper() in known.territories)


def language(tag: str) -> Language | None:
    """Give which of the two languages *tag* names, if either."""
    code = primary(tag)
    return Language(code) if code in set(Language) else None


def called(tag: str) -> str:
    """Give what our messages call the language of *tag*: "Welsh", or the tag itself in quotes."""
    found = language(tag)
    return ENGLISH_NAMES[found] if found else f'"{tag}"'


def language_of(page: Page) -> Language | None:
    """Give which of the two languages *page* says it is in, if either."""
    return language(page.language)


def stated_at(node: LexborNode) -> str:
    """Give the tag in force for the words of *node*: its own, or that of the nearest element around it."""
    at: LexborNode | None = node
    while at is not None:
        if at.is_element_node and "lang" in at.attributes:
            return (at.attributes["lang"] or "").strip()
        at = at.parent
    return ""
