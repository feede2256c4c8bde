"""What an SVG picture may not hold: anything that acts, and anything that is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

_ACTIVE = frozenset(
    ["audio", "embed", "foreignobject", "handler", "iframe", "listener", "object", "script", "video"]
)
_WITHIN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_STYLE = re.compile(
    r"@import|expression\s*\(|javascript:|url\(\s*[\"']?(?!\s*(?:#|data:image/(?:png|jpeg)))", re.IGNORECASE
)


class _UnsafeError(Exception):
    """Something that may not be there; the text says what."""


def unsafe_part(data: bytes) -> str | None:
    """Give what in the picture *data* is unsafe, in words; None if nothing is. It never raises."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _element
    parser.CharacterDataHandler = _words
    parser.EntityDeclHandler = _entity
    parser.ProcessingInstructionHandler = _instruction
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except _UnsafeError as error:
        return str(error)
    except (expat.ExpatError, ValueError, LookupError):
        return "something that is not SVG, or is cut off"
    return None


def _element(name: str, attributes: Mapping[str, str]) -> None:
    element = _local(name)
    if element in _ACTIVE:
        raise _UnsafeError(f"an element <{name}>")
    for key, value in attributes.items():
        attribute = _local(key)
        if key.startswith("xmlns"):
            continue
        if attribute.startswith("on"):
            raise _UnsafeError(f"an action ({key})")
        if attribute in ("href", "src", "base") and value.strip() and not _WITHIN.match(value):
            raise _UnsafeError(f'a link to something outside the picture ("{value[:60]}")')
        if attribute == "attributename" and _local(value.strip()) == "href":
            raise _UnsafeError("a link that changes")
        _words(value)


def _words(text: str) -> None:
    # Style sheets are the text of an element, or attributes; no other text looks like this.
    if _STYLE.search(text):
        raise _UnsafeError("a style that fetches something from outside the picture")


def _entity(*_declaration: object) -> None:
    raise _UnsafeError("an XML entity")


def _instruction(target: str, _data: str) -> None:
    if target.lower().startswith("xml-stylesheet"):
        raise _UnsafeError("a style sheet from outside the picture")


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
