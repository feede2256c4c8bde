from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.audit.cache import DAYS, Cache, Contents, key_of
from cyhoeddi.audit.finding import Box, Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.problems import Level

FINDING = Finding(
    "axe:name", "/en/", "A — ŵ", "Do it.", "4.1.2", "p > a", "<a>", "320 px", Box(0, 1.5, 2, 3), Level.WARNING
)
KEY = key_of("a")
SITE = {
    "index.html": '<link rel="stylesheet" href="style.css?1"><img src="a.png"><a href="b/">B</a>',
    "b/index.html": "<p>B</p>",
    "style.css": "@import url(more.css);",
    "more.css": "p { background: url(back.png) }",
    "a.png": "a",
    "back.png": "back",
    "other.css": "p {}",
}


def write(folder: Path, files: dict[str, str]) -> Site:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Site(folder, "http://127.0.0.1:1")


def test_what_was_put_is_what_is_given(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new")
    assert cache.get(KEY) is None
    cache.put(KEY, [FINDING, replace(FINDING, box=None)])
    assert cache.get(KEY) == (FINDING, replace(FINDING, box=None))
    cache.put(KEY, [])
    assert cache.get(KEY) == ()


def test_without_a_folder_nothing_is_remembered() -> None:
    cache = Cache(None)
    cache.put(KEY, [FINDING])
    cache.prune()
    assert cache.get(KEY) is None


@pytest.mark.parametrize(
    "damage",
    ["", "[", "{}x", "null", "7", '[{"rule": "a"}]', "[[]]", '["a"]', "[" * 100_000, "\udcff"]
    + [
        json.dumps([{**dict.fromkeys(("rule", "address", "message", "hint"), "x"), **more}])
        for more in ({"box": None}, {"level": "error"})
    ],
)
def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, [FINDING])
    entry = next(file for file in tmp_path.rglob("*") if file.is_file())
    entry.write_bytes(damage.encode(errors="surrogateescape"))
    assert cache.get(KEY) is None


def test_a_file_of_the_wrong_types_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, [FINDING])
    entry = next(file for file in tmp_path.rglob("*") if file.is_file())
    told = json.loads(entry.read_text(encoding="utf-8"))
    for change in ({"rule": 7}, {"level": "bad"}, {"box": {"x": 1}}, {"box": [1]}):
        entry.write_text(json.dumps([{**told[0], **change}]), encoding="utf-8")
        assert cache.get(KEY) is None


def test_a_cache_that_cannot_be_written_to_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "file")
    cache.put(KEY, [FINDING])
    assert cache.get(KEY) is None


def test_what_nobody_asks_for_is_forgotten_in_the_end(tmp_path: Path) -> None:
    cache, old = Cache(tmp_path), key_of("b")
    for key in (KEY, old):
        cache.put(key, [FINDING])
    for file in tmp_path.rglob("*.json"):
        os.utime(file, (0, 0))
    assert DAYS > 0
    assert cache.get(KEY) is not None
    cache.prune()
    assert cache.get(KEY) is not None
    assert cache.get(old) is None


@given(st.lists(st.text(max_size=3), max_size=3), st.lists(st.text(max_size=3), max_size=3))
def test_keys_differ_wherever_their_parts_do(first: list[str], second: list[str]) -> None:
    assert (key_of(*first) == key_of(*second)) == (first == second)


@pytest.mark.parametrize(
    ("changed", "is_new"),
    [
        ("index.html", True),
        ("style.css", True),
        ("more.css", True),
        ("back.png", True),
        ("a.png", True),
        ("b/index.html", False),
        ("other.css", False),
    ],
)
def test_a_page_is_new_when_it_or_what_it_loads_has_changed(
    tmp_path: Path, changed: str, is_new: bool
) -> None:
    before = Contents(write(tmp_path, SITE)).of("/")
    assert Contents(write(tmp_path, SITE)).of("/") == before
    after = Contents(write(tmp_path, {**SITE, changed: SITE[changed] + " "})).of("/")
    assert (after != before) is is_new


def test_two_files_of_the_same_bytes_are_not_taken_for_each_other(tmp_path: Path) -> None:
    contents = Contents(write(tmp_path, {"a.pdf": "x", "b.pdf": "x", "index.html": ""}))
    assert contents.of("/a.pdf") != contents.of("/b.pdf")
