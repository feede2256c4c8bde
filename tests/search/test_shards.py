"""Shards: which pages stand in which, and that one is made anew only when something in it changed."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.search import shards
from cyhoeddi.search.pages import Found
from cyhoeddi.search.shards import build_shard, read_words, split


def page(name: str, published: str | None = None) -> Found:
    """Give a page of that name."""
    main = f"<h1>{name}</h1><p>Words of {name}.</p>"
    return Found(f"/en/{name}/", {"kind": "page", "published": published}, main)


def test_pages_go_by_the_year_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "ALONE", 2)
    old, last, now, fixed = (
        page("old", "2019-05-01"), page("last", "2025-12-31"), page("now", "2026-01-01"), page("fixed")
    )  # fmt: skip
    ahead = page("ahead", "2027-01-01")
    found = split([old, last, now, fixed, ahead], 2026)
    assert found == {"now": (now, fixed, ahead), "before": (last,), "archive": (old,)}


def test_a_small_archive_holds_last_year_too() -> None:
    old, last, now = page("old", "2019-05-01"), page("last", "2025-12-31"), page("now", "2026-01-01")
    assert split([old, last, now], 2026) == {"now": (now,), "archive": (old, last)}


def test_no_shard_is_empty() -> None:
    assert split([], 2026) == {}
    assert list(split([page("old", "2019-05-01")], 2026)) == ["archive"]


def test_a_shard_is_made_once_for_the_same_pages(tmp_path: Path) -> None:
    pages = [page("one"), page("two")]
    made = build_shard(pages, Language.EN, tmp_path)
    before = made.stat().st_ino
    assert build_shard(pages, Language.EN, tmp_path) == made
    assert made.stat().st_ino == before


def test_any_change_makes_another_shard(tmp_path: Path) -> None:
    one = page("one")
    changes = [
        [replace(one, main="<h1>one</h1><p>Other words.</p>")],
        [replace(one, front={**one.front, "label": "Report"})],
        [replace(one, address="/en/other/")],
        [one, page("two")],
    ]
    made = {build_shard(pages, Language.EN, tmp_path) for pages in [[one], *changes]}
    made.add(build_shard([one], Language.CY, tmp_path))
    assert len(made) == len(changes) + 2


def test_a_shard_holds_what_the_results_page_uses_and_no_more(tmp_path: Path) -> None:
    folder = build_shard([page("one")], Language.CY, tmp_path)
    names = {file.name.split("_")[0] for file in folder.iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "index", "fragment", "wasm.unknown.pagefind"} <= names
    assert not [name for name in names if "ui" in name or name.endswith(".css")]
    assert [file.name for file in tmp_path.iterdir()] == [folder.name]


def test_a_damaged_shard_is_made_again(tmp_path: Path) -> None:
    folder = build_shard([page("one")], Language.EN, tmp_path)
    (meta,) = folder.glob("*.pf_meta")
    meta.write_bytes(b"")
    assert build_shard([page("one")], Language.EN, tmp_path) == folder
    (meta,) = folder.glob("*.pf_meta")
    assert meta.stat().st_size > 0


def test_words_are_those_of_the_page_itself_and_of_what_is_known_of_it(tmp_path: Path) -> None:
    main = """<h1>Enw</h1><table><caption>Tabl</caption><tr><th>Cartrefi</th><td>newydd</td></tr></table>
      <p>Mae'r tai<sup><a href="#fn_1">1</a></sup> &amp; m<sup>rhyw</sup></p>
      <p class="footnotes__back"><a href="#ref_1">Nol</a></p><p><a class="onward" href="/">Ymlaen</a></p>
      <details class="cite">Cyfeirio</details><nav aria-labelledby="related"><h2>Cysylltiedig</h2></nav>
      <section aria-labelledby="documents"><h2>Dogfennau</h2></section>"""
    found = replace(page("rhenti"), main=main, front={"kind": "landing", "title": "Rhenti"})
    words = {"Rhenti", "Tabl", "Cartrefi", "newydd", "Mae'r", "tai", "mrhyw"}
    assert read_words(build_shard([found], Language.CY, tmp_path)) == words


def test_an_index_is_in_small_pieces(tmp_path: Path) -> None:
    words = map("".join, product("abcdefghij", repeat=4))
    folder = build_shard([replace(page("many"), main=f"<p>{' '.join(words)}</p>")], Language.EN, tmp_path)
    assert len(list((folder / "index").iterdir())) > 2
