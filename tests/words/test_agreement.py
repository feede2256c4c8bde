"""Words that do not agree are refused, each with a sentence that names the key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cyhoeddi import words as package
from cyhoeddi.language import Language
from cyhoeddi.words import Words, WordsError, check_words, in_language, load_words

FORMS = dict.fromkeys(("zero", "one", "two", "few", "many", "other"), "{number} x")


def faults(english: dict[str, object], welsh: dict[str, object]) -> list[str]:
    return list(check_words({Language.EN: english, Language.CY: welsh}))


@pytest.mark.parametrize(
    ("english", "welsh", "said"),
    [
        ({"home": "Home", "all": "All"}, {"home": "Hafan"}, "all: only in English"),
        ({"home": "Home"}, {"home": "Hafan", "all": "Pob un"}, "all: only in Welsh"),
        ({"home": "Home"}, {"home": "  "}, "home: blank or not a text in cy"),
        ({"home": None}, {"home": "Hafan"}, "home: blank or not a text in en"),
        ({"home": 1}, {"home": "Hafan"}, "home: blank or not a text in en"),
        ({"on": "on {date}"}, {"on": "ar {dyddiad}"}, "on: the placeholders in English and Welsh"),
        ({"on": "on {date}"}, {"on": "ar"}, "on: the placeholders in English and Welsh"),
        ({"on": "on {date}"}, {"on": "ar {date"}, "on: a brace that is not a {placeholder} in cy"),
        ({"homePage": "Home"}, {"homePage": "Hafan"}, "homePage: not a usable name"),
        ({"items": "Items"}, {"items": "Eitemau"}, "items: not a usable name"),
        (
            {"n": {"one": "{number} x", "other": "{number} x"}},
            {"n": {"one": "{number} x", "other": "{number} x"}},
            "n: cy needs exactly the forms few, many, one, other, two, zero",
        ),
        ({"n": {"one": "", "other": "{number} x"}}, {"n": FORMS}, "n.one: blank or not a text in en"),
        ({"n": {"one": "{what}", "other": "{number}"}}, {"n": FORMS}, "n.one: a counted form knows only"),
        ({"n": "x"}, {"n": FORMS}, "n: the placeholders in English and Welsh"),
    ],
)
def test_a_difference_between_the_languages_is_one_sentence_that_names_the_key(
    english: dict[str, object], welsh: dict[str, object], said: str
) -> None:
    (fault,) = faults(english, welsh)
    assert fault.startswith(said)


def test_words_that_agree_have_no_faults() -> None:
    assert faults({"n": {"one": "one", "other": "{number}"}, "a": "{b}"}, {"n": FORMS, "a": "x {b}"}) == []


def test_loading_refuses_all_differences_at_once() -> None:
    with pytest.raises(WordsError, match=r"(?s)a: only in English.*b: only in Welsh"):
        load_words({Language.EN: {"a": "x"}, Language.CY: {"b": "x"}})


def test_no_method_of_the_words_hides_a_word_in_a_template() -> None:
    public = {name for name in dir(Words(Language.EN, {})) if not name.startswith("_")}
    assert public.isdisjoint(in_language(Language.EN))
    for name in public:
        assert faults({name: "x"}, {name: "x"})


@pytest.mark.parametrize("language", Language)
def test_no_key_of_a_words_file_is_written_twice(language: Language) -> None:
    # YAML would silently keep the last one.
    text = (Path(package.__file__).parent / f"{language}.yaml").read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", Language)
def test_apostrophes_are_straight_as_in_the_fixed_words_of_the_government(language: Language) -> None:
    assert not [key for key, text in in_language(language).items() if set("‘’“”") & set(text)]
