"""A publication without its texts, which are read again when they are asked for.

Lists, addresses and most checks need no more of a publication than its head: all but `details` and
`sections`. An archive holds the heads of all its publications, and the texts, many times as much, only of
those that were looked at lately.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import PrivateAttr

from cyhoeddi.fingerprint import digest
from cyhoeddi.model import Publication, walk_sections
from cyhoeddi.source import Plain

TEXTS = ("details", "sections")
"""The keys of a publication that its head has not."""

_NAME = re.compile(r"pub:([\w/-]+)")


class Head(Publication):
    """A publication whose texts are read when they are asked for."""

    _whole: Callable[[], Publication] = PrivateAttr()
    _fingerprint: str = PrivateAttr()
    _outline: str = PrivateAttr()
    _named: tuple[str, ...] = PrivateAttr()
    _has_document: bool = PrivateAttr()

    @property
    def has_document(self) -> bool:
        """Whether there is a document besides the landing page."""
        return self._has_document

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Give one of the texts, which are no attributes of a head."""
            return getattr(self._whole(), name) if name in TEXTS else super().__getattr__(name)


def head_of(
    data: Mapping[str, Plain],
    place: Mapping[str, str],
    *,
    whole: Callable[[], Publication],
    fingerprint: str,
    outline: str,
    named: Iterable[str],
    has_document: bool,
) -> Head:
    """Give the head whose *data* these are; *place* gives its id and file, and *whole* the publication.

    *fingerprint* is the hash of all that it says, *outline* that of all but its texts; *named* is what these
    name. Raises ValidationError if the data are none.
    """
    head = Head.model_validate({**data, **place})
    for name in TEXTS:
        del head.__dict__[name]
    head._whole, head._named, head._has_document = whole, tuple(named), has_document  # noqa: SLF001 (its maker)
    head._fingerprint, head._outline = fingerprint, outline  # noqa: SLF001 (as above)
    return head


def fingerprint(publication: Publication) -> str:
    """Give the hash of all that *publication* says."""
    if isinstance(publication, Head):
        return publication._fingerprint  # noqa: SLF001 (no affair of readers)
    return digest(publication.model_dump_json())


def outline(publication: Publication) -> str:
    """Give the hash of all that others may say of *publication*: all but its texts."""
    if isinstance(publication, Head):
        return publication._outline  # noqa: SLF001 (as above)
    return digest(publication.model_dump_json(exclude=set(TEXTS)), str(publication.has_document))


def named_in(publication: Publication) -> tuple[str, ...]:
    """Give what the texts of *publication* name, sorted, and perhaps more: links are looked for, not read."""
    if isinstance(publication, Head):
        return publication._named  # noqa: SLF001 (as above)
    bodies = [section.body for _, section in walk_sections(publication.sections)]
    sides = [side for body in filter(None, [*bodies, publication.details]) for side in (body.en, body.cy)]
    return tuple(sorted({name for side in sides if "pub:" in side for name in _NAME.findall(side)}))
