"""Each PDF is made once for what goes into it, and what cannot be made is a problem at its line."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.pdf import shelf as shelf_room
from cyhoeddi.pdf.shelf import Shelf, make_pdfs
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from tests.conftest import PROJECT
from tests.pdf.conftest import EVERYTHING, read_collection, write_project

_KEY = ("everything", Language.CY)


def make(root: Path, **options: object) -> tuple[Shelf, tuple[Problem, ...]]:
    collection, addresses = read_collection(root)
    return make_pdfs(root, collection, addresses, cache=root / ".cyhoeddi" / "pdf", **options)  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def test_gives_path_pages_and_size_of_each(project: Path) -> None:
    shelf, problems = make(project)
    assert problems == ()
    assert {*shelf} == {(name, side) for name in ("everything", "other-one") for side in Language}
    pdf = shelf[_KEY]
    data = pdf.path.read_bytes()
    assert data.startswith(b"%PDF-1.7")
    assert (pdf.size, pdf.pages) == (len(data), 6)


def test_makes_nothing_again_that_is_there(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = make(project)

    def refuse(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(shelf_room, "typeset", refuse)
    assert make(project) == (first, ())


def test_makes_again_what_was_changed_and_nothing_else(project: Path) -> None:
    first, _ = make(project)
    file = project / "briefings" / "everything.yaml"
    file.write_text(file.read_text("utf-8").replace("Geiriau ar y diwedd", "Geiriau newydd"), "utf-8")
    second, _ = make(project)
    assert [key for key in first if first[key].path != second[key].path] == [_KEY]


def test_makes_again_what_shows_a_changed_picture(project: Path) -> None:
    first, _ = make(project)
    chart = project / "briefings" / "files" / "everything" / "chart.svg"
    chart.write_text(chart.read_text().replace("#eeeeee", "#dddddd"))
    second, _ = make(project)
    changed = {key for key in first if first[key].path != second[key].path}
    assert changed == {("everything", side) for side in Language}


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 cut", b"\0" * 90_000])
@pytest.mark.parametrize("suffix", [".pdf", ".json"])
def test_makes_again_what_was_damaged(project: Path, damage: bytes, suffix: str) -> None:
    first, _ = make(project)
    good = first[_KEY].path.read_bytes()
    first[_KEY].path.with_suffix(suffix).write_bytes(damage)
    second, problems = make(project)
    assert (second, problems) == (first, ())
    assert second[_KEY].path.read_bytes() == good


def test_makes_only_what_is_asked_for(project: Path) -> None:
    shelf, _ = make(project, only={"other-one"})
    assert {name for name, _ in shelf} == {"other-one"}


def test_forgets_what_nobody_asked_for_in_a_month(project: Path) -> None:
    folder = project / ".cyhoeddi" / "pdf"
    folder.mkdir(parents=True)
    month = time.time() - 40 * 24 * 3600
    for name, at in (("old.pdf", month), ("old.json", month), ("new.pdf", time.time())):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (at, at))
    make(project)
    assert {path.name for path in folder.iterdir()} & {"old.pdf", "old.json", "new.pdf"} == {"new.pdf"}


def test_tells_how_far_it_is_when_it_takes_long(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("cyhoeddi.progress.QUIET", 3600.0)
    make(project, progress=Progress(said.append))
    assert said == []
    monkeypatch.setattr("cyhoeddi.progress.QUIET", 0.0)
    make(project, progress=Progress(said.append))
    assert said[-1] == "PDFs: 4 of 4 are ready."


def test_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        "from tests.pdf.test_shelf import make, write_project;"
        "shelf, _ = make(write_project(Path(sys.argv[2])), jobs=int(sys.argv[3]));"
        "[print(pdf.path.name, __import__('hashlib').sha256(pdf.path.read_bytes()).hexdigest())"
        " for pdf in shelf.values()]"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, str(PROJECT), str(tmp_path / str(jobs)), str(jobs)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(jobs), "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for jobs, zone in ((1, "UTC"), (4, "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == 4
    assert len({hashlib.sha256(line.encode()).hexdigest() for line in runs[0].splitlines()}) == 4


def test_typst_takes_room_in_copies_only_and_is_no_copy_of_its_own(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        "from tests.pdf.test_shelf import make, write_project;"
        "names = [sorted(map(str, make(write_project(Path(sys.argv[2], where)), jobs=jobs)[0]))"
        " + ['typst' in sys.modules] for where, jobs in (('copies', 2), ('itself', 1), ('after it', 2))];"
        "first, *others = [one[:-1] for one in names];"
        "print(len(first), others == [first, first], [one[-1] for one in names])"
    )
    command = [sys.executable, "-c", script, str(PROJECT), str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert told.split(maxsplit=2) == ["4", "True", "[False, True, True]\n"]


def test_a_letter_that_no_font_has_is_a_problem_at_its_place(tmp_path: Path) -> None:
    text = EVERYTHING.read_text("utf-8").replace("Geiriau ar y diwedd", "Geiriau ✓ ar y diwedd ✓")
    shelf, problems = make(write_project(tmp_path / "project", text))
    (problem,) = problems
    lines = text.split("\n")
    line = next(number for number, line in enumerate(lines, start=1) if "✓" in line)
    assert (problem.position.file, problem.position.line) == ("briefings/everything.yaml", line)
    assert problem.position.column == lines[line - 1].index("✓") + 1
    assert "Welsh PDF" in problem.message
    assert '"✓" (U+2713, check mark)' in problem.message
    assert _KEY not in shelf
    assert ("everything", Language.EN) in shelf


@pytest.mark.parametrize("place", ["title", "expansion", "callout"])
def test_a_missing_letter_is_found_wherever_it_stands(tmp_path: Path, place: str) -> None:
    old = {"title": "Everything in", "expansion": "Care Inspectorate", "callout": "Its own title"}[place]
    text = EVERYTHING.read_text("utf-8").replace(old, f"☃ {old}", 1)
    _, problems = make(write_project(tmp_path / "project", text))
    lines = text.split("\n")
    line = next(number for number, line in enumerate(lines, start=1) if "☃" in line)
    assert [(one.position.line, one.position.column) for one in problems] == [
        (line, lines[line - 1].index("☃") + 1)
    ]


@pytest.mark.parametrize("name", ["square.png", "bar.jpg", "chart.svg"])
def test_a_picture_that_cannot_be_read_is_a_problem_at_its_place(project: Path, name: str) -> None:
    (project / "briefings" / "files" / "everything" / name).write_bytes(b"not a picture")
    shelf, problems = make(project)
    assert {key[0] for key in shelf} == {"other-one"}
    lines = EVERYTHING.read_text("utf-8").split("\n")
    wanted = {number for number, line in enumerate(lines, start=1) if f"({name})" in line}
    assert {problem.position.line for problem in problems} == wanted
    assert all(name in problem.message for problem in problems)


def test_a_missing_letter_from_another_file_is_explained(project: Path) -> None:
    file = project / "mkdocs.yml"
    file.write_text(
        file.read_text("utf-8").replace("Cyhoeddi Demonstration", "Cyhoeddi ✓ Demonstration"), "utf-8"
    )
    _, problems = make(project)
    assert problems
    assert all("✓" in one.message and "mkdocs.yml" in (one.hint or "") for one in problems)
