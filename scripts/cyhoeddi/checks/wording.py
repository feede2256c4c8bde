"""The words of a passage that can be judged: what is marked as foreign, names and addresses apart.

This is what all rules on words share; it is no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cyhoeddi.figures import figures_of, language_of_name, names_in_dates
from cyhoeddi.language import Language
from cyhoeddi.lexicon import evidence, is_code, plain, weigh
from cyhoeddi.prose import Kind, Passage, Span, words
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

_OPENS = re.compile(r"[\"“‘(\[:]\s*$")
"""What stands before a word whose capital does not make it a name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage."""

    text: str
    start: int
    """Index in the passage's words."""
    capital: bool
    """Whether it has a capital that no sentence gave it: a name, most likely."""


def apart(passage: Passage, stretch: Span, language: Language) -> list[tuple[int, int]]:
    """Give what in *stretch* of *passage* are no words of *language*: addresses, and phrases marked so."""
    found = [
        (phrase.start, phrase.end)
        for phrase in passage.phrases
        if phrase.language is not language and phrase.start < stretch.end and stretch.start < phrase.end
    ]
    return found + [one.span() for one in _ADDRESS.finditer(passage.text, stretch.start, stretch.end)]


def judged(passage: Passage, stretch: Span, language: Language, terms: Terms) -> Iterator[Word]:
    """Yield the words in *stretch* of *passage*, which is in *language*.

    Left out are phrases marked as the other language, addresses, initials and the project's names.
    """
    left_out = bytearray(len(stretch.text))
    for start, end in apart(passage, stretch, language):
        _mark(left_out, start - stretch.start, end - stretch.start)
    if terms.names is not None:
        for name in terms.names.finditer(plain(stretch.text)):
            _mark(left_out, *name.span())
    first = True
    for word in words(stretch.text):
        # A bounded look back keeps long texts quick.
        before = stretch.text[max(0, word.start - 4) : word.start]
        opens, first = first or _OPENS.search(before), False
        # Letters on a figure are its unit: 68m, 2pm.
        if len(word.text) > _LONGEST or is_code(word.text) or before[-1:].isdigit():
            continue
        if any(left_out[word.start : word.end]):
            continue
        yield Word(word.text, stretch.start + word.start, word.text[:1].isupper() and not opens)


def _mark(left_out: bytearray, start: int, end: int) -> None:
    start, end = max(0, start), min(end, len(left_out))
    left_out[start:end] = b"\1" * (end - start)


def foreign(words: Sequence[Word], language: Language, terms: Terms) -> Word | None:
    """Give the first of the *words* of a sentence that are not in *language*; None if it is as it should be.

    A text under four words is in another language only if its own knows none of them.
    """
    told = [word for word in words if not word.capital]
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


def foreign_dates(passage: Passage, language: Language) -> list[Word]:
    """Give the months and weekdays of dates in *passage* that are named in the other language.

    The date itself is the same in any language, so the rules on figures pass it.
    """
    marked = [phrase for phrase in passage.phrases if phrase.language is not language]
    return [
        Word(name, start, capital=True)
        for start, name in names_in_dates(figures_of(passage, language), passage.text)
        if language_of_name(name) is language.other
        and not any(phrase.start <= start < phrase.end for phrase in marked)
    ]


def quoted(words: Sequence[Word], first: Word) -> str:
    """Give the words from *first* on, a few of them, between quotation marks."""
    following = [word.text for word in words if word.start >= first.start]
    return '"' + " ".join(following[:6]) + (" ..." if len(following) > 6 else "") + '"'
