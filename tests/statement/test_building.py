"""The statement in a build: it knows whether the site is the one that was audited, and waits for nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cyhoeddi import assemble, pipeline
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.problems import Level
from cyhoeddi.statement.built import read_built
from cyhoeddi.statement.result import write_result
from tests import project_folder as folder
from tests.one_page import build_one_page
from tests.statement.stated import FACTS, result, write_stated

EN, CY = "docs/en/generated/page/accessibility.md", "docs/cy/generated/page/accessibility.md"
DESIGN = "The design of the website has changed since"
OLD = "has not been tested with automatic tools in the last year"
CONTENT = "Mae cynnwys y wefan wedi newid ers"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project whose engine puts all that was generated on one page, so that a build takes no time."""

    monkeypatch.setattr(assemble, "build_site", build_one_page)
    return write_stated(tmp_path)


def build(root: Path, now: str = folder.NOW, *, preview: bool = False) -> pipeline.Outcome:
    return pipeline.build(
        root, now=read_clock(now), say=print, preview=preview, skip=("pdf", "search", "feeds", "data")
    )


def audit(root: Path) -> None:
    """Record an audit of the site as it stands, which finds nothing."""
    told = result()
    del told["audited"]
    assert write_result(root, told) == ()


def said(root: Path, name: str = EN) -> str:
    return (root / name).read_text(encoding="utf-8")


def test_the_page_stands_at_its_address_in_both_languages_and_in_the_footer(root: Path) -> None:
    assert build(root).problems == ()
    for name, address, twin in (
        (EN, "/en/accessibility/", "/cy/hygyrchedd/"),
        (CY, "/cy/hygyrchedd/", "/en/accessibility/"),
    ):
        front = json.loads(said(root, name).split("---\n")[1])
        assert (front["kind"], front["address"], front["twin"]) == ("page", address, twin)
        furniture = json.loads(
            (root / name).parents[1].joinpath("furniture.json").read_text(encoding="utf-8")
        )
        assert address in [link["address"] for row in furniture["footer"] for link in row]
        sitemap = said(root, "docs/en/generated/root/sitemap.xml")
        assert f"https://example.org{address}" in sitemap


def test_recording_an_audit_makes_nothing_stale(root: Path) -> None:
    build(root)
    assert "has not been tested" in said(root)
    audit(root)
    for _ in range(2):
        build(root)
        assert "was last tested with automatic tools on 2 May 2024" in said(root)
        assert DESIGN not in said(root)
        assert CONTENT not in said(root, CY)
        audit(root)


def test_a_change_of_a_publication_or_its_files_is_told_until_the_next_audit(root: Path) -> None:
    build(root)
    audit(root)
    folder.write(root, "briefings/files/report/data.csv", "a,b\n1,3\n")
    build(root)
    assert CONTENT in said(root, CY)
    assert DESIGN not in said(root)
    audit(root)
    build(root)
    assert CONTENT not in said(root, CY)


def test_a_change_of_the_theme_is_told(root: Path) -> None:
    build(root)
    audit(root)
    folder.write(root, "theme/assets/style.css", "body {}")
    build(root)
    assert DESIGN in said(root)
    assert CONTENT not in said(root, CY)


def test_other_facts_about_accessibility_are_no_other_content(root: Path) -> None:
    build(root)
    audit(root)
    folder.write(root, "accessibility.yaml", FACTS.replace("reply_within: 5", "reply_within: 7"))
    build(root)
    assert "within 7 working days" in said(root)
    assert CONTENT not in said(root, CY)


def test_a_preview_does_not_judge_what_has_changed_and_leaves_the_note_of_the_build(root: Path) -> None:
    build(root)
    audit(root)
    before = read_built(root)
    assert before is not None
    folder.write(root, "briefings/report.yaml", folder.REPORT.replace("Yearly", "Annual"))
    build(root, preview=True)
    preview = root / ".cyhoeddi/preview/docs/en/generated/page/accessibility.md"
    assert "The content of the website has changed" not in preview.read_text(encoding="utf-8")
    assert read_built(root) == before


def test_the_same_input_gives_the_same_bytes(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    build(root)
    other = write_stated(tmp_path_factory.mktemp("other"))
    build(other)
    assert (said(root), said(root, CY)) == (said(other), said(other, CY))
    assert read_built(root) == read_built(other)


def test_an_old_statement_fails_the_check_but_holds_back_no_publication(root: Path) -> None:
    later = "2026-01-01T09:00"
    checked = check_project(root, read_clock(later))
    assert [(one.rule, one.level) for one in checked if one.rule == "statement-dates"] == [
        ("statement-dates", Level.ERROR)
    ]
    outcome = build(root, later)
    assert outcome.folder is not None
    assert [(one.rule, one.level) for one in outcome.problems] == [("statement-dates", Level.WARNING)]


def test_a_mistake_in_the_statement_stops_the_build(root: Path) -> None:
    folder.write(root, "accessibility.yaml", FACTS.replace("prepared", "prepard"))
    assert build(root).folder is None


def test_the_next_change_of_the_site_is_that_of_the_statement_if_nothing_comes_before(root: Path) -> None:
    build(root)
    audit(root)
    turn, at = "2025-05-04", read_clock("2025-05-04T00:00")
    assert pipeline.due(root, read_clock("2024-06-01T12:00")) == at
    assert pipeline.due(root, at) is None
    build(root, "2025-05-03T23:59")
    before = said(root)
    build(root, f"{turn}T00:00")
    assert OLD not in before
    assert OLD in said(root)


def test_an_embargo_that_ends_before_comes_first(root: Path) -> None:
    build(root)
    audit(root)
    later = "2024-07-01T09:30"
    folder.write(root, "briefings/2024/later.yaml", f"{folder.MINUTES}publish_at: {later}\n")
    assert pipeline.due(root, read_clock("2024-06-01T12:00")) == read_clock(later)
