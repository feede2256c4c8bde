from __future__ import annotations

import re
from pathlib import Path

import pytest

from cyhoeddi.project import Project
from cyhoeddi.translate.review import render_reviews, write_reviews
from tests.conftest import Copy
from tests.project_folder import problems_of, project_of
from tests.project_folder import replace as edit
from tests.remembered import accept
from tests.translate.exchange import STORY, project_with, story

ENGLISH = "The **board** had 5 <b>.\n\n- One [link](pub:report)\n\nThe end."
WELSH = "Roedd 6 gan y **bwrdd**.\n\n- Un [ddolen](pub:report)\n\nY diwedd."


def page_of(root: Path) -> str:
    pages = render_reviews(project_of(root), problems_of(root), [STORY])
    assert list(pages) == ["story.html"]
    return pages["story.html"]


def rows_of(page: str) -> list[str]:
    return page.partition("<tbody>")[2].split("</tr>")[:-1]


def test_a_problem_stands_beside_its_block(tmp_path: Path) -> None:
    project_with(tmp_path, story(ENGLISH.replace(" <b>", ""), WELSH))
    (row,) = (one for one in rows_of(page_of(tmp_path)) if "numbers-agree" in one)
    assert "<strong>board</strong>" in row
    assert "<strong>bwrdd</strong>" in row


def test_every_problem_is_shown_once(copy_project: Copy, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    edit(root, "briefings/2023/briefing-january-2023.yaml", "\ntype: briefing", "\nstray: 1\ntype: briefing")
    project = project_of(root)
    problems = problems_of(root)
    pages = render_reviews(project, problems)
    shown = sum(page.count("<small>") for page in map(_margins, pages.values()))
    files = {
        file
        for page in pages.values()
        for file in re.findall(r"(?:(?:briefings|docs)/[\w/.-]+|accessibility)\.(?:yaml|md)", page)
    }
    assert shown == sum(problem.position.file in files for problem in problems)


def _margins(page: str) -> str:
    return "".join(re.findall(r'<li class="(?:error|warning|note)">.*?</li>', page, re.DOTALL))


def test_what_has_to_be_mended_is_shown_as_it_is_written_and_harmless(tmp_path: Path) -> None:
    project_with(tmp_path, story(ENGLISH, WELSH))
    page = page_of(tmp_path)
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_an_empty_and_a_stale_side_are_named_in_both_languages(tmp_path: Path) -> None:
    project_with(tmp_path, story("One.", ""))
    assert '<span lang="en">Empty</span> / <span lang="cy">Gwag</span>' in page_of(tmp_path)
    project_with(tmp_path, story("One.", "Un.").replace("status: draft\n", ""))
    accept(tmp_path)
    edit(tmp_path, STORY, "One.", "Two.")
    assert page_of(tmp_path).count('<p class="stale">') == 1


def test_each_cell_says_its_language_and_the_table_has_headers(tmp_path: Path) -> None:
    page = page_of(project_with(tmp_path, story(ENGLISH.replace(" <b>", ""), WELSH)).root)
    for row in rows_of(page):
        assert row.count('<th scope="row">') == 1
        assert row.count('<td lang="en"') == row.count('<td lang="cy"') == 1
    assert page.count('<th scope="col"') == 4
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="', page)


def test_pages_of_all_files_are_written(tmp_path: Path) -> None:
    project: Project = project_with(tmp_path, story("One.", "Un."))
    files = write_reviews(tmp_path, render_reviews(project, ()))
    names = {file.relative_to(tmp_path).as_posix() for file in files}
    assert {"review/story.html", "review/series/programme.html", "review/page/about.html"} <= names
    assert all(file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>") for file in files)


@pytest.mark.parametrize(("english", "welsh"), [("One.\n\nTwo.", "Un."), ("One.", "Un.\n\n- Dau")])
def test_bodies_of_another_shape_still_stand_side_by_side(tmp_path: Path, english: str, welsh: str) -> None:
    page = page_of(project_with(tmp_path, story(english, welsh)).root)
    assert len(rows_of(page)) == 3 + 2
    assert "structure" in page
