"""Where a link or an image may lead, and which words may carry it."""

from __future__ import annotations

import re

from cyhoeddi.body.refusal import Wording

_BARE = re.compile(r"(?<![\w/.@-])(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
"""An address in running text."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SHAPES = {
    "https": re.compile(r"//[^\s/?#\\]+(?:[/?#]\S*)?"),
    "http": re.compile(r"//[^\s/?#\\]+(?:[/?#]\S*)?"),
    "mailto": re.compile(r"[^\s@:/]+@[^\s@/]+"),
    "tel": re.compile(r"\+?[0-9-]+"),
    "pub": re.compile(r"(?:series/[a-z0-9-]+(?:/[a-z0-9-]+)?|[a-z0-9-]+)"),
}
_WITHIN_SITE = re.compile(r"(?!//)[^\s\\:]+|(?!//)[^\s\\:?#]*[?#][^\s\\]*")
_FILE = re.compile(r"[^\s/\\:?#]+")
_FILE_NAME_AS_WORDS = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp)", re.IGNORECASE)
_VAGUE = frozenset(
    [
        *(
            "click here",
            "here",
            "read more",
            "more",
            "this link",
            "link",
            "this page",
            "find out more",
            "learn more",
        ),
        *("cliciwch yma", "clicia yma", "yma", "darllen mwy", "darllenwch fwy", "darllenwch ragor", "mwy"),
        *("rhagor", "y ddolen hon", "dolen", "y dudalen hon"),
    ]
)
_EDGES = " \t\n.,:;!?…>»→()\"'“”‘’"


def link_target(target: str, *, pages: bool) -> Wording | None:
    """Why a link may not lead to *target*, or nothing; *pages* allows addresses within the site."""
    scheme = _SCHEME.match(target)
    if scheme:
        name = scheme.group()[:-1]
        # An address may be written in capitals; `pub:` is no address, and is looked for as it is.
        shape = _SHAPES.get(name if name.lower() == "pub" else name.lower())
        if not shape:
            return f"links of the kind {name[:20]}: are not allowed", "Use https, http, mailto, tel or pub."
        if not shape.fullmatch(target, scheme.end()):
            return "the address of this link is not complete", _EXAMPLES[name.lower()]
        return None
    if pages and _WITHIN_SITE.fullmatch(target):
        return None
    if not target:
        return "this link leads nowhere", "Write the address between the round brackets."
    return (
        "the address of this link is not complete",
        "Write https:// and the whole address, or pub: and an id.",
    )


_EXAMPLES = {
    "https": "Write https:// and the whole address, without spaces.",
    "http": "Write http:// and the whole address, without spaces.",
    "mailto": "Write mailto:name@example.org.",
    "tel": "Write tel: and digits, with hyphens in place of spaces.",
    "pub": "Write pub: and the id of a publication, pub:series/id or pub:series/id/workstream.",
}


def bare_addresses(words: str) -> list[int]:
    """Where addresses start in running *words*."""
    # The shape is tried at every character, so first see whether there can be any.
    if "://" in words or (("w." in words or "W." in words) and "www." in words.lower()):
        return [found.start() for found in _BARE.finditer(words)]
    return []


def link_words(words: str) -> Wording | None:
    """Why *words* may not be those of a link, or nothing."""
    said = " ".join(words.casefold().split()).strip(_EDGES)
    if not words.strip():
        return "this link has no words", "Write words that say where it leads between the square brackets."
    if said in _VAGUE:
        return (
            "the words of this link do not say where it leads",
            "Use the name of the page or document it leads to.",
        )
    if _BARE.fullmatch(words.strip()):
        return "the words of this link are an address", "Use the name of the page or document it leads to."
    return None


def image(target: str, alt: str, *, pages: bool) -> Wording | None:
    """Why an image may not be shown, or nothing."""
    if not target:
        return "this image has no file", "Write the file's name between the round brackets."
    if not _FILE.fullmatch(target) and not (
        pages and not _SCHEME.match(target) and _WITHIN_SITE.fullmatch(target)
    ):
        return (
            "an image is named by its file alone",
            "Write the file's name only, without folder, address or spaces.",
        )
    if not alt.strip():
        return "this image has no alternative text", "Say what it shows between the square brackets."
    if _FILE_NAME_AS_WORDS.fullmatch(alt.strip()):
        return "the alternative text of this image is a file name", "Say what the image shows."
    return None
