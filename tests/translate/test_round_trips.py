from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.project import Project
from cyhoeddi.source import parse_source
from cyhoeddi.source.text import UNSEEN
from cyhoeddi.terms import NO_TERMS
from cyhoeddi.texts import walk_texts
from cyhoeddi.translate.answers import Judge
from cyhoeddi.translate.content import Code, Content, Kind, numbered, plain, tidy
from cyhoeddi.translate.formats import WRITERS
from cyhoeddi.translate.segments import segments
from cyhoeddi.translate.selection import Batch, Entry, keyed
from cyhoeddi.translate.table import guarded, unguarded
from cyhoeddi.translate.take_in import take_in
from cyhoeddi.translate.units import Progress, Unit, work_on
from cyhoeddi.translate.wording import Form, cell_of, has_words, read_content, written
from tests.conftest import Copy
from tests.project_folder import project_of, write
from tests.translate.exchange import (
    FORMATS,
    STORY,
    answers_of,
    messages,
    project_with,
    saying,
    send,
    story,
    take,
    tree,
    with_words,
)

NOW = "2027-01-01T12:00"


@pytest.fixture(scope="module")
def sample(copy_project: Copy, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project_of(copy_project(tmp_path_factory.mktemp("sample")), NOW)


@pytest.mark.parametrize("form", FORMATS)
def test_the_whole_sample_site_comes_back_as_it_went(sample: Project, form: str) -> None:
    for data in send(sample, form, everything=True).values():
        answers = answers_of(data, form)
        assert len(answers) > 5
        taken = take_in(sample, answers)
        assert taken.files == {}
        assert set(messages(taken)) <= {"this unit is not translated yet"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("to", Language)
def test_every_unit_of_the_sample_site_can_be_changed_at_once(
    copy_project: Copy, tmp_path: Path, form: str, to: Language
) -> None:
    root = copy_project(tmp_path)
    project = project_of(root, NOW)
    before = {entry.source.file: entry.source.data for entry in project.entries}
    data = send(project, form, everything=True, to=to).get(to)
    assert data is not None
    answers = [
        with_words(one, to, lambda words: f"Zzz{words}") for one in answers_of(data, form) if _said(one, to)
    ]
    taken = take(project, *answers)
    assert taken.problems == ()
    changed = project_of(root, NOW)
    works = [work_on(*one) for one in keyed(changed) if one[1] is to]
    new = [unit for work in works if work for unit in work.units if "Zzz" in written(unit.target)]
    assert len(new) == taken.units == len(answers)
    for entry in changed.entries:
        assert _side(entry.source.data, to.other) == _side(before[entry.source.file], to.other)


def _said(answer: object, to: Language) -> bool:
    cells = getattr(answer, "cells", None)
    return bool(cells[list(Language).index(to)] if cells else getattr(answer, "target", ()))


def _side(data: object, language: Language) -> object:
    """Give *data* without the sides in the other language."""
    if isinstance(data, dict):
        return {key: _side(value, language) for key, value in data.items() if key != str(language.other)}
    return [_side(value, language) for value in data] if isinstance(data, list) else data


@pytest.mark.parametrize("form", FORMATS)
def test_one_changed_answer_changes_one_line_and_nothing_else(
    copy_project: Copy, tmp_path: Path, form: str
) -> None:
    root = copy_project(tmp_path)
    project = project_of(root, NOW)
    before = tree(root)
    to = Language.CY
    answers = answers_of(send(project, form, everything=True)[to], form)
    for number in range(3, len(answers), 97):
        one = with_words(answers[number], to, lambda words: f"Nawr {words}")
        taken = take_in(project, [*answers[:number], one, *answers[number + 1 :]])
        ((file, content),) = taken.files.items()
        old = before[file.relative_to(root).as_posix()].splitlines()
        new = content.splitlines()
        differ = [(left, right) for left, right in zip(old, new, strict=False) if left != right]
        # A block on several lines may be broken anew.
        assert len(old) - len(differ) <= len(new)
        assert differ[0][1].count(b"Nawr ") == 1
        assert b"".join(old).count(b"Nawr") + 1 == b"".join(new).count(b"Nawr")


@pytest.mark.parametrize("form", FORMATS)
def test_a_welsh_first_text_goes_to_english(tmp_path: Path, form: str) -> None:
    project = project_with(tmp_path, story("", "Cyfarfu'r **bwrdd**.", first=Language.CY))
    sent = send(project, form)
    assert list(sent) == [Language.EN]
    assert (b'source-language="cy"' in sent[Language.EN]) is (form == "xliff12")
    assert (b'srcLang="cy"' in sent[Language.EN]) is (form == "xliff21")
    (answer,) = answers_of(sent[Language.EN], form)
    assert answer.key == "publication/story/sections/beginning/body/en/p1"


def test_a_text_that_lacks_its_welsh_gets_a_key_of_its_own_beside_the_english(tmp_path: Path) -> None:
    english = (
        "The board met.\n\n- One thing\n- **Two** things\n\nTable: Sums\n| What | How |\n|---|---|\n| A | 5 |"
    )
    project = project_with(tmp_path, story(english, ""))
    answers = answers_of(send(project, "csv")[Language.CY], "csv")
    welsh = ["Cyfarfu'r bwrdd.", "Un peth", "**Dau** beth", "Symiau", "Beth", "Sut", "A", "5"]
    pairs = zip(answers, welsh, strict=True)
    taken = take(project, *(saying(answer, Language.CY, text) for answer, text in pairs))
    assert taken.problems == ()
    text = (tmp_path / STORY).read_text(encoding="utf-8")
    assert text == story(
        english,
        "Cyfarfu'r bwrdd.\n\n- Un peth\n- **Dau** beth\n\n"
        "Table: Symiau\n| Beth | Sut |\n|---|---|\n| A | 5 |",
    )


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40
).filter(lambda text: not UNSEEN.search(text) and any(map(str.isalnum, text)))
SIGNS = st.text("aB1 .:#-+*_[]()!|<>&\\\"'`~={}^/", min_size=1, max_size=20).filter(
    lambda text: any(map(str.isalnum, text))
)
BODY = "Some words.\n\n- An item\n\nTable: Sums\n| What | How |\n|---|---|\n| A | B |"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = project_with(tmp_path_factory.mktemp("small"), story(BODY, BODY))
    assert project.problems == ()
    return project


@pytest.mark.parametrize("place", ["/title/cy", "/summary/cy", "/cy/p1", "/cy/list2/1/p1", "/cy/table3/2/1"])
@given(words=WORDS | SIGNS)
def test_any_text_is_written_so_that_it_reads_back(small: Project, place: str, words: str) -> None:
    data = send(small, "xliff12", STORY, everything=True)[Language.CY]
    (answer,) = (one for one in answers_of(data, "xliff12") if one.key.endswith(place))
    taken = take_in(small, [replace(answer, target=(words,))])
    # An address without words cannot be written in any way, and random words may be English.
    assert set(messages(taken)) <= {"the text is in English, and should be in Welsh"} or "://" in words
    for content in taken.files.values():
        source, _ = parse_source(content, STORY)
        assert source is not None
        said = [text for text in walk_texts(source) if text.path[-1] == _KEYS.get(place, "body")]
        if place in _KEYS:
            assert said[0].cy == words.strip()
        else:
            path = place.removeprefix("/cy/")
            (segment,) = (one for one in segments(said[0].cy) if one.path == path)
            assert plain(segment.content) == words.strip()


_KEYS = {"/title/cy": "title", "/summary/cy": "summary"}


@given(st.text('ab1 .:#-+*_[]()!|<>&\\`~={}^\n\t"') | st.text(), st.booleans())
def test_every_body_has_segments_that_stand_where_they_say(body: str, headings: bool) -> None:
    found = segments(body, headings=headings)
    assert len({one.path for one in found}) == len(found)
    for one, after in pairwise(found):
        assert 0 <= one.start <= one.end <= after.start
    assert all(one.end <= len(body) for one in found)


CODES = st.sampled_from(
    [
        Code(Kind.FOOTNOTE, "1"),
        Code(Kind.STRONG, "", ("bold",)),
        Code(Kind.LINK, "pub:a", ("x ", Code(Kind.EMPHASIS, "", ("y",)))),
        Code(Kind.PHRASE, "cy", ("Senedd",)),
        Code(Kind.IMAGE, "map.svg", None, "A map"),
    ]
)
CONTENT = st.lists(WORDS | SIGNS | CODES, min_size=1, max_size=5).map(tidy).filter(has_words)


@pytest.mark.parametrize("form", FORMATS)
@given(source=CONTENT, target=CONTENT)
def test_any_unit_survives_each_format(form: str, source: Content, target: Content) -> None:
    if form == "csv":
        # Not all codes can stand side by side in Markdown, and a text on the disk never has such.
        assume(all(read_content(cell_of(one, Form.LINE), Form.LINE) == one for one in (source, target)))
    source = numbered(source)
    target = numbered(target, source)
    unit = Unit("publication/a/body/cy/p1", "paragraph", "p1", Form.LINE, source, target, Progress.ACCEPTED)
    batch = Batch("briefings/a.yaml", Language.CY, (Entry(unit, "= context"),))
    (answer,) = answers_of(WRITERS[form]([batch]), form)
    assert answer.key == unit.key
    assert answer.is_about(unit, Language.CY)
    assert Judge(NO_TERMS).judge(answer, unit, Language.CY, pages=False) is None


@given(st.text())
def test_a_cell_that_could_be_a_formula_is_made_harmless_and_restored(cell: str) -> None:
    harmless = guarded(cell)
    assert not harmless.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(harmless) == cell


@pytest.mark.parametrize("style", ["'Stori'", '"Stori"', "Stori", "|-\n    Stori", ">-\n    Stori"])
def test_a_side_keeps_its_style_its_comments_and_its_line_ends(tmp_path: Path, style: str) -> None:
    text = story("Text.", "Testun.").replace(
        "title: {en: A story, cy: Stori}\n", f"title:\n  en: A story # one\n  cy: {style}\n\n  # after\n"
    )
    project = project_with(tmp_path, text.replace("\n", "\r\n"))
    answers = answers_of(send(project, "csv", everything=True)[Language.CY], "csv")
    (title,) = (one for one in answers if one.key == "publication/story/title/cy")
    taken = take(project, saying(title, Language.CY, "Hanes: un arall"))
    assert taken.problems == ()
    written_text = (tmp_path / STORY).read_bytes().decode()
    plain = style == "Stori"
    new = '"Hanes: un arall"' if plain else style.replace("Stori", "Hanes: un arall")
    assert written_text == text.replace(f"cy: {style}", f"cy: {new}").replace("\n", "\r\n")


def test_a_hand_written_page_changes_in_one_paragraph(copy_project: Copy, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    file = root / "docs/cy/contact.md"
    write(root, "docs/cy/contact.md", file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    project = project_of(root, NOW)
    answers = answers_of(
        send(project, "xliff12", "docs/en/contact.md", everything=True)[Language.CY], "xliff12"
    )
    taken = take(
        project, *(with_words(one, Language.CY, lambda words: f"Nawr {words}") for one in answers[:4])
    )
    assert taken.problems == ()
    after = file.read_bytes()
    assert after.count(b"Nawr ") == 4
    assert after.replace(b"Nawr ", b"").split() == before.split()
    assert after.count(b"\r\n") == after.count(b"\n")


def test_what_is_written_is_read_by_the_parser_of_the_project(tmp_path: Path) -> None:
    project = project_with(tmp_path, story("Text.", "Testun."))
    answers = answers_of(send(project, "csv", STORY, everything=True)[Language.CY], "csv")
    take(project, *(with_words(one, Language.CY, lambda words: f"{words} #1: {{a}}") for one in answers))
    source, problems = parse_source((tmp_path / STORY).read_bytes(), STORY)
    assert problems == ()
    assert source is not None
    assert source.data["title"] == {"en": "A story", "cy": "Stori #1: {a}"}
