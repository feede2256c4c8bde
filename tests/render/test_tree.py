from __future__ import annotations

import copy
import shutil
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.addresses import Addresses
from cyhoeddi.lock import Lock, write_lock
from cyhoeddi.prepare import prepare
from cyhoeddi.problems import Problem
from cyhoeddi.render.tree import render_tree
from cyhoeddi.render.work import FileCopy, Tree
from tests.render.folders import (
    NOW,
    Data,
    addresses_of,
    both,
    publication,
    read,
    section,
    series,
    tree_of,
    workstream,
    write_folder,
)

NOT_YET = [{"status": "draft"}, {"publish_at": "2024-06-01T12:01"}, {"publish_at": "2030-01-01T09:30"}]
PUBLIC = [{"status": "published"}, {"publish_at": "2024-06-01T12:00", "status": "published"}]
STATES: st.SearchStrategy[Data] = st.sampled_from([*NOT_YET, *PUBLIC, {}])


def is_public(data: Data) -> bool:
    return not any(item in data.items() for state in NOT_YET for item in state.items())


@st.composite
def folders(draw: st.DrawFn) -> dict[str, Data]:
    """Give the files of a folder in which everything may be public or not."""
    files: dict[str, Data] = {}
    open_series: dict[str, list[str]] = {}
    for owner in ("s", "t"):
        parts = [titled(f"{owner}-{name}", draw(STATES), kind=name) for name in ("v", "w")]
        whole = titled(owner, draw(STATES), parts=parts)
        files[f"series/{owner}.yaml"] = whole
        if is_public(whole):
            open_series[owner] = [part["id"] for part in parts if is_public(part)]
    for name in ("a", "b", "c"):
        state = draw(STATES)
        known = open_series if is_public(state) else {"s": ["v", "w"], "t": ["v"]}
        of = draw(st.sampled_from([None, *known]))
        if of is not None:
            state = state | {"series": of}
            if known[of]:
                state["workstreams"] = draw(st.lists(st.sampled_from(known[of]), unique=True))
        files[f"{name}.yaml"] = titled(name, state)
    return files


def titled(name: str, state: Data, *, parts: list[Data] | None = None, kind: str = "") -> Data:
    """Give a publication, or a series of *parts*, or a workstream; titles say what is public."""
    title = f"Open {name}" if is_public(state) else f"Secret {name}"
    if parts is not None:
        return series(title, *parts, **state)
    if kind:
        return workstream(kind, title, **state)
    file = "open.csv" if is_public(state) else "secret.csv"
    return publication(title, attachments=[{"title": both(title), "file": file}], **state)


def write(root: Path, files: dict[str, Data], lock: Lock) -> Path:
    write_folder(root, files)
    for name, data in files.items():
        for attachment in data.get("attachments", ()):
            folder = root / "briefings/files" / Path(name).stem
            folder.mkdir(parents=True)
            (folder / attachment["file"]).write_text(f"{attachment['file']}\n", encoding="utf-8")
    write_lock(root, lock)
    return root


def without_the_unpublished(files: dict[str, Data]) -> dict[str, Data]:
    kept = {name: copy.deepcopy(data) for name, data in files.items() if is_public(data)}
    for name, data in kept.items():
        if name.startswith("series/"):
            data["workstreams"] = [part for part in data["workstreams"] if is_public(part)]
    return kept


def generated(root: Path, *, preview: bool = False) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    problems = prepare(root, preview=preview, into=root / "out", now=NOW)
    paths = [path for path in (root / "out").rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}, problems


@settings(max_examples=40, deadline=None)
@given(files=folders())
def test_the_public_tree_is_that_of_the_folder_without_what_is_unpublished(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Data]
) -> None:
    room = tmp_path_factory.mktemp("pair")
    everything = {name: {**data, "status": "published"} for name, data in files.items()}
    for data in everything.values():
        data.pop("publish_at", None)
    lock = addresses_of(write(room / "before", everything, Lock())).accepted()
    whole, problems = generated(write(room / "whole", files, lock))
    public, same_problems = generated(write(room / "public", without_the_unpublished(files), lock))
    assert problems == same_problems == ()
    assert whole == public
    # Only the lock knows of what was public once, and of that nothing reaches the tree.
    told = b"".join(path.encode() + content for path, content in whole.items()).lower()
    assert b"secret" not in told
    shutil.rmtree(room)


@pytest.mark.parametrize("name", ["one.yaml", "series/s.yaml"])
@pytest.mark.parametrize("state", NOT_YET)
def test_what_a_mistake_in_an_unpublished_file_may_not_do(tmp_path: Path, name: str, state: Data) -> None:
    wrong: Data = {"titel": both("Secret"), "sections": [{"heading": {"en": "<b>"}}], **state}
    root = write_folder(tmp_path, {name: wrong, "two.yaml": publication("Two")})
    tree, problems = generated(root)
    assert problems == ()
    (root / "briefings" / name).unlink()
    assert generated(root) == (tree, ())


def test_a_mistake_in_an_unpublished_workstream_does_not_stop_the_rest(tmp_path: Path) -> None:
    half = {"id": "w", "status": "draft", "title": both("Secret"), "remit": {"en": "# No"}}
    root = write_folder(tmp_path, {"series/s.yaml": series("S", half, status="published")})
    tree, problems = generated(root)
    assert problems == ()
    assert "out/en/generated/series/s.md" in tree
    assert b"Secret" not in b"".join(tree.values())


def test_a_public_text_that_names_what_is_not_public_is_refused_where_it_does(tmp_path: Path) -> None:
    link = section(
        "Links",
        "Read [what comes next](pub:later), or [the series](pub:series/s).",
        "Darllenwch [beth sydd nesaf](pub:later), neu'r [gyfres](pub:series/s).",
    )
    root = write_folder(
        tmp_path,
        {
            "one.yaml": publication("One", sections=[link]),
            "later.yaml": publication("Secret", publish_at="2030-01-01T09:30"),
            "series/s.yaml": series("Secret series"),
        },
    )
    tree, problems = generated(root)
    assert tree == {}
    assert {(one.rule, one.position.file) for one in problems} == {("names-known", "briefings/one.yaml")}
    assert len(problems) == 4
    assert "Secret" not in str(problems)


def test_an_empty_folder_has_the_pages_of_every_site(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, {}))
    assert {path for path in tree if path.startswith("en/")} == {
        "en/generated/follow/follow.md",
        "en/generated/furniture.json",
        "en/generated/home/index.md",
        "en/generated/language-choice/root.md",
        "en/generated/list/1.md",
        "en/generated/not-found/both.md",
        "en/generated/not-found/own.md",
        "en/generated/page/accessibility.md",
        "en/generated/page/copyright.md",
        "en/generated/root/en/feeds/all.atom",
        "en/generated/root/en/feeds/all.json",
        "en/generated/root/en/publications.csv",
        "en/generated/root/en/publications.json",
        "en/generated/root/en/publications.schema.json",
        "en/generated/root/llms.txt",
        "en/generated/root/robots.txt",
        "en/generated/root/sitemap.xml",
    }


def test_what_is_attached_is_copied_once_for_each_language(tmp_path: Path) -> None:
    picture = section("Map", "![A map of Wales](map.png)")
    attached = [{"title": both("Figures"), "file": {"en": "a.csv", "cy": "b.csv"}}]
    root = write_folder(tmp_path, {"one.yaml": publication("One", sections=[picture], attachments=attached)})
    copies = {path: one.source for path, one in tree_of(root).items() if isinstance(one, FileCopy)}
    assert copies == {
        "en/generated/files/one/a.csv": "briefings/files/one/a.csv",
        "en/generated/files/one/map.png": "briefings/files/one/map.png",
        "cy/generated/files/one/b.csv": "briefings/files/one/b.csv",
        "cy/generated/files/one/map.png": "briefings/files/one/map.png",
    }


# What a page costs -----------------------------------------------------------------------------------------


def many(number: int) -> dict[str, Data]:
    """Give *number* publications over ten series and fifty years, each with a link to another."""
    files: dict[str, Data] = {
        f"series/s{index}.yaml": series(f"Series {index}", workstream("v", "V"), workstream("w", "W"))
        for index in range(10)
    }
    for index in range(number):
        body = f"See [the one before](pub:p{max(index - 1, 0)}).[^1]\n\n[^1]: A note."
        files[f"p{index}.yaml"] = publication(
            f"Publication {index}",
            first_published=f"{1970 + index % 50}-01-01",
            series=f"s{index % 10}",
            workstreams=["v"] if index % 2 else ["w"],
            sections=[section("Background", body)],
            redirects={"en": [f"old-{index}"], "cy": []},
        )
    return files


def calls(collection: Any, lock: Lock) -> tuple[int, Tree]:
    """Count the calls of functions that rendering takes: the same on every machine."""
    count = 0

    def step(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        tree = render_tree(collection, lock)
    finally:
        sys.setprofile(None)
    return count, tree


def test_no_page_costs_more_among_more(tmp_path: Path) -> None:
    counts, numbers, largest = [], [], []
    for number in (150, 300, 600):
        project, collection = read(write_folder(tmp_path / f"{number}", many(number)))
        lock = Addresses(collection, project.lock).accepted()
        count, tree = calls(collection, lock)
        sizes = {
            path: len(one) for path, one in tree.items() if isinstance(one, bytes) and path.endswith(".md")
        }
        counts.append(count)
        numbers.append(len(sizes))
        # The pages of a series and of a workstream list all that is theirs: every publication once.
        own = (
            "en/generated/series/",
            "cy/generated/series/",
            "en/generated/workstream/",
            "cy/generated/workstream/",
        )
        largest.append(max(size for path, size in sizes.items() if not path.startswith(own)))
    first, second = (
        (counts[more] - counts[less]) / (numbers[more] - numbers[less]) for less, more in ((0, 1), (1, 2))
    )
    assert second < first * 1.1
    assert largest[2] < largest[1] * 1.1
