"""Which language words are in, told by the words themselves.

Welsh and English share few words, so two dictionaries tell them apart in a text of any length; letters and
their neighbours, by which most software tells languages, need a long one. Words of both ("person", "map"),
names, codes and figures tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cyhoeddi.language import Language
from cyhoeddi.lexicon.lexicon import bare, known


def each_of(words: str) -> frozenset[str]:
    """Give the words of a list that is written as one text."""
    return frozenset(words.split())


_ENGLISH = each_of(
    "the of and to in is are was were be been being for with that this these those it its from by as an "
    "or not have has had will would can could should may must which who what when where how there their "
    "they them we our us you your he she his him if than then so all any more most each every into about "
    "after before between during without within through over under also only such other both but on at "
    "english welsh january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
_WELSH = each_of(
    "y yr yn ac â ag o gan wedi mae maent ydy yw oes nid na nac ei eu ein eich fy dy hwn hon hyn hynny "
    "hwnnw honno sydd sy roedd oedd bydd byddai bod fod fydd fu bu cael gael gyda gydag dros drwy trwy "
    "heb hyd rhwng wrth ers pob bob holl mwy fwy lle pan pwy beth neu ond os felly hefyd eisoes chi ni "
    "nhw hwy iddo iddi iddynt ohono ohonynt arno arni arnynt ato atynt mewn ar er am dan rhaid gellir "
    "gall dylai dylid mai taw fel mor dim ddim nad oni un dau dwy tri tair rhai unrhyw eraill arall cyn "
    "ôl fesul sef yma yno i'r o'r a'r cymraeg gymraeg saesneg ionawr chwefror mawrth ebrill mehefin "
    "gorffennaf awst medi hydref tachwedd rhagfyr"
)
"""The small words that no text is without; a word of both languages ("a", "i", "am", "at", "on", "her") is in
the list of that in which it is by far the more common, or in none."""

_EITHER = each_of("a i am at her")
"""Small words of both languages, which tell nothing at all."""

_SMALL = {Language.EN: _ENGLISH, Language.CY: _WELSH}

_CODE = re.compile(r"[A-Z]{2,}s?|[IVX]+|.*[a-z][A-Z].*")
"""Initials, Roman numerals and trade names with a capital within."""


Has = Callable[[str, Language], bool]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What words say of their language."""

    own: int = 0
    """Words that only the language in question has; small words count twice."""
    foreign: int = 0
    """Words that only the other language has, counted alike."""
    shared: int = 0
    """Words of both languages."""
    unknown: int = 0
    """Words of neither."""

    @property
    def judged(self) -> int:
        """How many words could tell something, or be misspelt."""
        return self.own + self.foreign + self.shared + self.unknown


@lru_cache(maxsize=65536)
def weigh(word: str, language: Language) -> int:
    """Give how clearly *word* is of *language* (2 a small word, 1 a known one), negative if of the other.

    Capitals do not count: "Health" is an English word. A name that no dictionary has in small letters is 0.
    """
    lower = bare(word, language).lower()
    english, welsh = (lower in _ENGLISH, lower in _WELSH)
    if lower in _EITHER or _CODE.fullmatch(word):
        return 0
    if english or welsh:
        weight = 2 * (english - welsh)
    else:
        in_english, in_welsh = (known(word.lower(), one) for one in Language)
        weight = in_english - in_welsh
    return weight if language is Language.EN else -weight


def evidence(words: Iterable[str], language: Language, has: Has = lambda _word, _language: False) -> Evidence:
    """Count what *words* say for *language* and for the other; names are to be left out before.

    *has* tells what more words, known to no dictionary, a language has.
    """
    own = foreign = shared = unknown = 0
    for word in words:
        one = evidence_of(word, language, has)
        own += one.own
        foreign += one.foreign
        shared += one.shared
        unknown += one.unknown
    return Evidence(own, foreign, shared, unknown)


@lru_cache(maxsize=65536)
def evidence_of(word: str, language: Language, has: Has) -> Evidence:
    """Give what *word* alone says for *language* or for the other."""
    weight = weigh(word, language)
    if not weight:
        weight = has(word, language) - has(word, language.other)
    if weight:
        return Evidence(own=max(weight, 0), foreign=max(-weight, 0))
    if known(word.lower(), language) or has(word, language):
        return Evidence(shared=word.lower() not in _EITHER)
    return Evidence(unknown=not is_code(word))


def is_foreign(word: str, language: Language, has: Has) -> bool:
    """Tell whether `evidence_of` *word* has anything foreign, which is nearly always told by one dictionary.

    To find that a word is not in a dictionary takes the longest, so the other's is the last to be asked.
    """
    other = language.other
    if (
        known(word.lower(), language)
        and not has(word, other)
        and bare(word, language).lower() not in _SMALL[other]
    ):
        return False
    return evidence_of(word, language, has).foreign > 0


def small_words(language: Language) -> frozenset[str]:
    """Give the small words by which *language* is told, such as "the" and "and"."""
    return _SMALL[language]


def language_of(words: Sequence[str]) -> Language | None:
    """Give the language that *words* are in, or None if they do not tell."""
    balance = sum(weigh(word, Language.EN) for word in words)
    if balance == 0:
        return None
    return Language.EN if balance > 0 else Language.CY


def is_code(word: str) -> bool:
    """Tell whether *word* is an initialism, a Roman numeral or a made-up name such as "iPhone"."""
    # Most words are small, and so none.
    return not word.islower() and _CODE.fullmatch(word) is not None
