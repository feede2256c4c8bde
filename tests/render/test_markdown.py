from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cyhoeddi.body import blocks as b
from cyhoeddi.body.escape import escape
from cyhoeddi.body.html import render_html
from cyhoeddi.body.parse import Parsed, parse, parse_phrases
from cyhoeddi.examine import check_project
from cyhoeddi.language import Language
from cyhoeddi.render import markdown
from cyhoeddi.render.markdown import TAKEN
from cyhoeddi.words import in_language
from tests.render.folders import (
    NOW,
    Data,
    body_of,
    both,
    front_of,
    publication,
    section,
    series,
    tree_of,
    workstream,
    write_folder,
)

PIECES = [
    "[",
    "]",
    "(",
    ")",
    "!",
    "^",
    "*",
    ":",
    "<",
    ">",
    "\\",
    "\n",
    "\r",
    "\0",
    "pub:x",
    "a.png",
    " ",
    "a",
    "|",
]
MARKS = "ab*_`[]{}<>#!|~&()^$:=+-.\\/@w1 "
THEME = Path(__file__).parents[2] / "theme"


def document(root: Path, *sections: Data, language: str = "en", preview: bool = False, **more: object) -> str:
    tree = tree_of(
        write_folder(root, {"one.yaml": publication("One", sections=[*sections], **more)}), preview=preview
    )
    return body_of(tree, f"{language}/generated/document/one.md")


def html(markdown: str) -> str:
    return render_html(
        parse(markdown, headings=True).body, words=in_language(Language.EN), href=lambda target: target
    )


@given(st.text(MARKS, min_size=1, max_size=14) | st.text(min_size=1, max_size=14))
@example("See www.gov.wales and https://example.org/")
@example("1. A *b* [c](d) <e> & &amp; {#f} `g` ![h](i) [^j] \\")
@example("#")
@example("[Senedd *Cymru*]{lang=cy} # [ ]{lang=cy}")
def test_a_heading_prints_as_written(text: str) -> None:
    title = " ".join(text.replace("\0", "").split())
    if plain := b.plain_text(parse_phrases(title)).strip():
        (heading,) = parse(f"## {escape(title)} {{#name}}", headings=True).body.blocks
        assert isinstance(heading, b.Heading)
        assert heading.id == "name"
        assert b.plain_text(heading.inlines).strip() == plain


def test_a_phrase_in_a_heading_keeps_its_language_and_gives_no_mark_to_the_address(tmp_path: Path) -> None:
    text = document(tmp_path, section("The [Senedd Cymru]{lang=cy} *today*"))
    assert "## The [Senedd Cymru]{lang=cy} \\*today\\* {#the-senedd-cymru-today}" in text
    assert 'The <span lang="cy">Senedd Cymru</span> *today*</h2>' in html(text)


def test_every_heading_has_an_id_of_its_own_and_the_chosen_ones_keep_theirs(tmp_path: Path) -> None:
    text = document(
        tmp_path,
        section("Background"),
        section("Main", sections=[section("Background"), section("Costs", id="main-2")]),
        section("Aims", id="background"),
        section("Documents"),
    )
    assert re.findall(r"^(#+) .* \{#(.*)\}$", text, re.MULTILINE) == [
        ("##", "background-2"),
        ("##", "main-3"),
        ("###", "background-3"),
        ("###", "main-2"),
        ("##", "background"),
        ("##", "documents-2"),
    ]
    tree = tree_of(tmp_path)
    assert [entry["id"] for entry in front_of(tree, "en/generated/document/one.md")["contents"]] == [
        "background-2",
        "main-3",
        "background",
        "documents-2",
    ]


def test_the_ids_of_the_theme_are_known() -> None:
    found = {
        name
        for file in THEME.rglob("*.html")
        for name in re.findall(r'\bid="([^"{]+)"', file.read_text(encoding="utf-8"))
    }
    assert {name for name in found if "_" not in name} <= set(TAKEN)


def test_footnotes_of_two_sections_keep_apart(tmp_path: Path) -> None:
    text = document(
        tmp_path,
        section("A", "First.[^1]\n\n[^1]: One.", id="a", sections=[section("B", "In.[^1]\n\n[^1]: Two.")]),
        section("A b", "Second.[^b-1] Third.[^1]\n\n[^1]: Three.\n[^b-1]: Four.", id="a-b"),
    )
    page = html(text)
    assert [note for note in ("One.", "Two.", "Three.", "Four.") if page.count(note) != 1] == []
    assert page.count('<li id="fn_') == 4
    assert "[^" not in page


def test_an_abbreviation_is_for_the_whole_publication(tmp_path: Path) -> None:
    sections = (section("A", "The CIW wrote."), section("B", "More.\n\n*[CIW]: Care Inspectorate Wales"))
    details = both("The CIW and the DPP.\n\n*[DPP]: Defined Public Place")
    tree = tree_of(
        write_folder(tmp_path, {"one.yaml": publication("One", sections=[*sections], details=details)})
    )
    for kind in ("document", "landing"):
        page = html(body_of(tree, f"en/generated/{kind}/one.md"))
        assert '<abbr title="Care Inspectorate Wales">CIW</abbr>' in page
    assert '<abbr title="Defined Public Place">DPP</abbr>' in html(
        body_of(tree, "en/generated/landing/one.md")
    )
    assert body_of(tree, "en/generated/document/one.md").count("*[DPP]:") == 1


def test_a_link_by_id_leads_to_the_page_of_the_readers_language(tmp_path: Path) -> None:
    body = (
        "Read [two](pub:two), [the\nprogramme]( <pub:series/s> ) and\n\n> [its\n> work](\n> pub:series/s/w)."
    )
    programme = series("Programme", workstream("w", "Work", status="published"), status="published")
    one = publication(
        "One", sections=[section("Links", body)], details=both("[two](pub:two)", "[dau](pub:two)")
    )
    files = {"one.yaml": one, "two.yaml": publication("Two"), "series/s.yaml": programme}
    tree = tree_of(write_folder(tmp_path, files))
    for language, ends in (("en", ""), ("cy", "-cy")):
        page = html(body_of(tree, f"{language}/generated/document/one.md"))
        assert re.findall('href="([^"]*)"', page) == [
            f"/{language}/two{ends}/",
            f"/{language}/programme{ends}/",
            f"/{language}/programme{ends}/work{ends}/",
        ]
        assert f"/{language}/two{ends}/" in html(body_of(tree, f"{language}/generated/landing/one.md"))


@pytest.mark.parametrize("written", ["map.png", "<a_b.png>", "a(1).png"])
def test_an_image_stands_below_its_page_however_its_name_is_written(tmp_path: Path, written: str) -> None:
    text = document(tmp_path, section("Map", f"[![A map](other.png) b](pub:one)\n\n![A map]({written})"))
    assert f'<img src="/en/one/{written.strip("<>")}" alt="A map"' in html(text)
    assert '<a href="/en/one/"><img src="/en/one/other.png"' in html(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("![a](a.png)")
@example("[a]( <pub:x>)")
@example("a[^b]\n\n[^b]: c")
@example("*[a]: a")
def test_what_is_looked_for_in_a_body_stands_in_its_text(text: str) -> None:
    body = parse(text).body
    kinds = {type(node) for node in b.walk(body)}
    if kinds & {b.Link, b.Image, b.FootnoteReference, b.Footnote}:
        assert markdown._ADDRESS_OR_NOTE.search(text)
    assert b.Image not in kinds or markdown._IMAGE in text
    assert not body.abbreviations or markdown._ABBREVIATION in text


def test_a_body_of_plain_words_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(text: str) -> Parsed:
        asked.append(text)
        return parse(text)

    monkeypatch.setattr(markdown, "parse", noted)
    document(tmp_path, section("A", "- One *thing*\n- [Senedd]{lang=cy}"), section("B", "See [A](pub:one)."))
    assert asked == ["See [A](pub:one)."] * 2


def test_an_empty_side_of_a_draft_says_so(tmp_path: Path) -> None:
    half = {"heading": both("Aims", ""), "body": {"en": "Words.", "cy": ""}}
    text = document(tmp_path, half, language="cy", preview=True, status="draft")
    assert text == "## Heb ei gyfieithu eto {#heb-ei-gyfieithu-eto}\n\nHeb ei gyfieithu eto\n"


def test_an_exempted_text_is_shown_in_its_language_after_a_notice_in_both(tmp_path: Path) -> None:
    body = {"en": "Words.[^1]\n\n- One\n- Two\n\n[^1]: Source.", "cy": ""}
    foreign = {"heading": both("A [Senedd]{lang=cy} report", ""), "body": body}
    exempt = [
        {"path": f"sections/0/{key}", "reason": both("Not ours.", "Nid ein rhai ni.")}
        for key in ("heading", "body")
    ]
    text = document(tmp_path, foreign, language="cy", untranslated=exempt)
    assert check_project(tmp_path, NOW) == ()
    assert text.startswith("## [A Senedd report]{lang=en} {#a-senedd-report}\n\n")
    welsh, english = (in_language(language)["text_only_in_en"] for language in (Language.CY, Language.EN))
    page = html(text)
    assert f'<p>{welsh} <span lang="en">{english}</span></p>' in page.replace("&#x27;", "'")
    assert '<div lang="en">\n<p>Words.' in page
    assert "<li>Two</li>" in page
    assert "Source." in page


def test_a_draft_workstream_may_have_an_empty_side(tmp_path: Path) -> None:
    half = {**workstream("w", "Work", status="draft"), "remit": {"en": "", "cy": ""}}
    root = write_folder(tmp_path, {"series/s.yaml": series("S", half, status="published")})
    assert check_project(root, NOW) == ()
    assert "en/generated/workstream/s/w.md" in tree_of(root, preview=True)
