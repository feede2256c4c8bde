from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import both_languages
from tests.project_folder import BODIES, NOW, found, problems_of, replace, write, write_project

MINUTES = "briefings/2023/minutes.yaml"
SERIES = "briefings/series/programme.yaml"
LATER = "publish_at: 2030-01-01T09:30"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_is_named_after_its_file() -> None:
    assert both_languages.ID == "both-languages"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("  cy: Cofnodion y bwrdd", '  cy: ""', "7:7", "the Welsh is empty"),
        ("  cy: Cofnodion y bwrdd", "  cy:", "7:6", "the Welsh is empty"),
        ("  en: Board minutes", "  en: '   '", "6:7", "the English is empty"),
        ("  cy: Cofnodion y bwrdd\n", "", "5:1", 'the Welsh is missing: there is no "cy:" here'),
        ("  cy: Beth ddywedodd y bwrdd.\n", "", "8:1", 'the Welsh is missing: there is no "cy:" here'),
        (", cy: Cefndir}", "}", "12:5", 'the Welsh is missing: there is no "cy:" here'),
        ("Cyfarfu'r bwrdd. Gweler [yr adroddiad](pub:report).", "", "17:11", "the Welsh is empty"),
    ],
)
def test_reports_a_side_at_its_value_or_at_the_key_of_the_text(
    root: Path, old: str, new: str, place: str, message: str
) -> None:
    replace(root, MINUTES, old, new)
    assert found(root) == [f"{MINUTES}:{place}: error: {message} (both-languages)"]


def test_reports_both_sides_of_an_empty_mapping(root: Path) -> None:
    replace(root, MINUTES, "title:\n  en: Board minutes\n  cy: Cofnodion y bwrdd", "title: {}")
    assert [line.split(" error: ")[0] for line in found(root)] == [f"{MINUTES}:5:1:"] * 2


def test_a_draft_may_leave_a_side_empty_or_out(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", "type: minutes\nstatus: draft")
    replace(root, MINUTES, "  cy: Cofnodion y bwrdd", '  cy: ""')
    replace(root, MINUTES, "  cy: Beth ddywedodd y bwrdd.\n", "")
    assert found(root) == []


def test_a_text_under_embargo_may_not(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", f"type: minutes\n{LATER}")
    replace(root, MINUTES, "  cy: Cofnodion y bwrdd", '  cy: ""')
    assert found(root) == [f"{MINUTES}:8:7: error: the Welsh is empty (both-languages)"]


def test_a_workstream_that_is_a_draft_may_in_a_series_that_is_none(root: Path) -> None:
    replace(root, MINUTES, "workstreams: [one]\n", "")
    replace(root, SERIES, "  - id: one", "  - status: draft\n    id: one")
    replace(root, SERIES, "cy: Ffrwd waith 1", 'cy: ""')
    assert found(root) == []


def test_an_exempted_text_may_leave_one_side_out(root: Path) -> None:
    exemption = "untranslated: [{path: sections/0/body, reason: {en: A letter., cy: Llythyr.}}]\n"
    text = (root / MINUTES).read_text(encoding="utf-8")
    write(root, MINUTES, exemption + text[: text.rindex("      cy: |")])
    assert found(root) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [("cy: bwrdd", 'cy: ""', "2:23"), (", cy: bwrdd", "", "2:1")],
)
def test_a_slug_is_chosen_for_both_languages(root: Path, old: str, new: str, place: str) -> None:
    replace(root, MINUTES, "type: minutes", "type: minutes\nslug: {en: board, cy: bwrdd}")
    replace(root, MINUTES, old, new)
    assert [line.rpartition(": error")[0] for line in found(root)] == [f"{MINUTES}:{place}"]


@pytest.mark.parametrize("key", ["title", "description"])
def test_holds_hand_written_pages_too_which_cannot_be_drafts(root: Path, key: str) -> None:
    text = (root / "docs/cy/about.md").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith(key))
    write(root, "docs/cy/about.md", text.replace(line, f"{key}: ''"))
    (problem,) = problems_of(root, NOW)
    assert (problem.position.line, problem.position.column) == (2 if key == "title" else 3, len(key) + 3)
    assert (problem.message, problem.hint) == ("the Welsh is empty", "Write the Welsh text.")


def test_only_the_home_page_may_be_without_text_and_on_both_sides_only(root: Path) -> None:
    for side, body in BODIES.items():
        replace(root, f"docs/{side}/index.md", body, "")
    assert found(root) == []
    write(root, "docs/en/index.md", (root / "docs/en/index.md").read_text(encoding="utf-8") + "Text.\n")
    assert found(root) == ["docs/cy/index.md:6:1: error: the Welsh is empty (both-languages)"]
