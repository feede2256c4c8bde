"""`new` gives writers a file that is right from the start, and that says what to do."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.collection import collect
from cyhoeddi.model import Publication
from cyhoeddi.new import write_new
from cyhoeddi.render.tree import render_tree
from cyhoeddi.source import parse_source
from cyhoeddi.words.registry import publication_types
from tests.project_folder import found, project_of, write, write_project

TODAY = date(2024, 6, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


@pytest.mark.parametrize("kind", sorted(publication_types()))
def test_the_new_file_is_a_draft_without_a_mistake(root: Path, kind: str) -> None:
    file = write_new(root, kind, "The state of the homes", "Cyflwr y cartrefi", TODAY)
    assert file == root / "briefings/2024/state-homes.yaml"
    assert found(root) == []
    (one,) = (one for one in project_of(root).publications if one.id == "state-homes")
    assert (one.type, one.status, one.title.cy) == (kind, "draft", "Cyflwr y cartrefi")


def test_it_shows_in_a_preview_before_a_word_is_written(root: Path) -> None:
    write_new(root, "briefing", "New", "Newydd", TODAY)
    project = project_of(root)
    preview = render_tree(collect(project, preview=True), project.lock)
    assert any("landing/new.md" in str(name) for name in preview)
    assert not any("new.md" in str(name) for name in render_tree(collect(project), project.lock))


def test_what_is_commented_out_is_right_too(root: Path) -> None:
    file = write_new(root, "briefing", "New", "Newydd", TODAY)
    text = file.read_text(encoding="utf-8")
    used = re.sub(r"^# (?=(?:[a-z_]+:|  ))(?!yaml-language)", "", text, flags=re.MULTILINE)
    assert {"attachments", "changes", "contact", "publish_at"} <= set(_keys(used))
    assert set(_keys(used)) <= set(Publication.model_fields)


def _keys(text: str) -> list[str]:
    return re.findall(r"^([a-z_]+):", text, re.MULTILINE)


def test_its_first_line_leads_editors_to_the_schema(root: Path) -> None:
    file = write_new(root, "briefing", "New", "Newydd", TODAY)
    assert file.read_text(encoding="utf-8").splitlines()[0] == (
        "# yaml-language-server: $schema=../../schema/publication.schema.json"
    )


def test_a_name_stands_for_one_publication(root: Path) -> None:
    with pytest.raises(FileExistsError):
        write_new(root, "briefing", "Minutes", "Cofnodion", TODAY)


def test_a_series_may_have_the_same_name(root: Path) -> None:
    write(root, "briefings/files/programme/programme.yaml", "not read")
    assert write_new(root, "briefing", "Programme", "Rhaglen", TODAY).name == "programme.yaml"


@pytest.mark.parametrize(("english", "welsh", "name"), [("", "Môr", "mor"), ("?", "!", "briefing")])
def test_a_title_without_letters_still_gives_a_name(root: Path, english: str, welsh: str, name: str) -> None:
    assert write_new(root, "briefing", english, welsh, TODAY).stem == name


@given(title=st.text(max_size=40))
def test_any_title_gives_a_file_that_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    file = write_new(tmp_path_factory.mktemp("new"), "briefing", title, json.dumps(title), TODAY)
    source, problems = parse_source(file.read_bytes(), "briefings/new.yaml")
    assert problems == ()
    assert source is not None
    assert isinstance(source.data["title"], dict)
