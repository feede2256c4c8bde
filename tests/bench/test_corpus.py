"""The invented publications: valid, the same at each run, alike in both languages, and easy to edit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from bench.command import TOOL, run
from bench.corpus import briefing, edit_body, edit_title, read_briefing, write_corpus
from bench.texts import SENTENCES, bullets, drawn, prose, table, vocabulary
from cyhoeddi.checks import OF_TIME
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.language import Language
from cyhoeddi.problems import Problem
from tests.conftest import PROJECT

NEWEST = 19


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(PROJECT, folder, NEWEST + 1)
    run((TOOL, "accept"), folder)
    return folder


def wrong(project: Path) -> list[Problem]:
    """Give the problems; a review of the sample site that is due some day is none of the publications'."""
    return [one for one in check_project(project, read_clock()) if one.rule not in OF_TIME]


def test_nothing_is_wrong_with_it_before_and_after_edits(corpus: Path) -> None:
    assert wrong(corpus) == []
    edit_body(corpus, NEWEST, 1)
    edit_title(corpus, NEWEST, 1)
    assert wrong(corpus) == []


def test_it_is_the_same_at_each_run(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_corpus(PROJECT, tmp_path / name, 3)
    for file in (tmp_path / "one").rglob("*.yaml"):
        assert file.read_bytes() == (tmp_path / "other" / file.relative_to(tmp_path / "one")).read_bytes()


def test_no_two_publications_say_the_same(tmp_path: Path) -> None:
    write_corpus(PROJECT, tmp_path, 30)
    for key in ("title", "sections"):
        assert len({str(read_briefing(briefing(tmp_path, number))[key]) for number in range(30)}) == 30


def test_an_edit_of_the_body_changes_one_word_in_each_language_and_each_turn_another(tmp_path: Path) -> None:
    write_corpus(PROJECT, tmp_path, 1)
    texts = [read_briefing(briefing(tmp_path, 0))]
    for turn in (-3, -2, -1, 1, 2, 3):
        edit_body(tmp_path, 0, turn)
        texts.append(read_briefing(briefing(tmp_path, 0)))
    bodies = [text["sections"][0]["body"] for text in texts]
    for language in Language:
        assert len({body[language] for body in bodies}) == len(texts)
        for body in bodies[1:]:
            words = [Counter(one[language].split()) for one in (bodies[0], body)]
            assert (words[0] - words[1]).total() == (words[1] - words[0]).total() == 1


def test_an_edit_of_the_title_changes_nothing_else(tmp_path: Path) -> None:
    write_corpus(PROJECT, tmp_path, 1)
    before = read_briefing(briefing(tmp_path, 0))
    titles = {str(before["title"])}
    for turn in (1, 2, 3):
        edit_title(tmp_path, 0, turn)
        after = read_briefing(briefing(tmp_path, 0))
        titles.add(str(after.pop("title")))
        assert after == {key: value for key, value in before.items() if key != "title"}
    assert len(titles) == 4


@pytest.mark.parametrize("block", [prose, bullets, table])
@pytest.mark.parametrize("seed", range(5))
def test_both_sides_have_the_same_figures_and_the_same_lines(
    block: Callable[[Random, int], dict[str, str]], seed: int
) -> None:
    text = block(Random(seed), 4)  # noqa: S311 (the same at each run)
    numbers = [Counter(re.findall(r"\d+", text[language])) for language in Language]
    assert numbers[0] == numbers[1]
    assert len({text[language].count("\n") for language in Language}) == 1


def test_both_sides_draw_as_many_words_in_as_many_sentences() -> None:
    text = drawn(Random(1), 40)  # noqa: S311 (the same at each run)
    assert {len(text[language].split()) for language in Language} == {40}
    assert {text[language].count(".") for language in Language} == {4}


def test_each_sentence_is_one_on_both_sides() -> None:
    assert all(one.endswith(".") for pair in SENTENCES for one in pair)
    assert len({side for pair in SENTENCES for side in pair}) == 2 * len(SENTENCES)


def test_the_vocabulary_holds_no_agreed_term_and_no_word_that_asks_for_a_mutation() -> None:
    assert not {"summit", "etc", "embargo"} & set(vocabulary(Language.EN))
    assert not {"trwy", "gan", "cytun"} & set(vocabulary(Language.CY))
