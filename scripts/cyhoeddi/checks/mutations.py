"""A Welsh word has the mutation that the word before it asks for, where that is beyond doubt.

Advisory: names of people, loan words and whatever may be meant otherwise are left alone.

pass:  "i Gaerdydd", "o blant", "yng Nghaerdydd", "a phlant", "ei phlant", "eu plant", "y gyfres"
warn:  "i Caerdydd", "o plant", "yn Caerdydd", "a plant", "ei plant", "eu blant", "y cyfres"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cyhoeddi.checks import mutation_rules as rules
from cyhoeddi.checks.wording import judged
from cyhoeddi.language import Language
from cyhoeddi.lexicon import Mutation, bare, known, mutate, plain, radicals, roots
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, passages, sentences, whole, words_of
from cyhoeddi.texts import Text

ID = "mutations"

_WELSH = Language.CY
_FLAGS = {Mutation.SOFT: "M", Mutation.NASAL: "T", Mutation.ASPIRATE: "L"}
_ARTICLE = re.compile(r"y|yr|.*'r")
_HIS_OR_HER = re.compile(r"ei|[a-zŷŵ]+'i")


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a warning for each word that lacks a mutation, or has one that nothing asks for."""
    suspects = _suspects(whole(text, _WELSH))
    for passage in passages(text, _WELSH) if suspects else ():
        here = any(before in passage.text and word in passage.text for before, word in suspects)
        if passage.kind is Kind.SLUG or not here:
            continue
        for sentence in sentences(passage.text, _WELSH):
            words, foreign = judged(sentence, passage.phrases, _WELSH, context.terms)
            for before, word in pairwise(words) if foreign is None else ():
                if not _asks(before.text):
                    continue
                if passage.text[before.start + len(before.text) : word.start].strip(" \u00a0"):
                    continue
                expected = mutated(before.text, word.text, capital=word.capital)
                if expected:
                    message = f'"{before.text} {word.text}": after "{before.text}" a mutation is expected'
                    if before.text.lower() in rules.OUR_YOUR_THEIR:
                        message = f'"{before.text} {word.text}": after "{before.text}" nothing mutates'
                    hint = f"Write {expected}, unless something else is meant; this is advice only."
                    where = text.place(_WELSH, passage.offset(word.start))
                    yield Problem(where, ID, message, hint, Level.WARNING)


def _suspects(text: str) -> list[tuple[str, str]]:
    """Give two words for each that may lack its mutation: hardly any text has one to look at closely.

    Only words side by side matter, and with a capital a word is left alone more often, never less.
    """
    found = words_of(text)
    asking = set(filter(_asks, set(found)))
    return [pair for pair in pairwise(found) if pair[0] in asking and mutated(*pair)]


@lru_cache(maxsize=65536)
def _asks(word: str) -> bool:
    """Tell whether anything at all is known of how the word after *word* begins."""
    trigger = plain(word).lower()
    return (
        trigger == "yn"
        or trigger in rules.OUR_YOUR_THEIR
        or trigger in rules.TRIGGERS
        or any(pattern.fullmatch(trigger) for pattern in (_HIS_OR_HER, _ARTICLE))
    )


@lru_cache(maxsize=65536)
def mutated(before: str, word: str, *, capital: bool = False) -> str | None:
    """Give *before* and *word* as they should be, or None if nothing is wrong or it cannot be told.

    *capital* tells whether the word has one that no sentence gave it.
    """
    trigger = plain(before).lower()
    written = plain(word)
    root = bare(written, _WELSH)
    if root.lower() in rules.NEVER or (capital and root not in rules.PLACES | rules.BODIES):
        return None
    if trigger == "yn":
        changed = mutate(written, Mutation.NASAL)
        return f"{_yn(before, changed)} {changed}" if root in rules.PLACES and changed != written else None
    if trigger in rules.OUR_YOUR_THEIR:
        radical = _only_mutated(root)
        return f"{before} {radical}{written[len(root) :]}" if radical else None
    if _HIS_OR_HER.fullmatch(trigger):
        return _his_or_hers(before, written)
    if _ARTICLE.fullmatch(trigger):
        return f"{before} {mutate(written, Mutation.SOFT)}" if root in rules.FEMININE else None
    mutation = rules.TRIGGERS.get(trigger)
    if mutation is None or not _is_radical(root, mutation):
        return None
    return f"{before} {mutate(written, mutation)}"


@lru_cache(maxsize=65536)
def _is_radical(word: str, mutation: Mutation) -> bool:
    """Tell whether *word* would change by *mutation*, and is no such form already."""
    if word in rules.PLACES:
        return mutate(word, mutation) != word
    lower = word.lower()
    found = roots(lower)
    changed = mutate(lower, mutation)
    return (
        changed != lower
        and any(not root.prefix for root in found)
        and not any(root.prefix for root in found)
        and any(root.prefix == _FLAGS[mutation] for root in roots(changed))
    )


def _only_mutated(word: str) -> str | None:
    """Give the radical of *word* if it can be nothing but a soft mutation."""
    found = roots(word.lower())
    if not found or any(root.prefix != "M" for root in found) or known(word.lower(), Language.EN):
        return None
    possible = [
        radical
        for radical, mutation in radicals(word)
        if mutation is Mutation.SOFT and any(not root.prefix for root in roots(radical))
    ]
    return possible[0] if len(possible) == 1 else None


def _his_or_hers(before: str, word: str) -> str | None:
    root = bare(word, _WELSH)
    if not root.lower().startswith(("c", "p", "t")) or not _is_radical(root, Mutation.ASPIRATE):
        return None
    soft, aspirate = (mutate(word, one) for one in (Mutation.SOFT, Mutation.ASPIRATE))
    return f"{before} {soft} (ef) or {before} {aspirate} (hi)"


def _yn(before: str, word: str) -> str:
    """Give "yn" as it is before a nasal."""
    lower = word.lower()
    changed = "yng" if lower.startswith("ng") else "ym" if lower.startswith("m") else "yn"
    return changed.capitalize() if before[:1].isupper() else changed
