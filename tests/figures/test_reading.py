"""What counts as a figure, and which words are the same one."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.figures import figures, figures_of
from cyhoeddi.language import Language
from cyhoeddi.prose import passages
from tests.written import written

EN, CY = Language.EN, Language.CY


def values(text: str, language: Language = EN) -> list[str]:
    return [f"{one.kind} {one.value}" for one in figures(text, language)]


SAME = [
    # numbers
    ("1,500 homes", "1500 o gartrefi", "number 1500"),
    ("1,234,567.50", "1\u202f234\u202f567.5", "number 1234567.5"),
    ("the 3rd", "y 3ydd", "number 3"),
    ("1st", "1af", "number 1"),
    ("the 2nd", "yr 2il", "number 2"),
    ("4th", "4ydd", "number 4"),
    ("21st", "21ain", "number 21"),
    ("5 million people", "5 miliwn o bobl", "number 5000000"),
    ("5 thousand", "5 mil", "number 5000"),
    ("WCAG 1.3.1", "WCAG 1.3.1", "number 1.3.1"),
    ("2½ years", "2.5 mlynedd", "number 2.5"),
    ("−5 degrees", "-5 gradd", "number -5"),
    # percentages
    ("4.5%", "4.5 y cant", "percentage 4.5"),
    ("40 per cent", "40%", "percentage 40"),
    ("forty per cent", "deugain y cant", "percentage 40"),
    ("fifty per cent", "hanner cant y cant", "percentage 50"),
    # money
    ("£68m", "£68 miliwn", "money GBP 68000000"),
    ("£68 million", "£68,000,000", "money GBP 68000000"),
    ("£1.2bn", "£1.2 biliwn", "money GBP 1200000000"),
    ("£500k", "£500 mil", "money GBP 500000"),
    ("50p", "50c", "money GBP 0.5"),
    ("£0.50", "50 ceiniog", "money GBP 0.5"),
    ("€5 million", "5 miliwn ewro", "money EUR 5000000"),
    ("five pounds", "pum punt", "money GBP 5"),
    ("20 million pounds", "20 miliwn o bunnoedd", "money GBP 20000000"),
    # dates
    ("14 November 2023", "14 Tachwedd 2023", "date 2023-11-14"),
    ("14th of November", "y 14eg o Dachwedd", "date --11-14"),
    ("1 May 2024", "1af o Fai 2024", "date 2024-05-01"),
    ("November 14, 2023", "Tachwedd 14, 2023", "date 2023-11-14"),
    ("14 Nov 2023", "14 Tach 2023", "date 2023-11-14"),
    ("14/11/2023", "14.11.2023", "date 2023-11-14"),
    ("in March", "o Fawrth", "date --03"),
    ("in May", "ym Mai", "date --05"),
    ("in June", "fis Mehefin", "date --06"),
    ("since July", "yng Ngorffennaf", "date --07"),
    ("in September", "ym Medi", "date --09"),
    ("in December 2023", "o Ragfyr 2023", "date 2023-12"),
    ("and November", "a Thachwedd", "date --11"),
    ("in 2023", "yn 2023", "date 2023"),
    ("on Tuesday", "ddydd Mawrth", "date weekday 2"),
    ("on Sunday", "nos Sul", "date weekday 7"),
    # times
    ("9.30am", "9.30yb", "time 09:30"),
    ("9:30 a.m.", "9.30 y bore", "time 09:30"),
    ("2pm", "2yp", "time 14:00"),
    ("7 in the evening", "7 yr hwyr", "time 19:00"),
    ("12pm", "12.00yp", "time 12:00"),
    ("12am", "00:00", "time 00:00"),
    ("14:00", "2 o'r gloch y prynhawn", "time 14:00"),
    ("noon", "hanner dydd", "time 12:00"),
    ("12 midnight", "hanner nos", "time 00:00"),
    # telephone numbers and e-mail addresses
    ("0300 060 3300", "03000603300", "telephone 03000603300"),
    ("+44 (0)29 2037 0011", "029 2037 0011", "telephone 02920370011"),
    ("0800 1111", "0800-1111", "telephone 08001111"),
    ("Team@example.org.", "team@example.org", "email team@example.org"),
]


@pytest.mark.parametrize(("en", "cy", "value"), SAME)
def test_both_languages_give_one_value(en: str, cy: str, value: str) -> None:
    assert values(en, EN) == [value]
    assert values(cy, CY) == [value]


WORDS = [
    (2, "two", "dwy"),
    (3, "three", "thair"),
    (4, "four", "bedair"),
    (5, "five", "bum"),
    (6, "six", "chwe"),
    (10, "ten", "ddeng"),
    (11, "eleven", "un ar ddeg"),
    (12, "twelve", "deuddeg"),
    (13, "thirteen", "tair ar ddeg"),
    (15, "fifteen", "un deg pump"),
    (15, "fifteen", "bymtheg"),
    (16, "sixteen", "un ar bymtheg"),
    (18, "eighteen", "deunaw"),
    (19, "nineteen", "pedwar ar bymtheg"),
    (20, "twenty", "ugain"),
    (24, "twenty-four", "pedair awr ar hugain"),
    (25, "twenty five", "dau ddeg pump"),
    (30, "thirty", "deg ar hugain"),
    (39, "thirty-nine", "pedwar ar bymtheg ar hugain"),
    (40, "forty", "deugain"),
    (42, "forty-two", "dau a deugain"),
    (50, "fifty", "hanner cant"),
    (60, "sixty", "trigain"),
    (70, "seventy", "deg a thrigain"),
    (80, "eighty", "pedwar ugain"),
    (90, "ninety", "deg a phedwar ugain"),
    (90, "ninety", "naw deg"),
    (100, "a hundred", "cant"),
    (105, "one hundred and five", "cant a phump"),
    (300, "three hundred", "tri chant"),
    (200, "two hundred", "dau gan"),
    (150, "one hundred and fifty", "cant a hanner"),
    (250, "two hundred and fifty", "dau gant a hanner"),
    (1_000, "a thousand", "mil"),
    (1_100, "one thousand one hundred", "mil a chant"),
    (2_500_000, "two and a half million", "dwy filiwn a hanner"),
    (2_000, "two thousand", "dwy fil"),
    (100_000, "one hundred thousand", "can mil"),
    (500_000, "half a million", "hanner miliwn"),
    (2_000_000, "two million", "dwy filiwn"),
    (2_000_000_000, "two billion", "dau biliwn"),
    (2_300_000, "two million three hundred thousand", "dwy filiwn tri chan mil"),
]


@pytest.mark.parametrize(("value", "en", "cy"), WORDS)
def test_number_words_have_the_value_of_their_digits(value: int, en: str, cy: str) -> None:
    assert values(f"about {en} of them", EN) == [f"number {value}"]
    assert values(f"tua {cy} ohonynt", CY) == [f"number {value}"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (EN, "14-16 November 2023", ["date 2023-11-14", "date 2023-11-16"]),
        (CY, "14 ac 16 Tachwedd", ["date --11-14", "date --11-16"]),
        (EN, "14 October to 2 November 2023", ["date 2023-10-14", "date 2023-11-02"]),
        (CY, "rhwng mis Mawrth a mis Mai 2024", ["date 2024-03", "date 2024-05"]),
        (EN, "2023-24", ["date 2023", "date 2024"]),
        (
            EN,
            "Tuesday 14 and Wednesday 15 May",
            ["date weekday 2", "date --05-14", "date weekday 3", "date --05-15"],
        ),
        (CY, "dydd Llun, Mawrth a Mercher", ["date weekday 1", "date weekday 2", "date weekday 3"]),
        (EN, "9am to 5pm", ["time 09:00", "time 17:00"]),
        (EN, "9-11am", ["time 09:00", "time 11:00"]),
        (CY, "rhwng 9 a 5yp", ["time 09:00", "time 17:00"]),
        (EN, "£5-10 million", ["money GBP 5000000", "money GBP 10000000"]),
        (EN, "10 to 15%", ["percentage 10", "percentage 15"]),
        (CY, "rhwng deg a deugain", ["number 10", "number 40"]),
        (CY, "lle i 5 am bob plentyn", ["number 5"]),
        (CY, "gan bobl, mae'n bump oed", ["number 5"]),
        (EN, "he may march in august company", []),
        (EN, "heat pump and can do", []),
        (EN, "It is in A470 and Covid-19", ["number 470", "number 19"]),
        (EN, "1,2 and 3", ["number 1", "number 2", "number 3"]),
    ],
)
def test_lists_ranges_and_everyday_words_are_told_apart(
    language: Language, text: str, found: list[str]
) -> None:
    assert values(text, language) == found


def test_a_marked_phrase_is_read_in_its_own_language() -> None:
    (passage,) = passages(written("The [pum]{lang=cy} rivers, 5 in all", ""), EN)
    assert [(one.value, one.text) for one in figures_of(passage, EN)] == [("5", "pum"), ("5", "5")]


@given(
    st.text(alphabet="0123456789.,:/-–£%+@ ()aepmybMaiTwo'\n\0½é١", max_size=200), st.sampled_from(Language)
)
def test_any_text_has_figures_that_stand_in_it_and_do_not_overlap(text: str, language: Language) -> None:
    end = 0
    for figure in figures(text, language):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.text in text[figure.start : figure.end]
        end = figure.end


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "1,111",
        "0 ",
        "1.",
        "a",
        "five ",
        "dau ddeg ",
        "a@",
        "+4",
        "£1-",
        "14 ",
        "14, ",
        "May ",
        "Llun a ",
        "12:",
        "-",
    ],
)
def test_time_grows_in_proportion_to_the_text(piece: str) -> None:
    def took(times: int) -> float:
        start = process_time()
        figures.__wrapped__(piece * times, CY)
        figures.__wrapped__(piece * times, EN)
        return process_time() - start

    took(100)
    assert took(8_000) < 0.3 + 40 * took(1_000)
