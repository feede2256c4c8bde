from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.terms import Terms, read_terms
from tests.conftest import PROJECT


def terms_of(root: Path, name: str, text: str) -> tuple[Terms, list[str]]:
    (root / "terms").mkdir()
    (root / "terms" / name).write_text(text, encoding="utf-8")
    terms, problems = read_terms(root)
    return terms, [f"{one.position.file}:{one.position.line}:{one.position.column}" for one in problems]


def test_the_terms_of_the_samples_are_sound() -> None:
    terms, problems = read_terms(PROJECT)
    assert problems == ()
    assert terms.glossary
    assert terms.house_style
    assert terms.words.cy


def test_a_project_without_terms_has_none_and_no_problem(tmp_path: Path) -> None:
    assert read_terms(tmp_path) == (Terms(), ())


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("glossary.yaml", "terms:\n- {term: a, welsh: b, part_of_speech: nm}\n", "2:3"),
        ("glossary.yaml", "terms:\n- {term: a, welsh: b, part_of_speech: nm, status: used}\n", "2:51"),
        ("glossary.yaml", "- {term: a}\n", "1:1"),
        ("words.yaml", "names: [a]\nwelsh: [b]\n", "2:1"),
        ("words.yaml", "cy: [a", "1:5"),
        ("house-style.yaml", "rules:\n- {language: fr, wrong: [a], right: b}\n", "2:14"),
        ("house-style.yaml", "rules:\n- {language: en, wrong: a, right: b}\n", "2:25"),
    ],
)
def test_a_broken_file_is_a_problem_at_its_place(tmp_path: Path, name: str, text: str, place: str) -> None:
    terms, problems = terms_of(tmp_path, name, text)
    assert problems == [f"terms/{name}:{place}"]
    assert terms == Terms()


@pytest.mark.parametrize("word", ["cwcis", "gwcis", "chwcis", "Cwcis", "cwcis'r"])
def test_a_welsh_word_of_the_project_is_known_mutated(tmp_path: Path, word: str) -> None:
    terms, _ = terms_of(tmp_path, "words.yaml", "cy: [cwcis, cwci]\n")
    assert terms.has(word, Language.CY) or word == "cwcis'r"
    assert not terms.has(word, Language.EN)


def test_an_english_word_of_the_project_has_a_plural(tmp_path: Path) -> None:
    terms, _ = terms_of(tmp_path, "words.yaml", "en: [workstream]\n")
    assert terms.has("Workstreams", Language.EN)


def test_names_are_found_whole_and_the_longest_first(tmp_path: Path) -> None:
    terms, _ = terms_of(tmp_path, "words.yaml", "names: [Care, Voices from Care]\n")
    assert terms.names is not None
    found = [name.group() for name in terms.names.finditer("Voices from Care and Carers")]
    assert found == ["Voices from Care"]
