from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.addresses import Addresses
from cyhoeddi.language import Language
from cyhoeddi.lock import Lock, read_lock, write_lock
from cyhoeddi.project import read_project
from tests.project_folder import every_problem
from tests.render.folders import (
    NOW,
    Data,
    addresses_of,
    both,
    publication,
    series,
    tree_of,
    workstream,
    write_file,
    write_folder,
    write_page,
)

EN, CY = Language


def accept(root: Path) -> Lock:
    """Do what `cyhoeddi accept` does, and see that to do it again changes nothing."""
    lock = addresses_of(root).accepted()
    write_lock(root, lock)
    assert read_lock(root) == (lock, ())
    assert addresses_of(root).accepted() == lock
    return lock


def redirects(root: Path) -> dict[str, str]:
    found = list(addresses_of(root).redirects())
    assert len({one.old for one in found}) == len(found)
    return {one.old: one.new for one in found}


def one(root: Path, title: str, **more: Any) -> Path:
    write_file(root, "one.yaml", publication(title, **more))
    return root


def titled(english: str, welsh: str, **more: Any) -> Data:
    return {**publication(english, **more), "title": both(english, welsh)}


def test_everything_stands_where_the_format_says(tmp_path: Path) -> None:
    root = write_folder(
        tmp_path,
        {
            "one.yaml": titled("Removing profit from care", "Dileu elw o ofal", series="s"),
            "series/s.yaml": series("Programme", workstream("w", "Work"), status="published"),
        },
    )
    addresses = addresses_of(root)
    (publication_,), (series_,) = addresses.collection.publications, addresses.collection.series
    assert addresses.home(CY) == "/cy/"
    assert addresses.publication(publication_, EN) == "/en/removing-profit-care/"
    assert addresses.document(publication_, CY) == "/cy/dileu-elw-o-ofal-html/"
    assert addresses.file(publication_, CY, "a.csv") == "/cy/dileu-elw-o-ofal/a.csv"
    assert addresses.series(series_, EN) == "/en/programme/"
    assert addresses.publications(CY, number=2) == "/cy/cyhoeddiadau/tudalen/2/"
    assert addresses.publications(EN, "year/2023", number=3) == "/en/publications/year/2023/page/3/"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (titled("Rents", "Rhenti"), "rhenti"),
        (titled("Rents", "Rhenti", slug={"en": "", "cy": "tai"}), "tai"),
        (titled("Rents", "Rhenti", slug={"en": "homes", "cy": ""}), "rhenti"),
        (titled("Rents", "[Rents]{lang=en} y [Senedd]{lang=cy}"), "rents-y-senedd"),
        (titled("Rents", "★★★"), "one"),
        (titled("Rents", "", status="draft"), "one"),
    ],
)
def test_a_slug_is_the_one_chosen_else_the_words_of_the_title_else_the_id(
    tmp_path: Path, data: Data, expected: str
) -> None:
    root = write_folder(tmp_path, {"one.yaml": data})
    addresses = addresses_of(root, preview=True)
    assert addresses.publication(addresses.collection.publications[0], CY) == f"/cy/{expected}/"


def test_an_accepted_publication_keeps_its_address_though_its_title_changes(tmp_path: Path) -> None:
    root = one(write_folder(tmp_path, {}), "First title")
    lock = accept(root)
    one(root, "Second title")
    assert addresses_of(root).accepted() == lock
    assert redirects(root) == {}


def test_a_changed_slug_leaves_redirects_of_both_pages_that_lead_straight_to_the_newest(
    tmp_path: Path,
) -> None:
    root = one(write_folder(tmp_path, {}), "Alpha", redirects={"en": ["older", "older"], "cy": ["hen"]})
    for slug in ("beta", "gamma"):
        accept(root)
        one(root, "Alpha", slug=both(slug, f"{slug}-cy"), redirects={"en": ["older", "older"], "cy": ["hen"]})
    assert redirects(root) == {
        "/en/alpha/": "/en/gamma/",
        "/en/alpha-html/": "/en/gamma-html/",
        "/en/beta/": "/en/gamma/",
        "/en/beta-html/": "/en/gamma-html/",
        "/en/older/": "/en/gamma/",
        "/en/older-html/": "/en/gamma-html/",
        "/cy/alpha-cy/": "/cy/gamma-cy/",
        "/cy/alpha-cy-html/": "/cy/gamma-cy-html/",
        "/cy/beta-cy/": "/cy/gamma-cy/",
        "/cy/beta-cy-html/": "/cy/gamma-cy-html/",
        "/cy/hen/": "/cy/gamma-cy/",
        "/cy/hen-html/": "/cy/gamma-cy-html/",
    }
    assert list(every_problem(read_project(root, NOW))) == []
    # The same after the newest has been accepted too, and when an old address comes back.
    before = redirects(root)
    lock = accept(root)
    assert redirects(root) == before
    assert lock.moved["/en/alpha/"] == "publication/one"
    one(root, "Alpha", slug=both("alpha", "alpha-cy"))
    accept(root)
    assert redirects(root)["/en/gamma/"] == "/en/alpha/"
    assert "/en/alpha/" not in redirects(root)


def test_without_a_document_there_is_no_redirect_to_one(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {})
    (root / "briefings/files/one").mkdir(parents=True)
    (root / "briefings/files/one/a.csv").write_text("a\n", encoding="utf-8")
    attached = [{"title": both("Figures"), "file": "a.csv"}]
    one(root, "Alpha", sections=[], attachments=attached, redirects={"en": ["older"], "cy": []})
    assert redirects(root) == {"/en/older/": "/en/alpha/"}


def test_series_workstreams_and_pages_leave_redirects_too(tmp_path: Path) -> None:
    def written(slug: str) -> Data:
        part = workstream("w", "Work", slug=both(f"w-{slug}", f"ff-{slug}"), status="published")
        return series("Programme", part, slug=both(slug, f"{slug}-cy"), status="published")

    root = write_folder(tmp_path, {"series/s.yaml": written("old")})
    for language, title in ((EN, "Before"), (CY, "Cynt")):
        write_page(root, language, "about", title)
    accept(root)
    write_file(root, "series/s.yaml", written("new"))
    for language, title in ((EN, "After"), (CY, "Wedyn")):
        write_page(root, language, "about", title)
    expected = {
        "/en/old/": "/en/new/",
        "/en/old/w-old/": "/en/new/w-new/",
        "/en/before/": "/en/after/",
        "/cy/old-cy/": "/cy/new-cy/",
        "/cy/old-cy/ff-old/": "/cy/new-cy/ff-new/",
        "/cy/cynt/": "/cy/wedyn/",
    }
    assert redirects(root) == expected
    accept(root)
    assert redirects(root) == expected
    assert list(every_problem(read_project(root, NOW))) == []


def test_what_is_no_longer_public_keeps_its_line_and_leads_nowhere(tmp_path: Path) -> None:
    root = one(write_folder(tmp_path, {}), "Alpha", redirects={"en": ["older"], "cy": []})
    lock = accept(root)
    one(root, "Alpha", status="draft", redirects={"en": ["older"], "cy": []})
    assert redirects(root) == {}
    assert accept(root) == lock


def test_a_publication_may_take_over_the_address_of_one_that_is_gone(tmp_path: Path) -> None:
    root = one(write_folder(tmp_path, {}), "Alpha")
    accept(root)
    (root / "briefings/one.yaml").unlink()
    write_file(root, "two.yaml", publication("Beta", redirects={"en": ["alpha"], "cy": ["alpha-cy"]}))
    assert redirects(root)["/en/alpha/"] == "/en/beta/"
    assert redirects(root)["/cy/alpha-cy/"] == "/cy/beta-cy/"


def test_a_redirect_from_an_address_in_use_is_refused(tmp_path: Path) -> None:
    other = publication("Beta", redirects={"en": ["alpha"], "cy": []})
    root = write_folder(tmp_path, {"one.yaml": publication("Alpha"), "two.yaml": other})
    found = {(problem.rule, problem.position.file) for problem in every_problem(read_project(root, NOW))}
    assert found == {("addresses-unique", "briefings/two.yaml")}


SLUGS = st.sampled_from(["a", "b", "c", "d"])


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(SLUGS, SLUGS, st.booleans()), min_size=1, max_size=5))
def test_no_address_ever_accepted_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, bool]]
) -> None:
    root = write_folder(tmp_path_factory.mktemp("project"), {})
    promised: set[str] = set()
    for english, welsh, draft in steps:
        status = "draft" if draft else "published"
        one(root, "Title", slug={"en": english, "cy": welsh}, status=status)
        addresses = addresses_of(root)
        standing = {address for language in Language for _, address in addresses.targets(language)}
        led = redirects(root)
        if not draft:
            assert promised <= standing | set(led)
            assert set(led.values()) <= standing | {f"{one.rstrip('/')}-html/" for one in standing}
            assert not standing & set(led)
        lock = accept(root)
        promised = set(lock.current) | set(lock.moved)
        assert standing <= promised


def test_addresses_are_a_pure_function_of_collection_and_lock(tmp_path: Path) -> None:
    root = one(write_folder(tmp_path, {}), "Alpha")
    addresses = addresses_of(root)
    again = Addresses(addresses.collection, addresses.lock)
    assert [*addresses.redirects()] == [*again.redirects()]
    assert tree_of(root) == tree_of(root)
