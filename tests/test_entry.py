"""A file of briefings/ that is known by its hash, and opened again where its words are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cyhoeddi import assemble, cli, collection, pipeline, prepare, reading, readings
from cyhoeddi.clock import read_clock
from cyhoeddi.head import Head, fingerprint, named_in
from cyhoeddi.memory import hold
from cyhoeddi.model import Publication
from cyhoeddi.project import Project, read_project
from cyhoeddi.steady import SavedMeanwhileError
from tests.one_page import build_one_page
from tests.project_folder import MINUTES, NOW, project_of, replace, write, write_project

FILE = "briefings/2023/minutes.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    forget()
    return write_project(tmp_path)


def forget() -> None:
    """Close all files that are open."""
    reading._opened.cache_clear()
    reading._whole.cache_clear()


def kept(root: Path) -> Project:
    """Read the project with what is known from the last time."""
    return read_project(root, read_clock(NOW), keep=True)


def minutes(project: Project) -> Publication:
    return next(one for one in project.publications if one.file == FILE)


def said(publication: Publication) -> dict[str, object]:
    return {name: getattr(publication, name) for name in Publication.model_fields}


def test_a_head_says_what_the_whole_publication_says(root: Path) -> None:
    kept(root)
    forget()
    head = minutes(kept(root))
    whole = Publication.model_validate({**project_of(root).sources[FILE].data, "id": "minutes", "file": FILE})
    assert isinstance(head, Head)
    assert said(head) == dict(whole)
    assert (head.has_document, named_in(head)) == (whole.has_document, named_in(whole))
    assert named_in(head) == ("report",)
    with pytest.raises(AttributeError):
        head.nothing  # noqa: B018


def test_texts_are_held_as_they_stand(root: Path) -> None:
    kept(root)
    forget()
    one = next(one for one in kept(root).entries if one.file == FILE)
    there = list(hold(one.source))
    assert [(held.key, held.name, held.pair, held.text) for held in one.held] == [
        (held.key, held.name, held.pair, held.text) for held in there
    ]
    assert one.pairs == tuple(held.pair for held in there)


def test_a_file_that_did_not_change_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept(root)
    read: list[str] = []
    real = readings.read_reading
    monkeypatch.setattr(readings, "read_reading", lambda *given: (read.append(given[1]), real(*given))[1])
    assert minutes(kept(root)).title == minutes(before).title
    assert read == []
    replace(root, FILE, "Board minutes", "Minutes of the board")
    after = kept(root)
    assert minutes(after).title.en == "Minutes of the board"
    assert fingerprint(minutes(after)) != fingerprint(minutes(before))
    assert read == [FILE]


def test_a_file_that_is_saved_meanwhile_is_not_taken_for_what_it_was(root: Path) -> None:
    project = project_of(root)
    forget()
    replace(root, FILE, "The board met.", "The board did not meet.")
    with pytest.raises(SavedMeanwhileError):
        _ = minutes(project).sections
    with pytest.raises(SavedMeanwhileError):
        _ = project.sources[FILE]


@pytest.fixture
def saves(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the titles that somebody saves, one each time that a build has read the project."""
    titles: list[str] = []

    def save_and_collect(project: Project, *, preview: bool) -> collection.Collection:
        if titles:
            write(root, FILE, MINUTES.replace("Board minutes", titles.pop(0)))
            forget()
        return collection.collect(project, preview=preview)

    monkeypatch.setattr(assemble, "build_site", build_one_page)
    monkeypatch.setattr(prepare, "collect", save_and_collect)
    return titles


def test_a_build_begins_anew_when_a_file_is_saved_meanwhile(root: Path, saves: list[str]) -> None:
    saves.append("Saved")
    outcome = pipeline.build(root, now=read_clock(NOW), say=print, skip=("pdf", "search"))
    assert outcome.folder is not None
    page = (root / "docs/en/generated/landing/minutes.md").read_text(encoding="utf-8")
    assert '"title": "Saved"' in page


def test_who_saves_again_and_again_is_told_so(
    root: Path, saves: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    saves.extend(["One", "Two", "Three"])
    assert cli.main(["-C", str(root), "build", "--skip", "pdf,search"]) == 1
    assert f"{FILE}: the file was saved while" in capsys.readouterr().err


def test_an_attachment_that_is_saved_meanwhile_is_not_taken_for_what_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "build_site", build_one_page)
    name, contents = "briefings/files/report/data.csv", ["c,d\n3,4\n"]
    real = prepare.write_tree

    def save_and_write(*given: Any) -> None:
        if contents:
            write(root, name, contents.pop())
        real(*given)

    monkeypatch.setattr(prepare, "write_tree", save_and_write)
    pipeline.build(root, now=read_clock(NOW), say=print, skip=("pdf", "search"))
    (copy,) = (root / "docs/en/generated").rglob("data.csv")
    assert copy.read_text(encoding="utf-8") == "c,d\n3,4\n"
    write(root, name, "a,b\n1,2\n")
    pipeline.build(root, now=read_clock(NOW), say=print, skip=("pdf", "search"))
    assert copy.read_text(encoding="utf-8") == "a,b\n1,2\n"


def test_a_generated_folder_that_became_a_link_is_made_anew(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "build_site", build_one_page)
    build = {"now": read_clock(NOW), "say": print, "skip": ("pdf", "search")}
    pipeline.build(root, **build)  # type: ignore[arg-type]
    generated = root / "docs/en/generated"
    before = {path.relative_to(generated) for path in generated.rglob("*")}
    generated.rename(tmp_path / "moved")
    generated.symlink_to(tmp_path / "moved")
    pipeline.build(root, **build)  # type: ignore[arg-type]
    assert not generated.is_symlink()
    assert {path.relative_to(generated) for path in generated.rglob("*")} == before
