from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import language_pairs
from tests.audit.static.small import alternates, canonical, page, told

HERE = "/borrow.html"
TWIN = "/cymraeg/benthyg.html"


@pytest.mark.parametrize(
    ("switch", "message"),
    [
        ('<a href="/cymraeg/" lang="cy">Cymraeg</a>', "leads to /cymraeg/, which is another page"),
        (f'<a href="{HERE}" lang="cy">Cymraeg</a>', "leads to this page itself"),
        ('<a href="/" lang="cy">Cymraeg</a>', "leads to /, which is another page"),
        (f'<a href="{TWIN}">Cymraeg</a>', 'The word "Cymraeg" is Welsh, but the link is marked as English'),
        (f'<a href="{TWIN}" lang="en" hreflang="cy">Cymraeg</a>', "the link is marked as English"),
        (f'<a href="{TWIN}" lang="cy" hreflang="cy">Welsh</a>', 'The word "Welsh" is English'),
        (f'<a href="{TWIN}" lang="cy" hreflang="en">Cymraeg</a>', 'says hreflang="en"'),
        ("<p>Tools</p>", "Readers find no link to the Welsh page"),
    ],
)
def test_finds_a_language_link_that_misleads(tmp_path: Path, switch: str, message: str) -> None:
    files = {HERE: page(HERE, title="How to borrow", switch=switch)}
    (found,) = told(language_pairs.check, tmp_path, files)
    assert message in found


@pytest.mark.parametrize(
    "switch",
    [
        f'<a href="{TWIN}" lang="cy" hreflang="cy">Cymraeg</a>',
        f'<a href="{TWIN}#top"><span lang="cy">Cymraeg</span> ›</a>',
        f'<a href="{TWIN}">Welsh</a>',
        f'<a href="{TWIN}" hreflang="cy-GB">This page in Welsh</a>',
        f'<a href="{TWIN}" lang="cy" aria-label="Cymraeg"><abbr>CY</abbr></a>',
    ],
)
def test_lets_every_usual_way_of_writing_one_pass(tmp_path: Path, switch: str) -> None:
    assert told(language_pairs.check, tmp_path, {HERE: page(HERE, switch=switch)}) == []


def test_without_hreflang_the_page_there_has_to_lead_back(tmp_path: Path) -> None:
    bare = {
        address: page(
            address, lang=f'lang="{lang}"', head="", switch=f'<a lang="{to}" href="{link}">{name}</a>'
        )
        for address, lang, to, link, name in (
            ("/a.html", "en", "cy", "/cymraeg/a.html", "Cymraeg"),
            ("/b.html", "en", "cy", "/cymraeg/a.html", "Cymraeg"),
            ("/cymraeg/a.html", "cy", "en", "/a.html", "English"),
        )
    }
    assert told(language_pairs.check, tmp_path, bare) == [
        "/b.html: The link to the Welsh page leads to /cymraeg/a.html, which does not lead back here"
    ]


def test_a_file_in_the_other_language_is_no_language_link(tmp_path: Path) -> None:
    footer = '<footer><a href="/cynllun.pdf" hreflang="cy">Our plan in Welsh</a></footer>'
    switch = f'<a href="{TWIN}" lang="cy">Cymraeg</a>'
    assert told(language_pairs.check, tmp_path, {HERE: page(HERE, switch=switch + footer)}) == []


def test_a_page_for_choosing_a_language_needs_no_pair(tmp_path: Path) -> None:
    head = alternates({"en": "/", "cy": "/cymraeg/", "x-default": "/choose.html"}) + canonical("/choose.html")
    links = '<a href="/" hreflang="en">English</a> <a href="/cymraeg/" hreflang="cy" lang="cy">Cymraeg</a>'
    assert (
        told(language_pairs.check, tmp_path, {"/choose.html": page("/choose.html", head=head, switch=links)})
        == []
    )
