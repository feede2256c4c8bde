"""The Nu checker as the audit asks it: what is wrong is found by a telling rule, and nothing else is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cyhoeddi.audit import validity
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.target import open_site
from cyhoeddi.problems import Level
from tests.conftest import PROJECT

JAR = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
FOREIGN = Path(__file__).with_name("foreign")


PLANTED = {
    "nu:duplicate-id": ("/en/hours.html", "</main>", '<p id="a">A</p><p id="a">B</p></main>', Level.ERROR),
    "nu:stray-end-tag": ("/cy/oriau.html", "</main>", "</span></main>", Level.ERROR),
    "nu:empty-heading": ("/cy/", "</main>", "<h2></h2></main>", Level.WARNING),
    "nu:attribute-not-allowed-on-element-at": ("/en/", "<main", '<main colour="red"', Level.ERROR),
    "nu:css-property-doesnt-exist": ("/look.css", "", "p { colour: red; }\n", Level.ERROR),
}
"""By rule: where it is planted, what is replaced by what there, and how bad it is."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """What is said of a copy of the foreign site with every fault planted; by one run for all tests."""
    folder = tmp_path_factory.mktemp("foreign") / "site"
    shutil.copytree(FOREIGN, folder)
    for address, old, new, _ in PLANTED.values():
        file = folder / address.lstrip("/") / ("index.html" if address.endswith("/") else "")
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with open_site(str(folder)) as site:
        return dict(validity.check(site, JAR))


@pytest.mark.parametrize("rule", PLANTED)
def test_what_is_planted_is_found_where_it_is(rule: str, found: dict[str, list[Finding]]) -> None:
    address, _, _, level = PLANTED[rule]
    assert [(one.rule, one.address, one.level) for one in found[address]] == [(rule, address, level)]
    assert found[address][0].snippet


def test_every_page_and_style_sheet_is_spoken_of_and_the_others_have_no_findings(
    found: dict[str, list[Finding]],
) -> None:
    pages = {"/" + file.relative_to(FOREIGN).as_posix() for file in FOREIGN.rglob("*.html")}
    assert found.keys() == {page.removesuffix("index.html") for page in pages} | {"/look.css"}
    assert {address for address, ones in found.items() if ones} == {place for place, *_ in PLANTED.values()}


def test_only_what_is_asked_for_is_looked_at_in_a_folder_with_any_letters(tmp_path: Path) -> None:
    place = tmp_path / "tŷ bach"
    place.mkdir()
    head = '<!DOCTYPE html>\n<html lang="cy">\n<head><meta charset="utf-8"><title>Tŷ</title></head>\n'
    # A data block is no script: no policy governs it.
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    data = '<script type="application/ld+json">{"@context": "https://schema.org"}</script>'
    head = head.replace("</head>", f"{policy}\n{data}</head>")
    (place / "index.html").write_text(f"{head}<body><h1>Tŷ</h1><p></i></p></body></html>", encoding="utf-8")
    (tmp_path / "other.html").write_text("<p>Not asked for", encoding="utf-8")
    with open_site(str(tmp_path)) as site:
        found = dict(validity.check(site, JAR, ["/tŷ bach/"]))
    assert {address: [one.rule for one in ones] for address, ones in found.items()} == {
        "/tŷ bach/": ["nu:stray-end-tag"]
    }


def test_a_page_that_does_not_answer_is_not_a_clean_one() -> None:
    with open_site(str(FOREIGN)) as site:
        found = dict(validity.check(site, JAR, ["/not/there.html"]))
    assert [one.rule for one in found["/not/there.html"]] == ["nu:not-checked"]


def test_a_checker_that_breaks_down_does_not_pass_for_one_that_found_nothing(tmp_path: Path) -> None:
    site = Site(FOREIGN, "http://127.0.0.1:1")
    with pytest.raises(subprocess.SubprocessError):
        list(validity.check(site, tmp_path / "vnu.jar"))


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("Duplicate ID “main”.", "nu:duplicate-id"),
        ("CSS: “colour”: Property “colour” doesn't exist.", "nu:css-property-doesnt-exist"),
        ("“a”: “b”", "nu:error"),
        (
            "Bad value “x y” for attribute “href” on element “a”: Bad.",
            "nu:bad-value-for-attribute-on-element",
        ),
    ],
)
def test_a_rule_is_named_after_what_is_said_and_not_after_what_is_quoted(message: str, rule: str) -> None:
    assert validity.rule_of(message) == rule
