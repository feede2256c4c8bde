"""The words of a site, put together by their keys, and laid down in small files that a browser asks for.

Each file holds lines of a key and the forms of its family on the site ("plentyn blant phlant plant plentyn").
The families stand in the order of their keys' letters, with initials that mutation makes of each other taken
as one, so that all readings of a word stand together: one or two files are asked for, however large the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cyhoeddi.welsh.keys import bare, fold, initial, keys_of, radicals
from cyhoeddi.welsh.table import Table

IsRadical = Callable[[str], bool]
"""Tells whether a word is Welsh as it stands, without mutation; asked with small letters."""

NAMES = "names.txt"
"""The file that lists the others, without ".txt", a space between."""

LARGEST = 2500
"""Bytes of a file, beyond which only what stands at the same place is put to it."""


def families(
    vocabulary: Iterable[str], table: Table, is_radical: IsRadical = lambda _word: False
) -> dict[str, tuple[str, ...]]:
    """Give the forms of *vocabulary* by key, both in order of the alphabet; figures and codes are left out.

    A dictionary's word on what is a radical (*is_radical*) leaves out readings that are no words; without it
    each form stands under all keys that it may have.
    """
    found: dict[str, set[str]] = {}
    for form in sorted({bare(word, table) for word in vocabulary}):
        for key in keys_of(chosen(form, table, is_radical), table):
            found.setdefault(key, set()).add(form)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def chosen(form: str, table: Table, is_radical: IsRadical) -> tuple[str, ...]:
    """Give those radicals of *form* that are words, or all of them if none is known.

    "nod" (an aim) is a word as it stands, and so is never a form of "dod" (to come), though that has one.
    """
    possible = radicals(form, table)
    known = tuple(one for one in possible if is_radical(one))
    if form in known and initial(fold(form), table) not in table.seldom:
        return (form,)
    return known or possible


def chunks(grouped: Mapping[str, tuple[str, ...]], table: Table) -> dict[str, bytes]:
    """Give the files that a browser asks for, by name: NAMES, and "<name>.txt" for each stretch of keys."""
    lines = sorted((shelf(key, table), " ".join((key, *forms)) + "\n") for key, forms in grouped.items())
    files: dict[str, str] = {}
    name, before = "", ""
    for place, line in lines:
        full = len((files.get(name, "") + line).encode()) > LARGEST
        if not files or (full and place != before):
            name = _name(before, place)
        files[name] = files.get(name, "") + line
        before = place
    return {NAMES: " ".join(files).encode()} | {f"{name}.txt": text.encode() for name, text in files.items()}


def shelf(key: str, table: Table) -> str:
    """Give where *key* stands: in the last file whose name is not beyond this in the alphabet."""
    begins = next((key[:length] for length in (3, 2, 1) if key[:length] in table.shelves), "")
    return table.shelves.get(begins, "") + key[len(begins) :] or key


def _name(before: str, place: str) -> str:
    """Give the fewest letters of *place* that stand after *before*."""
    return next(place[:length] for length in range(1, len(place) + 1) if place[:length] > before)
