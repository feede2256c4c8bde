"""After an edit of a few texts, only these are looked at; everything found is what a look at all finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cyhoeddi import examine, rejudged
from cyhoeddi.clock import read_clock
from cyhoeddi.inputs import Inputs
from cyhoeddi.problems import Level
from cyhoeddi.project import Project
from tests.project_folder import MINUTES, REPORT, SERIES, page, write, write_project

NOW = read_clock("2024-06-01T12:00")
MINUTES_FILE = "briefings/2023/minutes.yaml"
TABLE = "\n        | Year |\n        | --- |\n        | {} |\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project that was checked."""
    root = write_project(tmp_path / "project")
    check(root)
    return root


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give what tells how often the whole project was read."""
    found: list[Path] = []
    real = examine.read_project

    def read_project(root: Path, *rest: object, **more: object) -> Project:
        found.append(root)
        return real(root, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(examine, "read_project", read_project)
    return found


def check(root: Path, *, locked: bool = False, now: str = "2024-06-01T12:00") -> list[str]:
    """Give what a check finds."""
    found = examine.check_project(root, read_clock(now), locked=locked, jobs=1)
    # That there is no memory is said in a note.
    return [f"{one.position} {one.rule}: {one.message}" for one in found if one.level is not Level.NOTE]


def anew(root: Path, *, locked: bool = False, now: str = "2024-06-01T12:00") -> list[str]:
    """Give what a check finds that knows nothing."""
    shutil.rmtree(root / ".cyhoeddi", ignore_errors=True)
    return check(root, locked=locked, now=now)


def said(old: str, new: str, text: str = MINUTES) -> str:
    """Give *text* with *new* words for *old* ones."""
    assert old in text
    return text.replace(old, new)


def test_after_an_edit_of_texts_only_these_are_read(root: Path, read: list[Path]) -> None:
    edited = said("Cyfarfu'r bwrdd.", "Cyfarfu'r bwrdd eto.", said("The board met.", "The board met again."))
    write(root, MINUTES_FILE, edited)
    found = check(root)
    assert read == []
    assert found == anew(root)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The board met.", "The board met 12 times.", "numbers-agree"),
        ("The board met.", "Cyfarfu'r bwrdd yn y swyddfa ddoe.", "wrong-language"),
        ("The board met.", "The <b>board</b> met.", "markdown"),
        ("The board met.", "The board met.\n\n        It went.", "structure"),
    ],
)
def test_a_mistake_in_an_edited_text_is_found_without_reading_the_rest(
    root: Path, read: list[Path], old: str, new: str, rule: str
) -> None:
    write(root, MINUTES_FILE, said(old, new))
    found = check(root)
    assert rule in " ".join(found)
    assert read == []
    assert found == anew(root)


def test_a_side_that_fell_behind_is_found(root: Path, read: list[Path]) -> None:
    from cyhoeddi.accepting import accept

    accept(root, NOW)
    for locked in (False, True):
        check(root, locked=locked)
    read.clear()
    write(root, MINUTES_FILE, said("The board met.", "The committee met."))
    assert [line for line in check(root) if "stale" in line]
    both = said("Cyfarfu'r bwrdd.", "Cyfarfu'r pwyllgor.", said("The board met.", "The committee met."))
    write(root, MINUTES_FILE, both)
    assert [line for line in check(root, locked=True) if "recorded" in line]
    assert check(root) == []
    assert read == []
    assert check(root, locked=True) == anew(root, locked=True)


OTHERS_SEE: dict[str, Callable[[Path], None]] = {
    "a title": lambda root: write(root, MINUTES_FILE, said("Board minutes", "Yearly report")),
    "a link": lambda root: write(root, MINUTES_FILE, said("pub:report", "pub:reports")),
    "a series": lambda root: write(root, MINUTES_FILE, said("series: programme", "series: programmes")),
    "a file": lambda root: write(root, "briefings/report.yaml", said("data.csv", "date.csv", REPORT)),
    "a new publication": lambda root: write(root, "briefings/new.yaml", MINUTES),
    "a publication that goes": lambda root: (root / "briefings/report.yaml").unlink(),
    "a series' text": lambda root: write(root, "briefings/series/programme.yaml", said("To", "To 2", SERIES)),
    "a page": lambda root: write(root, "docs/en/about.md", page("About", "about", "Text 12.\n")),
    "the words": lambda root: write(
        root, "terms/house-style.yaml", "rules:\n- {language: en, wrong: [met], right: sat}\n"
    ),
    "the settings": lambda root: write(root, "mkdocs.yml", "site_name: 1\n"),
    "an attachment": lambda root: (root / "briefings/files/report/data.csv").unlink(),
    "a file that is no YAML": lambda root: write(root, MINUTES_FILE, "a: [\n"),
}


@pytest.mark.parametrize("change", OTHERS_SEE.values(), ids=OTHERS_SEE)
def test_what_others_may_see_has_everything_judged(
    root: Path, read: list[Path], change: Callable[[Path], None]
) -> None:
    before = check(root)
    change(root)
    found = check(root)
    assert read == [root]
    assert found != before
    assert found == anew(root)


def test_a_heading_is_compared_with_those_of_others(root: Path) -> None:
    write(
        root,
        "briefings/second.yaml",
        said("Board minutes", "Second minutes", said("Cofnodion y", "Ail gofnodion y")),
    )
    check(root)
    write(root, MINUTES_FILE, said("cy: Cefndir", "cy: Y cefndir"))
    found = check(root)
    assert "translated-two-ways" in " ".join(found)
    assert found == anew(root)


def test_where_another_speaks_of_a_place_that_place_is_right(root: Path) -> None:
    first = "briefings/1 b/first.yaml"
    write(root, first, said("id: background", "id: first"))
    write(root, "briefings/second.yaml", said("Board minutes", "Second", said("Cofnodion y bwrdd", "Ail")))
    write(root, MINUTES_FILE, said("cy: Cefndir", "cy: Y cefndir"))
    before = check(root)
    assert first in " ".join(before)
    write(root, first, "\n" + said("id: background", "id: first"))
    found = check(root)
    assert found == anew(root) != before


def test_what_was_found_elsewhere_is_told_again(root: Path, read: list[Path]) -> None:
    write(root, "briefings/report.yaml", said("year in figures", "year in 12 figures", REPORT))
    before = check(root)
    assert before
    read.clear()
    write(root, MINUTES_FILE, said("Cyfarfu'r bwrdd.", "Fe gyfarfu'r bwrdd."))
    assert check(root) == before
    assert read == []
    write(root, "briefings/report.yaml", REPORT)
    assert check(root) == []
    assert read == [root]


def test_where_something_is_accepted_everything_is_judged(root: Path, read: list[Path]) -> None:
    reason = "  # accept numbers-agree: told so by the board"
    write(
        root, MINUTES_FILE, said("body:", f"body:{reason}", said("The board met.", "The board met 3 times."))
    )
    assert check(root) == anew(root)
    read.clear()
    write(root, MINUTES_FILE, said("body:", f"body:{reason}"))
    assert "finds nothing here" in " ".join(check(root))
    assert read == [root]


@pytest.mark.parametrize("now", ["2024-05-31T12:00", "2024-06-02T12:00"])
def test_at_another_time_everything_is_judged(root: Path, read: list[Path], now: str) -> None:
    check(root, now=now)
    assert read == [root]


def test_what_is_asked_of_the_memory_is_a_question_of_its_own(root: Path, read: list[Path]) -> None:
    check(root, locked=True)
    assert read == [root]


def test_after_many_edits_everything_is_judged(
    root: Path, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rejudged, "_FEW", 1)
    write(root, MINUTES_FILE, said("Cyfarfu'r bwrdd.", "Fe gyfarfu'r bwrdd."))
    check(root)
    assert read == []
    write(root, "briefings/report.yaml", REPORT + "details:\n  en: |\n    All.\n  cy: |\n    Popeth.\n")
    check(root)
    assert read == [root]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0\1\2"])
def test_a_damaged_verdict_is_none(root: Path, read: list[Path], damage: bytes) -> None:
    (root / ".cyhoeddi/judged-check.json").write_bytes(damage)
    check(root)
    assert read == [root]


@pytest.mark.parametrize(
    ("forget", "change"),
    [
        ("_visible", OTHERS_SEE["a link"]),
        ("without", OTHERS_SEE["a page"]),
        ("without", OTHERS_SEE["an attachment"]),
    ],
)
def test_without_any_one_thing_something_is_not_found(
    root: Path, monkeypatch: pytest.MonkeyPatch, forget: str, change: Callable[[Path], None]
) -> None:
    owner = rejudged if forget == "_visible" else Inputs
    monkeypatch.setattr(owner, forget, lambda *_: "same")
    check(root)
    check(root, now="2024-06-02T12:00")
    change(root)
    assert check(root, now="2024-06-02T12:00") != anew(root)
