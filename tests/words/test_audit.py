"""The words of the audit's reports: every rule of our own has a name in both languages."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from cyhoeddi.audit import browser
from cyhoeddi.audit.browser.state_contrast import STATES
from cyhoeddi.audit.browser.views import VIEWS
from cyhoeddi.audit.documents import own
from cyhoeddi.audit.static import RULES
from cyhoeddi.language import Language
from cyhoeddi.words.audit import audit_words, rule_titles


def test_every_rule_of_our_own_has_a_title() -> None:
    modules = [
        importlib.import_module(f"{browser.__name__}.{found.name}")
        for found in pkgutil.iter_modules(browser.__path__)
    ]
    in_browser = {module.RULE for module in modules if hasattr(module, "RULE")}
    assert len(in_browser) > 5
    of_pdfs = {own.READABLE, own.TAGGED, own.TITLE, own.LANGUAGE}
    assert (RULES.keys() | in_browser | of_pdfs) - rule_titles().keys() == set()


@pytest.mark.parametrize("language", Language)
def test_titles_are_short_and_no_two_are_the_same(language: Language) -> None:
    titles = [title[language] for title in rule_titles().values()]
    assert len(set(titles)) == len(titles)
    assert all(title[0].isupper() and len(title) < 45 and not title.endswith(".") for title in titles)


def test_every_view_and_state_has_words_in_both_languages() -> None:
    texts = [file.read_text(encoding="utf-8") for file in Path(browser.__path__[0]).glob("*.py")]
    states = {*STATES.values(), *(found for text in texts for found in re.findall(r'state="([^"]+)"', text))}
    assert len(states) > len(STATES)
    parts = {*states, *(part for view in VIEWS for part in view.name.split(", "))}
    named = {part for part in parts if not re.fullmatch(r"\d+ px", part)}
    english, welsh = ({k: v for k, v in audit_words(one).items() if _is_of_view(k)} for one in Language)
    assert {f"view_{part.lower().replace(' ', '_')}": part for part in named} == english
    assert not set(english.values()) & set(welsh.values())


def _is_of_view(key: str) -> bool:
    return key.startswith("view_")


def test_welsh_counts_mutate() -> None:
    welsh = audit_words(Language.CY)
    assert [welsh.count("pages", number) for number in (1, 2, 3, 6)] == [
        "1 dudalen neu ffeil",
        "2 dudalen neu ffeil",
        "3 tudalen neu ffeil",
        "6 thudalen neu ffeil",
    ]
    assert welsh.count("errors", 2) == "2 wall"
    assert welsh.count("warnings", 2) == "2 rybudd"
    assert welsh.count("known_faults", 2) == "2 ddiffyg hysbys"
