"""What programs find first: llms.txt for those that read, OpenSearch for browsers that search."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cyhoeddi.data.opensearch import shortened
from cyhoeddi.render.tree import render_tree
from tests.feeds.folder import BASES, files
from tests.render.folders import pages_of, publication, read, text_of, tree_of, write_folder

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
LLMS = "en/generated/root/llms.txt"


def test_every_link_of_llms_txt_leads_to_something_of_the_site_in_each_language(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, files(), addresses=BASES))
    there = set(pages_of(tree)) | {f"/{path.partition('/generated/root/')[2]}" for path in tree}
    links = re.findall(r"^- \[.+\]\((.+?)\)", text_of(tree, LLMS), re.MULTILINE)
    for language, base in BASES.items():
        own = [f"/{link.removeprefix(base)}" for link in links if link.startswith(base)]
        assert len(own) == 6
        assert set(own) <= there
        assert all(link.startswith(f"/{language}/") for link in own)


def test_llms_txt_is_no_longer_for_more_publications(tmp_path: Path) -> None:
    texts = []
    for number in (1, 30):
        folder = {f"p{index}.yaml": publication(f"P{index}") for index in range(number)}
        texts.append(text_of(tree_of(write_folder(tmp_path / f"{number}", folder)), LLMS))
    assert texts[0] == texts[1]
    assert len(texts[0]) < 3000


@pytest.mark.parametrize(("language", "page"), [("en", "en/search/"), ("cy", "cy/chwilio/")])
def test_a_browser_is_told_how_to_search_a_searchable_site(tmp_path: Path, language: str, page: str) -> None:
    project, collection = read(write_folder(tmp_path, files(), addresses=BASES))
    name = f"{language}/generated/root/{language}/opensearch.xml"
    assert name not in render_tree(collection, project.lock)
    text = text_of(render_tree(collection, project.lock, searchable=True), name)
    description = ElementTree.fromstring(text)  # noqa: S314 (our own text)
    (url,) = description.findall(f"{OPENSEARCH}Url")
    assert url.attrib == {"type": "text/html", "template": f"{BASES[language]}{page}?q={{searchTerms}}"}
    assert description.findtext(f"{OPENSEARCH}Language") == language
    assert 0 < len(description.findtext(f"{OPENSEARCH}ShortName") or "") <= 16
    assert 0 < len(description.findtext(f"{OPENSEARCH}LongName") or "") <= 48


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Welsh Government", "Welsh Government"),
        ("Llywodraeth Cymru", "Llywodraeth"),
        ("Commissioner for Older People", "Commissioner for"),
        ("Cyfoethnaturiolcymru", "Cyfoethnaturiolc"),
    ],
)
def test_a_name_too_long_is_cut_between_words(name: str, expected: str) -> None:
    assert shortened(name, 16) == expected
