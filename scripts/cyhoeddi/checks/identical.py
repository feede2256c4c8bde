"""No sentence is the same on both sides, letter by letter.

A short text may be: names, codes, figures and words of both languages ("Map 1", "Partner") pass; a word that
neither language is known to have earns a warning.

pass:  {en: "Map 1", cy: "Map 1"}
warn:  {en: "blockchaining", cy: "blockchaining"}
fail:  {en: "The Board met in June.", cy: "The Board met in June."}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cyhoeddi.checks.wording import LABELS, SHORT, Word, judged, quoted
from cyhoeddi.language import Language
from cyhoeddi.lexicon import evidence
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, Pair, compared, letters, sentences
from cyhoeddi.texts import Text

ID = "identical"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each sentence that both sides have, on the side that it does not belong to."""
    for pair in compared(text):
        if pair.en.kind in LABELS or pair.en.kind is Kind.SLUG:
            continue
        for words, side in _repeated(pair, text, context):
            level = _level(words, context)
            if level is not None:
                message = f"the same words stand in both languages: {quoted(words, words[0])}"
                hint = "Translate them; mark a name or quotation in the other language: [words]{lang=en}."
                where = text.place(side, pair[side].offset(words[0].start))
                yield Problem(where, ID, message, hint, level)


def _repeated(pair: Pair, text: Text, context: ParityContext) -> Iterator[tuple[Sequence[Word], Language]]:
    """Yield the words of each sentence of both sides, with the side that is to be mended."""
    mended = text.source_language.other
    if not letters(pair[mended].text):
        return
    there = {one.text.casefold() for one in sentences(pair[mended.other].text, mended.other)}
    here = sentences(pair[mended].text, mended)
    if there.isdisjoint([one.text.casefold() for one in here]):
        return
    for sentence in here:
        if sentence.text.casefold() not in there:
            continue
        words = judged(sentence, pair[mended].phrases, mended, context.terms).words
        if not words:
            continue
        found = evidence([word.text for word in words], mended, context.terms.has)
        if found.own <= found.foreign:
            yield words, mended
            continue
        # It is the side written first that has it in the wrong language.
        for original in sentences(pair[mended.other].text, mended.other):
            if original.text.casefold() == sentence.text.casefold():
                other = judged(original, pair[mended.other].phrases, mended.other, context.terms)
                yield other.words, mended.other
                break


def _level(words: Sequence[Word], context: ParityContext) -> Level | None:
    """Tell how bad it is that *words* stand on both sides; None if it is nothing."""
    found = evidence([word.text for word in words if not word.capital], Language.EN, context.terms.has)
    if (found.own or found.foreign) and (found.judged >= SHORT or not (found.own and found.foreign)):
        return Level.ERROR
    strange = [word for word in words if word.text[:1].islower()]
    return Level.WARNING if found.unknown > found.shared and strange else None
