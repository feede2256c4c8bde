from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.checks import links_agree
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from tests.written import told, written

CY = Language.CY
TWINS = ParityContext((("parks.example", "parciau.example"),))


def test_is_named_after_its_file() -> None:
    assert links_agree.ID == "links-agree"


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("pub:report", "pub:report"),
        ("https://www.gov.wales/care", "https://www.llyw.cymru/gofal"),
        ("https://gov.wales/", "http://llyw.cymru"),
        ("https://businesswales.gov.wales/a", "https://busnescymru.llyw.cymru/b"),
        ("https://example.org/en/plan", "https://example.org/cy/cynllun"),
        ("https://example.org/a?lang=en", "https://example.org/a?lang=cy"),
        ("https://example.org/a/", "https://www.example.org/a"),
        (
            "https://www.legislation.gov.uk/anaw/2014/4/contents",
            "https://www.legislation.gov.uk/anaw/2014/4/contents/welsh",
        ),
        ("https://www.gov.uk/browse", "https://www.gov.uk/browse.cy"),
        ("mailto:a@example.org", "mailto:b@example.org"),
        ("https://[bad", "https://[bad"),
    ],
)
def test_passes_whichever_side_was_written_first(english: str, welsh: str) -> None:
    for first in Language:
        assert told(links_agree.check, f"See [it]({english})", f"Gweler [ef]({welsh})", first) == []


def test_the_order_of_links_follows_each_language() -> None:
    assert told(links_agree.check, "[a](pub:a) [b](pub:b)", "[b](pub:b) [a](pub:a)") == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        (
            "See [it](pub:report-2023)",
            "Gweler [ef](pub:report-2024)",
            "cy:1:8 link only in English: pub:report-2023; link only in Welsh: pub:report-2024",
            "en:1:5",
        ),
        ("One.\n\nSee [it](pub:a)", "Un.\n\nGweler.", "cy:3:1 link only in English: pub:a", "en:3:5"),
        (
            "See [it](https://gov.wales/a)",
            "Gweler [ef](https://example.org/a)",
            "cy:1:8 link only in English: https://gov.wales/a; link only in Welsh: https://example.org/a",
            "en:1:5",
        ),
        (
            "See [it](https://example.org/a)",
            "Gweler [ef](https://example.org/b)",
            "cy:1:8 link only in English: https://example.org/a; link only in Welsh: https://example.org/b",
            "en:1:5",
        ),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    assert told(links_agree.check, en, cy) == [here]
    assert told(links_agree.check, en, cy, CY) == [f"{there} {here.partition(' ')[2]}"]


def test_warns_of_a_link_to_the_other_languages_twin_on_either_side() -> None:
    english, welsh = "[a](https://gov.wales/a)", "[a](https://llyw.cymru/a)"
    assert told(links_agree.check, english, english) == [
        "warning cy:1:1 the Welsh text links to a page in English: https://gov.wales/a"
    ]
    assert told(links_agree.check, welsh, welsh) == [
        "warning en:1:1 the English text links to a page in Welsh: https://llyw.cymru/a"
    ]


def test_a_page_in_the_other_language_is_no_twin_of_another_page() -> None:
    assert told(links_agree.check, "[a](https://gov.wales/a)", "[a](https://gov.wales/b)") == [
        "cy:1:1 link only in English: https://gov.wales/a; link only in Welsh: https://gov.wales/b",
        "warning cy:1:1 the Welsh text links to a page in English: https://gov.wales/b",
    ]


def test_twin_domains_of_the_settings_are_one_place() -> None:
    text = written("[a](https://parks.example/a)", "[a](https://parciau.example/b)")
    assert len([*links_agree.check(text)]) == 1
    assert [*links_agree.check(text, TWINS)] == []


@given(
    st.text(alphabet="htps:/.[]()?#=&envcygowalesllmru%\n ", max_size=80),
    st.text(alphabet="[a](pub:)b/\n", max_size=40),
)
def test_any_two_texts_can_be_checked(en: str, cy: str) -> None:
    assert all(problem.rule == "links-agree" for problem in links_agree.check(written(en, cy)))
