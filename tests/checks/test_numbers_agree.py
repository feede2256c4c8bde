from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.checks import (
    dates_agree,
    emails_agree,
    money_agree,
    numbers_agree,
    percentages_agree,
    telephones_agree,
    times_agree,
)
from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from tests.written import told, written

CY = Language.CY
RULES = (
    numbers_agree,
    percentages_agree,
    money_agree,
    dates_agree,
    times_agree,
    telephones_agree,
    emails_agree,
)


def test_is_named_after_its_file() -> None:
    assert numbers_agree.ID == "numbers-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("1,500 places", "1500 o leoedd"),
        ("the 3rd report", "y 3ydd adroddiad"),
        ("the third report", "y 3ydd adroddiad"),
        ("five of the 24 homes", "pump o'r pedwar cartref ar hugain"),
        ("5 homes", "pum cartref"),
        ("forty", "40"),
        ("One of them", "Un ohonynt"),
        ("1 of them", "Un ohonynt"),
        ("One of them", "Hynny"),
        ("both languages", "y ddwy iaith"),
        ("in 2 languages", "yn y ddwy iaith"),
        ("WCAG 2.2", "WCAG 2.2"),
        ("two-thirds", "dwy ran o dair"),
        ("three quarters", "tri chwarter"),
        ("a dozen homes", "12 cartref"),
        ("5m people", "5 miliwn o bobl"),
        ("5m of pipe", "5 metr o bibell"),
        ("0 complaints", "dim cwynion"),
        ("every fortnight", "bob pythefnos"),
        ("£5, 4%, 1 May 2023, 9am", "£6, 5%, 2 Mai 2024, 8yb"),
        ("ages 16-17", "16 ac 17 oed"),
        ("Same in two", "Same in two"),
        ("second time", "yr ail dro"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(numbers_agree.check, en, cy) == []
    assert told(numbers_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        (
            "There were 151 responses.",
            "Cafwyd 115 o ymatebion.",
            "cy:1:8 only in English: 151; only in Welsh: 115",
            "en:1:12",
        ),
        ("5 homes", "chwe chartref", "cy:1:1 only in English: 5; only in Welsh: chwe", "en:1:1"),
        ("Five homes", "Chwe chartref", "cy:1:1 only in English: Five; only in Welsh: Chwe", "en:1:1"),
        ("Workstream 1", "Ffrwd waith 2", "cy:1:13 only in English: 1; only in Welsh: 2", "en:1:12"),
        ("One 2\n\nThree", "Un 4 tri", "cy:1:4 only in English: 2; only in Welsh: 4", "en:1:5"),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(numbers_agree.check, en, cy) == [here]
    assert told(numbers_agree.check, en, cy, CY) == [f"{there} {message}"]


@pytest.mark.parametrize(
    ("en", "cy", "warning"),
    [
        ("It has five homes", "Mae ganddo gartrefi", "only in English: five"),
        ("5 homes and 5 beds", "5 cartref a gwelyau", "more often in English than in Welsh: 5"),
        ("Every three months", "Bob chwarter", "only in English: three; only in Welsh: chwarter"),
    ],
)
def test_warns_where_it_cannot_be_told(en: str, cy: str, warning: str) -> None:
    assert told(numbers_agree.check, en, cy)[0].startswith("warning cy:1:")
    assert told(numbers_agree.check, en, cy)[0].endswith(warning)


def test_the_hint_names_the_place_on_the_other_side() -> None:
    (problem,) = numbers_agree.check(written("There were 151.", "Cafwyd 115."))
    assert problem.hint == "The English is at en:1:12. Find out which is right, and correct the other side."


def test_compares_plain_texts_as_well() -> None:
    (problem,) = numbers_agree.check(written("Part 1 of 2", "Rhan 1 o 3", markdown=False))
    assert problem.position == Position("cy", 1, 10)


FACTS = st.text(alphabet="0159.,:/-£%@ apmybMaiTwo\n*[](){}|#'½", max_size=120)


@given(FACTS, st.sampled_from(Language), st.booleans())
def test_any_text_is_in_parity_with_itself(side: str, first: Language, markdown: bool) -> None:
    text = written(side, side, first, markdown=markdown)
    assert [problem for rule in RULES for problem in rule.check(text)] == []


@given(FACTS, FACTS, st.sampled_from(Language))
def test_any_two_texts_have_problems_within_them(en: str, cy: str, first: Language) -> None:
    for rule in RULES:
        for problem in rule.check(written(en, cy, first)):
            assert problem.position.file == first.other
            assert problem.message
            assert problem.rule == rule.ID


def test_a_value_is_reported_by_one_rule_only() -> None:
    en = "On 14 May 2023 at 9am, 5% of £68m; call 0300 000 0000 or a@example.org about 7."
    cy = "Ar 15 Mai 2023 am 8yb, 6% o £86m; ffoniwch 0300 000 0001 neu b@example.org am 8."
    found = [problem.rule for rule in RULES for problem in rule.check(written(en, cy))]
    assert found == [rule.ID for rule in RULES]


def test_time_grows_in_proportion_to_the_text() -> None:
    def took(times: int) -> float:
        text = written("In 2023 five of 24.\n\n" * times, "Yn 2024 pump o 25.\n\n" * times)
        text.bodies[Language.EN]
        start = process_time()
        assert len([*numbers_agree.check(text)]) == times
        return process_time() - start

    took(10)
    assert took(800) < 0.3 + 40 * took(100)
