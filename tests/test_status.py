"""How far each text is, who waits for whom, and how it is told in the terminal, as JSON and as pages."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.cli import main
from cyhoeddi.clock import read_clock
from cyhoeddi.language import Language
from cyhoeddi.pipeline import survey
from cyhoeddi.status import Item, Progress, Visibility, render_json, render_pages, render_text
from tests import project_folder as folder
from tests.remembered import accept

MINUTES = "briefings/2023/minutes.yaml"
REPORT = "briefings/report.yaml"
SERIES = "briefings/series/programme.yaml"
WITHDRAWAL = "{date: 2024-02-01, reason: {en: It was wrong., cy: Yr oedd yn anghywir.}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return folder.write_project(tmp_path)


def items(root: Path) -> dict[str, Item]:
    return {item.name: item for item in survey(root, read_clock(folder.NOW)).items}


def waits(item: Item) -> dict[str, int]:
    return {side.value: number for side, number in item.tally.waits_for.items() if number}


def test_every_publication_series_and_page_is_there_and_complete(root: Path) -> None:
    found = items(root)
    assert list(found) == ["report", "minutes", "programme", *sorted(folder.PAGES)]
    assert {item.progress for item in found.values()} == {Progress.COMPLETE}
    assert {item.visibility for item in found.values()} == {Visibility.PUBLIC}


def test_english_waits_for_welsh_where_the_welsh_is_not_there(root: Path) -> None:
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", 'cy: ""')
    item = items(root)["minutes"]
    assert (item.progress, waits(item), item.errors) == (Progress.UNTRANSLATED, {"cy": 1}, 1)


def test_welsh_waits_for_english_where_the_english_is_not_there(root: Path) -> None:
    folder.replace(root, MINUTES, "en: What the board said.", 'en: ""')
    assert waits(items(root)["minutes"]) == {"en": 1}


@pytest.mark.parametrize("first", Language)
def test_where_nothing_is_written_the_source_language_comes_first(root: Path, first: Language) -> None:
    both = "  en: What the board said.\n  cy: Beth ddywedodd y bwrdd.\n"
    folder.replace(root, MINUTES, both, '  en: ""\n  cy: ""\n')
    folder.replace(root, MINUTES, "type: minutes", f"type: minutes\nstatus: draft\nsource_language: {first}")
    item = items(root)["minutes"]
    assert (waits(item), item.visibility, item.source_language) == ({first.value: 1}, Visibility.DRAFT, first)


def test_a_side_that_changed_waits_for_the_other(root: Path) -> None:
    accept(root)
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", "cy: Beth ddywedodd y bwrdd ym mis Mai.")
    item = items(root)["minutes"]
    assert (item.progress, item.tally.stale, waits(item)) == (Progress.STALE, 1, {"en": 1})


def test_a_stale_page_and_one_that_is_not_recorded_are_told(root: Path) -> None:
    accept(root)
    folder.replace(root, "docs/en/about.md", "About.\n", "About us all.\n")
    folder.write(root, "docs/en/new.md", folder.page("New", "new"))
    folder.write(root, "docs/cy/new.md", folder.page("Newydd", "newydd"))
    found = items(root)
    assert (found["about"].progress, waits(found["about"])) == (Progress.STALE, {"cy": 1})
    assert (found["new"].progress, found["new"].tally.unrecorded) == (Progress.COMPLETE, 3)
    told = render_text(survey(root, read_clock(folder.NOW)))
    assert told.endswith("\n3 texts to record: see that both sides agree, then run cyhoeddi accept\n")


def test_without_a_memory_nothing_has_to_be_recorded(root: Path) -> None:
    assert {item.tally.unrecorded for item in items(root).values()} == {0}


def test_other_errors_are_problems_and_warnings_are_none(root: Path) -> None:
    folder.replace(root, REPORT, "file: data.csv", "file: dada.csv")
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", "cy: Beth ddywedodd y bwrdd eisioes.")
    found = items(root)
    assert (found["report"].progress, found["report"].errors) == (Progress.PROBLEMS, 1)
    assert (found["minutes"].progress, found["minutes"].errors) == (Progress.COMPLETE, 0)
    assert found["minutes"].warnings > 0


def test_an_exempted_text_keeps_nobody_waiting(root: Path) -> None:
    folder.replace(root, MINUTES, "heading: {en: Background, cy: Cefndir}", 'heading: {en: Letter, cy: ""}')
    exemption = "untranslated:\n  - path: sections/0/heading\n    reason: {en: Theirs., cy: Eu gwaith nhw.}\n"
    folder.write(root, MINUTES, (root / MINUTES).read_text(encoding="utf-8") + exemption)
    item = items(root)["minutes"]
    assert (item.tally.untranslated, waits(item)) == (0, {})


@pytest.mark.parametrize(
    ("file", "line", "visibility"),
    [
        (REPORT, "publish_at: 2024-07-01T09:30", Visibility.EMBARGO),
        (REPORT, "status: draft", Visibility.DRAFT),
        (REPORT, "status: draft\npublish_at: 2024-07-01T09:30", Visibility.DRAFT),
        (
            REPORT,
            f"status: withdrawn\nwithdrawn: {WITHDRAWAL}",
            Visibility.WITHDRAWN,
        ),
        (MINUTES, "status: draft", Visibility.DRAFT),
    ],
)
def test_what_readers_see_is_told(root: Path, file: str, line: str, visibility: Visibility) -> None:
    text = (root / file).read_text(encoding="utf-8")
    folder.write(root, file, f"{line}\n{text}")
    found = items(root)
    item = found[Path(file).stem]
    assert item.visibility is visibility
    assert (item.publish_at is not None) is ("publish_at" in line)
    # A series without public publications is not shown.
    shown = Visibility.PUBLIC if file == REPORT else Visibility.EMPTY
    assert found["programme"].visibility is shown


def test_files_that_cannot_be_read_are_there_with_their_errors(root: Path) -> None:
    folder.write(root, REPORT, "title: [")
    folder.write(root, SERIES, "\x00")
    folder.write(root, "docs/cy/about.md", "no front matter")
    found = items(root)
    for name in ("report", "programme", "about"):
        item = found[name]
        assert (item.progress, item.visibility) == (Progress.PROBLEMS, Visibility.UNKNOWN), name
        assert item.errors > 0


def test_a_page_without_its_counterpart_waits_for_it(root: Path) -> None:
    (root / "docs/cy/about.md").unlink()
    item = items(root)["about"]
    assert (item.progress, waits(item), item.files) == (
        Progress.UNTRANSLATED,
        {"cy": 1},
        ("docs/en/about.md",),
    )


def test_problems_of_no_text_are_counted_apart(root: Path) -> None:
    folder.write(root, "addresses.lock", "nonsense\n")
    overview = survey(root, read_clock(folder.NOW))
    assert (overview.errors, sum(item.errors for item in overview.items)) == (1, 0)


def mixed(root: Path) -> Path:
    """Make the project one of every kind of thing that is to be told."""
    accept(root)
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", 'cy: ""')
    folder.replace(root, REPORT, "type: report", "type: report\npublish_at: 2024-07-01T09:30")
    name = "an-update-with-a-very-long-name-" * 3 + "2024"
    long = folder.MINUTES.replace("Board minutes", "<b>Long</b> minutes").replace(
        "Cofnodion", "Cofnodion hir"
    )
    folder.write(root, f"briefings/{name}.yaml", f"status: draft\n{long}")
    folder.write(root, "addresses.lock", "nonsense\n")
    return root


def test_the_table_fits_a_hundred_columns_and_cuts_nothing_off(root: Path) -> None:
    text = render_text(survey(mixed(root), read_clock(folder.NOW)))
    lines = text.splitlines()
    assert max(map(len, lines)) <= 100
    assert text.isascii()
    (minutes,) = (line for line in lines if line.startswith("minutes "))
    assert minutes.split() == ["minutes", "untranslated", "3", "-", "public", "English", "for", "Welsh:", "1"]
    assert any("2024-07-01 09:30" in line for line in lines if line.startswith("report "))
    assert "an-update-with-a-very-long-name-" * 3 + "2024" in lines
    assert lines[-2:] == [
        "8 complete, 0 problems, 0 stale, 1 untranslated",
        "1 error, 0 warnings elsewhere: run cyhoeddi check",
    ]


def test_json_has_the_keys_that_its_docstring_names(root: Path) -> None:
    whole = json.loads(render_json(survey(mixed(root), read_clock(folder.NOW))))
    named = render_json.__doc__ or ""
    for keys in (whole, whole["items"][0], whole["elsewhere"]):
        assert [key for key in keys if f"`{key}`" not in named] == []
    assert whole["moment"] == "2024-06-01T12:00+01:00"
    report = next(item for item in whole["items"] if item["name"] == "report")
    assert report == {
        "kind": "publication",
        "name": "report",
        "files": [REPORT],
        "title": {"en": "Yearly report", "cy": "Adroddiad blynyddol"},
        "state": "complete",
        "site": "embargo",
        "publish_at": "2024-07-01T09:30+01:00",
        "source_language": "en",
        "untranslated": 0,
        "stale": 0,
        "unrecorded": 0,
        "waits_for": {"en": 0, "cy": 0},
        "errors": report["errors"],
        "warnings": 0,
    }


class Reader(HTMLParser):
    """What of a page a machine can hold it to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def count(self, wanted: str, **attributes: str) -> int:
        return sum(tag == wanted and attributes.items() <= got.items() for tag, got in self.tags)


def pages_of(root: Path) -> dict[Language, Reader]:
    pages = render_pages(survey(root, read_clock(folder.NOW)))
    return {language: Reader(pages[f"{language}.html"]) for language in Language}


def test_both_pages_have_tables_with_captions_and_headings_and_no_script(root: Path) -> None:
    for language, page in pages_of(mixed(root)).items():
        assert page.count("html", lang=language) == 1
        assert page.count("a", href=f"{language.other}.html", lang=language.other) == 1
        assert page.count("table") == page.count("caption") == 3
        assert page.count("th", scope="col") == 15
        assert page.count("th", scope="row") == page.count("tr") - 3 == 9
        assert (page.count("h1"), page.count("title"), page.count("script"), page.count("link")) == (
            1,
            1,
            0,
            0,
        )
        assert page.count("b") == 0


def test_each_page_speaks_its_own_language(root: Path) -> None:
    told: dict[Language, Any] = {side: " ".join(page.words) for side, page in pages_of(mixed(root)).items()}
    assert "English waits for Welsh: 1 text" in told[Language.EN]
    assert "Y Saesneg yn aros am y Gymraeg: 1 testun" in told[Language.CY]
    assert "Not public until 09:30 on 1 July 2024" in told[Language.EN]
    assert "Ddim yn gyhoeddus tan 09:30 ar 1 Gorffennaf 2024" in told[Language.CY]
    assert "Yearly report" in told[Language.EN]
    assert "Adroddiad blynyddol" in told[Language.CY]


def test_a_title_that_lacks_a_language_is_shown_in_the_other_and_marked(root: Path) -> None:
    folder.replace(root, MINUTES, "cy: Cofnodion y bwrdd", 'cy: ""')
    pages = pages_of(root)
    assert pages[Language.CY].count("span", lang="en") == 1
    assert "Board minutes" in pages[Language.CY].words


def test_the_command_tells_in_each_form_and_always_ends_well(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write(root, REPORT, "title: [")
    command = ["-C", str(root), "status", "--now", folder.NOW]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("PUBLICATIONS ")
    assert main([*command, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["items"]
    assert main([*command, "--format", "html"]) == 0
    assert capsys.readouterr().out == "status/en.html\nstatus/cy.html\n"
    assert main([*command, "--format", "html", "--output", str(root / "elsewhere")]) == 0
    for name in ("en.html", "cy.html"):
        assert (root / "status" / name).read_bytes() == (root / "elsewhere" / name).read_bytes()
