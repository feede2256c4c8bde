"""What was made before, and from what: small files in the cache that may be deleted at any time.

A ledger that is missing, damaged or of another version of the program is an empty one: then everything is
made anew, and nothing is ever wrong. A seal, the hash of all that stands before it, tells of damage.

    a line with the name of the file and the version, one with the entries as JSON, one with the seal
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Any

from cyhoeddi.whole import write_whole

CACHE = ".cyhoeddi"

_SEAL = 2 * blake2b().digest_size
_LARGE = 1_000_000
"""With more bytes it pays to load what reads JSON faster than Python does. (When something is written, it has
been loaded.)"""
_AT_ONCE = 500
"""So many entries are written at once: all of them as one text take as much memory as they do themselves."""


def read_ledger(file: Path, version: str, *, alike: bool = True) -> dict[str, Any]:
    """Give the entries of the ledger *file* if it is whole and of this *version*; else none.

    Keys that many mappings in it have *alike* are held once. To look for them takes as long as all else.
    """
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            head = opened.readline()
            content = opened.read(max(size - len(head) - _SEAL, 0))
            seal = blake2b(head)
            seal.update(content)
            is_whole = head == _head(file, version) and opened.read() == seal.hexdigest().encode()
        entries: Any = _read(content, alike=alike) if is_whole else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return entries if isinstance(entries, dict) else {}


def write_ledger(file: Path, version: str, entries: Mapping[str, Any]) -> None:
    """Write the *entries* of a ledger, whole or not at all; they are values that JSON can hold.

    Where it cannot be written, there is none: the next build takes longer, and no more.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append((file, version, entries))
        return
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        write_whole(file, _sealed(_head(file, version), entries))


@contextmanager
def put_off() -> Iterator[Callable[[], None]]:
    """Have the ledgers that are written meanwhile wait until what this gives is called.

    If it is not called, they are not written, as if the build had been stopped before.
    """
    waiting: list[tuple[Path, str, Mapping[str, Any]]] = []
    before = _waiting.set(waiting)
    try:
        yield lambda: _write_all(waiting)
    finally:
        _waiting.reset(before)


def _write_all(waiting: list[tuple[Path, str, Mapping[str, Any]]]) -> None:
    while waiting:
        write_ledger(*waiting.pop(0))


_waiting: ContextVar[list[tuple[Path, str, Mapping[str, Any]]] | None] = ContextVar("waiting", default=None)
"""The ledgers that are to be written later; None if none has to wait."""


def _sealed(head: bytes, entries: Mapping[str, Any]) -> Iterator[bytes]:
    seal = blake2b()
    for piece in chain([head], _pieces(entries), [b"\n"]):
        seal.update(piece)
        yield piece
    yield seal.hexdigest().encode()


def _head(file: Path, version: str) -> bytes:
    return json.dumps({"name": file.name, "version": version}).encode() + b"\n"


def _read(content: bytes, *, alike: bool) -> Any:
    if len(content) > _LARGE:
        from pydantic_core import from_json

        with suppress(ValueError):  # It knows no half a pair of surrogates, as the names of files may hold.
            return from_json(content, cache_strings="keys" if alike else "none")
    return json.loads(content)


def _pieces(entries: Mapping[str, Any]) -> Iterator[bytes]:
    """Yield *entries* as JSON, those of a large mapping among them by and by."""
    comma, left = b"", iter(entries.items())
    yield b"{"
    while some := dict(islice(left, _AT_ONCE)):
        large = [name for name, value in some.items() if isinstance(value, dict) and len(value) > _AT_ONCE]
        small = {name: value for name, value in some.items() if name not in large}
        if small:
            yield comma + _json(small)[1:-1]
            comma = b","
        for name in large:
            yield comma + _json(name) + b":"
            yield from _pieces(some[name])
            comma = b","
    yield b"}"


def _json(value: Any) -> bytes:
    from pydantic_core import to_json

    try:
        return to_json(value)
    except ValueError:  # As above.
        return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
