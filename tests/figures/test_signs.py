from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.figures import amounts, contacts, dates, figures, number_words, times
from cyhoeddi.figures.figure import Figure
from cyhoeddi.figures.pattern import Reading, any_of, take
from cyhoeddi.language import Language

PIECES = (
    *(
        "5",
        "14",
        "31",
        "09",
        "2023",
        "1,500",
        "68.5",
        "1.2.3",
        "3½",
        "¼",
        "0300",
        "123",
        "4567",
        "+44",
        "£",
        "€",
    ),
    *(
        "$",
        "%",
        "m",
        "k",
        "bn",
        "million",
        "miliwn",
        "per cent",
        "y cant",
        "pounds",
        "o bunnoedd",
        "punt",
        "euros",
    ),
    *(
        "p",
        "c",
        "pence",
        "ceiniog",
        "am",
        "a.m.",
        "yb",
        "y.h.",
        "y bore",
        "yr hwyr",
        "o'clock",
        "o’r gloch",
        ":",
    ),
    *(
        "noon",
        "Hanner dydd",
        "canol nos",
        "mıdday",
        "mİdnight",
        "in the morning",
        "Monday",
        "dydd Llun",
        "Mawrth",
    ),
    *(
        "May",
        "mai",
        "Tach",
        "Mehefin",
        "awst",
        "the",
        "y",
        "of",
        "o",
        "a",
        "i",
        "to",
        "hyd at",
        "one",
        "Hanner",
    ),
    *("a hundred", "half a million", "pump ar hugain", "dau ddeg tri", "ail", "third", "traean", "fortnight"),
    *(
        "team@example.org",
        "@",
        "-",
        "–",
        "/",
        ".",
        ",",
        "(",
        ")",
        "th",
        "ydd",
        "stone",
        "thun",
        "oneMay",
        "\0",
        "\n",
        "ſix",
        "sıx",
    ),
)
GAPS = st.sampled_from((" ", "", " ", "\u00a0"))
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), GAPS), max_size=9).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def _try_everything(patch: pytest.MonkeyPatch) -> None:
    """Let every pattern be tried on every text, whatever stands in it."""

    def take_all(text: str, pattern: re.Pattern[str], read: Reading, found: list[Figure], *_: object) -> str:
        return take(text, pattern, read, found)

    for module in (amounts, contacts, dates, times):
        patch.setattr(module, "take", take_all)
    for module in (number_words, times):
        patch.setattr(module, "letters_left", lambda *_: frozenset({"one", "un", "noon"}))


@given(TEXTS, st.sampled_from(Language))
def test_a_sign_that_is_looked_for_first_hides_no_figure(text: str, language: Language) -> None:
    quick = figures.__wrapped__(text, language)
    with pytest.MonkeyPatch.context() as patch:
        _try_everything(patch)
        assert figures.__wrapped__(text, language) == quick


@given(st.lists(st.text(alphabet="ab.é", min_size=1, max_size=4), min_size=1), st.text(alphabet="ab.éc"))
def test_a_pattern_for_any_of_some_words_finds_the_longest_that_stands_there(
    words: list[str], text: str
) -> None:
    one_by_one = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    assert re.findall(any_of(words), text) == one_by_one.findall(text)
    assert re.findall(rf"(?:{any_of(words)})\b", text) == re.findall(rf"(?:{one_by_one.pattern})\b", text)
