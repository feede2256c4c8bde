from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import stale
from tests.project_folder import page, replace, write, write_project
from tests.remembered import accept, standings_of

MINUTES = "briefings/2023/minutes.yaml"
REPORT = "briefings/report.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    accept(write_project(tmp_path))
    return tmp_path


def found(root: Path) -> list[str]:
    return [
        f"{at.file}:{at.line}:{at.column}: {problem.message}"
        for problem in stale.check(standings_of(root))
        for at in (problem.position,)
    ]


def test_is_named_after_its_file() -> None:
    assert stale.ID == "stale"


def test_finds_nothing_in_what_was_accepted(root: Path) -> None:
    assert found(root) == []


def test_reports_the_side_that_did_not_follow_at_its_place(root: Path) -> None:
    replace(root, REPORT, "Yearly report", "Monthly report")
    assert found(root) == [f"{REPORT}:3:33: the English of title changed, and the Welsh did not"]


def test_the_english_must_follow_the_welsh_too(root: Path) -> None:
    replace(root, REPORT, "Adroddiad blynyddol", "Adroddiad misol")
    assert found(root) == [f"{REPORT}:3:13: the Welsh of title changed, and the English did not"]


def test_the_hint_shows_the_change_and_names_both_ways_out(root: Path) -> None:
    replace(root, MINUTES, "The board met.", "The board met twice.")
    (problem,) = stale.check(standings_of(root))
    assert problem.hint == (
        f'{MINUTES}:16:9: "The board met. See [the report](pub:report)." became '
        '"The board met twice. See [the report](pub:report)." Change the Welsh too; or, if it need not '
        f'follow, run: cyhoeddi accept {MINUTES}/sections/background/body --minor "the reason"'
    )


def test_stands_at_the_smallest_block_that_must_follow(root: Path) -> None:
    for side, words in {
        "en": "One.\n        - two\n        - three",
        "cy": "Un.\n        - dau\n        - tri",
    }.items():
        old = {
            "en": "The board met. See [the report](pub:report).",
            "cy": "Cyfarfu'r bwrdd. Gweler [yr adroddiad](pub:report).",
        }
        replace(root, MINUTES, old[side], words.replace(".\n", ".\n\n"))
    accept(root)
    replace(root, MINUTES, "- three", "- four")
    assert found(root) == [
        f"{MINUTES}:24:11: the English of sections/background/body changed, and the Welsh did not"
    ]


def test_a_hand_written_page_is_held_too(root: Path) -> None:
    for side, title, slug in (("en", "About", "about"), ("cy", "Amdanom ni", "amdanom-ni")):
        write(
            root,
            f"docs/{side}/about.md",
            page(title, slug, f"## {title} 1\n\nWords.\n\n## {title} 2\n\nB.\n"),
        )
    accept(root)
    replace(root, "docs/cy/about.md", "\nB.\n", "\nC.\n")
    assert found(root) == ["docs/en/about.md:13:1: the Welsh of body/2 changed, and the English did not"]


def test_is_over_when_the_other_side_follows_or_the_change_is_minor(root: Path) -> None:
    replace(root, REPORT, "Yearly report", "Monthly report")
    accept(root)
    assert len(found(root)) == 1
    replace(root, REPORT, "Adroddiad blynyddol", "Adroddiad misol")
    assert found(root) == []
    accept(root)
    replace(root, REPORT, "Monthly report", "Monthly Report")
    accept(root, f"{REPORT}/title", minor="a capital letter")
    assert found(root) == []


def test_a_draft_is_not_held(root: Path) -> None:
    replace(root, REPORT, "Yearly report", "Monthly report")
    replace(root, REPORT, "type: report\n", "type: report\nstatus: draft\n")
    assert found(root) == []


def test_an_embargoed_text_is_held(root: Path) -> None:
    replace(root, REPORT, "Yearly report", "Monthly report")
    replace(root, REPORT, "type: report\n", "type: report\npublish_at: 2030-01-01T09:30\n")
    assert len(found(root)) == 1


def test_a_side_that_is_empty_is_another_rules_concern(root: Path) -> None:
    replace(root, REPORT, "cy: Adroddiad blynyddol", "cy: ''")
    assert found(root) == []
