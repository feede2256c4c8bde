from __future__ import annotations

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi import write as writing
from cyhoeddi.render.kept import Hash
from cyhoeddi.render.work import FileCopy, Tree
from cyhoeddi.stamps import NO_FILES
from cyhoeddi.write import look_at_tree, remove_links, write_at_once
from tests.project_folder import write

TREE: Tree = {
    "en/generated/page/about.md": b"about",
    "en/generated/files/one/a.csv": FileCopy("briefings/files/one/a.csv"),
    "cy/generated/page/about.md": b"amdanom",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    source = tmp_path / "briefings/files/one/a.csv"
    source.parent.mkdir(parents=True)
    source.write_bytes(b"1,2\n")
    return tmp_path


def write_tree(root: Path, tree: Tree, into: Path) -> None:
    """Look at what is there, and write."""
    writing.write_tree(root, tree, into, remove_links(into, look_at_tree(into)))


def files(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def folders(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]


WRITTEN = {
    "en/generated/page/about.md": b"about",
    "en/generated/files/one/a.csv": b"1,2\n",
    "cy/generated/page/about.md": b"amdanom",
}


def test_what_is_written_is_the_tree_and_nothing_else(project: Path) -> None:
    docs = project / "docs"
    for name in ("en/generated/old.md", "cy/generated/deep/er/old.md", "en/about.md", "en/deep/mine.md"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(b"before")
    write_tree(project, TREE, docs)
    # What people wrote beside the generated folders is theirs.
    assert files(docs) == WRITTEN | {"en/about.md": b"before", "en/deep/mine.md": b"before"}
    assert folders(docs) == []


def test_with_the_last_file_of_a_folder_its_folder_goes(project: Path) -> None:
    docs = project / "docs"
    more = {
        "en/generated/deep/er/one.md": b"1",
        "cy/generated/two/two.md": b"2",
        "cy/generated/alone.md": b"3",
    }
    write_tree(project, TREE | more, docs)
    (docs / "cy/mine").mkdir()
    writing.write_tree(project, TREE, docs, NO_FILES, more.keys())
    assert files(docs) == WRITTEN
    assert folders(docs) == [docs / "cy/mine"]
    writing.write_tree(project, {}, docs, NO_FILES, TREE.keys())
    assert {*folders(docs)} == {docs / "cy/mine", docs / "en/generated", docs / "cy/generated"}


def test_only_what_changed_is_written(project: Path) -> None:
    docs = project / "docs"
    write_tree(project, TREE, docs)
    for path in docs.rglob("*"):
        if path.is_file():
            os.utime(path, (1, 1))
    write_tree(project, {**TREE, "en/generated/page/about.md": b"new"}, docs)
    changed = [path.relative_to(docs).as_posix() for path in docs.rglob("*.*") if path.stat().st_mtime != 1]
    assert changed == ["en/generated/page/about.md"]
    (project / "briefings/files/one/a.csv").write_bytes(b"3,4\n")
    write_tree(project, TREE, docs)
    assert files(docs)["en/generated/files/one/a.csv"] == b"3,4\n"


def test_what_stands_in_the_way_is_replaced(project: Path) -> None:
    docs = project / "docs"
    (docs / "en/generated/page/about.md/deep").mkdir(parents=True)
    (docs / "en/generated/files").write_bytes(b"a file where a folder is due")
    (docs / "cy").mkdir()
    (docs / "cy/generated").write_bytes(b"a file too")
    write_tree(project, TREE, docs)
    assert files(docs) == WRITTEN


def test_nothing_is_written_or_removed_through_a_link(project: Path) -> None:
    elsewhere = project / "elsewhere"
    (elsewhere / "page").mkdir(parents=True)
    (elsewhere / "page/about.md").write_bytes(b"mine")
    (elsewhere / "keep.md").write_bytes(b"mine")
    docs = project / "docs"
    (docs / "en").mkdir(parents=True)
    (docs / "en/generated").symlink_to(elsewhere)
    (docs / "cy/generated").mkdir(parents=True)
    (docs / "cy/generated/page").symlink_to(elsewhere / "page")
    (docs / "cy/generated/gone").symlink_to(elsewhere / "nowhere")
    write_tree(project, TREE, docs)
    assert files(elsewhere) == {"page/about.md": b"mine", "keep.md": b"mine"}
    assert files(docs) == WRITTEN
    assert not (docs / "cy/generated/gone").is_symlink()


@pytest.mark.parametrize("name", ["cy/generated", "cy/generated/page", "cy/generated/page/about.md"])
def test_a_pipe_is_taken_away(project: Path, name: str) -> None:
    pipe = project / "docs" / name
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    write_tree(project, TREE, project / "docs")
    assert files(project / "docs") == WRITTEN


def test_a_link_in_the_place_of_a_file_is_not_written_through(project: Path) -> None:
    mine, page = project / "mine.md", project / "docs/cy/generated/page/about.md"
    mine.write_bytes(b"mine")
    page.parent.mkdir(parents=True)
    page.symlink_to(mine)
    write_tree(project, TREE, project / "docs")
    assert mine.read_bytes() == b"mine"
    assert files(project / "docs") == WRITTEN


@settings(max_examples=30, deadline=None)
@given(
    trees=st.lists(
        st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=3), max_size=4), min_size=1, max_size=4
    )
)
def test_the_last_tree_written_is_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, trees: list[dict[str, bytes]]
) -> None:
    docs = tmp_path_factory.mktemp("docs")
    for names in trees:
        tree = {f"en/generated/{name}/{name}.md": content for name, content in names.items()}
        write_tree(docs, tree, docs)
        assert files(docs) == tree


def held_now(project: Path) -> tuple[Path, dict[str, bytes | FileCopy | Hash]]:
    """Give the folder and the tree that is held once its files have been written at once."""
    docs = project / "docs"
    remove_links(docs, look_at_tree(docs))
    put = write_at_once(docs)
    made = {path: put(path, one) if isinstance(one, bytes) else one for path, one in TREE.items()}
    return docs, made


def test_a_file_that_is_written_at_once_is_held_as_its_hash(project: Path) -> None:
    docs, made = held_now(project)
    written = {path for path, one in TREE.items() if isinstance(one, bytes)}
    assert written
    for path in written:
        assert made[path] == sha256((docs / path).read_bytes()).hexdigest()
    write_tree(project, made, docs)
    assert files(docs) == WRITTEN


def test_what_stands_is_not_written_at_once(project: Path) -> None:
    docs, made = held_now(project)
    written = [docs / path for path, one in made.items() if isinstance(one, str)]
    for path in written:
        os.utime(path, (1, 1))
    assert held_now(project) == (docs, made)
    assert {path.stat().st_mtime for path in written} == {1}


@pytest.mark.parametrize(
    "folder", ["docs/cy/generated/page", "docs/cy/generated", "docs/cy/generated/page/about.md"]
)
def test_nothing_is_written_at_once_through_a_link(project: Path, folder: str) -> None:
    elsewhere = project / "elsewhere"
    if folder.endswith(".md"):
        elsewhere.write_bytes(b"mine")
    else:
        elsewhere.mkdir()
    (project / folder).parent.mkdir(parents=True, exist_ok=True)
    (project / folder).symlink_to(elsewhere)
    docs, made = held_now(project)
    write_tree(project, made, docs)
    assert files(docs) == WRITTEN
    assert elsewhere.read_bytes() == b"mine" if folder.endswith(".md") else not list(elsewhere.iterdir())


@pytest.mark.parametrize("way", ["file", "folder"])
def test_what_is_in_the_way_makes_a_file_wait(project: Path, way: str) -> None:
    place = project / "docs/cy/generated/page"
    if way == "file":
        write(project, "docs/cy/generated/page", b"mine")
    else:
        write(project, "docs/cy/generated/page/about.md/mine.md", b"mine")
    docs, made = held_now(project)
    assert made["cy/generated/page/about.md"] == TREE["cy/generated/page/about.md"]
    write_tree(project, made, docs)
    assert files(docs) == WRITTEN
    assert place.is_dir()


def test_a_full_disk_is_an_error_of_the_system(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write_tree(project, TREE, project / "docs")
    monkeypatch.undo()
    write_tree(project, TREE, project / "docs")
    assert files(project / "docs") == WRITTEN
