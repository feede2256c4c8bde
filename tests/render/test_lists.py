from __future__ import annotations

import json
from pathlib import Path

import pytest

from cyhoeddi.render.tree import render_tree
from tests.render.folders import (
    Data,
    both,
    front_of,
    pages_of,
    publication,
    read,
    series,
    text_of,
    tree_of,
    workstream,
    write_folder,
)


def numbered(count: int) -> dict[str, Data]:
    return {f"p{index:02}.yaml": publication(f"Publication {index:02}") for index in range(count)}


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (1, [1]), (20, [20]), (21, [20, 1]), (41, [20, 20, 1])]
)
def test_a_list_has_twenty_to_a_page(tmp_path: Path, count: int, sizes: list[int]) -> None:
    tree = tree_of(write_folder(tmp_path, numbered(count)))
    for language, address, further in (
        ("en", "/en/publications/", "page"),
        ("cy", "/cy/cyhoeddiadau/", "tudalen"),
    ):
        fronts = [
            front_of(tree, f"{language}/generated/list/{number + 1}.md") for number in range(len(sizes))
        ]
        assert [len(front["cards"]) for front in fronts] == sizes
        assert {front["count"] for front in fronts} == {count}
        assert [front["address"] for front in fronts] == [
            address if number == 1 else f"{address}{further}/{number}/" for number in range(1, len(sizes) + 1)
        ]
        assert [front["pager"]["previous"] for front in fronts] == [
            None,
            *[front["address"] for front in fronts[:-1]],
        ]
        assert [front["pager"]["next"] for front in fronts] == [
            *[front["address"] for front in fronts[1:]],
            None,
        ]
        assert f"{language}/generated/list/{len(sizes) + 1}.md" not in tree
        titles = [card["title"] for front in fronts for card in front["cards"]]
        assert titles == sorted(titles)
        assert len(titles) == count


def test_later_pages_say_their_number_in_the_title(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, numbered(5), items_per_page=2))
    titles = [front_of(tree, f"en/generated/list/{number}.md")["head_title"] for number in (1, 2, 3)]
    assert titles == [
        "Publications | Cyhoeddi Demonstration",
        "Publications (page 2 of 3) | Cyhoeddi Demonstration",
        "Publications (page 3 of 3) | Cyhoeddi Demonstration",
    ]
    welsh = front_of(tree, "cy/generated/list/2.md")
    assert welsh["head_title"] == "Cyhoeddiadau (tudalen 2 o 3) | Arddangosiad Cyhoeddi"
    assert welsh["title"] == "Cyhoeddiadau"


def varied() -> dict[str, Data]:
    return {
        "series/a.yaml": series("Alpha", workstream("b-c", "Beta gamma"), workstream("d", "Delta")),
        "series/a-b.yaml": series("Alpha beta", workstream("c", "Gamma")),
        "one.yaml": publication("One", series="a", workstreams=["b-c", "d"], first_published="2022-05-01"),
        "two.yaml": publication("Two", series="a-b", workstreams=["c"], first_published="2023-05-01"),
        "three.yaml": publication("Three", type="minutes", first_published="2023-06-01"),
        "draft.yaml": publication("Draft", type="report", status="draft", first_published="2021-01-01"),
    }


def test_every_page_of_every_filter_has_its_twin_with_the_same_number(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, varied(), items_per_page=1)))
    lists = {address: front for address, front in pages.items() if front["kind"] == "list"}
    assert {tuple(front["chosen"]) for front in lists.values()} == {
        (),
        ("type",),
        ("series",),
        ("workstream",),
        ("year",),
        ("type", "year"),
        ("year", "month"),
    }
    for address, front in lists.items():
        twin = lists[front["twin"]]
        assert twin["twin"] == address
        assert twin["language"] != front["language"]
        for key in ("page", "pages"):
            assert twin["pager"][key] == front["pager"][key]
        assert twin["chosen"].keys() == front["chosen"].keys()
        assert twin["count"] == front["count"]


def test_filters_name_every_value_that_leaves_something(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, varied()))
    furniture = json.loads(text_of(tree, "en/generated/furniture.json"))
    found = {
        item["key"]: [(option["title"], option["address"], option["count"]) for option in item["options"]]
        for item in furniture["filters"]
    }
    start = "/en/publications"
    assert found == {
        "type": [("Briefing", f"{start}/type/briefing/", 2), ("Minutes", f"{start}/type/minutes/", 1)],
        "series": [("Alpha", f"{start}/series/alpha/", 1), ("Alpha beta", f"{start}/series/alpha-beta/", 1)],
        "workstream": [
            ("Beta gamma, Alpha", f"{start}/workstream/alpha/beta-gamma/", 1),
            ("Delta, Alpha", f"{start}/workstream/alpha/delta/", 1),
            ("Gamma, Alpha beta", f"{start}/workstream/alpha-beta/gamma/", 1),
        ],
        "year": [("2023", f"{start}/year/2023/", 2), ("2022", f"{start}/year/2022/", 1)],
    }
    pages = pages_of(tree)
    for options in found.values():
        for _, address, count in options:
            assert len(pages[address]["cards"]) == count == pages[address]["count"]


def test_each_language_has_its_options_in_its_own_order(tmp_path: Path) -> None:
    root = write_folder(
        tmp_path,
        {
            "one.yaml": publication("One", type="minutes"),
            "two.yaml": publication("Two", type="newsletter"),
            "three.yaml": publication("Three", type="update"),
        },
    )
    tree = tree_of(root)
    for language, expected in (
        ("en", ["Minutes", "Newsletter", "Update"]),
        ("cy", ["Cofnodion", "Cylchlythyr", "Diweddariad"]),
    ):
        furniture = json.loads(text_of(tree, f"{language}/generated/furniture.json"))
        (kinds,) = [item for item in furniture["filters"] if item["key"] == "type"]
        assert [option["title"] for option in kinds["options"]] == expected


def options(front: Data, facet: str) -> list[tuple[str, str, int]]:
    return [(one["title"], one["address"], one["count"]) for one in front["filters"][facet]["options"]]


def test_a_year_leads_on_to_its_months_and_to_what_it_has_of_each_type(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, varied())))
    year, start = pages["/en/publications/year/2023/"], "/en/publications"
    assert options(year, "month") == [
        ("May 2023", f"{start}/year/2023/05/", 1),
        ("June 2023", f"{start}/year/2023/06/", 1),
    ]
    assert options(year, "type") == [
        ("Briefing", f"{start}/type/briefing/year/2023/", 1),
        ("Minutes", f"{start}/type/minutes/year/2023/", 1),
    ]
    assert year["chosen"] == {"year": f"{start}/year/2023/"}
    assert year["filters"]["type"]["all"] == year["filters"]["month"]["all"] == f"{start}/year/2023/"
    month = pages["/cy/cyhoeddiadau/blwyddyn/2023/05/"]
    assert month["title"] == "Cyhoeddiadau: Mai 2023"
    assert month["twin"] == f"{start}/year/2023/05/"
    assert [card["title"] for card in month["cards"]] == ["[Two]{lang=en} (cy)"]
    assert month["chosen"] == {
        "year": "/cy/cyhoeddiadau/blwyddyn/2023/",
        "month": "/cy/cyhoeddiadau/blwyddyn/2023/05/",
    }
    assert [crumb["title"] for crumb in month["breadcrumb"]] == ["Hafan", "Cyhoeddiadau", "2023"]


def test_a_type_goes_with_a_year_and_either_can_be_taken_away(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, varied())))
    both_chosen, start = pages["/en/publications/type/briefing/year/2022/"], "/en/publications"
    assert both_chosen["title"] == "Publications: Briefing, 2022"
    assert both_chosen["chosen"] == dict.fromkeys(("type", "year"), f"{start}/type/briefing/year/2022/")
    assert options(both_chosen, "year") == [
        ("2023", f"{start}/type/briefing/year/2023/", 1),
        ("2022", f"{start}/type/briefing/year/2022/", 1),
    ]
    assert both_chosen["filters"]["year"]["all"] == f"{start}/type/briefing/"
    assert both_chosen["filters"]["type"]["all"] == f"{start}/year/2022/"
    assert both_chosen["filters"].keys() == {"type", "year"}


def test_every_option_of_every_list_leads_to_a_list_of_that_many(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, varied()))
    pages = pages_of(tree)
    for front in [front for front in pages.values() if front["kind"] == "list"]:
        for facet, filter_ in front["filters"].items():
            assert pages[filter_["all"]]["kind"] == "list"
            for _, address, count in options(front, facet):
                assert pages[address]["count"] == count > 0


def test_of_very_many_workstreams_a_series_offers_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, start = write_folder(tmp_path, varied()), "/en/publications"
    monkeypatch.setattr("cyhoeddi.render.filters.MANY", 2)
    project, collection = read(root)
    tree = render_tree(collection, project.lock, searchable=True)
    furniture, pages = json.loads(text_of(tree, "en/generated/furniture.json")), pages_of(tree)
    assert [one["key"] for one in furniture["filters"]] == ["type", "series", "year"]
    assert "workstream" not in pages[f"{start}/"]["filters"]
    assert "workstream" not in pages[f"{start}/year/2023/"]["filters"]
    own = [
        ("Beta gamma, Alpha", f"{start}/workstream/alpha/beta-gamma/", 1),
        ("Delta, Alpha", f"{start}/workstream/alpha/delta/", 1),
    ]
    for address in (f"{start}/series/alpha/", f"{start}/workstream/alpha/delta/"):
        assert options(pages[address], "workstream") == own
        assert pages[address]["filters"]["workstream"]["all"] == f"{start}/series/alpha/"
    other = [("Gamma, Alpha beta", f"{start}/workstream/alpha-beta/gamma/", 1)]
    assert options(pages[f"{start}/series/alpha-beta/"], "workstream") == other
    # The form of a search is there once, and offers all.
    search = pages["/en/search/"]
    assert options(search, "workstream") == own + other
    monkeypatch.undo()
    whole = render_tree(collection, project.lock, searchable=True)
    assert pages_of(whole)["/en/search/"]["filters"] == {}
    assert "workstream" not in pages_of(whole)[f"{start}/series/alpha/"]["filters"]


def test_search_engines_are_kept_to_the_lists_of_one_value(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, varied())))
    lists = [front for front in pages.values() if front["kind"] == "list"]
    assert [front["noindex"] for front in lists] == [len(front["chosen"]) > 1 for front in lists]


def test_a_list_announces_the_feed_of_what_it_shows(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, varied())))

    def announced(address: str) -> list[str]:
        return [feed["address"] for feed in pages[address]["feeds"]]

    assert announced("/en/publications/") == announced("/en/publications/year/2023/") == []
    assert announced("/en/publications/type/minutes/") == [
        "/en/feeds/type/minutes.atom",
        "/en/feeds/type/minutes.json",
    ]
    assert announced("/cy/cyhoeddiadau/ffrwd-waith/alpha-cy/delta-cy/") == announced("/cy/alpha-cy/delta-cy/")
    start = "/cy/ffrydiau/cyfres"
    assert announced("/cy/alpha-cy/") == [f"{start}/alpha-cy.atom", f"{start}/alpha-cy.json"]


def test_a_draft_without_a_day_is_in_no_year(tmp_path: Path) -> None:
    draft = publication("Draft", status="draft")
    del draft["first_published"]
    tree = tree_of(write_folder(tmp_path, {"draft.yaml": draft}), preview=True)
    assert not [path for path in tree if "/year/" in path or "9999" in path]
    assert front_of(tree, "en/generated/list/1.md")["cards"][0]["date"] is None


def test_a_card_says_what_a_reader_needs_to_choose(tmp_path: Path) -> None:
    one = publication(
        "One",
        series="s",
        status="withdrawn",
        withdrawn={"date": "2024-01-02", "reason": both("Out of date.")},
    )
    tree = tree_of(write_folder(tmp_path, {"series/s.yaml": series("Programme"), "one.yaml": one}))
    (card,) = front_of(tree, "cy/generated/list/1.md")["cards"]
    assert card == {
        "title": "[One]{lang=en} (cy)",
        "address": "/cy/one-cy/",
        "date": "2023-11-14",
        "type": "Papur briffio",
        "part_of": {"title": "[Programme]{lang=en} (cy)", "address": "/cy/programme-cy/"},
        "summary": "Ynghylch [One]{lang=en} (cy).",
        "withdrawn": True,
        "withdrawn_label": "Wedi'i dynnu'n ôl",
        "preview": None,
    }
