"""A project folder as read: the names of its files, and drafts that are hardly begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.clock import read_clock
from cyhoeddi.collection import collect
from cyhoeddi.project import read_project
from cyhoeddi.render.tree import render_tree
from tests.project_folder import NOW, REPORT, found, problems_of, project_of, replace, write, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Report-2.yaml", '"Report-2" cannot be the name of a publication'),
        ("report_2.yaml", '"report_2" cannot be the name of a publication'),
        ("adroddiad-môr.yaml", '"adroddiad-môr" cannot be the name of a publication'),
        ("a b.yaml", '"a b" cannot be the name of a publication'),
        ("-a.yaml", '"-a" cannot be the name of a publication'),
        (f"{'a' * 101}.yaml", f'"{"a" * 101}" cannot be the name of a publication'),
        ("other.yml", "the file's name does not end in .yaml"),
        ("other.YAML", "the file's name does not end in .yaml"),
    ],
)
def test_a_name_that_cannot_be_an_id_is_refused(root: Path, name: str, message: str) -> None:
    write(root, f"briefings/{name}", REPORT.replace("Yearly report", "Other").replace("blynyddol", "arall"))
    write(root, f"briefings/files/{Path(name).stem}/data.csv", "a")
    assert found(root) == [f"briefings/{name}:1:1: error: {message} (file-name)"]


def test_an_id_stands_for_one_publication_over_all_folders(root: Path) -> None:
    write(root, "briefings/2024/report.yaml", REPORT.replace("Yearly", "Other").replace("blynyddol", "arall"))
    message = "another file has the name report too: briefings/2024/report.yaml"
    assert found(root) == [f"briefings/report.yaml:1:1: error: {message} (file-name)"]


@pytest.mark.parametrize("name", ["new.yaml.txt", "photo.png", "2024/notes.docx"])
def test_a_file_that_nobody_reads_is_warned_of(root: Path, name: str) -> None:
    write(root, f"briefings/{name}", "x")
    assert found(root) == [f"briefings/{name}:1:1: warning: this file is not read (file-name)"]
    public = read_project(root, read_clock(NOW), public=True)
    assert public.problems == (), "a public build says nothing of it: its name may tell what is to come"


@pytest.mark.parametrize("name", [".gitkeep", ".#new.yaml", "README.md", "files/report/new.yaml"])
def test_some_files_may_lie_about(root: Path, name: str) -> None:
    write(root, f"briefings/{name}", "a: [")
    assert found(root) == []


def test_a_folder_without_publications_is_a_project(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    for file in (root / "briefings").rglob("*.yaml"):
        file.unlink()
    assert found(root) == []


@pytest.mark.parametrize(
    "text",
    [
        REPORT.replace("first_published: 2024-01-10\n", "status: draft\n"),
        'type: report\nstatus: draft\ntitle: {en: "", cy: ""}\nsummary: {en: "", cy: ""}\n'
        'sections: [{heading: {en: "", cy: ""}, body: {en: "", cy: ""}}]\n',
    ],
)
def test_a_draft_without_a_day_breaks_nothing(root: Path, text: str) -> None:
    write(root, "briefings/new.yaml", text.replace("Yearly", "New").replace("blynyddol", "newydd"))
    write(root, "briefings/files/new/data.csv", "a")
    assert found(root) == []
    project = project_of(root)
    assert project.publications[0].id == "new", "it is the newest"
    assert render_tree(collect(project, preview=True), project.lock)
    assert not [name for name in render_tree(collect(project), project.lock) if "new" in str(name)]


def test_a_draft_that_is_broken_is_told_of_and_does_not_hold_back_what_is_public(root: Path) -> None:
    replace(root, "briefings/report.yaml", "type: report", "type: reprot\nstatus: draft")
    for side in ("[the report](pub:report)", "[yr adroddiad](pub:report)"):
        replace(root, "briefings/2023/minutes.yaml", side, "it")
    assert [problem.position.file for problem in problems_of(root)] == ["briefings/report.yaml"]
    public = read_project(root, read_clock(NOW), public=True)
    assert public.problems == ()
    assert [one.id for one in public.publications] == ["minutes"]
