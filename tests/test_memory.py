from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cyhoeddi.memory import (
    FILE,
    Memory,
    Standing,
    State,
    accept_texts,
    compare,
    hold,
    read_memory,
    record,
    show_change,
    write_memory,
)
from cyhoeddi.memory.record import record_of, words_hash
from cyhoeddi.source import Source, parse_source
from tests.project_folder import page, write, write_project
from tests.project_folder import replace as edit
from tests.remembered import accept, standings_of, states_of

STORY = "briefings/2023/story.yaml"

Pair = tuple[str, str]
A, B, C = ("Alpha", "Alffa"), ("Beta", "Bita"), ("Gamma", "Gama")


def story(*notes: Pair, title: Pair = ("Story", "Stori"), **sections: Pair) -> str:
    """Give a publication whose *notes* have no ids and whose *sections* do."""
    parts = [{"heading": _both(pair), "id": name} for name, pair in sections.items()]
    return json.dumps(
        {
            "type": "minutes",
            "title": _both(title),
            "sections": parts,
            "changes": [{"note": _both(pair)} for pair in notes],
        }
    )


def _both(pair: Pair) -> dict[str, str]:
    return {"en": pair[0], "cy": pair[1]}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


EDITED, EDITED_CY = ("Alpha!", "Alffa"), ("Alpha", "Alffa!")
BOTH = ("Alpha!", "Alffa!")

STORIES: dict[str, tuple[str, str, dict[str, str]]] = {
    "nothing happens": (story(A, B, one=A), story(A, B, one=A), {}),
    "lines are broken elsewhere, an apostrophe is curly": (
        story(("It's so  far", "Mae")),
        story(("It’s so\nfar", "Mae\n")),
        {},
    ),
    "the English is edited": (story(one=A), story(one=EDITED), {"sections/one/heading": "stale: en changed"}),
    "the Welsh is edited": (
        story(one=A),
        story(one=EDITED_CY),
        {"sections/one/heading": "stale: cy changed"},
    ),
    "both are edited": (story(one=A), story(one=BOTH), {"sections/one/heading": "changed"}),
    "the English of a text without id is edited": (
        story(A, B),
        story(EDITED, B),
        {"changes/0/note": "stale: en changed"},
    ),
    "the Welsh of a text without id is edited": (
        story(A, B),
        story(A, (B[0], "Beta")),
        {"changes/1/note": "stale: cy changed"},
    ),
    "both sides of a text without id are edited": (story(A, B), story(BOTH, B), {"changes/0/note": "new"}),
    "a text is put before the others": (story(A, B), story(C, A, B), {"changes/0/note": "new"}),
    "a section is put before the others": (
        story(one=A, two=B),
        story(three=C, one=A, two=B),
        {"sections/three/heading": "new"},
    ),
    "texts change places": (story(A, B, C), story(C, A, B), {}),
    "two sections change their ids": (story(one=A, two=B), story(one=B, two=A), {}),
    "only the English of two sections changes places": (
        story(one=A, two=B),
        story(one=(B[0], A[1]), two=(A[0], B[1])),
        {"sections/one/heading": "stale: en changed", "sections/two/heading": "stale: en changed"},
    ),
    "a text moves and is edited on one side": (
        story(A, B, C),
        story(B, C, EDITED),
        {"changes/2/note": "stale: en changed"},
    ),
    "a section's id changes": (story(one=A), story(two=A), {}),
    "a section's id changes, and its English": (
        story(one=A),
        story(two=EDITED),
        {"sections/two/heading": "stale: en changed"},
    ),
    "a text is there twice, and one is edited": (
        story(A, A),
        story(A, EDITED),
        {"changes/1/note": "stale: en changed"},
    ),
    "a text is put there a second time": (story(A), story(A, A), {"changes/1/note": "new"}),
    "a copy is made with another translation, the first stays": (
        story(A),
        story(A, EDITED_CY),
        {"changes/1/note": "new"},
    ),
    "a text is copied over one with the same English": (
        story(A, EDITED_CY),
        story(A, A),
        {"changes/1/note": "new"},
    ),
    "a text is taken out": (story(A, B), story(B), {}),
    "a text is split in two": (
        story(("One. Two.", "Un. Dau.")),
        story(("One.", "Un."), ("Two.", "Dau.")),
        {"changes/0/note": "new", "changes/1/note": "new"},
    ),
    "a title may be worded as a heading was": (
        story(one=A, title=B),
        story(title=EDITED),
        {"title": "changed"},
    ),
}


@pytest.mark.parametrize(("before", "after", "states"), STORIES.values(), ids=STORIES)
def test_knows_what_became_of_each_text(root: Path, before: str, after: str, states: dict[str, str]) -> None:
    write(root, STORY, before)
    accept(root)
    assert states_of(root) == {}
    write(root, STORY, after)
    assert states_of(root) == {f"story/{name}": state for name, state in states.items()}


def test_knows_nothing_without_a_file(root: Path) -> None:
    assert read_memory(root) == (Memory(), ())
    assert {one.state for one in standings_of(root)} == {State.NEW}


def test_welsh_first_is_as_good_as_english_first(root: Path) -> None:
    edit(root, "briefings/report.yaml", "type: report\n", "type: report\nsource_language: cy\n")
    accept(root)
    edit(root, "briefings/report.yaml", "Adroddiad blynyddol", "Adroddiad y flwyddyn")
    assert states_of(root) == {"report/title": "stale: cy changed"}
    edit(root, "briefings/report.yaml", "Yearly report", "Report of the year")
    assert states_of(root) == {"report/title": "changed"}


def test_a_file_may_move_between_folders_but_not_change_its_name(root: Path) -> None:
    accept(root)
    (root / "briefings/report.yaml").rename(root / "briefings/2023/report.yaml")
    assert states_of(root) == {}
    (root / "briefings/2023/report.yaml").rename(root / "briefings/figures.yaml")
    assert set(states_of(root).values()) == {"new"}


def test_an_address_is_no_text(root: Path) -> None:
    edit(root, "briefings/report.yaml", "type: report\n", "type: report\nslug: {en: a, cy: b}\n")
    assert "slug" not in {one.held.name for one in standings_of(root)}


SECTIONS = "Intro.\n\n## First\n\nOne.\n\n## Second {#second}\n\nTwo.\n"
SECTIONS_CY = "Cyflwyniad.\n\n## Cyntaf\n\nUn.\n\n## Ail {#second}\n\nDau.\n"


@pytest.fixture
def pages(root: Path) -> Path:
    write(root, "docs/en/about.md", page("About", "about", SECTIONS))
    write(root, "docs/cy/about.md", page("Amdanom ni", "amdanom-ni", SECTIONS_CY))
    accept(root)
    return root


def test_a_page_is_held_section_by_section(pages: Path) -> None:
    names = [one.held.key for one in standings_of(pages) if one.held.key.startswith("page/about/")]
    assert names == [
        "page/about/title",
        "page/about/description",
        "page/about/body",
        "page/about/body/*",
        "page/about/body/second",
    ]
    edit(pages, "docs/cy/about.md", "Dau.", "Dau a hanner.")
    assert states_of(pages) == {"about/body/second": "stale: cy changed"}


def test_a_section_put_into_a_page_makes_nothing_stale(pages: Path) -> None:
    edit(pages, "docs/en/about.md", "## First", "## New\n\nNew.\n\n## First")
    edit(pages, "docs/cy/about.md", "## Cyntaf", "## Newydd\n\nNewydd.\n\n## Cyntaf")
    assert states_of(pages) == {"about/body/1": "new"}


def test_the_place_of_a_section_is_that_of_the_page(pages: Path) -> None:
    section = next(one.held.text for one in standings_of(pages) if one.held.name == "body/second")
    place = section.place(section.source_language, section.en.index("Two"))
    assert (place.file, place.line) == ("docs/en/about.md", 15)


def test_a_page_with_other_sections_on_each_side_is_one_text(pages: Path) -> None:
    edit(pages, "docs/en/about.md", "## First\n", "")
    assert states_of(pages) == {"about/body": "changed"}


def test_a_minor_change_is_accepted_with_its_reason(root: Path) -> None:
    accept(root)
    edit(root, "briefings/report.yaml", "Yearly report", "Yearly Report")
    accept(root)
    assert states_of(root) == {"report/title": "stale: en changed"}
    accept(root, "briefings/report.yaml/title", minor=" a capital\n letter “R” ")
    assert states_of(root) == {}
    line = next(line for line in (root / FILE).read_text("utf-8").split("\n") if "report/title" in line)
    assert line.endswith(' minor "a capital letter “R”"')
    edit(root, "briefings/report.yaml", "Adroddiad blynyddol", "Adroddiad")
    assert states_of(root) == {"report/title": "stale: cy changed"}


def test_a_minor_change_is_accepted_only_where_the_path_leads(root: Path) -> None:
    write(root, STORY, story(A, B, one=A))
    accept(root)
    write(root, STORY, story(EDITED, B, one=EDITED, title=C))
    accept(root, f"./{STORY}/sections/0", minor="a mark")
    assert states_of(root) == {"story/changes/0/note": "stale: en changed", "story/title": "changed"}
    accept(root, "briefings/2023", minor="a mark")
    assert states_of(root) == {"story/title": "changed"}


@pytest.mark.parametrize(
    "path",
    [
        "briefings/2023/minutes.yaml",
        "briefings/2023/minutes.yaml/sections/background/body",
        "briefings/2023/minutes.yaml/sections/0/body",
        "publication/minutes/sections/background/body",
    ],
)
def test_a_text_can_be_named_by_file_id_number_or_key(root: Path, path: str) -> None:
    accept(root)
    edit(root, "briefings/2023/minutes.yaml", "The board met.", "The Board met.")
    accept(root, path, minor="a capital letter")
    assert states_of(root) == {}


def test_an_accepted_minor_change_must_have_a_reason(root: Path) -> None:
    accept(root)
    edit(root, "briefings/report.yaml", "Yearly report", "Yearly Report")
    accept(root, minor="  ")
    assert states_of(root) == {"report/title": "stale: en changed"}


def test_what_is_gone_is_forgotten(root: Path) -> None:
    accept(root)
    (root / "briefings/report.yaml").unlink()
    edit(root, "briefings/2023/minutes.yaml", "    id: background\n", "")
    accept(root)
    lines = (root / FILE).read_text("utf-8")
    assert "report" not in lines
    assert "background" not in lines


def test_a_draft_is_not_recorded_and_what_was_recorded_waits_for_it(root: Path) -> None:
    accept(root)
    edit(root, "briefings/report.yaml", "type: report\n", "type: report\nstatus: draft\n")
    edit(root, "briefings/report.yaml", "Yearly report", "Report")
    edit(root, "briefings/report.yaml", "title: {en: Data, cy: Data}", "title: {en: Datum, cy: Datwm}")
    before = (root / FILE).read_text("utf-8")
    accept(root)
    assert (root / FILE).read_text("utf-8") == before
    edit(root, "briefings/report.yaml", "status: draft\n", "")
    assert states_of(root)["report/title"] == "stale: en changed"


def test_a_text_whose_side_was_emptied_is_still_remembered(root: Path) -> None:
    accept(root)
    edit(root, "briefings/report.yaml", "cy: Adroddiad blynyddol", 'cy: ""')
    accept(root)
    edit(root, "briefings/report.yaml", 'cy: ""', "cy: Adroddiad")
    assert states_of(root) == {"report/title": "stale: cy changed"}


def test_lines_are_sorted_one_a_text(root: Path) -> None:
    write(root, STORY, story(A, A, B, one=C))
    accept(root)
    lines = (root / FILE).read_text("utf-8").splitlines()
    assert lines == sorted(lines)
    twice = [line for line in lines if line.endswith(" x2")]
    assert [line.split()[:3] for line in twice] == [
        ["publication/story/changes/*/note", words_hash(A[0]), words_hash(A[1])]
    ]


def test_the_lines_of_two_branches_may_stand_together(root: Path) -> None:
    lines: list[str] = []
    for title in (("Story 1", "Stori 1"), ("Story 2", "Stori 2")):
        write(root, STORY, story(A, title=title))
        accept(root)
        lines += (root / FILE).read_text("utf-8").splitlines()
    (root / FILE).write_text("\n".join(lines), "utf-8")
    for title in (("Story 1", "Stori 1"), ("Story 2", "Stori 2")):
        write(root, STORY, story(A, title=title))
        assert states_of(root) == {}
    write(root, STORY, story(A, title=("Story 1", "Stori 2")))
    assert list(states_of(root)) == ["story/title"]
    write(root, STORY, story(A, title=("Story 1", "Stori 1")))
    accept(root)
    assert len((root / FILE).read_text("utf-8").splitlines()) == len(set(lines)) - 1


GOOD = record_of("publication/a/title", "A", "B").line()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "a merge of two branches is not finished here"),
        ("=======", "a merge of two branches is not finished here"),
        (">>>>>>> other", "a merge of two branches is not finished here"),
        ("publication/a/title", "this line is not a text and its two hashes"),
        (GOOD.upper(), "this line is not a text and its two hashes"),
        (GOOD + " minor reason", "this line is not a text and its two hashes"),
        (GOOD + ' minor "\\ud800"', "this line is not a text and its two hashes"),
        (GOOD + " x0", "this line is not a text and its two hashes"),
    ],
)
def test_a_broken_line_is_a_problem_at_its_number(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / FILE).write_text(f"{GOOD}\r\n\n{line}\n", encoding="utf-8")
    memory, problems = read_memory(tmp_path)
    assert [record.line() for record in memory.records] == [GOOD]
    assert [(one.position.line, one.message) for one in problems] == [(3, message)]
    assert "cyhoeddi accept" in problems[0].hint or "both branches" in problems[0].hint


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: f"{GOOD} {text}".encode()))
@settings(max_examples=50)
def test_no_file_is_too_strange_to_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.mktemp("any")
    (root / FILE).write_bytes(data)
    memory, _ = read_memory(root)
    write_memory(root, memory)
    assert read_memory(root) == (memory, ())


def test_the_accepted_words_can_be_had_back_unless_they_were_tampered_with() -> None:
    record = record_of("page/a/title", "One’s “own”\n", "Ei hun")
    assert record.sides() == ("One’s “own”\n", "Ei hun")
    other = record_of("page/a/title", "Other", "Arall")
    for words in (other.words, "A", "eNo", record.words[:12]):
        assert replace(record, words=words).sides() is None


WORDS = "The first of two.\n\n- one\n- two words here\n\n| A | B |\n|---|---|\n| x | y |\n"


@pytest.mark.parametrize(
    ("now", "words", "here", "there"),
    [
        (
            WORDS.replace("of two", "of three"),
            '"The first of two." became "The first of three."',
            "The",
            "The",
        ),
        (
            WORDS.replace("two words", "few words"),
            '"two words here" became "few words here"',
            "few",
            "two words",
        ),
        (WORDS.replace("| y |", "| z |"), '"y" became "z"', "z", "y"),
        (WORDS.replace("- two words here\n", ""), '"two words here" was taken out', "| A", "two words"),
        (WORDS.replace("- two", "- and\n- two"), '"and" was added', "and", "one"),
        ("New.\n\n" + WORDS, '"New." was added', "New", "The"),
    ],
)
def test_a_change_is_shown_with_the_block_that_must_follow(
    now: str, words: str, here: str, there: str
) -> None:
    change = show_change(WORDS, now, WORDS, markdown=True)
    assert change.words == words
    assert now[change.here :].startswith(here)
    assert WORDS[change.there :].startswith(there)


def test_a_change_of_marks_alone_is_shown_as_the_whole() -> None:
    change = show_change("- one\n- two\n", "1. one\n2. two\n", "- un\n- dau\n", markdown=True)
    assert change.words == '"- one - two" became "1. one 2. two"'


def test_many_changes_are_shown_in_part() -> None:
    before = " ".join(f"w{number}" for number in range(100))
    now = before.replace("w5 ", "x ").replace("w25 ", "x ").replace("w45 ", "x ").replace("w65 ", "x ")
    change = show_change(before, now, "", markdown=False)
    assert change.words.count("became") == 3
    assert change.words.endswith("; and 1 more")


def test_what_was_before_may_be_unknown() -> None:
    assert show_change(None, "Some words", "Geiriau", markdown=False).words == 'it now says "Some words"'


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.booleans())
@settings(max_examples=100)
def test_any_change_can_be_shown(before: str, now: str, other: str, markdown: bool) -> None:
    assume(words_hash(before) != words_hash(now))
    change = show_change(before, now, other, markdown=markdown)
    assert change.words
    assert 0 <= change.here <= len(now)
    assert 0 <= change.there <= len(other)


PAIRS = st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(["x", "y", "z"]))
STEP = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 5), PAIRS),
    st.tuples(st.just("delete"), st.integers(0, 5), PAIRS),
    st.tuples(st.just("move"), st.integers(0, 5), PAIRS),
    st.tuples(st.just("en"), st.integers(0, 5), PAIRS),
    st.tuples(st.just("cy"), st.integers(0, 5), PAIRS),
    st.tuples(st.just("id"), st.integers(0, 5), PAIRS),
)
STEPS = st.lists(STEP, max_size=6)
Texts = list[tuple[str, Pair]]


def _source(texts: Texts) -> Source:
    """Give a publication of sections with and without ids."""
    sections: list[Any] = [{"heading": _both(pair)} | ({"id": name} if name else {}) for name, pair in texts]
    source, _ = parse_source(
        json.dumps({"title": {"en": "T", "cy": "T"}, "sections": sections}).encode(), "a.yaml"
    )
    assert source is not None
    return source


def _stale(standings: tuple[Standing, ...]) -> set[str]:
    return {one.held.name for one in standings if one.state is State.STALE}


def _step(texts: Texts, step: tuple[str, int, Pair]) -> Texts:
    what, number, pair = step
    if what == "insert" or not texts:
        return [*texts[:number], ("", pair), *texts[number:]]
    at = number % len(texts)
    (name, old), rest = texts[at], [*texts[:at], *texts[at + 1 :]]
    changed = {"en": (pair[0], old[1]), "cy": (old[0], pair[1])}
    match what:
        case "delete":
            return rest
        case "move":
            return [(name, old), *rest]
        case "id":
            free = {"one", "two", "three"} - {other for other, _ in texts}
            return [*texts[:at], (min(free, default=""), old), *texts[at + 1 :]]
    return [*texts[:at], (name, changed[what]), *texts[at + 1 :]]


@given(STEPS, STEPS)
@settings(max_examples=150, deadline=None)
def test_a_pair_that_was_accepted_is_never_stale_and_nothing_is_after_accepting(
    first: Any, second: Any
) -> None:
    texts: Texts = []
    for step in first:
        texts = _step(texts, step)
    memory = accept_texts(compare(hold(_source(texts)), Memory()), Memory())
    accepted = {pair for _, pair in texts}
    assert {one.state for one in compare(hold(_source(texts)), memory)} == {State.AGREED}
    for step in second:
        texts = _step(texts, step)
    standings = compare(hold(_source(texts)), memory)
    for one in standings[1:]:
        if (one.held.text.en, one.held.text.cy) in accepted:
            assert one.state in (State.AGREED, State.NEW)
    if len(set(texts)) == len({pair for _, pair in texts}) == len(texts):
        accepted_again = compare(hold(_source(texts)), accept_texts(standings, memory))
        assert _stale(accepted_again) == _stale(standings)
    after = accept_texts(standings, memory, minor="so")
    after = accept_texts(compare(hold(_source(texts)), after), after)
    assert {one.state for one in compare(hold(_source(texts)), after)} == {State.AGREED}
    assert after.lines() == sorted(set(after.lines()))


@given(STEPS, STEPS, STEPS)
@settings(max_examples=75, deadline=None)
def test_the_union_of_two_branches_knows_the_texts_of_both(
    tmp_path_factory: pytest.TempPathFactory, base: Any, ours: Any, theirs: Any
) -> None:
    root = tmp_path_factory.mktemp("merge")
    start: Texts = []
    for step in base:
        start = _step(start, step)
    branches: list[tuple[Texts, list[str]]] = []
    for steps in (ours, theirs):
        texts = start
        for step in steps:
            texts = _step(texts, step)
        branches.append((texts, accept_texts(compare(hold(_source(texts)), Memory()), Memory()).lines()))
    union = sorted({line for _, lines in branches for line in lines})
    (root / FILE).write_text("\n".join(union), encoding="utf-8")
    memory, problems = read_memory(root)
    assert problems == ()
    for texts, _ in branches:
        assert {one.state for one in compare(hold(_source(texts)), memory)} == {State.AGREED}


LOCK_LINES = """\
page/about/title 56509de8ff497056 670c4d0f41468ca4 eNq
publication/a/title 56509de8ff497056 670c4d0f41468ca4 eNq
publication/a/summary 56509de8ff497056 670c4d0f41468ca4 eNq x2
publication/ab/title 56509de8ff497056 670c4d0f41468ca4 eNq minor "see publication/a/title"
publication/b/title 56509de8ff497056 670c4d0f41468ca4 eNq
publication/a/title 56509de8ff497056 670c4d0f41468ca4 eNq x3"""


@pytest.mark.parametrize(
    "more", ["", "\n", "\npublication/a/title wrong\n<<<<<<< ours\n", "\r\npublication/a \xff"]
)
@pytest.mark.parametrize("parts", [{"publication/a"}, {"publication/b", "page/about"}, {"publication/none"}])
def test_the_lines_of_a_few_parts_are_found_as_if_all_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, parts: set[str]
) -> None:
    (tmp_path / FILE).write_bytes((LOCK_LINES + more).encode("latin-1"))
    few = read_memory(tmp_path, parts)
    monkeypatch.setattr(record, "_FEW", 0)
    assert few == read_memory(tmp_path, parts)
    assert bool(few[0].records) == ("publication/none" not in parts)


def test_an_empty_memory_holds_nothing_of_any_part(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"")
    assert read_memory(tmp_path, {"publication/a"}) == (Memory((), exists=True, whole=False), ())
