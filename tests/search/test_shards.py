"""Shards: which pages stand in which, and what makes one anew."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.search import shards
from cyhoeddi.search.listed import Listed
from cyhoeddi.search.pages import Found
from cyhoeddi.search.record import render_record
from cyhoeddi.search.shards import build_shard, read_words, split


def page(name: str, year: int | None = None) -> Listed:
    """Give a page of that name, as it is known."""
    return Listed(f"en/generated/page/{name}.md", "seen", f"/en/{name}/", year, f"record of {name}")


def record(page: Listed, main: str = "") -> str:
    """Give what Pagefind is given of a page."""
    return f'<html lang="en"><body><div data-pagefind-body>{main or page.name}</div></body></html>'


def unread(page: Listed) -> str:
    """Fail, since no page is due."""
    raise AssertionError(page)


def test_pages_go_by_the_year_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "ALONE", 2)
    old, last, now, fixed = (
        page("old", 2019), page("last", 2025), page("now", 2026), page("fixed")
    )  # fmt: skip
    ahead = page("ahead", 2027)
    found = split([old, last, now, fixed, ahead], 2026)
    assert found == {"now": (now, fixed, ahead), "before": (last,), "archive": (old,)}


def test_a_small_archive_holds_last_year_too() -> None:
    old, last, now = page("old", 2019), page("last", 2025), page("now", 2026)
    assert split([old, last, now], 2026) == {"now": (now,), "archive": (old, last)}


def test_no_shard_is_empty() -> None:
    assert split([], 2026) == {}
    assert list(split([page("old", 2019)], 2026)) == ["now"]


def test_where_nothing_is_of_this_year_the_latest_counts() -> None:
    old, last, fixed = page("old", 2019), page("last", 2024), page("fixed")
    assert split([old, last, fixed], 2026) == {"now": (last, fixed), "archive": (old,)}


def test_a_shard_is_made_once_for_the_same_pages_and_then_none_is_opened(tmp_path: Path) -> None:
    pages = [page("one"), page("two")]
    made = build_shard(pages, Language.EN, tmp_path, record)
    before = made.folder.stat().st_ino
    assert build_shard(pages, Language.EN, tmp_path, unread) == made
    assert made.folder.stat().st_ino == before


@pytest.mark.parametrize(
    "pages",
    [
        [page("one")._replace(record="another")],
        [page("one")._replace(address="/en/other/")],
        [page("one"), page("two")],
    ],
)
def test_other_pages_make_another_shard(tmp_path: Path, pages: list[Listed]) -> None:
    made = build_shard([page("one")], Language.EN, tmp_path, record)
    assert build_shard(pages, Language.EN, tmp_path, record).folder != made.folder


def test_another_language_makes_another_shard(tmp_path: Path) -> None:
    made = [build_shard([page("one")], language, tmp_path, record).folder for language in Language]
    assert len({*made}) == 2


def test_other_code_makes_another_shard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = build_shard([page("one")], Language.EN, tmp_path, record)
    monkeypatch.setattr(shards, "code_digest", lambda: "another")
    assert build_shard([page("one")], Language.EN, tmp_path, record).folder != made.folder


def test_a_shard_holds_what_the_results_page_uses_and_no_more(tmp_path: Path) -> None:
    folder = build_shard([page("one")], Language.CY, tmp_path, record).folder
    names = {file.name.split("_")[0] for file in folder.iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "index", "fragment", "wasm.unknown.pagefind"} <= names
    assert not [name for name in names if "ui" in name or name.endswith(".css")]
    assert [file.name for file in tmp_path.iterdir()] == [folder.name]


def test_a_damaged_shard_is_made_again(tmp_path: Path) -> None:
    folder = build_shard([page("one")], Language.EN, tmp_path, record).folder
    (meta,) = folder.glob("*.pf_meta")
    meta.write_bytes(b"")
    assert build_shard([page("one")], Language.EN, tmp_path, record).folder == folder
    (meta,) = folder.glob("*.pf_meta")
    assert meta.stat().st_size > 0


def test_words_are_those_of_the_page_itself_and_of_what_is_known_of_it(tmp_path: Path) -> None:
    main = """<h1>Enw</h1><table><caption>Tabl</caption><tr><th>Cartrefi</th><td>newydd</td></tr></table>
      <p>Mae'r tai<sup><a href="#fn_1">1</a></sup> &amp; m<sup>rhyw</sup></p>
      <p class="footnotes__back"><a href="#ref_1">Nol</a></p><p><a class="onward" href="/">Ymlaen</a></p>
      <details class="cite">Cyfeirio</details><nav aria-labelledby="related"><h2>Cysylltiedig</h2></nav>
      <section aria-labelledby="documents"><h2>Dogfennau</h2></section>"""
    found = Found("/cy/rhenti/", {"kind": "landing", "title": "Rhenti"}, main)
    made = build_shard([page("rhenti")], Language.CY, tmp_path, lambda _: render_record(found, Language.CY))
    assert read_words(made.folder) == {"Rhenti", "Tabl", "Cartrefi", "newydd", "Mae'r", "tai", "mrhyw"}


def test_an_index_is_in_small_pieces(tmp_path: Path) -> None:
    words = " ".join(map("".join, product("abcdefghij", repeat=4)))
    made = build_shard([page("many")], Language.EN, tmp_path, lambda many: record(many, words))
    assert len(list((made.folder / "index").iterdir())) > 2
