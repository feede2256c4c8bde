from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import addresses_unique
from tests.project_folder import MINUTES as TEXT
from tests.project_folder import found, replace, write, write_project

MINUTES = "briefings/2023/minutes.yaml"
REPORT = "briefings/report.yaml"
SERIES = "briefings/series/programme.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


SECTIONS = TEXT[TEXT.index("sections:") :].replace("pub:report", "pub:minutes")
OURS = "a page of the site itself"


def told(place: str, address: str, owner: str) -> str:
    return f"{place}: error: {address} is the address of {owner} too (addresses-unique)"


def slug(root: Path, name: str, english: str, welsh: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    write(root, name, f"slug: {{en: {english}, cy: {welsh}}}\n{text}")


def test_is_named_after_its_file() -> None:
    assert addresses_unique.ID == "addresses-unique"


def test_the_newer_of_two_publications_with_one_title_is_the_one_to_mend(root: Path) -> None:
    replace(root, REPORT, "en: Yearly report", "en: The board minutes")
    assert found(root) == [told(f"{REPORT}:3:13", "/en/board-minutes/", MINUTES)]


def test_the_place_is_the_slug_if_there_is_one(root: Path) -> None:
    slug(root, REPORT, "board-minutes", "adroddiad")
    assert found(root) == [told(f"{REPORT}:1:12", "/en/board-minutes/", MINUTES)]


def test_a_document_needs_its_own_address(root: Path) -> None:
    slug(root, REPORT, "board-minutes-html", "adroddiad")
    assert found(root) == [told(f"{REPORT}:1:12", "/en/board-minutes-html/", f"the document of {MINUTES}")]


def test_without_sections_there_is_no_document(root: Path) -> None:
    slug(root, MINUTES, "yearly-report-html", "cofnodion")
    assert found(root) == []


@pytest.mark.parametrize(
    ("name", "english", "welsh", "problem"),
    [
        (
            REPORT,
            "publications",
            "x",
            told(f"{REPORT}:1:12", "/en/publications/", OURS),
        ),
        (
            REPORT,
            "x",
            "cyhoeddiadau",
            told(f"{REPORT}:1:19", "/cy/cyhoeddiadau/", OURS),
        ),
        (SERIES, "search", "x", told(f"{SERIES}:1:12", "/en/search/", OURS)),
        (SERIES, "x", "ffrydiau", told(f"{SERIES}:1:19", "/cy/ffrydiau/", OURS)),
        (REPORT, "about", "x", told(f"{REPORT}:1:12", "/en/about/", "docs/en/about.md")),
        (REPORT, "x", "amdanom-ni", told(f"{REPORT}:1:19", "/cy/amdanom-ni/", "docs/cy/about.md")),
        (REPORT, "programme", "x", told(f"{REPORT}:1:12", "/en/programme/", SERIES)),
    ],
)
def test_what_a_publication_or_series_may_not_take(
    root: Path, name: str, english: str, welsh: str, problem: str
) -> None:
    slug(root, name, english, welsh)
    assert found(root) == [problem]


def test_two_workstreams_of_a_series_do_not_share_an_address(root: Path) -> None:
    text = (root / SERIES).read_text(encoding="utf-8")
    item = text[text.index("  - id: one") :].replace("id: one", "id: two")
    item = item.replace("Workstream 1", "The workstream 1").replace("Ffrwd waith 1", "Cam gwaith 1")
    write(root, SERIES, text + item)
    assert found(root) == [
        told(f"{SERIES}:13:17", "/en/programme/workstream-1/", f"one of {SERIES}"),
    ]


@pytest.mark.parametrize(
    ("redirects", "problems"),
    [
        (
            "{en: [old, board-minutes]}",
            [
                ("2:23", "/en/board-minutes/", MINUTES),
                ("2:23", "/en/board-minutes-html/", f"the document of {MINUTES}"),
            ],
        ),
        ("{cy: [amdanom-ni]}", [("2:18", "/cy/amdanom-ni/", "docs/cy/about.md")]),
        ("{en: [yearly-report]}", []),
        ("{en: [old, older]}", []),
    ],
)
def test_an_old_address_is_free(root: Path, redirects: str, problems: list[tuple[str, str, str]]) -> None:
    replace(root, REPORT, "type: report", f"type: report\nredirects: {redirects}")
    write(root, REPORT, (root / REPORT).read_text(encoding="utf-8") + SECTIONS)
    assert found(root) == sorted(told(f"{REPORT}:{place}", *rest) for place, *rest in problems)


def test_what_the_lock_records_keeps_its_address(root: Path) -> None:
    replace(root, REPORT, "en: Yearly report", "en: The board minutes")
    write(root, "addresses.lock", "/en/board-minutes/ publication/report\n")
    assert found(root) == [told(f"{MINUTES}:6:7", "/en/board-minutes/", REPORT)]


def test_an_address_that_has_moved_is_taken_still(root: Path) -> None:
    lock = "/en/old/ publication/minutes moved\n/en/yearly/ publication/minutes moved\n"
    write(root, "addresses.lock", lock)
    assert found(root) == []
    slug(root, REPORT, "yearly", "blynyddol")
    assert found(root) == [told(f"{REPORT}:1:12", "/en/yearly/", "an old address of publication/minutes")]
    replace(root, REPORT, "yearly,", "yearly-html,")
    assert found(root) == [
        told(f"{REPORT}:1:12", "/en/yearly-html/", "an old address of publication/minutes")
    ]


def test_an_address_that_is_about_to_move_is_taken_still(root: Path) -> None:
    write(root, "addresses.lock", "/en/board-minutes/ publication/minutes\n")
    slug(root, MINUTES, "minutes", "cofnodion")
    slug(root, REPORT, "board-minutes", "adroddiad")
    assert found(root) == [
        told(f"{REPORT}:1:12", "/en/board-minutes/", "an old address of publication/minutes")
    ]


def test_what_is_not_public_yields_to_what_is(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", "type: minutes\nstatus: draft")
    replace(root, REPORT, "en: Yearly report", "en: The board minutes")
    assert found(root) == [told(f"{MINUTES}:7:7", "/en/board-minutes/", REPORT)]
