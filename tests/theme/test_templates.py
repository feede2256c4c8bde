"""What holds for every template: no words of its own, everything escaped, nothing inline, one style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from cyhoeddi.language import Language
from cyhoeddi.words import in_language
from tests.conftest import PROJECT

THEME = PROJECT / "theme"
TEMPLATES = sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
READ_OUT = {"alt", "aria-description", "aria-label", "label", "placeholder", "summary", "title", "value"}
"""Attributes whose text reaches a reader, beside the `content` of the metas in `METAS`."""
METAS = {"description", "og:title", "og:description", "og:site_name"}

SAFE_FILTERS = {"e", "escape", "forceescape", "phrases", "tojson"}
"""`phrases` escapes what it prints; `tojson` writes no `<`."""

KINDS = {
    "language-choice", "home", "page", "list", "landing", "document",
    "follow", "search", "series", "workstream", "not-found", "redirect", "problems",
}  # fmt: skip


class Markup(HTMLParser):
    """The texts and attributes that a template itself writes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(JINJA.sub("", source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in found.items()]
        if tag == "meta" and (found.get("name") or found.get("property")) in METAS:
            self.texts.append(found["content"])

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def source(name: str) -> str:
    return (THEME / name).read_text(encoding="utf-8")


def tree(name: str) -> nodes.Template:
    return jinja2.Environment(autoescape=True).parse(source(name))


def printed(name: str) -> Iterator[nodes.Expr]:
    """Yield every expression that the template prints."""
    for output in tree(name).find_all(nodes.Output):
        yield from (node for node in output.nodes if not isinstance(node, nodes.TemplateData))


def has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def is_escaped(node: nodes.Expr) -> bool:
    match node:
        case nodes.Filter(name=name):
            return name in SAFE_FILTERS
        case nodes.Getattr(node=nodes.Name(name="page"), attr="content"):
            return True
        case nodes.Call(node=nodes.Name(name="super")):
            return True
        case _:
            return False


def test_there_is_a_template_for_every_kind_of_page() -> None:
    assert {f"{kind}.html" for kind in KINDS} <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    markup = Markup(source(name))
    assert [text.strip() for text in markup.texts if has_letters(text)] == []
    read_out = [
        value
        for tag, attribute, value in markup.attributes
        # The value of an option stands in the address; readers are told what is inside it.
        if attribute in READ_OUT and (tag, attribute) != ("option", "value")
    ]
    assert [value for value in read_out if has_letters(value)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_everything_a_template_prints_is_escaped(name: str) -> None:
    assert [node for node in printed(name) if not is_escaped(node)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_prints_no_text_from_a_literal(name: str) -> None:
    literals = [node.node for node in printed(name) if isinstance(node, nodes.Filter)]
    assert [one for one in literals if isinstance(one, nodes.Const)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_script_or_style_of_its_own(name: str) -> None:
    attributes = Markup(source(name)).attributes
    assert [one for one in attributes if one[1] == "style" or one[1].startswith("on")] == []
    assert not re.search(r"<style\b|javascript:", source(name))
    scripts = re.findall(r"<script\b[^>]*>", JINJA.sub("", source(name)))
    assert [tag for tag in scripts if " src=" not in tag and "application/ld+json" not in tag] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_loads_nothing_from_elsewhere(name: str) -> None:
    loaded = re.findall(r'(?:<link|<script|<img)\b[^>]*?(?:href|src)="([^"]*)"', source(name), re.DOTALL)
    assert [address for address in loaded if not address.startswith("{{ ")] == []


def test_there_is_one_style_sheet() -> None:
    assert [path.name for path in THEME.rglob("*.css")] == ["style.css"]
    links = [link for name in TEMPLATES for link in re.findall(r'rel="stylesheet"[^>]*', source(name))]
    assert set(links) == {'rel="stylesheet" href="{{ asset("style.css")|e }}"'}


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_that_a_template_asks_for_exists(name: str) -> None:
    words = in_language(Language.EN)
    for node in tree(name).find_all(nodes.Getattr):
        if is_words(node.node) and node.attr not in {"text", "count"}:
            # A word with placeholders would reach the reader unfilled.
            assert "{" not in words[node.attr]
    for call in tree(name).find_all(nodes.Call):
        match call.node:
            case nodes.Getattr(node=of, attr="text") if is_words(of):
                words.text(call.args[0].as_const(), **{one.key: "" for one in call.kwargs})
            case nodes.Getattr(node=of, attr="count") if is_words(of):
                words.count(call.args[0].as_const(), 2)


def is_words(node: nodes.Expr) -> bool:
    match node:
        case nodes.Name(name="words") | nodes.Call(node=nodes.Name(name="words_of")):
            return True
        case _:
            return False


def test_the_furniture_of_a_page_weighs_little() -> None:
    # The scripts of the search are fetched by the page of its results alone.
    files = [path for path in THEME.rglob("*") if path.is_file() and path.parent.name != "search"]
    assert sum(path.stat().st_size for path in files) < 60_000


@pytest.mark.parametrize("path", sorted(Path(THEME).rglob("*.css")), ids=lambda path: path.name)
def test_the_style_sheet_asks_for_nothing_from_elsewhere(path: Path) -> None:
    assert not re.search(r"@import|url\(|@font-face", path.read_text(encoding="utf-8"))
