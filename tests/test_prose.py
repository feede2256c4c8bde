from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.prose import (
    Kind,
    Openings,
    Phrase,
    aligned,
    compared,
    letters,
    passages,
    sentences,
    words,
    words_of,
)
from cyhoeddi.texts import Text
from tests.written import written

EN, CY = Language.EN, Language.CY

EVERY_BLOCK = """\
First *words* with [a link](pub:x) and
[Senedd Cymru]{lang=cy}.

- one **two**
- ![the picture](places.png)

Table: The caption
| a | b |
|---|---|
| 1 | 2 |

> Said by another

!!! note "The title"
    In the box[^1]

[^1]: The note

*[AB]: Alpha Beta
"""


def test_each_block_is_a_passage_of_plain_words() -> None:
    found = [(one.kind, one.text) for one in passages(written(EVERY_BLOCK, ""), EN)]
    assert found == [
        (Kind.PARAGRAPH, "First words with a link and Senedd Cymru."),
        (Kind.ITEM, "one two"),
        (Kind.ITEM, ""),
        (Kind.ALT, "the picture"),
        (Kind.CAPTION, "The caption"),
        (Kind.CELL, "a"),
        (Kind.CELL, "b"),
        (Kind.CELL, "1"),
        (Kind.CELL, "2"),
        (Kind.QUOTE, "Said by another"),
        (Kind.CALLOUT_TITLE, "The title"),
        (Kind.PARAGRAPH, "In the box"),
        (Kind.FOOTNOTE, "The note"),
        (Kind.ABBREVIATION, "Alpha Beta"),
    ]


def test_every_character_of_a_passage_is_found_in_the_side() -> None:
    for passage in passages(written(EVERY_BLOCK, ""), EN):
        there = "".join(EVERY_BLOCK[passage.offset(index)] for index in range(len(passage.text)))
        assert there.replace("\n", " ") == passage.text


def test_phrases_and_links_are_known_by_their_words() -> None:
    first = passages(written(EVERY_BLOCK, ""), EN)[0]
    assert first.phrases == (Phrase(28, 40, CY),)
    assert [(first.text[one.start : one.end], one.target) for one in first.links] == [("a link", "pub:x")]
    assert EVERY_BLOCK[first.links[0].offset :].startswith("[a link]")


def test_a_plain_text_is_one_passage_of_the_kind_of_its_key() -> None:
    title = Text(("title",), "The *1st* [Senedd]{lang=cy}", "", EN, markdown=False, may_be_empty=False)
    assert [(one.kind, one.text) for one in passages(title, EN)] == [(Kind.HEADING, "The *1st* Senedd")]


def test_passages_are_paired_where_the_blocks_agree() -> None:
    text = written("One.\n\n- a\n- b", "Un.\n\n- c\n- d", CY)
    assert [(pair.en.text, pair.cy.text) for pair in aligned(text)] == [
        ("One.", "Un."),
        ("a", "c"),
        ("b", "d"),
    ]
    assert compared(text) == aligned(text)


def test_footnotes_are_paired_by_label_and_abbreviations_not_at_all() -> None:
    en = "A[^1] B[^2]\n\n[^1]: one\n\n[^2]: two\n\n*[CIW]: Care Inspectorate Wales"
    cy = "B[^2] A[^1]\n\n[^2]: dau\n\n[^1]: un"
    assert [(pair.en.text, pair.cy.text) for pair in aligned(written(en, cy))][1:] == [
        ("one", "un"),
        ("two", "dau"),
    ]


def test_blocks_that_differ_are_compared_as_one_text_with_their_places() -> None:
    text = written("One.\n\nTwo.", "Un a dau.")
    assert aligned(text) == ()
    (pair,) = compared(text)
    assert (pair.en.text, pair.cy.text) == ("One.\nTwo.", "Un a dau.")
    assert [text.en[pair.en.offset(index)] for index in (0, 5)] == ["O", "T"]


def test_nothing_is_compared_with_an_empty_side() -> None:
    assert compared(written("One.", " ")) == ()


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (EN, "One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        (
            EN,
            "Dr Who met Dr. Jones, e.g. On Monday. Then left.",
            ["Dr Who met Dr. Jones, e.g. On Monday.", "Then left."],
        ),
        (EN, "From 9.30am to 5 p.m. daily. See No. 10.", ["From 9.30am to 5 p.m. daily.", "See No. 10."]),
        (EN, "J. R. Hughes spoke. “It works.” He sat.", ["J. R. Hughes spoke.", "“It works.”", "He sat."]),
        (EN, "Costs fell (a little.) £5 was saved.", ["Costs fell (a little.)", "£5 was saved."]),
        (
            CY,
            "Mae hyn, h.y. Cymru, yn wir. Ac e.e. Bangor.",
            ["Mae hyn, h.y. Cymru, yn wir.", "Ac e.e. Bangor."],
        ),
        (CY, "Am 9.30yb. Dewch i’r Drenewydd! Yna…", ["Am 9.30yb.", "Dewch i’r Drenewydd!", "Yna…"]),
        (EN, "", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(language: Language, text: str, parts: list[str]) -> None:
    found = sentences(text, language)
    assert [one.text for one in found] == parts
    assert all(text[one.start : one.end] == one.text for one in found)


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    found = words("Mae'r 24 nid-er-elw, i’r ’n 'Dyfyniad' 9.30am")
    assert [one[0] for one in found] == ["Mae'r", "nid-er-elw", "i’r", "’n", "Dyfyniad", "am"]


@given(st.text(alphabet="aA1.!? \n\t*_[](){}|-#>:^'\"é’\0", max_size=120), st.sampled_from(Language))
@example("![a\nb](x.png)", EN)
def test_any_text_becomes_passages_with_places_in_it(side: str, language: Language) -> None:
    for passage in passages(written(side, side), language):
        assert 0 <= passage.start <= len(side)
        assert all(0 <= passage.offset(index) < len(side) for index in range(len(passage.text)))
        for sentence in sentences(passage.text, language):
            assert passage.text[sentence.start : sentence.end] == sentence.text


@given(st.text(alphabet="aA1.!? \n\t\xa0_-’'\"éŷ\0", max_size=60), st.sampled_from(Language))
def test_the_words_of_a_text_are_those_of_its_sentences(text: str, language: Language) -> None:
    each = [match[0] for one in sentences(text, language) for match in words(one.text)]
    assert [*words_of(text)] == each


@given(st.text(alphabet="abŵÎǅ²½٣1_'’-‑ .,:\n\t\xa0\u2028rnsch\"“̇\udc80", max_size=40))
def test_the_words_alone_are_those_that_have_places(text: str) -> None:
    assert [*words_of(text)] == [match[0] for match in words(text)]


def test_letters_are_those_that_a_search_without_capitals_takes() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    for small in "abcdefghijklmnopqrstuvwxyzâêîôûŵŷëïöáéí":
        taken = {char for char in every if char.lower() == small} | set(
            re.findall(small, "".join(every), re.IGNORECASE)
        )
        assert {run for char in taken for run in letters(char)} == {small}


@given(
    st.lists(
        st.sampled_from(
            ["Care home", "care", "care-home aid", "&", "24/7", "24/7 aid", "M&S", "gofal", "İs"]
        ),
        min_size=1,
        unique=True,
    ),
    st.lists(
        st.sampled_from([" ", "CARE", "care", "home", "&", "M", "24/7", "aid", "ıs", "s", "-", "’", "\n"])
    ),
)
def test_what_is_not_possible_is_not_there(wordings: list[str], parts: list[str]) -> None:
    text = "".join(parts)
    possible = Openings(wordings).possible(text)
    for wording in wordings:
        whole = r"\s+".join(map(re.escape, wording.split()))
        there = re.search(rf"(?<!\w){whole}(?!\w)", text, re.IGNORECASE)
        assert wording in possible or not there
