from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import exemptions
from tests.project_folder import found, replace, write_project

REPORT = "briefings/report.yaml"
REASON = "reason: {en: A letter from others., cy: Llythyr gan eraill.}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def exempt(root: Path, path: str) -> None:
    replace(root, REPORT, "type: report", f"type: report\nuntranslated:\n  - path: {path}\n    {REASON}")


def test_is_named_after_its_file() -> None:
    assert exemptions.ID == "exemptions"


@pytest.mark.parametrize("sides", ["{en: data.csv}", '{en: data.csv, cy: ""}', "{cy: data.csv}"])
def test_a_file_of_a_third_party_may_be_there_in_one_language(root: Path, sides: str) -> None:
    replace(root, REPORT, "file: data.csv", f"file: {sides}")
    exempt(root, "attachments/0/file")
    assert found(root) == []


@pytest.mark.parametrize(
    ("sides", "place", "message"),
    [
        ("{en: data.csv}", "7:5", 'the file has no "cy:" side'),
        ("{cy: data.csv}", "7:5", 'the file has no "en:" side'),
        ('{en: data.csv, cy: ""}', "7:30", 'the file has no "cy:" side'),
        ('""', "7:11", "no file is named"),
        ("{}", "7:11", "no file is named"),
        ('{en: "", cy: ""}', "7:11", "no file is named"),
    ],
)
def test_a_file_of_ours_is_there_in_both(root: Path, sides: str, place: str, message: str) -> None:
    replace(root, REPORT, "file: data.csv", f"file: {sides}")
    assert found(root) == [f"{REPORT}:{place}: error: {message} (exemptions)"]


def test_a_draft_may_lack_a_side(root: Path) -> None:
    replace(root, "briefings/2023/minutes.yaml", " See [the report](pub:report).", "")
    replace(root, "briefings/2023/minutes.yaml", " Gweler [yr adroddiad](pub:report).", "")
    replace(root, REPORT, "file: data.csv", "file: {en: data.csv}")
    replace(root, REPORT, "type: report", "type: report\nstatus: draft")
    assert found(root) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("attachments/7/file", '"attachments/7/file" is not a text or file of this publication'),
        ("attachments/x/file", '"attachments/x/file" is not a text or file of this publication'),
        ("attachments", '"attachments" is not a text or file of this publication'),
        ("attachments/0", '"attachments/0" is not a text or file of this publication'),
        ("type", '"type" is not a text or file of this publication'),
        ("attachments/0/file", "what is exempted here has both its languages"),
        ("attachments/0/title", "what is exempted here has both its languages"),
        ("title", '"title" cannot be exempted'),
        ("summary", '"summary" cannot be exempted'),
    ],
)
def test_an_exemption_without_use_is_refused_at_its_path(root: Path, path: str, message: str) -> None:
    exempt(root, path)
    assert found(root) == [f"{REPORT}:3:11: error: {message} (exemptions)"]


def test_a_text_with_neither_language_is_no_exemption(root: Path) -> None:
    replace(root, REPORT, "title: {en: Data, cy: Data}", 'title: {en: "", cy: ""}')
    exempt(root, "attachments/0/title")
    assert found(root) == [
        f"{REPORT}:3:11: error: what is exempted here has neither language (exemptions)",
    ]


def test_the_reason_is_there_in_both_languages(root: Path) -> None:
    replace(root, REPORT, "file: data.csv", "file: {en: data.csv}")
    exempt(root, "attachments/0/file")
    replace(root, REPORT, ", cy: Llythyr gan eraill.", "")
    assert found(root) == [
        f'{REPORT}:4:5: error: the Welsh is missing: there is no "cy:" here (both-languages)',
    ]
