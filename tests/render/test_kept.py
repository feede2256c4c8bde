"""A publication that stands is not rendered again, unless anything that its pages say has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from cyhoeddi.clock import read_clock
from cyhoeddi.language import Language
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.render import sides
from cyhoeddi.render.kept import LastTree, Rendered
from cyhoeddi.render.tree import Rendering, render_changes
from cyhoeddi.render.work import FileCopy, Tree
from tests.render.folders import (
    NOW,
    Data,
    both,
    publication,
    read,
    section,
    series,
    workstream,
    write_file,
    write_folder,
)

FILES: dict[str, Data] = {
    "series/board.yaml": series("Board", workstream("homes", "Homes")),
    "series/other.yaml": series("Other", workstream("one", "One", status="published"), status="published"),
    "before.yaml": publication("Before", series="board", first_published="2023-01-01"),
    "one.yaml": publication(
        "One",
        series="board",
        workstreams=["homes"],
        details=both("See [that one](pub:named).", "Gweler [yr un hwnnw](pub:named)."),
        sections=[section("Text", "See [it](pub:series/other) and [its part](pub:series/other/one).")],
        attachments=[{"title": both("Data"), "file": "data.csv"}],
    ),
    "after.yaml": publication("After", series="board", first_published="2024-01-01"),
    "named.yaml": publication("Named"),
    "old.yaml": publication(
        "Old",
        status="withdrawn",
        withdrawn={"date": "2024-01-01", "reason": both("It ended."), "replaced_by": "one"},
    ),
    "alone.yaml": publication("Alone"),
}
OWN = "/one."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_folder(tmp_path, FILES)
    data = root / "briefings/files/one/data.csv"
    data.parent.mkdir(parents=True)
    data.write_text("1,2\n", encoding="utf-8")
    return root


def pdfs(pages: int = 1) -> Shelf:
    return {("one", language): Pdf(Path("some.pdf"), pages, 999) for language in Language}


def rendering(
    root: Path,
    last: LastTree = LastTree(),  # noqa: B008
    shelf: Shelf = pdfs(),  # noqa: B008
    *,
    preview: bool = False,
    now: datetime = NOW,
) -> Rendering:
    project, collection = read(root, preview=preview, now=now)
    return render_changes(collection, project.lock, shelf, last=last)


def hashes(tree: Tree) -> dict[str, str]:
    """Give what stands for each content of a tree."""
    return {
        path: content
        if isinstance(content, str)
        else content.source
        if isinstance(content, FileCopy)
        else sha256(content).hexdigest()
        for path, content in tree.items()
    }


def last_of(one: Rendering) -> LastTree:
    """Give what a build would find that follows *one*: written to a ledger, and read."""
    found = hashes(one.tree)
    rows = {
        name: made._replace(hashes=[found[path] for path in made.paths], stamps="0 0 " * len(made.paths)).row
        for name, made in one.rendered.items()
    }
    listed = {name: made.listed or () for name, made in one.rendered.items()}
    read = {name: Rendered._make([*row, None]) for name, row in json.loads(json.dumps(rows)).items()}
    return LastTree(read, outline=one.outline, read_listed=lambda: listed)


def standing(one: Rendering) -> set[str]:
    """Give the publications that were not rendered again."""
    return {name for name in kept(one) if " " not in name}


def kept(one: Rendering) -> set[str]:
    """Give all that was not rendered again, by name."""
    return {
        name
        for name, rendered in one.rendered.items()
        if all(isinstance(one.tree[path], str) for path in rendered.paths)
    }


def test_nothing_that_stands_is_rendered_again(root: Path) -> None:
    first = rendering(root)
    again = rendering(root, last_of(first))
    assert standing(first) == set()
    assert standing(again) == {"before", "one", "after", "named", "old", "alone"}
    assert hashes(again.tree) == hashes(first.tree)
    assert again.rendered.keys() == first.rendered.keys() == kept(again)


def rewrite(name: str, **more: object) -> Callable[[Path], None]:
    """Give what writes a file again with something else in it."""

    def write(root: Path) -> None:
        write_file(root, name, FILES[name] | more)

    return write


def say_another_organisation(root: Path) -> None:
    write_folder(root, {}, organisation=both("Another", "Un arall"))


def lengthen_file(root: Path) -> None:
    (root / "briefings/files/one/data.csv").write_text("1,2,3\n", encoding="utf-8")


def lock_address(root: Path) -> None:
    (root / "addresses.lock").write_text("/en/elsewhere/ publication/named\n", encoding="utf-8")


def lock_own_address(root: Path) -> None:
    (root / "addresses.lock").write_text("/en/elsewhere/ publication/one\n", encoding="utf-8")


def add_neighbour(root: Path) -> None:
    write_file(root, "between.yaml", publication("Between", series="board", first_published="2023-12-01"))


def take_neighbour_away(root: Path) -> None:
    (root / "briefings/after.yaml").unlink()


CHANGES = {
    "own words": rewrite("one.yaml", summary=both("Another summary.", "Crynodeb arall.")),
    "series": rewrite("series/board.yaml", title=both("The new board")),
    "workstream": rewrite("series/board.yaml", workstreams=[workstream("homes", "New homes")]),
    "the one before": rewrite("before.yaml", title=both("Before that")),
    "the one after": rewrite("after.yaml", title=both("After that")),
    "type of the one after": rewrite("after.yaml", type="report"),
    "a new one after": add_neighbour,
    "none after": take_neighbour_away,
    "what it replaces": rewrite("old.yaml", title=both("Older")),
    "what it names": rewrite("named.yaml", title=both("Renamed")),
    "the series that it names": rewrite("series/other.yaml", title=both("Another")),
    "the workstream that it names": rewrite(
        "series/other.yaml", workstreams=[workstream("one", "First", status="published")]
    ),
    "a recorded address": lock_address,
    "its own recorded address": lock_own_address,
    "organisation": say_another_organisation,
    "size of a file": lengthen_file,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_rendered_as_from_nothing(root: Path, change: Callable[[Path], None]) -> None:
    before = rendering(root)
    change(root)
    after, anew = rendering(root, last_of(before)), rendering(root)
    assert hashes(after.tree) == hashes(anew.tree)
    own = {path: made for path, made in hashes(anew.tree).items() if OWN in path and path.endswith(".md")}
    assert own.items() - hashes(before.tree).items(), "the change is none to the pages that it is about"
    assert "one" not in standing(after)
    assert ("alone" in standing(after)) == (change is not say_another_organisation)


def lists(one: Rendering) -> set[str]:
    """Give the languages of which no list was rendered again."""
    return {name.removeprefix("pages ") for name in kept(one) if name.startswith("pages ")}


def test_lists_stand_where_only_texts_changed(root: Path) -> None:
    before = rendering(root)
    assert lists(before) == set()
    rewrite("one.yaml", sections=[section("Text", "Other words.", "Geiriau eraill.")])(root)
    after = rendering(root, last_of(before))
    assert lists(after) == {"en", "cy"}
    assert after.rendered.keys() - kept(after) == {"one"}, "feeds and sitemap stand too"
    assert hashes(after.tree) == hashes(rendering(root).tree)


def test_without_its_lines_of_the_sitemap_a_publication_does_not_stand(root: Path) -> None:
    before = last_of(rendering(root))
    rewrite("one.yaml", title=both("Number one"))(root)
    for lost in ({"alone"}, {"alone", "named"}, set(before.rendered)):
        listed = {name: lines for name, lines in before.listed.items() if name not in lost}
        after = rendering(root, replace(before, read_listed=lambda listed=listed: listed))
        assert standing(after).isdisjoint(lost)
        assert hashes(after.tree) == hashes(rendering(root).tree)
    (root / "briefings/one.yaml").unlink()
    write_file(root, "one.yaml", FILES["one.yaml"])
    after = rendering(root, replace(before, read_listed=dict))
    assert after.rendered.keys() == kept(after), "where the sitemap stands, nobody needs them"


@pytest.mark.parametrize("name", ["sitemap.xml", "all.atom", "board.json"])
def test_a_feed_or_sitemap_that_does_not_stand_is_made_again(root: Path, name: str) -> None:
    before = last_of(rendering(root))
    lost = {path for path in before.paths if path.endswith(name)}
    assert lost
    after = rendering(root, replace(before, astray=lost))
    assert all(isinstance(after.tree[path], bytes) for path in lost)
    assert hashes(after.tree) == hashes(rendering(root).tree)


def write_page(root: Path, title: str = "About", body: str = "Words.") -> None:
    for language, slug in (("en", "about"), ("cy", "amdanom")):
        text = f"---\ntitle: {title}\ndescription: Words.\nslug: {slug}\n---\n\n{body}\n"
        page = root / "docs" / language / "about.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")


def take_text_away(root: Path) -> None:
    rewrite("one.yaml", sections=[])(root)


@pytest.mark.parametrize(
    "change",
    [*CHANGES.values(), write_page, take_text_away],
    ids=[*CHANGES, "a hand-written page", "no document any more"],
)
def test_lists_are_rendered_again_where_anything_but_texts_changed(
    root: Path, change: Callable[[Path], None]
) -> None:
    before = rendering(root)
    change(root)
    after = rendering(root, last_of(before))
    assert lists(after) == set()
    assert hashes(after.tree) == hashes(rendering(root).tree)


@pytest.mark.parametrize("change", [{"title": "Of us"}, {"body": "Other words."}])
def test_a_hand_written_page_is_rendered_again_where_it_changed(root: Path, change: dict[str, str]) -> None:
    write_page(root)
    before = rendering(root)
    write_page(root, **change)
    after = rendering(root, last_of(before))
    assert hashes(before.tree) != hashes(after.tree) == hashes(rendering(root).tree)


def test_lists_of_a_searchable_site_are_others(root: Path) -> None:
    project, collection = read(root)
    before = rendering(root)
    after = render_changes(collection, project.lock, pdfs(), searchable=True, last=last_of(before))
    assert lists(after) == set()
    assert hashes(after.tree) == hashes(
        render_changes(collection, project.lock, pdfs(), searchable=True).tree
    )


def test_the_files_for_programs_tell_of_the_length_of_a_pdf_and_lists_do_not(root: Path) -> None:
    before = rendering(root)
    after = rendering(root, last_of(before), pdfs(2))
    assert lists(after) == {*Language}
    assert not any(after.rendered[f"data {language}"].stands for language in Language)
    assert hashes(after.tree) == hashes(rendering(root, shelf=pdfs(2)).tree)


def last_in(folder: Path, one: Rendering) -> LastTree:
    """Give `last_of` with the list for programs as it stands in a *folder*."""
    for path, content in one.tree.items():
        if path.endswith(".json") and isinstance(content, bytes):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return replace(last_of(one), tree=folder)


def shelf_of(**pages: int) -> Shelf:
    return {
        (name, language): Pdf(Path("some.pdf"), number, 100 * number)
        for name, number in pages.items()
        for language in Language
    }


@pytest.mark.parametrize(
    "shelf", [shelf_of(one=3, old=2), shelf_of(one=2), shelf_of(), shelf_of(one=2, alone=1)]
)
def test_only_the_rows_of_other_pdfs_are_renewed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shelf: Shelf
) -> None:
    before = rendering(root, shelf=shelf_of(one=2, old=2))
    whole = rendering(root, shelf=shelf)
    last = last_in(tmp_path / "tree", before)
    asked: list[object] = []
    monkeypatch.setattr(sides, "listing_of", asked.append)
    assert hashes(rendering(root, last, shelf).tree) == hashes(whole.tree)
    assert asked == []


@pytest.mark.parametrize("damage", [b"", b"{}\n", None])
def test_a_list_that_is_not_as_it_was_left_is_made_anew(
    root: Path, tmp_path: Path, damage: bytes | None
) -> None:
    last = last_in(tmp_path / "tree", rendering(root))
    for file in (tmp_path / "tree").rglob("*.json"):
        file.unlink()
        if damage is not None:
            file.write_bytes(damage)
    after = rendering(root, last, pdfs(2))
    assert hashes(after.tree) == hashes(rendering(root, shelf=pdfs(2)).tree)


def rename(root: Path) -> None:
    (root / "briefings/alone.yaml").rename(root / "briefings/apart-from-all.yaml")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (rename, {"/", "type/briefing"}),
        (rewrite("named.yaml", title=both("Another")), {"/", "type/briefing"}),
        (rewrite("before.yaml", title=both("Another")), {"/", "type/briefing", "series/board"}),
        (rewrite("series/other.yaml", title=both("Another")), {"series/other", "workstream/other/one"}),
        (
            rewrite("series/other.yaml", slug={"en": "other", "cy": "arall-newydd"}),
            {"series/other", "workstream/other/one"},
        ),
    ],
    ids=[
        "a publication of another name",
        "a publication",
        "one of a series",
        "an empty series",
        "its Welsh address",
    ],
)
def test_a_feed_is_rendered_again_where_what_it_says_changed(
    root: Path, change: Callable[[Path], None], again: set[str]
) -> None:
    write_file(root, "apart.yaml", publication("Apart") | {"type": "report"})
    before = rendering(root)
    change(root)
    after = rendering(root, last_of(before))
    assert hashes(after.tree) == hashes(rendering(root).tree)
    for language in Language:
        feeds = {name for name in after.rendered if name.startswith(f"feed {language} ")}
        # What links to a series tells of its title too, and so do the feeds of that.
        assert again <= {name.removeprefix(f"feed {language} ") for name in feeds - kept(after)}
        assert f"feed {language} type/report" in kept(after)


def test_another_organisation_is_named_in_every_feed(root: Path) -> None:
    before = rendering(root)
    say_another_organisation(root)
    after = rendering(root, last_of(before))
    assert hashes(after.tree) == hashes(rendering(root).tree)
    assert not kept(after)


def test_a_pdf_of_another_length_is_told_of(root: Path) -> None:
    before = rendering(root)
    after = rendering(root, last_of(before), pdfs(2))
    assert hashes(after.tree) == hashes(rendering(root, shelf=pdfs(2)).tree)
    assert standing(after) == {"before", "after", "named", "old", "alone"}


def test_what_replaces_a_withdrawn_publication_is_named_on_its_page(root: Path) -> None:
    before = rendering(root)
    rewrite("one.yaml", title=both("Number one"))(root)
    after = rendering(root, last_of(before))
    assert hashes(after.tree) == hashes(rendering(root).tree)
    assert "old" not in standing(after)


def test_a_preview_is_another_site(root: Path) -> None:
    public = rendering(root)
    preview = rendering(root, last_of(public), preview=True)
    assert standing(preview) == set()
    assert hashes(preview.tree) == hashes(rendering(root, preview=True).tree)


def test_an_embargo_that_ends_takes_its_mark_away(root: Path) -> None:
    rewrite("one.yaml", publish_at="2024-07-01T09:30", first_published="2024-07-01")(root)
    before = rendering(root, preview=True)
    later = read_clock("2024-07-01T09:30")
    after, anew = (rendering(root, last, preview=True, now=later) for last in (last_of(before), LastTree()))
    assert hashes(after.tree) == hashes(anew.tree)
    assert "one" not in standing(after)
    assert "alone" in standing(after)


@pytest.mark.parametrize("of", ["series", "workstream"])
def test_a_series_that_is_shown_at_last_loses_its_mark(root: Path, of: str) -> None:
    embargo = {"status": "published", "publish_at": "2024-07-01T09:30"}
    own, part = (embargo, {}) if of == "series" else ({"status": "published"}, embargo)
    write_file(root, "series/other.yaml", series("Other", workstream("one", "One", **part), **own))
    before = rendering(root, preview=True)
    later = read_clock("2024-07-01T09:30")
    after, anew = (rendering(root, last, preview=True, now=later) for last in (last_of(before), LastTree()))
    assert hashes(before.tree) != hashes(after.tree) == hashes(anew.tree)


def test_a_file_that_does_not_stand_is_rendered_again(root: Path) -> None:
    first = rendering(root)
    last = last_of(first)
    lost = next(path for path in last.paths if "/landing/" in path and OWN in path)
    again = rendering(root, replace(last, astray={lost}))
    assert standing(again) == {"before", "after", "named", "old", "alone"}
    assert hashes(again.tree) == hashes(first.tree)


def test_another_version_of_the_program_renders_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendering(root)
    monkeypatch.setattr("cyhoeddi.render.kept.code_digest", lambda: "another")
    assert standing(rendering(root, last_of(first))) == set()
