"""What feeds there are, and what each tells of: public changes that matter, newest first, in one language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cyhoeddi.clock import read_clock
from tests.feeds.folder import ATOM, BASES, LANG, atom, feeds_in, feeds_of_folder, files, titles, words
from tests.render.folders import NOW, both, pages_of, publication, series, tree_of, write_folder

ENGLISH = {
    "all",
    "series/care-senedd",
    "workstream/care-senedd/homes",
    "type/briefing",
    "type/minutes",
}
WELSH = {
    "pob-un",
    "cyfres/care-senedd-cy",
    "ffrwd-waith/care-senedd-cy/homes-cy",
    "math/papur-briffio",
    "math/cofnodion",
}


def test_there_is_a_feed_of_the_site_and_of_each_series_workstream_and_type(tmp_path: Path) -> None:
    expected = {f"/en/feeds/{name}" for name in ENGLISH} | {f"/cy/ffrydiau/{name}" for name in WELSH}
    assert feeds_of_folder(tmp_path).keys() == {
        f"{name}.{form}" for name in expected for form in ("atom", "json")
    }


@pytest.mark.parametrize("form", ["atom", "json"])
def test_a_feed_tells_the_latest_change_first_and_nothing_before_its_time(tmp_path: Path, form: str) -> None:
    feeds = feeds_of_folder(tmp_path)
    assert titles(feeds[f"/en/feeds/all.{form}"]) == ["One < two", "Withdrawn: Three", "Two"]
    assert titles(feeds[f"/cy/ffrydiau/pob-un.{form}"]) == [
        "One < two (cy)",
        "Wedi'i dynnu'n ôl: Three (cy)",
        "Two (cy)",
    ]
    assert titles(feeds[f"/en/feeds/series/care-senedd.{form}"]) == ["One < two", "Two"]
    assert titles(feeds[f"/en/feeds/workstream/care-senedd/homes.{form}"]) == ["One < two"]
    assert titles(feeds[f"/en/feeds/type/briefing.{form}"]) == ["One < two", "Withdrawn: Three"]
    assert titles(feeds[f"/en/feeds/type/minutes.{form}"]) == ["Two"]


def test_a_preview_tells_followers_nothing_that_is_not_public(tmp_path: Path) -> None:
    preview, public = feeds_of_folder(tmp_path / "a", preview=True), feeds_of_folder(tmp_path / "b")
    assert "Secret" not in "".join(preview.values())
    assert preview == public


def test_each_entry_has_both_languages_and_the_words_of_its_own(tmp_path: Path) -> None:
    feeds = feeds_of_folder(tmp_path)
    feed = atom(feeds["/cy/ffrydiau/pob-un.atom"])
    assert feed.get(LANG) == "cy"
    links = [
        {link.get("hreflang"): link.get("href") for link in entry.findall(f"{ATOM}link")}
        for entry in feed.findall(f"{ATOM}entry")
    ]
    assert links[0] == {"cy": f"{BASES['cy']}cy/one-two-cy/", "en": f"{BASES['en']}en/one-two/"}
    items = json.loads(feeds["/cy/ffrydiau/pob-un.json"])["items"]
    assert [item["_cyhoeddi"]["twin"] for item in items] == [
        {"language": "en", "url": link["en"]} for link in links
    ]
    assert [item["url"] for item in items] == [link["cy"] for link in links]
    assert items[0]["tags"] == ["Papur briffio", "Care & Senedd (cy)", "Homes (cy)"]


def test_every_feed_names_itself_its_page_and_its_twin_by_whole_addresses(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, files(), addresses=BASES))
    feeds, pages = feeds_in(tree), pages_of(tree)
    whole = {
        BASES["cy" if address.startswith("/cy/") else "en"] + address[1:]: address
        for address in [*feeds, *pages]
    }
    for address, text in feeds.items():
        if not address.endswith(".atom"):
            continue
        found = {
            (link.get("rel"), link.get("type"), link.get("hreflang")): whole[link.get("href") or ""]
            for link in atom(text).findall(f"{ATOM}link")
        }
        language = address[1:3]
        other = {"en": "cy", "cy": "en"}[language]
        assert found["self", "application/atom+xml", language] == address
        as_json = json.loads(feeds[found["alternate", "application/feed+json", language]])
        twin = found["alternate", "application/atom+xml", other]
        page = found["alternate", "text/html", language]
        assert len(found) == 4
        assert address in {feed["address"] for feed in pages[page]["feeds"]} or page.count("/") == 3
        assert (whole[as_json["feed_url"]], whole[as_json["home_page_url"]]) == (f"{address[:-4]}json", page)
        assert whole[as_json["_cyhoeddi"]["twin"]["feed_url"]] == f"{twin[:-4]}json"
        assert whole[as_json["_cyhoeddi"]["twin"]["home_page_url"]] == pages[page]["twin"]


def test_a_withdrawn_publication_says_when_and_why(tmp_path: Path) -> None:
    feeds = feeds_of_folder(tmp_path)
    told = "This publication was withdrawn on 2 March 2024. It was wrong. About Three."
    entry = atom(feeds["/en/feeds/all.atom"]).findall(f"{ATOM}entry")[1]
    assert words(entry, "summary") == told
    assert "withdrawn" in {category.get("term") for category in entry.findall(f"{ATOM}category")}
    item = json.loads(feeds["/en/feeds/all.json"])["items"][1]
    assert item["content_text"] == told
    assert item["_cyhoeddi"]["withdrawn"] is True
    assert item["date_modified"] == words(entry, "updated") == "2024-03-02T00:00:00+00:00"


def test_feeds_do_not_know_when_they_were_built(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files())
    assert feeds_in(tree_of(root, now=NOW)) == feeds_in(tree_of(root, now=read_clock("2026-01-01T08:00")))


def test_only_a_dated_change_counts_as_one(tmp_path: Path) -> None:
    """Another summary leaves `updated` as it was; an entry of the history moves it, in London's time."""
    before = feeds_of_folder(tmp_path / "a")["/en/feeds/type/minutes.atom"]
    assert words(atom(before), "updated") == "2024-02-01T00:00:00+00:00"
    for more, updated in (
        ({"summary": both("Other words.", "Geiriau eraill.")}, "2024-02-01T00:00:00+00:00"),
        (
            {"changes": [{"date": "2024-05-09", "note": both("More.", "Rhagor.")}]},
            "2024-05-09T00:00:00+01:00",
        ),
    ):
        changed = files()
        changed["two.yaml"] |= more
        feed = atom(
            feeds_in(tree_of(write_folder(tmp_path / updated[:10], changed)))["/en/feeds/type/minutes.atom"]
        )
        (entry,) = feed.findall(f"{ATOM}entry")
        assert words(entry, "updated") == words(feed, "updated") == updated


def test_the_name_of_an_entry_outlives_its_title_and_address(tmp_path: Path) -> None:
    found = []
    for title in ("Two", "Another title"):
        root = write_folder(tmp_path / title, files() | {"two.yaml": publication(title, type="minutes")})
        (entry,) = atom(feeds_in(tree_of(root))["/en/feeds/type/minutes.atom"]).findall(f"{ATOM}entry")
        found.append(words(entry, "id"))
    assert found == ["tag:example.org,2026:en/publication/two"] * 2


def test_every_name_is_of_one_thing(tmp_path: Path) -> None:
    feeds = [atom(text) for address, text in feeds_of_folder(tmp_path).items() if address.endswith(".atom")]
    names = [words(feed, "id") for feed in feeds]
    assert len(set(names)) == len(names) == 10
    for feed in feeds:
        own = [words(entry, "id") for entry in feed.findall(f"{ATOM}entry")]
        assert len(set(own)) == len(own)
        assert not set(own) & set(names)


@pytest.mark.parametrize(("number", "shown"), [(50, 50), (51, 50)])
def test_a_feed_has_fifty_entries_at_most(tmp_path: Path, number: int, shown: int) -> None:
    many = {
        f"p{index}.yaml": publication(
            f"P{index:02}", first_published=f"20{index + 10}-01-01", status="published"
        )
        for index in range(14)
    }
    many |= {f"q{index}.yaml": publication(f"Q{index}") for index in range(number - 14)}
    feeds = feeds_in(tree_of(write_folder(tmp_path, many)))
    for form in ("atom", "json"):
        found = titles(feeds[f"/en/feeds/all.{form}"])
        assert len(found) == shown
        assert ("P00" in found) == (number <= shown)


def test_a_series_that_has_published_nothing_can_be_followed(tmp_path: Path) -> None:
    feeds = feeds_in(
        tree_of(write_folder(tmp_path, {"series/s.yaml": series("Programme", status="published")}))
    )
    for name in ("all", "series/programme"):
        assert words(atom(feeds[f"/en/feeds/{name}.atom"]), "updated") == "1970-01-01T00:00:00+00:00"
        assert json.loads(feeds[f"/en/feeds/{name}.json"])["items"] == []
