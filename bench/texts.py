"""Invented texts in both languages: the same figures on both sides, and many different words.

Two sources are mixed. Sentences come in pairs and hold figures, so that the checks which compare languages
have something to compare. Words are drawn from the dictionary of each language, some often and most of them
rarely, as in any language, so that texts differ from page to page. What is drawn makes no sense.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import Final

from cyhoeddi.checks.mutation_rules import TRIGGERS
from cyhoeddi.figures import figures
from cyhoeddi.language import Language
from cyhoeddi.words import format_date

PROJECT: Final = Path(__file__).parent.parent
DICTIONARIES: Final = PROJECT / "scripts" / "cyhoeddi" / "lexicon" / "dictionaries"
VOCABULARY: Final = 12_000
"""The words that texts of a language draw from."""

Text = dict[str, str]
"""A text by language: en and cy."""

SENTENCES: Final = (
    ("The board met and agreed what to do next.", "Cyfarfu'r bwrdd a chytunwyd ar y camau nesaf."),
    ("Care should be close to home.", "Dylai gofal fod yn agos at y cartref."),
    ("We asked people who use the service.", "Gwnaethom ofyn i bobl sy'n defnyddio'r gwasanaeth."),
    ("Most of those who answered were in favour.", "Roedd y rhan fwyaf o'r rhai a atebodd o blaid."),
    ("Local authorities keep the records.", "Awdurdodau lleol sy'n cadw'r cofnodion."),
    ("Some of the money is for training.", "Mae rhywfaint o'r arian ar gyfer hyfforddiant."),
    ("The figures are in the table below.", "Mae'r ffigurau yn y tabl isod."),
    ("Children said that they felt safe.", "Dywedodd plant eu bod yn teimlo'n ddiogel."),
    ("Foster carers asked for more support.", "Gofynnodd gofalwyr maeth am ragor o gymorth."),
    ("The work has begun.", "Mae'r gwaith wedi dechrau."),
    ("We will publish the results.", "Byddwn yn cyhoeddi'r canlyniadau."),
    ("Nothing has changed since the last report.", "Nid oes dim wedi newid ers yr adroddiad diwethaf."),
    ("Each local authority has a plan.", "Mae gan bob awdurdod lleol gynllun."),
    ("Families can ask for help at any time.", "Gall teuluoedd ofyn am help ar unrhyw adeg."),
    ("We are grateful to everyone who took part.", "Rydym yn ddiolchgar i bawb a gymerodd ran."),
    ("Young people helped to write it.", "Helpodd pobl ifanc i'w ysgrifennu."),
    ("In {year}, {number} homes were open.", "Yn {year}, roedd {number} o gartrefi ar agor."),
    ("More than {number} people took part.", "Cymerodd mwy na {number} o bobl ran."),
    ("The cost was £{thousands},500.", "£{thousands},500 oedd y gost."),
    ("Of those who answered, {percent}% agreed.", "O'r rhai a atebodd, roedd {percent}% yn cytuno."),
    ("The board met on {date}.", "Cyfarfu'r bwrdd ar {date}."),
    ("The consultation closed on {date}.", "Daeth yr ymgynghoriad i ben ar {date}."),
)

_TABLE: Final = {
    Language.EN: "| Year | Homes |\n| --- | --- |\n{}",
    Language.CY: "| Blwyddyn | Cartrefi |\n| --- | --- |\n{}",
}


@cache
def vocabulary(language: Language) -> Sequence[str]:
    """Give the words that texts draw from, those first that are drawn most often."""
    lines = (DICTIONARIES / f"{language}.dic").read_text(encoding="utf-8").splitlines()[1:]
    words = {line.partition("/")[0] for line in lines}
    plain = {word for word in words if len(word) > 2 and word.isalpha() and word == word.lower()}
    drawn = Random(1).sample(sorted(plain), 2 * VOCABULARY)  # noqa: S311 (the same words each time)
    # Words for numbers need their answer in the other language, which these have not; so do agreed terms; and
    # some words ask for a mutation of the next.
    unfit = _agreed() | TRIGGERS.keys()
    return list(
        islice((word for word in drawn if word not in unfit and not figures(word, language)), VOCABULARY)
    )


def prose(chance: Random, sentences: int) -> Text:
    """Give a paragraph of so many sentences."""
    pairs = [_sentence(chance, pair) for pair in chance.sample(SENTENCES, sentences)]
    return {language: " ".join(pair[language] for pair in pairs) for language in Language}


def bullets(chance: Random, items: int) -> Text:
    """Give a list of so many items."""
    pairs = [_sentence(chance, pair) for pair in chance.sample(SENTENCES, items)]
    return {language: "\n".join(f"- {pair[language]}" for pair in pairs) for language in Language}


def table(chance: Random, rows: int) -> Text:
    """Give a table of so many years, up to the last."""
    lines = "\n".join(f"| {2025 - rows + one} | {chance.randint(10, 99)} |" for one in range(1, rows + 1))
    return {language: head.format(lines) for language, head in _TABLE.items()}


def drawn(chance: Random, words: int) -> Text:
    """Give a paragraph of so many words of the vocabulary, ten a sentence."""
    return {
        language: _sentences(chance.choices(vocabulary(language), cum_weights=_weights(), k=words))
        for language in Language
    }


def _sentence(chance: Random, pair: tuple[str, str]) -> Text:
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(2000))
    filled = {
        "year": day.year,
        "number": chance.randint(21, 99),
        "thousands": chance.randint(2, 99),
        "percent": chance.randint(11, 99),
    }
    return {
        language: text.format(date=format_date(day, language), **filled)
        for language, text in zip(Language, pair, strict=True)
    }


def _sentences(words: Sequence[str]) -> str:
    return " ".join(f"{' '.join(words[at : at + 10]).capitalize()}." for at in range(0, len(words), 10))


@cache
def _weights() -> Sequence[float]:
    return list(accumulate(1 / (place + 3) for place in range(VOCABULARY)))


@cache
def _agreed() -> frozenset[str]:
    """Give every word that the lists in terms/ name: agreed terms, and what house style refuses."""
    texts = (file.read_text(encoding="utf-8").lower() for file in sorted((PROJECT / "terms").glob("*.yaml")))
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "s", "es"))
