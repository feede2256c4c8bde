"""The links of a block lead to the same places in both languages.

gov.wales and llyw.cymru and other such twins, addresses with /en/ and /cy/, and the twin domains of the
settings are one place. A link that leads to the other language's twin is a warning. Order does not matter;
mailto: and tel: links are left to the rules of e-mail addresses and telephone numbers.

pass:  [the guidance](https://www.gov.wales/care) and [y canllawiau](https://www.llyw.cymru/gofal)
pass:  [the plan](https://example.org/en/plan) and [y cynllun](https://example.org/cy/cynllun)
fail:  [the report](pub:report-2023) and [yr adroddiad](pub:report-2024)
warn:  Welsh text with [y canllawiau](https://www.gov.wales/care)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from cyhoeddi.checks.agreement import NAMES, hint_of
from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Link, Pair, compared
from cyhoeddi.texts import Text

ID = "links-agree"

_LANGUAGES = {
    **dict.fromkeys(("en", "en-gb", "eng", "english", "saesneg"), Language.EN),
    **dict.fromkeys(("cy", "cy-gb", "cym", "welsh", "cymraeg"), Language.CY),
}
"""Parts of an address that name the language of the page."""

_WELSH_ENDING = ".cy"
"""How GOV.UK marks the Welsh twin of a page."""
_OTHERS_RULES = re.compile(r"(?:mailto|tel):", re.IGNORECASE)

_Target = tuple[str, str, Language | None]
"""A site, the page on it, and the language in which the address shows it, if it tells."""

_Sides = dict[Language, list[Link]]


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose links differ, and for each link to the wrong twin."""
    for pair in compared(text):
        if not pair.en.links and not pair.cy.links:
            continue
        yield from _differences(text, pair, context)
        for language in Language:
            yield from _wrong_twins(text, pair, language, context)


@lru_cache(maxsize=4096)
def target_of(address: str, context: ParityContext) -> _Target:
    """Give where *address* leads, without what differs between the languages of one page."""
    try:
        parts = urlsplit(address)
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return address, "", None
    if not parts.netloc:
        # A link within the site: its #place may be named in each language's words.
        return (address, "", None) if parts.scheme else (parts.path, "", None)
    site, language = context.site(parts.netloc)
    kept: list[str] = []
    path = parts.path
    if path.endswith(_WELSH_ENDING):
        path, language = path.removesuffix(_WELSH_ENDING), Language.CY
    for segment in path.split("/"):
        named = _LANGUAGES.get(segment.lower())
        language = named or language
        kept += [] if named or not segment else [segment]
    for name, value in query:
        named = _LANGUAGES.get(value.lower())
        language = named or language
        kept += [] if named else [f"?{name}={value}"]
    page = "/".join(kept)
    return site, page if language or not parts.fragment else f"{page}#{parts.fragment}", language


def _differences(text: Text, pair: Pair, context: ParityContext) -> Iterator[Problem]:
    only = _unmatched(pair, context)
    if not only[Language.EN] and not only[Language.CY]:
        return
    first, mended = text.source_language, text.source_language.other
    places = {side: only[side][0].offset if only[side] else pair[side].start for side in Language}
    message = "; ".join(
        f"link only in {NAMES[side]}: {', '.join(dict.fromkeys(link.target for link in only[side]))}"
        for side in Language
        if only[side]
    )
    hint = hint_of(
        text.place(first, places[first]),
        first,
        "Give both sides a link to the same page, each in its language.",
    )
    yield Problem(text.place(mended, places[mended]), ID, message, hint)


def _unmatched(pair: Pair, context: ParityContext) -> _Sides:
    """Give the links of each side that have no answer: first by page, then by twins of one site."""
    left = {
        side: [link for link in pair[side].links if not _OTHERS_RULES.match(link.target)] for side in Language
    }
    left = _cancelled(left, lambda target, _: target[:2], context)
    # Twins translate the names of their pages, so there the site is all that can be compared.
    return _cancelled(left, lambda target, side: target[0] if target[2] is side else None, context)


def _cancelled(
    links: _Sides, key: Callable[[_Target, Language], Hashable | None], context: ParityContext
) -> _Sides:
    """Give *links* without those whose keys are equal on both sides; a key of None answers to nothing."""
    keys = {side: [key(target_of(link.target, context), side) for link in links[side]] for side in Language}
    common = Counter(keys[Language.EN]) & Counter(keys[Language.CY])
    del common[None]
    left: _Sides = {}
    for side in Language:
        waiting = common.copy()
        left[side] = []
        for link, name in zip(links[side], keys[side], strict=True):
            if waiting[name] > 0:
                waiting[name] -= 1
            else:
                left[side].append(link)
    return left


def _wrong_twins(text: Text, pair: Pair, language: Language, context: ParityContext) -> Iterator[Problem]:
    for link in pair[language].links:
        if target_of(link.target, context)[2] is language.other:
            message = f"the {NAMES[language]} text links to a page in {NAMES[language.other]}: {link.target}"
            hint = f"Link to the page's {NAMES[language]} twin, if there is one."
            yield Problem(text.place(language, link.offset), ID, message, hint, Level.WARNING)
