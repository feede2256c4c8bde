"""The tag tree says what the model says: headings, lists, tables, pictures, links and languages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.model import walk_sections
from tests.pdf.conftest import Made
from tests.pdf.tree import Element, links, read_tree


@pytest.fixture(params=list(Language), ids=str)
def made(request: pytest.FixtureRequest, documents: tuple[Made, ...]) -> Made:
    return next(one for one in documents if one.name == "everything" and one.language is request.param)


@pytest.fixture
def tree(made: Made) -> Element:
    return read_tree(made.typeset.pdf)


@pytest.fixture
def nodes(made: Made) -> list[b.Node]:
    sections = walk_sections(made.publication.sections)
    bodies = [section.body for _, section in sections if section.body is not None]
    return [node for body in bodies for node in b.walk(parse(body[made.language]).body)]


def count(nodes: list[b.Node], *kinds: type[b.Node]) -> int:
    return sum(isinstance(node, kinds) for node in nodes)


def test_headings_go_down_one_level_at_a_time(documents: tuple[Made, ...]) -> None:
    for made in documents:
        roles = [one.role for one in read_tree(made.typeset.pdf).walk()]
        levels = [int(role[1]) for role in roles if role in {"H1", "H2", "H3", "H4"}]
        assert levels[:2] == [1, 2]  # the title, the contents
        assert levels[2:] == [section["level"] for section in made.content["sections"]]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_lists_have_their_items(tree: Element, nodes: list[b.Node]) -> None:
    assert len(tree.all("L")) == count(nodes, b.BulletList, b.OrderedList) > 5
    assert len(tree.all("LI")) == len(tree.all("LBody")) == count(nodes, b.ListItem)


def test_tables_have_header_cells_and_captions(tree: Element, nodes: list[b.Node]) -> None:
    tables = [node for node in nodes if isinstance(node, b.Table)]
    for drawn, table in zip(tree.all("Table"), tables, strict=True):
        columns = len(table.header.cells)
        assert len(drawn.all("TH")) == columns
        assert len(drawn.all("TD")) == columns * len(table.rows)
        assert [child.role for child in drawn.children][: bool(table.caption)] == ["Caption"] * bool(
            table.caption
        )


def test_pictures_have_their_alternative_text(tree: Element, nodes: list[b.Node]) -> None:
    expected = [node.alt for node in nodes if isinstance(node, b.Image)]
    assert [figure.alt for figure in tree.all("Figure")] == expected
    assert len(expected) == 4


def test_quotes_and_footnotes_are_what_they_are(tree: Element, nodes: list[b.Node]) -> None:
    assert len(tree.all("BlockQuote")) == count(nodes, b.Quote) == 1
    assert len(tree.all("Note")) == count(nodes, b.Footnote) == 4


def test_links_lead_to_whole_addresses(made: Made) -> None:
    found = Counter(links(made.typeset.pdf))
    slug = "everything-series" if made.language is Language.EN else "cyfres-popeth"
    expected = [
        f"https://example.org/{made.language}/{slug}/",
        "https://example.org/m%C3%B4r?a=1&b=100%25",
        "mailto:someone@example.org",
        "tel:0300-000-0000",
        made.content["other"]["address"],
        made.content["banner"]["address"],
    ]
    assert not set(expected) - set(found)
    assert all(address.partition(":")[0] in {"https", "mailto", "tel"} for address in found)


def test_the_document_and_its_phrases_name_their_language(tree: Element, made: Made) -> None:
    other = made.language.other.value
    assert tree.language == made.language
    pieces = [piece for one in tree.walk() for piece in one.pieces]
    # The name of the organisation in the other language, the summary's phrase, the text's and the footnote's.
    assert 4 <= pieces.count(other) <= 6
    assert {*pieces} == {"en", "cy"}
    heading = next(one for one in tree.all("P") if one.pieces)
    assert heading.pieces[0] == "cy"


def test_a_phrase_leaves_the_words_round_it_alone(tree: Element, made: Made) -> None:
    summary = tree.all("P")[3]
    assert [span.pieces[0] for span in summary.children] == [
        made.language,
        made.language.other,
        made.language,
    ]
