"""Both languages of every page: which one it is in, its twin, and what search engines are told of the two."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

from tests.site.built import Page, Site

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_every_page_says_the_language_of_its_address(site: Site) -> None:
    for page in site.pages:
        if page.address.startswith(("/en/", "/cy/")):
            assert page.language == page.address[1:3], page.address
        assert page.language in {"en", "cy"}, page.address


def test_the_language_button_leads_to_the_same_page_in_the_other_language_and_back(site: Site) -> None:
    for page in _of_one_language(site):
        twin = _twin(site, page)
        assert twin.language != page.language, page.address
        assert _twin(site, twin) == page, page.address


def test_a_twin_is_of_the_same_kind(site: Site) -> None:
    kind_of = {page.address: kind for kind, pages in site.kinds.items() for page in pages}
    for page in _of_one_language(site):
        assert kind_of[page.address] == kind_of[_twin(site, page).address], page.address


def test_alternates_are_whole_addresses_that_name_each_other(site: Site) -> None:
    for page in filter(lambda page: page.is_indexable, _of_one_language(site)):
        alternates = _alternates(page)
        twin = _twin(site, page)
        assert alternates == _alternates(twin), page.address
        assert alternates.keys() == {"en", "cy", "x-default"}, page.address
        assert alternates[page.language] == site.absolute(page.address), page.address
        assert alternates[twin.language] == site.absolute(twin.address), page.address


def test_every_indexable_page_names_itself_as_canonical(site: Site) -> None:
    for page in site.pages:
        if page.is_indexable:
            (link,) = page.head_links("canonical")
            assert link.attributes["href"] == site.absolute(page.address), page.address


def test_every_title_is_unique_and_follows_the_h1(site: Site) -> None:
    pages = [page for page in site.pages if not page.is_redirect]
    titles = Counter((page.language, page.all("title")[0].text) for page in pages if page.is_indexable)
    assert [title for title, count in titles.items() if count > 1] == []
    for page in _of_one_language(site):
        (h1,) = page.all("h1")
        words, title = " ".join(h1.text.split()), page.all("title")[0].text
        assert " | " in title, page.address
        assert title.startswith(words.removesuffix(":")), (page.address, title, words)


def test_the_sitemap_lists_the_indexable_pages_and_their_twins(site: Site) -> None:
    tree = ElementTree.parse(site.folder / "sitemap.xml")  # noqa: S314 (our own file)
    listed = {}
    for url in tree.findall("s:url", SITEMAP):
        address = url.findtext("s:loc", "", SITEMAP)
        links = url.findall("x:link", SITEMAP)
        listed[address] = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
    expected = {site.absolute(page.address): page for page in site.pages if page.is_indexable}
    assert listed.keys() == expected.keys()
    for address, page in expected.items():
        assert listed[address] == _alternates(page), address


def test_robots_are_told_of_the_sitemap(site: Site) -> None:
    robots = (site.folder / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {site.absolute('/sitemap.xml')}" in robots


def test_every_language_mark_is_one_of_the_two(site: Site) -> None:
    for page in site.pages:
        for element in page.elements:
            assert element.attributes.get("lang") in {None, "en", "cy"}, (page.address, element.tag)


def test_the_title_of_a_file_is_in_the_language_of_its_page_whatever_the_file_is_in(site: Site) -> None:
    spans = [span for page in site.pages for span in page.all("span")]
    titles = [span for span in spans if span.attributes.get("class") == "document__title"]
    assert titles
    assert [span.text for span in titles if "lang" in span.attributes] == []


def test_a_link_named_after_a_language_is_marked_with_it(site: Site) -> None:
    for page in site.pages:
        for link in page.all("a"):
            if link.text.strip() in {"English", "Cymraeg"}:
                language = {"English": "en", "Cymraeg": "cy"}[link.text.strip()]
                marks = (link.language, link.attributes.get("hreflang"))
                assert marks == (language, language), (page.address, link.text)


def test_every_page_links_directly_to_its_twin_in_its_own_words(site: Site) -> None:
    says = {"en": "also available in Welsh", "cy": "ar gael yn Saesneg"}
    for page in [*site.kinds["landing"], *site.kinds["document"]]:
        assert says[page.language] in page.all("main")[0].text, page.address


def _of_one_language(site: Site) -> list[Page]:
    inside = [page for page in site.pages if page.address.startswith(("/en/", "/cy/"))]
    return [page for page in inside if not page.is_redirect]


def _twin(site: Site, page: Page) -> Page:
    """Give the page that the language button of *page*, in its header, leads to."""
    (button,) = [
        link
        for link in page.all("a")
        if "header" in link.inside and "main" not in link.inside and "hreflang" in link.attributes
    ]
    other = {"en": "cy", "cy": "en"}[page.language]
    assert button.attributes["hreflang"] == other, page.address
    assert button.text.strip() == {"en": "English", "cy": "Cymraeg"}[other], page.address
    target = site.target(page, button.attributes["href"])
    assert target in site.by_address, (page.address, button.attributes["href"])
    return site.by_address[target]


def _alternates(page: Page) -> dict[str, str]:
    links = [link.attributes for link in page.head_links("alternate") if "hreflang" in link.attributes]
    return {link["hreflang"]: link["href"] for link in links}
