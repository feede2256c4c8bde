from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.sources import Sources
from cyhoeddi.problems import Position

BRIEFING = """\
title:
  en: A report on places
  cy: Adroddiad ar leoedd
sections:
  - heading: {en: Summary, cy: Crynodeb}
    body:
      en: |
        The first paragraph says
        a good deal. See [the data](https://example.org/data/2025).

        ![A chart of places](chart-en.svg)
      cy: |
        Mae'r paragraff cyntaf
        yn dweud llawer. Gweler [y data](https://example.org/data/2025).

        ![Siart o leoedd](chart-cy.svg)
"""
SERIES = """\
title: {en: A series, cy: Cyfres}
workstreams:
  - title: {en: The first workstream of all, cy: Y ffrwd waith gyntaf oll}
"""
ABOUT = "---\ntitle: About us\n---\n## Who we are\n\nWe publish things that people can read.\n"

FACTS = """\
prepared: 2026-11-21
limits:
  - note:
      en: Nobody outside the project has audited the website yet.
      cy: Nid oes neb o'r tu allan i'r prosiect wedi archwilio'r wefan eto.
"""


def generated(root: Path, name: str, address: str, title: str, files: tuple[str, ...] = ()) -> None:
    front = {"address": address, "head_title": title, "files": dict.fromkeys(files, "x")}
    file = root / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{json.dumps(front)}\n---\nbody\n", encoding="utf-8")


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    root, built = tmp_path / "project", tmp_path / "site"
    written = {
        "briefings/2025/report.yaml": BRIEFING,
        "briefings/series/places.yaml": SERIES,
        "docs/en/about.md": ABOUT,
        "accessibility.yaml": FACTS,
    }
    for name, text in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    pages = {
        "en/generated/document/report.md": ("/en/report/", "A report"),
        "cy/generated/document/report.md": ("/cy/adroddiad/", "Adroddiad"),
        "en/generated/workstream/places/one.md": ("/en/places/one/", "One"),
        "en/generated/page/about.md": ("/en/about/", "About us"),
        "en/generated/page/accessibility.md": ("/en/accessibility/", "Accessibility"),
        "cy/generated/page/accessibility.md": ("/cy/hygyrchedd/", "Hygyrchedd"),
        "en/generated/list/year/1.md": ("/en/list/", "List"),
    }
    for name, (address, title) in pages.items():
        generated(root, name, address, title, ("/en/report/report.pdf", "/en/report/data.csv"))
        page = built / address.lstrip("/") / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<title>{title}</title>", encoding="utf-8")
    generated(root, "en/generated/landing/report.md", "/en/landing/", "A report")
    return Sources(root, Site(built, "http://127.0.0.1:1"))


def finding(address: str, snippet: str) -> Finding:
    return Finding("rule", address, "message", "Hint.", snippet=snippet)


@pytest.mark.parametrize(
    ("address", "snippet", "file", "line"),
    [
        ("/en/report/", '<a href="https://example.org/data/2025">', "briefings/2025/report.yaml", 9),
        ("/cy/adroddiad/", '<a href="https://example.org/data/2025">', "briefings/2025/report.yaml", 14),
        ("/en/report/", '<img src="../files/chart-en.svg" alt="">', "briefings/2025/report.yaml", 11),
        ("/en/report/", '<img alt="A chart of places">', "briefings/2025/report.yaml", 11),
        ("/en/report/", "<p>paragraph says\n  a good deal. See <a>", "briefings/2025/report.yaml", 8),
        ("/en/report/", '<h4 id="summary">Summary</h4>', "briefings/2025/report.yaml", 5),
        ("/cy/adroddiad/", "<h4>Crynodeb</h4>", "briefings/2025/report.yaml", 5),
        ("/en/report/report.pdf", "A report on places", "briefings/2025/report.yaml", 2),
        ("/en/places/one/", "<h1>The first workstream of all</h1>", "briefings/series/places.yaml", 3),
        ("/en/about/", "<h5>Who we are</h5>", "docs/en/about.md", 4),
        ("/en/accessibility/", "<li>Nobody outside the project has audited", "accessibility.yaml", 4),
        ("/cy/hygyrchedd/", "<li>Nid oes neb o'r tu allan i'r prosiect</li>", "accessibility.yaml", 5),
    ],
)
def test_what_an_author_wrote_is_found_at_its_line(
    sources: Sources, address: str, snippet: str, file: str, line: int
) -> None:
    place = sources.place(finding(address, snippet))
    assert place is not None
    assert (place.file, place.line) == (file, line)


@pytest.mark.parametrize(
    ("address", "snippet"),
    [
        ("/en/report/", '<button class="menu"></button>'),
        ("/en/report/", "<button>Menu</button>"),
        ("/en/report/", '<div role="region"><p>paragraph says a good deal. See</p></div>'),
        ("/en/report/", "<a>See</a>"),
        ("/en/report/", "<p>—</p>"),
        ("/en/report/", ""),
        ("/en/list/", "<h1>A report on places</h1>"),
        ("/en/accessibility/", "<h2>What we do to improve accessibility</h2>"),
        ("/en/nowhere/", "<h1>A report on places</h1>"),
    ],
)
def test_what_a_template_made_is_found_nowhere(sources: Sources, address: str, snippet: str) -> None:
    assert sources.place(finding(address, snippet)) is None


def test_a_statement_that_somebody_wrote_by_hand_is_its_own_source(sources: Sources) -> None:
    (sources.root / "docs/en/accessibility.md").write_text("# Our own\n\n## How we do\n", encoding="utf-8")
    place = sources.place(finding("/en/accessibility/", "<h2>How we do</h2>"))
    assert place is not None
    assert (place.file, place.line) == ("docs/en/accessibility.md", 3)


def test_the_column_is_that_of_the_words(sources: Sources) -> None:
    place = sources.place(finding("/cy/adroddiad/", "<h1>Adroddiad ar leoedd</h1>"))
    assert place == Position("briefings/2025/report.yaml", 3, 7)


def test_a_page_of_another_site_at_the_same_address_is_not_this_projects(sources: Sources) -> None:
    snippet = '<img src="../files/chart-en.svg" alt="">'
    assert sources.place(finding("/en/report/", snippet)) is not None
    page = sources.site.folder / "en" / "report" / "index.html"
    page.write_text("<title>Something else</title>", encoding="utf-8")
    assert replace(sources, site=Site(sources.site.folder, "")).place(finding("/en/report/", snippet)) is None


def test_a_project_without_generated_pages_knows_no_place(tmp_path: Path) -> None:
    assert Sources(tmp_path, Site(tmp_path, "")).place(finding("/en/", "<h1>A report</h1>")) is None


def test_damaged_files_are_no_failure(sources: Sources) -> None:
    root = sources.root
    (root / "docs/en/generated/page/odd.md").write_text("---\n[]\n---\n", encoding="utf-8")
    (root / "docs/en/generated/page/worse.md").write_bytes(b"\xff---")
    (root / "briefings/2025/report.yaml").write_bytes(b"\xff\xfe title: {")
    assert sources.place(finding("/en/report/", "<h1>A report on places</h1>")) is None
    assert sources.place(finding("/en/about/", "<h5>Who we are</h5>")) is not None
