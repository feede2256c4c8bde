from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import wrong_language
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from cyhoeddi.terms import ProjectWords, Terms
from tests.lexicon.test_identify import PAIRS
from tests.written import told, written

ENGLISH = "The Board met in June and agreed a plan."
WELSH = "Cyfarfu'r Bwrdd ym mis Mehefin a chytuno ar gynllun."


def test_is_named_after_its_file() -> None:
    assert wrong_language.ID == "wrong-language"


@pytest.mark.parametrize(("en", "cy"), PAIRS)
def test_every_sentence_passes_on_its_own_side_and_none_on_the_other(en: str, cy: str) -> None:
    assert told(wrong_language.check, en, cy) == []
    assert {line[:4] for line in told(wrong_language.check, cy, en)} == {"en:1", "cy:1"}


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("Map 1", "Map 1"),
        ("CIW", "AGC"),
        ("£68m", "£68m"),
        ("Partner", "Partner"),
        ("Siân Huws", "Siân Huws"),
        ("Write to help@example.org.", "Ysgrifennwch at help@example.org."),
        ("Read www.example.org/report today.", "Darllenwch www.example.org/report heddiw."),
        (ENGLISH, "Daeth [Voices from Care]{lang=en} i'r cyfarfod."),
        (ENGLISH, "Darllenodd April Jones y Sunday Times ar 14 Mai."),
        (ENGLISH, "Daeth [Minutes of 14 June]{lang=en} i'r cyfarfod."),
        ("Bangor, Tuesday 24 June 2025, 7pm", WELSH),
        (ENGLISH, "Cododd y Ministerial Oversight Board a'r Delivery Group y mater."),
        ("The word [cyhoeddi]{lang=cy} means to publish.", WELSH),
        ("", WELSH),
    ],
)
def test_names_codes_figures_and_marked_phrases_pass(en: str, cy: str) -> None:
    assert told(wrong_language.check, en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        (ENGLISH, ENGLISH, 'cy:1:1 English in the Welsh text: "The Board met in June and ..."'),
        (ENGLISH, f"{WELSH} The minister agreed with it.", "cy:1:54 English in the Welsh text: "),
        (ENGLISH, f"{WELSH}\n\n- Un.\n- Two more meetings follow.", "cy:4:3 English in the Welsh text: "),
        (ENGLISH, "Cyfarfu'r Bwrdd ym mis Mehefin, and it agreed the new plan.", "cy:1:33 English in "),
        (ENGLISH, "Cyfarfu'r Bwrdd ar 14 June 2024.", 'cy:1:23 English in the Welsh text: "June"'),
        (ENGLISH, "Cyfarfu'r Bwrdd ddydd Tuesday 14 Mai.", 'cy:1:23 English in the Welsh text: "Tuesday"'),
        ("The Board met on 1 Mawrth.", WELSH, 'en:1:20 Welsh in the English text: "Mawrth"'),
        (WELSH, WELSH, "en:1:1 Welsh in the English text: "),
        ("Yes", "Yes", "cy:1:1 English in the Welsh text: "),
        ("Blwyddyn", "Blwyddyn", "en:1:1 Welsh in the English text: "),
    ],
)
def test_reports_the_first_wrong_word_whichever_side_was_written_first(
    en: str, cy: str, problem: str
) -> None:
    for first in Language:
        found = told(wrong_language.check, en, cy, first)
        assert [line.startswith(problem) for line in found] == ([True] if problem else [])


def test_the_projects_words_count() -> None:
    terms = Terms(words=ProjectWords(names=("Voices from Care",), en=("workstream",), cy=("cwcis",)))
    text = written("Workstream 1. Voices from Care.", "Workstream 1. Voices from Care.")
    found = list(wrong_language.check(text, ParityContext(terms=terms)))
    assert [(one.position.file, one.position.column) for one in found] == [("cy", 1)]


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in wrong_language.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
