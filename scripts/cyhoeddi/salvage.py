"""A misshapen file → the part that can still be read, so that one mistake does not hide the next.

What cannot be read is left out or stands empty, and has its problem already (`load`). The rules then judge
the rest of the file as always: a wrong date does not keep an unknown series from being reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cyhoeddi.source import Plain
from cyhoeddi.texts import MARKDOWN_KEYS, PLAIN_KEYS
from cyhoeddi.words.registry import publication_types

Part = TypeVar("Part", bound=BaseModel)

_ROUNDS = 8
"""More than the levels of the format: taking something out can only show what was wrong above it."""

_STAND_INS: Mapping[str, Plain] = {"path": "", "date": "9999-12-31", "id": "unreadable"}
"""What stands in for a value that the format demands; for a text or a group, that is an empty one."""


def salvage(
    data: Mapping[str, Plain], shape: type[Part], known: Mapping[str, str] | None = None
) -> Part | None:
    """Give the *shape* that is left of *data* without its mistakes; None if too little is left.

    *known* is as for `load_part`.
    """
    rest: dict[str, Any] = {**deepcopy(dict(data)), **(known or {})}
    for _ in range(_ROUNDS):
        try:
            return shape.model_validate(rest)
        except ValidationError as error:
            for details in error.errors():
                _mend(rest, details)
    return None


def _mend(data: dict[str, Any], details: ErrorDetails) -> None:
    """Take the value with the mistake out, or put a stand-in there if it is an item of a list or demanded."""
    *above, last = details["loc"]
    holder: Any = data
    for step in above:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return  # An earlier mistake took the place away.
    if isinstance(holder, list) and isinstance(last, int):
        holder[last] = {} if details["type"].startswith("model") else "unreadable"
    elif isinstance(holder, dict):
        if last in MARKDOWN_KEYS | PLAIN_KEYS and holder.get(last) != {}:
            holder[last] = {}
        elif last in holder:
            del holder[last]
        elif details["type"] == "missing":
            holder[last] = (
                next(iter(publication_types())) if last == "type" else _STAND_INS.get(str(last), {})
            )
