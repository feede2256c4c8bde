"""Hand-written pages: a pair of files, each with its front matter, every mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.handwritten import read_pages
from cyhoeddi.language import Language
from tests.project_folder import BODIES, found, page, problems_of, replace, write, write_project

ABOUT = "docs/cy/about.md"
OPENING = "the page does not open with its title, description and slug"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_a_page_is_a_pair_of_files_of_one_name(root: Path) -> None:
    pages, problems = read_pages(root)
    assert problems == ()
    assert [one.name for one in pages] == ["about", "accessibility", "contact", "copyright", "index"]
    about = pages[0]
    assert (about.title.en, about.title.cy, about.slug.cy) == ("About", "Amdanom ni", "amdanom-ni")
    assert about[Language.CY].body == "\nTestun.\n"


@pytest.mark.parametrize("side", ["en", "cy"])
def test_a_page_without_its_counterpart_is_told_at_the_one_that_is_there(root: Path, side: str) -> None:
    (root / f"docs/{side}/about.md").unlink()
    (problem,) = problems_of(root)
    assert problem.position.file == f"docs/{'cy' if side == 'en' else 'en'}/about.md"
    assert problem.hint.startswith(f"Write docs/{side}/about.md")


@pytest.mark.parametrize(
    "text", ["", "Text.\n", "---\n---\nText.\n", "---\ntitle: A\n", "\n---\ntitle: A\n---\n"]
)
def test_a_page_opens_with_its_front_matter(root: Path, text: str) -> None:
    write(root, ABOUT, text)
    assert found(root) == [f"{ABOUT}:1:1: error: {OPENING} (page)"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("slug: amdanom-ni\n", "", '2:1: error: "slug" is missing (format)'),
        ("slug: amdanom-ni", "slug: a\nslgu: b", '5:1: error: "slgu" is not a key of the format (format)'),
        ("slug: amdanom-ni", "slug: true", '4:7: error: "slug" must be text, and is true (format)'),
        (
            "title: Amdanom ni",
            "title: {en: A}",
            '2:8: error: "title" must be text, and is a group of lines (format)',
        ),
        ("slug: amdanom-ni", "slug: [a", "4:7: error: "),
    ],
)
def test_a_mistake_in_the_front_matter_has_its_own_line(root: Path, old: str, new: str, problem: str) -> None:
    replace(root, ABOUT, old, new)
    assert len(found(root)) == 1
    assert found(root)[0].startswith(f"{ABOUT}:{problem}")


def test_a_mistake_in_the_front_matter_hides_none_in_the_text(root: Path) -> None:
    replace(root, ABOUT, "slug: amdanom-ni\n", "slgu: a\n")
    replace(root, ABOUT, BODIES["cy"], "# Testun\n\nRhagor <br> eto.")
    assert [f"{one.position.line}: {one.rule}" for one in problems_of(root)] == [
        "2: format",
        "4: format",
        "7: markdown",
        "7: structure",
        "9: markdown",
    ]


def test_a_hint_for_a_page_asks_for_one_language(root: Path) -> None:
    replace(root, ABOUT, "title: Amdanom ni\n", "")
    assert [problem.hint for problem in problems_of(root)] == ['Add a line "title:" with what belongs there.']


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_in_the_body_do_not_depend_on_how_a_file_was_saved(root: Path, ending: str, mark: str) -> None:
    text = page("Amdanom ni", "amdanom-ni", "Un.\n\nDau <br> beth.\n")
    write(root, ABOUT, (mark + text.replace("\n", ending)).encode())
    write(root, "docs/en/about.md", page("About", "about", "One.\n\nTwo things.\n"))
    assert [(one.position.line, one.position.column) for one in problems_of(root)] == [(9, 5)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (page("Môr", "mor").encode("latin-1"), "2:9: error: the byte F4"),
        (page("A", "a").encode("utf-16"), "1:1: error: the file is saved in UTF-16"),
        (page("A", "a", "A\0B").encode(), "7:2: error: a zero byte"),
        (page("A", "a", "x" * 2**20).encode(), "1:1: error: the file is larger than 1 MiB"),
    ],
)
def test_a_file_that_is_no_text_is_told_at_the_first_bad_byte(
    root: Path, content: bytes, message: str
) -> None:
    write(root, ABOUT, content)
    assert len(found(root)) == 1
    assert found(root)[0].startswith(f"{ABOUT}:{message}")


def test_the_name_of_a_page_is_made_of_small_letters(root: Path) -> None:
    for side in ("en", "cy"):
        write(root, f"docs/{side}/My Page.md", page("A", "a-page"))
    message = "this cannot be the name of a page (page)"
    assert found(root) == [f"docs/{side}/My Page.md:1:1: error: {message}" for side in ("cy", "en")]


def test_a_page_in_a_folder_is_warned_of_and_what_is_generated_is_not_read(root: Path) -> None:
    write(root, "docs/en/generated/page/about.md", "anything")
    write(root, "docs/en/more/other.md", "anything")
    message = "warning: a page in a folder of its own is not published (page)"
    assert found(root) == [f"docs/en/more/other.md:1:1: {message}"]


def test_the_texts_of_the_two_sides_are_held_to_each_other(root: Path) -> None:
    write(root, ABOUT, page("Amdanom ni", "amdanom-ni", "Testun.\n\n- mwy\n"))
    message = "a bullet list stands here that the other language does not have (structure)"
    assert found(root) == [f"{ABOUT}:9:1: error: {message}"]
