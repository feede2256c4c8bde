"""Every Welsh word is known to the Welsh dictionary or to terms/words.yaml.

Mutated and contracted forms and both apostrophes are known. Names with a capital within a sentence, codes,
addresses and phrases marked as English are not looked up.

pass:  cy: "Mae'r gofrestr risgiau wedi’i diweddaru."
warn:  cy: "Mae'r gofrestr risgiau wedi'i diweddary."
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cyhoeddi.checks.cleared import Cleared
from cyhoeddi.checks.wording import judged
from cyhoeddi.language import Language
from cyhoeddi.lexicon import Has, known, listed, suggestions, weigh
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, passages, sentences, whole, words_of
from cyhoeddi.texts import Text

ID = "welsh-spelling"

_WELSH = Language.CY
_SHORTEST = 3
"""Letters of a word that is worth looking up."""


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a warning for each word of the Welsh side that is unknown."""
    has = context.terms.has
    right = _right(has)
    # Most texts and passages have no word to ask about, which is told sooner than what their sentences are.
    if right.all(words_of(whole(text, _WELSH))):
        return
    for passage in passages(text, _WELSH):
        if passage.kind is Kind.SLUG or right.all(words_of(passage.text)):
            continue
        for sentence in sentences(passage.text, _WELSH):
            words, foreign = judged(sentence, passage.phrases, _WELSH, context.terms)
            # A sentence in the wrong language has a problem of its own, and not a word of it would be known.
            if foreign is not None:
                continue
            for word in words:
                if word.capital or _is_right(word.text, has):
                    continue
                where = text.place(_WELSH, passage.offset(word.start))
                yield Problem(
                    where, ID, f'"{word.text}" is not a known Welsh word', _hint(word.text), Level.WARNING
                )


@lru_cache(maxsize=8)
def _right(has: Has) -> Cleared:
    """Give what tells whether words are all right."""
    return Cleared(lambda word: not _is_right(word, has), lambda words: listed(words, _WELSH))


@lru_cache(maxsize=65536)
def _is_right(word: str, has: Has) -> bool:
    """Tell whether *word* is known, or too short to be asked about."""
    if len(word) < _SHORTEST:
        return True
    # The first word of a sentence may be a name of the other language: "Swansea", "James".
    name = word[:1].isupper() and (known(word, Language.EN) and not known(word.lower(), Language.EN))
    return known(word, _WELSH) or has(word, _WELSH) or name


def _hint(word: str) -> str:
    if weigh(word, Language.EN) > 0:
        return "If it is meant to be English, mark it: [words]{lang=en}. If not, correct it."
    likely = suggestions(word, lambda one: known(one, _WELSH))
    meant = f"Did you mean {' or '.join(likely)}? " if likely else ""
    return f"{meant}If it is right, add it to terms/words.yaml under cy, or a name under names."
