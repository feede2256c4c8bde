"""Where the English has an agreed term, the Welsh has the agreed Welsh for it, mutated, plural or not.

The terms are the project's own, in terms/glossary.yaml; those with the status agreed or name are held to.

pass:  {en: "two local authorities", cy: "dau awdurdod lleol"}
warn:  {en: "two local authorities", cy: "dau gyngor lleol"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cyhoeddi.language import Language
from cyhoeddi.lexicon import bare, forms, plain, radicals
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, Openings, Pair, aligned, sentences
from cyhoeddi.terms import Term, Terms
from cyhoeddi.texts import Text

ID = "glossary"


@dataclass(frozen=True, eq=False)
class _Sought:
    """A term and what finds it on either side, which is made only where a text may have the term."""

    term: Term

    @cached_property
    def en(self) -> re.Pattern[str]:
        return _english(self.term)

    @cached_property
    def cy(self) -> re.Pattern[str]:
        return _welsh(self.term)


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a warning for each agreed term whose Welsh is not in the translation of its passage."""
    sought, ranks, openings = _sought(context.terms)
    for pair in aligned(text):
        if pair.en.kind is Kind.SLUG:
            continue
        possible = {rank for wording in openings.possible(pair.en.text) for rank in ranks[wording]}
        if not possible:
            continue
        english, welsh = plain(pair.en.text), plain(pair.cy.text)
        for one in (sought[rank] for rank in sorted(possible)):
            first = one.en.search(english)
            # A name may stand in English there, marked as such.
            if first and not one.cy.search(welsh) and not one.en.search(welsh):
                yield _problem(text, pair, one.term, first.start())
            # A term within a longer one is part of that.
            english = one.en.sub(lambda found: " " * len(found.group()), english)


def _problem(text: Text, pair: Pair, term: Term, start: int) -> Problem:
    mended = text.source_language.other
    offset = pair.en.offset(start) if mended is Language.EN else _sentence_place(pair, start)
    message = f'"{term.term}" is "{term.welsh}" in the glossary, which the Welsh does not have here'
    note = f" {term.note.rstrip('.')}." if term.note else ""
    hint = f"Use the agreed term, or add this wording to terms/glossary.yaml under also.{note}"
    return Problem(text.place(mended, offset), ID, message, hint, Level.WARNING)


def _sentence_place(pair: Pair, start: int) -> int:
    """Give the place of the Welsh sentence that translates the English one with the character at *start*."""
    english = sentences(pair.en.text, Language.EN)
    welsh = sentences(pair.cy.text, Language.CY)
    if len(english) != len(welsh):
        return pair.cy.start
    index = max((number for number, one in enumerate(english) if one.start <= start), default=0)
    return pair.cy.offset(welsh[index].start) if welsh else pair.cy.start


@lru_cache(maxsize=8)
def _sought(terms: Terms) -> tuple[Sequence[_Sought], Mapping[str, Sequence[int]], Openings]:
    """Give the terms to be held to, the longest first; their ranks by their English; and its openings."""
    held = [term for term in terms.glossary if term.status != "proposed"]
    held.sort(key=lambda term: len(term.term), reverse=True)
    ranks: dict[str, list[int]] = {}
    for rank, term in enumerate(held):
        english = plain(term.term)
        for wording in (english, *(f"{english}{end}" for end in _ENDINGS), f"{english[:-1]}ies"):
            ranks.setdefault(wording, []).append(rank)
    return tuple(map(_Sought, held)), ranks, Openings(ranks)


_ENDINGS = ("s", "es", "ren")


def _english(term: Term) -> re.Pattern[str]:
    *others, last = map(re.escape, plain(term.term).split())
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        last = f"{last[:-1]}(?:y|ies)"
    elif last.endswith("child"):
        last = f"{last}(?:ren)?"
    elif not last.endswith("s"):
        last = f"{last}(?:s|es)?"
    # A name has its capitals; "first minister" may be anyone's.
    flags = 0 if term.status == "name" else re.IGNORECASE
    whole = r"\s+".join([*others, last])
    return re.compile(rf"(?<![\w-]){whole}(?![\w-])", flags)


def _welsh(term: Term) -> re.Pattern[str]:
    wordings = [one for one in (term.welsh, term.plural, *term.also) if one]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_any_form, wordings))})(?!\w)", re.IGNORECASE)


def _any_form(wording: str) -> str:
    """Give a pattern for *wording* with each of its words mutated or contracted in any way."""
    return r"[\s-]+".join(_any_form_of_word(word) for word in re.split(r"[\s-]+", plain(wording)))


def _any_form_of_word(word: str) -> str:
    base = bare(word, Language.CY)
    found = forms(base).union(*(forms(radical) for radical, _ in radicals(base)))
    return f"(?:{'|'.join(map(re.escape, sorted(found)))})(?:'\\w{{1,2}})?"
