"""The search of a whole site: what is put into it, and what is kept from one build to the next."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.search import build
from cyhoeddi.search.build import FOLDER, PAGES, build_search
from cyhoeddi.search.pages import BuiltSite
from cyhoeddi.statement.digest import file_digests

YEAR = 2026
WORDS = {"old": "Hen eiriau.", "new": "Geiriau newydd."}


def write(root: Path, language: Language, name: str, year: int | None = None) -> None:
    """Write a page of that year, or of none."""
    (docs := root / "docs" / language / "generated" / "document").mkdir(parents=True, exist_ok=True)
    front = {"address": f"/{language}/{name}/", "title": name, "published": year and f"{year}-01-01"}
    (docs / f"{name}.md").write_text(f"---\n{json.dumps(front)}\n---\n", encoding="utf-8")
    (site := root / "site" / language / name).mkdir(parents=True, exist_ok=True)
    (site / "index.html").write_text(f"<main><p>{WORDS[name]}</p></main>", encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with a page of this year and one of another in each language."""
    for language in Language:
        write(tmp_path, language, "old", 2019)
        write(tmp_path, language, "new", YEAR)
    return tmp_path


def known(root: Path, site: str = "site") -> BuiltSite:
    """Give the site as a build knows it."""
    docs = root / "docs"
    return BuiltSite(docs, root / site, file_digests(docs), file_digests(root / "site"))


def search(source: BuiltSite, cache: Path) -> dict[str, str]:
    """Index the site; give the hash of each file that was put into it, by path."""
    return dict(build_search(source, cache=cache, year=YEAR))


def kept(root: Path) -> set[str]:
    """Give the names of what is kept."""
    return {one.name for one in (root / "cache").iterdir()}


def texts(site: Path) -> dict[str, str]:
    """Give what each shard has of its pages, by its name, such as en/now."""
    found = {}
    for file in (site / FOLDER).rglob("fragment/*"):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found["/".join(file.relative_to(site / FOLDER).parts[:2])] = page["content"]
    return found


def test_the_hash_of_every_file_of_the_search_is_given(root: Path) -> None:
    made = search(known(root), root / "cache")
    assert made == {f"{FOLDER}/{path}": one for path, one in file_digests(root / "site" / FOLDER).items()}
    assert {"search/pagefind.js", "search/cy/index.json", "search/cy/words/names.txt"} <= made.keys()
    index = json.loads((root / "site/search/cy/index.json").read_text(encoding="utf-8"))
    assert index["shards"] == ["now", "archive"]
    assert len(kept(root)) == len([PAGES]) + 2 * len(["now", "archive", "words"])


def test_the_same_site_is_indexed_again_without_opening_a_page(root: Path) -> None:
    made = search(known(root), root / "cache")
    again = known(root, "again")
    for file in [*(root / "docs").rglob("*.md"), *(root / "site").rglob("index.html")]:
        file.unlink()
    assert search(again, root / "cache") == made


def test_after_an_edit_no_page_of_another_shard_is_opened(root: Path) -> None:
    search(known(root), root / "cache")
    before = kept(root)
    (root / "site/cy/new/index.html").write_text("<main><p>Eto.</p></main>", encoding="utf-8")
    again = known(root, "site")
    for name in ("cy/generated/document/old.md", "en/generated/document/old.md"):
        (root / "docs" / name).unlink()
    clear(root / "site" / FOLDER)
    search(again, root / "cache")
    # The shard, and the words of the language.
    assert len(before - kept(root)) == 2
    assert texts(root / "site") == {
        "cy/now": "Eto.",
        "cy/archive": "Hen eiriau.",
        "en/now": "Geiriau newydd.",
        "en/archive": "Hen eiriau.",
    }


def test_a_page_that_is_gone_is_found_no_more(root: Path) -> None:
    search(known(root), root / "cache")
    (root / "docs/cy/generated/document/new.md").unlink()
    clear(root / "site" / FOLDER)
    search(known(root), root / "cache")
    assert texts(root / "site").keys() == {"cy/now", "en/now", "en/archive"}
    assert "newydd" not in "".join(
        file.read_text(encoding="utf-8") for file in (root / "site/search/cy/words").iterdir()
    )


@pytest.mark.parametrize("part", ["code_digest", "render_vocabulary"])
def test_the_words_of_a_site_are_made_for_these_words_by_this_program(
    root: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    search(known(root), root / "cache")
    clear(root / "site" / FOLDER)
    others: dict[str, Callable[..., object]] = {
        "code_digest": lambda: "another",
        "render_vocabulary": lambda *_: {"names.txt": b"another"},
    }
    before = kept(root)
    monkeypatch.setattr(build, part, others[part])
    search(known(root), root / "cache")
    assert (len(before - kept(root)) == 2) is (part == "code_digest")


def test_the_same_words_in_both_languages_are_different_families(tmp_path: Path) -> None:
    for language in Language:
        write(tmp_path, language, "new")
    search(known(tmp_path), tmp_path / "cache")
    assert len(kept(tmp_path)) == len([PAGES]) + 2 * len(["now", "words"])


@pytest.mark.parametrize("damage", ["not there", "empty", "a file"])
def test_a_damaged_cache_is_made_again(root: Path, damage: str) -> None:
    made = search(known(root), root / "cache")
    clear(root / "site" / FOLDER)
    for file in [one for one in (root / "cache").rglob("*") if one.is_file()]:
        if damage == "empty":
            file.write_bytes(b"")
        else:
            file.unlink()
    if damage == "a file":
        clear(root / "cache")
        (root / "cache").write_text("")
    again = search(known(root), root / "cache")
    assert texts(root / "site").keys() == {"cy/now", "cy/archive", "en/now", "en/archive"}
    words = {path for path in made if "/words/" in path or path.endswith("index.json")}
    assert {path: again[path] for path in words} == {path: made[path] for path in words}


def clear(folder: Path) -> None:
    """Remove a folder and all that is in it."""
    for one in sorted(folder.rglob("*"), reverse=True):
        one.rmdir() if one.is_dir() else one.unlink()
    folder.rmdir()
