"""A publication without its texts, which are read again when they are asked for.

Lists, addresses and most checks need no more of a publication than its head: all but `details` and
`sections`. An archive holds the heads of all its publications, and the texts, many times as much, only of
those that were looked at lately.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import PrivateAttr

from cyhoeddi.fingerprint import digest
from cyhoeddi.model import Publication, walk_sections

TEXTS = ("details", "sections")
"""The keys of a publication that its head has not."""

_NAME = re.compile(r"pub:([\w/-]+)")


class HeadFacts(NamedTuple):
    """What is known of a publication besides its head."""

    whole: Callable[[], Publication]
    """Reads it."""
    fingerprint: str
    """The hash of all that it says, and its file."""
    outline: str
    """The hash of all but its texts."""
    named: tuple[str, ...]
    """What these name."""
    has_document: bool


class Head(Publication):
    """A publication whose texts are read when they are asked for."""

    _known: HeadFacts = PrivateAttr()

    @property
    def has_document(self) -> bool:
        """Whether there is a document besides the landing page."""
        return _known(self).has_document

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Give one of the texts, which are no attributes of a head."""
            return getattr(_known(self).whole(), name) if name in TEXTS else super().__getattr__(name)


def _known(head: Head) -> HeadFacts:
    # As pydantic holds it: each of thousands of heads is asked several times, and its own way takes a while.
    private: dict[str, HeadFacts] = head.__pydantic_private__  # type: ignore[assignment]
    return private["_known"]


def head_of(data: str, known: HeadFacts) -> Head:
    """Give the head whose data, id and file are the JSON *data*, of a publication of which this is *known*.

    Raises ValidationError if the data are none.
    """
    head = Head.model_validate_json(data)
    for name in TEXTS:
        del head.__dict__[name]
    object.__setattr__(head, "__pydantic_private__", {"_known": known})
    return head


def fingerprint(publication: Publication) -> str:
    """Give the hash of all that *publication* says."""
    if isinstance(publication, Head):
        return _known(publication).fingerprint
    return digest(publication.model_dump_json())


def outline(publication: Publication) -> str:
    """Give the hash of all that others may say of *publication*: all but its texts."""
    if isinstance(publication, Head):
        return _known(publication).outline
    return digest(publication.model_dump_json(exclude=set(TEXTS)), str(publication.has_document))


def named_in(publication: Publication) -> tuple[str, ...]:
    """Give what the texts of *publication* name, sorted, and perhaps more: links are looked for, not read."""
    if isinstance(publication, Head):
        return _known(publication).named
    bodies = [section.body for _, section in walk_sections(publication.sections)]
    sides = [side for body in filter(None, [*bodies, publication.details]) for side in (body.en, body.cy)]
    return tuple(sorted({name for side in sides if "pub:" in side for name in _NAME.findall(side)}))
