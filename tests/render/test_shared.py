"""What pages share, and what stands between them: languages, redirects, furniture, sitemap, JSON-LD."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.render.folders import (
    Data,
    body_of,
    both,
    front_of,
    pages_of,
    publication,
    series,
    text_of,
    tree_of,
    write_folder,
    write_page,
)

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
TWO = {"en": "https://gov.example/pubs/", "cy": "https://llyw.example/cyhoeddi/"}


def files() -> dict[str, Data]:
    one = publication("One", series="s", redirects={"en": ["older"], "cy": []}, last_updated="2024-02-01")
    return {
        "one.yaml": one,
        "series/s.yaml": series("Programme"),
        "two.yaml": publication("Two", status="draft"),
    }


@pytest.mark.parametrize(
    ("extra", "english", "welsh"),
    [
        ({}, "https://example.org/", "https://example.org/"),
        ({"site_url": "https://example.org/a/b"}, "https://example.org/a/b/", "https://example.org/a/b/"),
        ({"addresses": TWO}, TWO["en"], TWO["cy"]),
    ],
)
def test_the_base_of_each_language_is_respected_everywhere(
    tmp_path: Path, extra: Data, english: str, welsh: str
) -> None:
    tree = tree_of(write_folder(tmp_path, files(), **extra))
    base = {"en": english, "cy": welsh}

    def absolute(address: str) -> str:
        return base["cy" if address.startswith("/cy/") else "en"] + address.removeprefix("/")

    pages = pages_of(tree)
    sitemap = ElementTree.fromstring(text_of(tree, "en/generated/root/sitemap.xml"))  # noqa: S314
    found = {}
    for url in sitemap.findall("s:url", NAMES):
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        found[url.findtext("s:loc", namespaces=NAMES)] = (links, url.findtext("s:lastmod", namespaces=NAMES))
    expected = {}
    for address, front in pages.items():
        narrow = front["kind"] == "list" and len(front["chosen"]) > 1
        if narrow or front["kind"] in ("redirect", "not-found"):
            assert front["noindex"]
            continue
        links = {}
        if front["twin"]:
            links = {
                front["language"]: absolute(address),
                pages[front["twin"]]["language"]: absolute(front["twin"]),
            }
            links["x-default"] = absolute("/") if front["kind"] == "home" else links["en"]
        if address == "/":
            links = {"en": absolute("/en/"), "cy": absolute("/cy/"), "x-default": absolute("/")}
        expected[absolute(address)] = (links, front["modified"])
    assert found == expected
    assert absolute("/en/two/") not in found

    robots = text_of(tree, "en/generated/root/robots.txt").splitlines()
    assert [line for line in robots if line.startswith("Sitemap")] == [
        f"Sitemap: {one}sitemap.xml" for one in dict.fromkeys(base.values())
    ]
    for language, slug, other in (("en", "one", "/cy/one-cy/"), ("cy", "one-cy", "/en/one/")):
        facts = pages[f"/{language}/{slug}/"]["json_ld"]
        assert facts["@id"] == facts["url"] == absolute(f"/{language}/{slug}/")
        assert facts["workTranslation"]["@id"] == absolute(other)
        assert json.loads(text_of(tree, f"{language}/generated/furniture.json"))["site"] == base


def test_search_engines_are_told_all_of_a_publication_in_plain_words(tmp_path: Path) -> None:
    marked = files()
    marked["one.yaml"]["title"] = both("The [Senedd]{lang=cy}", "Y Senedd")
    tree = tree_of(write_folder(tmp_path, marked))
    assert front_of(tree, "en/generated/document/one.md")["json_ld"] == {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": "https://example.org/en/senedd/",
        "url": "https://example.org/en/senedd/",
        "name": "The Senedd",
        "headline": "The Senedd",
        "description": "About One.",
        "inLanguage": "en",
        "workTranslation": {
            "@type": "Report",
            "@id": "https://example.org/cy/y-senedd/",
            "inLanguage": "cy",
        },
        "datePublished": "2023-11-14",
        "dateModified": "2024-02-01",
        "publisher": {"@type": "Organization", "name": "Cyhoeddi Demonstration"},
    }


def test_a_preview_is_for_no_search_engine(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, files()), preview=True)
    assert text_of(tree, "en/generated/root/robots.txt") == "User-agent: *\nDisallow: /\n"
    assert "<url>" not in text_of(tree, "en/generated/root/sitemap.xml")
    assert json.loads(text_of(tree, "cy/generated/furniture.json"))["preview"] is True


def test_a_redirect_names_its_target_in_its_own_language(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, files())))
    redirects = {address: front for address, front in pages.items() if front["kind"] == "redirect"}
    assert {address: front["target"] for address, front in redirects.items()} == {
        "/en/older/": "/en/one/",
        "/en/older-html/": "/en/one-html/",
    }
    assert all(pages[front["twin"]]["twin"] == front["target"] for front in redirects.values())


def test_the_root_and_its_404_speak_both_languages_and_each_language_has_a_404_of_its_own(
    tmp_path: Path,
) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, {})))
    for address in ("/", "/404.html"):
        assert [(one["language"], one["address"]) for one in pages[address]["choices"]] == [
            ("en", "/en/"),
            ("cy", "/cy/"),
        ]
        assert pages[address]["twin"] is None
    assert pages["/404.html"]["title"] == "Page not found / Ni ddaethpwyd o hyd i'r dudalen"
    assert pages["/cy/404.html"]["twin"] == "/en/404.html"
    assert pages["/cy/404.html"]["noindex"]


def test_the_footer_shows_the_pages_that_are_there_in_its_order(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {})
    for language, title in (("en", "Us"), ("cy", "Ni")):
        write_page(root, language, "about", title)
    shown = json.loads(text_of(tree_of(root), "cy/generated/furniture.json"))
    assert [[link["address"] for link in row] for row in shown["footer"]] == [
        ["/cy/ni/", "/cy/dilyn/"],
        ["/cy/hygyrch/", "/cy/hawl/"],
    ]
    assert shown["organisation"] == {"name": "Arddangosiad Cyhoeddi", "home": "/cy/"}
    assert shown["filters"] == []


def test_links_between_hand_written_pages_follow_the_reader(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {})
    body = (
        "## First\n\n[one](about.md) and [two](./about.md#more) and [three](missing.md)\n\n### Not listed\n"
    )
    for language, title in (("en", "Us"), ("cy", "Ni")):
        write_page(root, language, "about", title, "## More\n")
        write_page(root, language, "copyright", f"Rights{language}", body)
    tree = tree_of(root)
    assert "[one](/cy/ni/) and [two](/cy/ni/#more) and [three](missing.md)" in body_of(
        tree, "cy/generated/page/copyright.md"
    )
    front = front_of(tree, "en/generated/page/copyright.md")
    assert front["contents"] == [{"id": "first", "title": "First"}]
    assert front["twin"] == "/cy/rightscy/"


def test_the_home_page_shows_the_series_and_the_latest_five(tmp_path: Path) -> None:
    more = {f"p{day}.yaml": publication(f"P{day}", first_published=f"2024-01-0{day}") for day in range(1, 8)}
    front = front_of(tree_of(write_folder(tmp_path, files() | more)), "en/generated/home/index.md")
    assert [card["title"] for card in front["latest"]] == ["P7", "P6", "P5", "P4", "P3"]
    assert front["series"] == [
        {"title": "Programme", "address": "/en/programme/", "summary": "About Programme."}
    ]
    assert front["breadcrumb"] == []
