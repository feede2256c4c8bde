"""The report as pages: what they say, in both languages alike, and that everybody can read them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cyhoeddi.audit import validity
from cyhoeddi.audit.report import render_pages, write_pages
from cyhoeddi.audit.target import open_site
from cyhoeddi.audit.tools import Tool
from cyhoeddi.language import Language
from tests.audit.report import outcomes
from tests.conftest import PROJECT
from tests.pdf.conftest import png

MODULES = PROJECT / "node_modules"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def page(language: Language, **others: object) -> LexborHTMLParser:
    outcome = replace(outcomes.full(), **others)  # type: ignore[arg-type]
    picture = {outcomes.CONTRAST[0]: "pictures/1.png"}
    return LexborHTMLParser(render_pages(outcome, picture)[f"{language}.html"])


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of an outcome that has something of everything."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "1.png").write_bytes(png(300))
    outcome = outcomes.full()
    written = write_pages(outcome, folder, {outcome.faults[0].findings[0]: folder / "pictures" / "1.png"})
    assert written == (folder / "en.html", folder / "cy.html")
    return folder


@pytest.mark.parametrize(
    ("changes", "english", "welsh"),
    [
        ({}, "Failed: errors were found.", "Methodd: cafwyd hyd i wallau."),
        (
            {"faults": (), "problems": ()},
            "Passed: nothing was found that counts as an error.",
            "Llwyddodd: ni chafwyd hyd i ddim sy'n cyfrif fel gwall.",
        ),
        (
            {"faults": (), "problems": (), "tools": (Tool("outloud"),), "insists": True},
            "Failed: not every tool could run.",
            "Methodd: nid oedd modd rhedeg pob offeryn.",
        ),
    ],
)
def test_the_verdict_comes_first(changes: dict[str, object], english: str, welsh: str) -> None:
    for language, verdict in ((Language.EN, english), (Language.CY, welsh)):
        tree = page(language, **changes)
        assert words(tree, ".verdict strong") == [verdict]
        assert words(tree, "title")[0].startswith(verdict)
        assert words(tree, "h1 ~ *")[0].startswith(verdict)


@pytest.mark.parametrize("language", Language)
def test_a_page_says_its_language_and_leads_to_the_other(language: Language) -> None:
    tree = page(language)
    root, link = tree.css_first("html"), tree.css_first("header a")
    assert root is not None
    assert root.attributes["lang"] == language
    assert link is not None
    assert link.attributes == {
        "href": f"{language.other}.html",
        "lang": language.other.value,
        "hreflang": language.other.value,
    }


def test_a_fault_is_told_with_all_that_is_known_of_it() -> None:
    tree = page(Language.CY)
    assert words(tree, "#fault-1 h3") == ["axe: color-contrast"]
    told = dict(zip(words(tree, "#fault-1 dt"), words(tree, "#fault-1 dd"), strict=True))
    assert told["Maen prawf WCAG 2.2"] == "1.4.3 Cyferbyniad (lleiafswm) (lefel AA)"
    assert told["Ble"].startswith("13 tudalen neu ffeil")
    assert told["Ble"].endswith("3 arall")
    assert told["Elfen"] == "main > p:nth-of-type(2)"
    assert words(tree, "#fault-1 pre") == ['<p class="card__date">14 Tachwedd 2023 & mwy</p>']
    image = tree.css_first("#fault-1 img")
    assert image is not None
    assert image.attributes["src"] == "pictures/1.png"
    assert (image.attributes["alt"] or "").startswith("Y lle ar /cy/tudalen-1/")
    assert words(tree, "#fault-2 h3") == ["Iaith y dudalen"]
    assert "briefings/a.yaml, llinell 12" in words(tree, "#fault-2 dd")


def test_known_faults_have_their_reason_and_their_last_day() -> None:
    told = words(page(Language.CY), "#known-1 dd")
    assert {"Made again in the spring", "31 Ionawr 2027"} <= set(told)
    assert "31 January 2027" in words(page(Language.EN), "#known-1 dd")


@pytest.mark.parametrize("language", Language)
def test_what_did_not_run_and_what_was_left_out_is_named(language: Language) -> None:
    tree = page(language)
    (row,) = [text for text in words(tree, "tbody tr") if "pdfua" in text]
    assert "pip install pdfua" in row
    said = {Language.EN: "121 pages were not opened", Language.CY: "Ni agorwyd 121 tudalen"}[language]
    assert any(said in text for text in words(tree, "main li"))


def test_a_view_is_named_in_the_language_of_the_page() -> None:
    english, welsh = page(Language.EN), page(Language.CY)
    assert "1280 px; 320 px, forced colours" in words(english, "dd")
    assert "1280 px; 320 px, lliwiau wedi'u gorfodi" in words(welsh, "dd")
    assert "320 px, lliwiau wedi'u gorfodi" in words(welsh, "#fault-1 dd")
    assert "forced colours" not in (welsh.html or "")


def test_the_welsh_page_is_english_only_where_a_tool_or_an_owner_speaks() -> None:
    tree = page(Language.CY)
    outcome = outcomes.full()
    every = (*outcome.faults, *outcome.known)
    of_checks = {text for fault in every for text in (fault.message, fault.hint)}
    of_checks |= {f"{one.message}. {one.hint}" for one in outcome.problems}
    names = {one.name for one in outcome.tools} | {fault.rule.replace(":", ": ") for fault in every}
    assert set(words(tree, "main span[lang=en]")) - of_checks - names == set()
    assert not words(page(Language.EN), "main span[lang]")
    owned = {fault.reason for fault in outcome.known}
    assert _unmarked(tree) & _unmarked(page(Language.EN)) - owned == set()


def _unmarked(tree: LexborHTMLParser) -> set[str]:
    """Give the pieces of text of the page's own language that have a word in them, and not only a width."""
    for node in tree.css("main span[lang], code, pre"):
        node.decompose()
    texts = {text.strip() for text in tree.css_first("main").text(separator="\n").split("\n")}  # type: ignore[union-attr]
    return {text for text in texts if re.search(r"[^\W\d_]{3}", text)}


def test_both_languages_tell_the_same() -> None:
    def facts(tree: LexborHTMLParser) -> list[str]:
        return [node.tag or "" for node in tree.css("main *") if node.tag != "span"] + words(tree, "code")

    assert facts(page(Language.EN)) == facts(page(Language.CY))


def test_the_english_of_tools_is_marked_on_the_welsh_page_alone() -> None:
    marked = '<span lang="en">Elements must meet minimum color contrast ratio thresholds</span>'
    assert marked in (page(Language.CY).html or "")
    assert not [node for node in page(Language.EN).css("main [lang]") if _is_marked(node)]


def _is_marked(node: LexborNode) -> bool:
    return node.attributes.get("lang") == "en"


def test_what_a_page_says_of_itself_cannot_become_markup() -> None:
    nasty = replace(outcomes.LANGUAGE, message="<b>x</b>", snippet="</pre><script>1</script>", rule="a:<i>")
    tree = page(Language.EN, faults=outcomes.faults(nasty))
    assert not tree.css("b, i, script")


def test_a_site_without_faults_says_so() -> None:
    pages = render_pages(outcomes.outcome(), {})
    assert "No faults were found." in pages["en.html"]
    assert "Ni chafwyd hyd i unrhyw ddiffygion." in pages["cy.html"]


def test_no_words_are_missing_in_any_language(report: Path) -> None:
    for name in ("en.html", "cy.html"):
        text = (report / name).read_text(encoding="utf-8")
        assert not re.search(r"\{\w+\}|None|Undefined", text)


def test_the_pages_and_their_style_sheet_are_valid(report: Path) -> None:
    write_pages(outcomes.outcome(), report / "clean", {})
    with open_site(str(report)) as site:
        found = dict(validity.check(site, MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"))
    assert len(found) == 6
    assert {address: ones for address, ones in found.items() if ones} == {}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", Language)
def test_the_pages_have_no_barriers(browser: Browser, report: Path, language: Language, width: int) -> None:
    window = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.goto((report / f"{language}.html").as_uri())
    assert window.evaluate("document.documentElement.scrollWidth") == width
    assert window.evaluate("document.images[0].naturalWidth") == 300
    assert window.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
    assert said == []
    # The policy of the page keeps scripts out: the browser's own way past it, for a test.
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900})
    checked = context.new_page()
    checked.goto((report / f"{language}.html").as_uri())
    checked.add_script_tag(path=MODULES / "axe-core" / "axe.min.js")
    found = checked.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [one["id"] for one in found["violations"]] == []
    assert len(found["passes"]) > 20
    window.close()
    context.close()
