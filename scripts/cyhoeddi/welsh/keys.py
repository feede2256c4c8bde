"""The keys of a Welsh word: what its forms have in common, so that words that share a key are one word.

    blant -> blant, plant (soft mutation undone) -> blant, plentyn (plant is of an irregular family)
    fyrddau -> fyrddau, byrddau, myrddau -> fyrdd, byrdd, myrdd (the ending taken off)
    bwrdd -> bwrdd, pwrdd -> byrdd, pyrdd (w made y, as in the plural)

A form may be read in several ways, and no rule can tell which is right: fyrddau has three keys. Two words are
one if they have a key in common, so both must allow the same radical: "pan" may be meant by "ban", and so may
"man", but pan and man stay apart. `welsh.js` does the same, step by step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cyhoeddi.welsh.table import Ending, Table

_VOWEL = re.compile(r"[aeiouwy]")
_MARKS = re.compile(r"[\u0300-\u036f]")
_LAST_E = re.compile(r"^(.*[^aeiouwy])e([^aeiouwy]+)$")


def keys(word: str, table: Table) -> tuple[str, ...]:
    """Give the keys of *word*, its likeliest reading first; none for figures, codes and single letters."""
    return keys_of(radicals(word, table), table)


def keys_of(radical_forms: tuple[str, ...], table: Table) -> tuple[str, ...]:
    """Give the keys of a word that may be any of *radical_forms*."""
    return tuple(dict.fromkeys(key for one in radical_forms for key in _stems(fold(one), table)))


def radicals(word: str, table: Table) -> tuple[str, ...]:
    """Give the forms without mutation that *word* may come from, accents kept; none for figures and codes.

    Whether they are words is not asked: "fawr" may be fawr, bawr and mawr.
    """
    written = bare(word, table)
    folded = fold(written)
    begins = initial(folded, table)
    if begins is None:
        return ()
    rest = written[len(begins) :]
    if begins == "h" and not _VOWEL.match(fold(rest)):
        return (written,)
    return tuple(_begin(one, begins, written) for one in table.initials.get(begins, (begins,)))


def initial(folded: str, table: Table) -> str | None:
    """Give the first letters of a word, which mutation may have changed; None if it is no word of letters."""
    if not re.fullmatch(r"[a-z]{2,}", folded):
        return None
    return next((folded[:length] for length in (3, 2, 1) if folded[:length] in table.initials), folded[0])


def bare(word: str, table: Table) -> str:
    """Give *word* in small letters without what is contracted to it (i'r: i) and without hyphens."""
    composed = unicodedata.normalize("NFC", word.lower())
    straight = re.sub(r"[’‘ʼ]", "'", composed)
    behind = table.contracted.search(fold(straight))
    if behind:
        straight = straight[: behind.start()]
    before = table.elided.match(fold(straight))
    if before:
        straight = straight[before.end() :]
    return re.sub(r"['‑-]", "", straight)


def fold(word: str) -> str:
    """Give *word* without accents."""
    return _MARKS.sub("", unicodedata.normalize("NFD", word))


def _begin(radical: str, mutated: str, word: str) -> str:
    """Give *word* with its initial put back, the accent of a first vowel kept: "ŵyl" is gŵyl."""
    kept = len(mutated) if radical.endswith(mutated) else 0
    return radical[: len(radical) - kept] + word[len(mutated) - kept :]


def _stems(folded: str, table: Table) -> Iterator[str]:
    """Yield what is left of a radical form without its endings, and what its last ending allows besides."""
    yield from _stripped(folded, table)
    ending = None if folded in table.irregular else _longest_ending(folded, table)
    if ending is None:
        return
    rest = folded.removesuffix(ending.drop)
    if ending.also is not None:
        yield _settled(rest + ending.also, table)
    if ending.raises and (raised := _LAST_E.sub(r"\1a\2", rest)) != rest:
        yield from _stripped(raised, table)


def _stripped(folded: str, table: Table) -> Iterator[str]:
    """Yield the families that a word is listed in or, its endings taken off, what is left of it."""
    if folded in table.irregular:
        yield from (_settled(first, table) for first in table.irregular[folded])
        return
    ending = _longest_ending(folded, table)
    if ending is None or ending.put == ending.drop:
        yield _settled(folded, table)
    else:
        yield from _stripped(folded.removesuffix(ending.drop) + ending.put, table)


def _longest_ending(folded: str, table: Table) -> Ending | None:
    for start in range(len(folded)):
        ending = table.endings.get(folded[start:])
        if ending and start >= ending.leave and (ending.put or _VOWEL.search(folded[:start])):
            return ending
    return None


def _settled(stem: str, table: Table) -> str:
    """Give *stem* with the letters made alike that change when an ending is put to a word."""
    if len(stem) < table.settled_from:
        return stem
    for old, new in table.settled:
        stem = old.sub(new, stem)
    return stem
