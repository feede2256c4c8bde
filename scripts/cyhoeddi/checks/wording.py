"""The words of a passage that can be judged: what is marked as foreign, names and addresses apart.

This is what all rules on words share; it is no rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from cyhoeddi.checks.cleared import Cleared
from cyhoeddi.figures import figures_of, language_of_name, may_name_in, names_in_dates
from cyhoeddi.language import Language
from cyhoeddi.lexicon import evidence, evidence_of, is_code, is_foreign, listed, plain, small_words, weigh
from cyhoeddi.prose import Kind, Passage, Phrase, Span, words, words_of
from cyhoeddi.terms import Terms

NAMES = {Language.EN: "English", Language.CY: "Welsh"}

LABELS = frozenset({Kind.HEADING, Kind.CAPTION, Kind.ALT, Kind.CALLOUT_TITLE})
"""Short words that stand for something longer."""

SHORT = 4
"""Fewer words have no language of their own."""

_RUN = 4
"""So many words of the other language one after another are no name."""

_LONGEST = 60
"""Letters of the longest word, hyphens and all; what is longer is none."""

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@\S+|\b(?:https?://|www\.)\S+|(?<![\w.-])[\w-]+(?:\.[\w-]{2,})+(?:/\S*)?"
)
"""E-mail and web addresses, and file names."""

_DOT_WITHIN = re.compile(r"\.\S")

_OPENS = re.compile(r"[\"“‘(\[:]\s*$")
"""What stands before a word whose capital does not make it a name."""


class Word(NamedTuple):
    """A word of a passage; a tuple, as there are very many."""

    text: str
    start: int
    """Index in the passage's words."""
    capital: bool
    """Whether it has a capital that no sentence gave it: a name, most likely."""


class Judged(NamedTuple):
    """The words of a stretch of a passage, most often a sentence."""

    words: tuple[Word, ...]
    foreign: Word | None
    """The first of those that are not in its language, if it is a sentence; None if it is as it should be."""


def may_hold_address(text: str) -> bool:
    """Tell whether *text* has what no address is without, which is found faster than an address."""
    return "@" in text or "://" in text or _DOT_WITHIN.search(text) is not None


def apart(stretch: Span, phrases: Sequence[Phrase], language: Language) -> list[tuple[int, int]]:
    """Give what of a *stretch* are no words of *language*: addresses, and those of the *phrases* marked so.

    The places are in the stretch, or reach beyond it as the phrases do.
    """
    found = [
        (phrase.start - stretch.start, phrase.end - stretch.start)
        for phrase in phrases
        if phrase.language is not language and phrase.start < stretch.end and stretch.start < phrase.end
    ]
    if may_hold_address(stretch.text):
        found += [one.span() for one in _ADDRESS.finditer(stretch.text)]
    return found


@lru_cache(maxsize=4096)
def judged(stretch: Span, phrases: tuple[Phrase, ...], language: Language, terms: Terms) -> Judged:
    """Give the words of a *stretch* of a passage, which is in *language*; the passage has the *phrases*.

    Left out are phrases marked as the other language, addresses, initials and the project's names.
    """
    text, found = stretch.text, list[Word]()
    left_out = [*apart(stretch, phrases, language), *terms.names_in(plain(text))]
    out = _marked(left_out, len(text)) if left_out else b""
    for index, match in enumerate(words(text)):
        word, start = match[0], match.start()
        # Letters on a figure are its unit: 68m, 2pm.
        if len(word) > _LONGEST or is_code(word) or text[start - 1 : start].isdigit():
            continue
        if out and any(out[start : match.end()]):
            continue
        # A bounded look back keeps long texts quick.
        capital = word[0].isupper() and index > 0 and not _OPENS.search(text[max(0, start - 4) : start])
        found.append(Word(word, stretch.start + start, capital))
    return Judged(tuple(found), _foreign(found, language, terms))


def _marked(stretches: Sequence[tuple[int, int]], length: int) -> bytearray:
    """Give a byte for each of so many characters: 1 in the *stretches*, else 0."""
    marks = bytearray(length)
    for start, end in stretches:
        start, end = max(0, start), min(end, length)
        marks[start:end] = b"\1" * (end - start)
    return marks


def _foreign(words: Sequence[Word], language: Language, terms: Terms) -> Word | None:
    """Give the first of the *words* of a sentence that are not in *language*; None if it is as it should be.

    A text under four words is in another language only if its own knows none of them.
    """
    told = [word for word in words if not word.capital]
    # Nearly always there is none at all.
    if not any(evidence_of(word.text, language, terms.has).foreign for word in told):
        return None
    found = evidence([word.text for word in told], language, terms.has)
    # "Bangor, Tuesday": a capital tells nothing against a language, but may speak for it.
    named = any(word.capital and weigh(word.text, language) > 0 for word in words)
    wrong = found.foreign > found.shared and not found.own and not (named and len(words) < SHORT)
    if len(words) >= SHORT:
        wrong = wrong or (found.foreign > found.own and found.foreign > 1)
    clear = [word for word in told if weigh(word.text, language) < 0]
    if wrong:
        return words[0] if not found.own or not clear else clear[0]
    for is_own, group in groupby(told, lambda word: weigh(word.text, language) > 0):
        run = [word for word in group if weigh(word.text, language) < 0]
        if not is_own and len(run) >= _RUN:
            return run[0]
    return None


def may_be_foreign(text: str, language: Language, terms: Terms) -> bool:
    """Tell whether a sentence of *text* may be `judged` foreign: it needs a word of the other language."""
    return not _own(language, terms).all(words_of(text))


@lru_cache(maxsize=8)
def _own(language: Language, terms: Terms) -> Cleared:
    """Give what tells whether words are all such as may stand in *language*."""
    doubtful = small_words(language.other) | terms.own(language.other)

    def at_once(words: Set[str]) -> set[str]:
        return {word for word in listed(words, language) if word.lower() not in doubtful}

    return Cleared(lambda word: is_foreign(word, language, terms.has), at_once)


def foreign_dates(passage: Passage, language: Language) -> list[Word]:
    """Give the months and weekdays of dates in *passage* that are named in the other language.

    The date itself is the same in any language, so the rules on figures pass it.
    """
    if not may_name_in(language.other, passage.text):
        return []
    found = figures_of(passage, language)
    marked = [phrase for phrase in passage.phrases if phrase.language is not language]
    return [
        Word(name, start, capital=True)
        for start, name in names_in_dates(found, passage.text)
        if language_of_name(name) is language.other
        and not any(phrase.start <= start < phrase.end for phrase in marked)
    ]


def quoted(words: Sequence[Word], first: Word) -> str:
    """Give the words from *first* on, a few of them, between quotation marks."""
    following = [word.text for word in words if word.start >= first.start]
    return '"' + " ".join(following[:6]) + (" ..." if len(following) > 6 else "") + '"'
