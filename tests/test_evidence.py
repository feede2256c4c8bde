"""The evidence beside the site: what was checked, with which words, and when both languages went live."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi import assemble, pipeline
from cyhoeddi.checks import ACCEPTABLE
from cyhoeddi.clock import read_clock
from tests import project_folder as folder
from tests.one_page import build_one_page
from tests.remembered import accept

MINUTES = "briefings/2023/minutes.yaml"
REPORT = "briefings/report.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project whose engine makes one page, so that a build takes no time."""

    monkeypatch.setattr(assemble, "build_site", build_one_page)
    return folder.write_project(tmp_path)


def build(root: Path, now: str = folder.NOW, *, preview: bool = False) -> pipeline.Outcome:
    return pipeline.build(root, now=read_clock(now), say=print, preview=preview, skip=("pdf", "search"))


def evidence(root: Path, now: str = folder.NOW) -> dict[str, Any]:
    """Build the site and give the evidence for each publication by its id."""
    outcome = build(root, now)
    assert outcome.folder is not None, outcome.problems
    whole = json.loads((root / "evidence.json").read_text(encoding="utf-8"))
    assert whole["version"] == 1
    return {one["id"]: one for one in whole["publications"]}


def test_each_public_publication_has_its_addresses_and_what_it_passed(root: Path) -> None:
    found = evidence(root)
    assert list(found) == ["minutes", "report"]
    minutes = found["minutes"]
    assert minutes["file"] == MINUTES
    assert minutes["addresses"] == {"en": "/en/board-minutes/", "cy": "/cy/cofnodion-y-bwrdd/"}
    assert minutes["passed"] == sorted(ACCEPTABLE)
    assert (minutes["warnings"], minutes["accepted"], minutes["exemptions"]) == ({}, [], [])


def test_the_hashes_can_be_made_again_from_the_words(root: Path) -> None:
    said = [["title", "Yearly report"], ["summary", "The year in figures."], ["attachments/0/title", "Data"]]
    words = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    side = evidence(root)["report"]["sides"]["en"]
    assert side["hash"] == sha256(words).hexdigest()
    data = (root / "briefings/files/report/data.csv").read_bytes()
    assert side["files"] == {"data.csv": sha256(data).hexdigest()}


def test_a_change_of_one_side_changes_its_hash_alone(root: Path) -> None:
    before = evidence(root)
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", "cy: Yr hyn a ddywedodd y bwrdd.")
    after = evidence(root)
    assert before["minutes"]["sides"]["cy"] != after["minutes"]["sides"]["cy"]
    assert before["minutes"]["sides"]["en"] == after["minutes"]["sides"]["en"]
    assert before["report"] == after["report"]


def test_both_languages_went_live_when_the_embargo_ended_or_on_the_day_of_publication(root: Path) -> None:
    folder.replace(root, REPORT, "type: report", "type: report\npublish_at: 2024-01-10T09:30")
    found = evidence(root)
    assert found["report"]["live"] == "2024-01-10T09:30+00:00"
    assert found["minutes"]["live"] == "2023-11-14"


def test_the_same_input_gives_the_same_bytes_at_any_later_moment(root: Path) -> None:
    evidence(root)
    first = (root / "evidence.json").read_bytes()
    evidence(root, "2025-01-01T00:00")
    assert (root / "evidence.json").read_bytes() == first


def test_nothing_unpublished_leaves_a_trace(root: Path) -> None:
    evidence(root)
    without = (root / "evidence.json").read_bytes()
    for line, name in (("status: draft", "draft"), ("publish_at: 2030-01-01T09:30", "later")):
        text = folder.MINUTES.replace("Board minutes", "Secret").replace("Cofnodion", "Cyfrinach")
        folder.write(root, f"briefings/{name}.yaml", f"{line}\n{text}")
    evidence(root)
    assert (root / "evidence.json").read_bytes() == without


def test_what_was_accepted_and_exempted_is_there_with_its_reason(root: Path) -> None:
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", "cy: Beth ddywedodd y bwrdd mewn 3 gair.")
    folder.replace(root, MINUTES, "\nsummary:\n", "\nsummary:  # accept numbers-agree: counts words\n")
    folder.replace(root, REPORT, "file: data.csv", 'file: {en: data.csv, cy: ""}')
    exemption = "untranslated:\n  - path: attachments/0/file\n    reason: {en: Theirs., cy: Eu gwaith nhw.}\n"
    folder.write(root, REPORT, (root / REPORT).read_text(encoding="utf-8") + exemption)
    found = evidence(root)
    assert found["minutes"]["accepted"] == [{"rule": "numbers-agree", "line": 8, "reason": "counts words"}]
    assert "numbers-agree" not in found["minutes"]["passed"]
    assert found["report"]["exemptions"] == [
        {"path": "attachments/0/file", "reason": {"en": "Theirs.", "cy": "Eu gwaith nhw."}}
    ]
    assert found["report"]["sides"]["cy"]["files"] == {}


def test_a_small_change_that_need_not_be_followed_is_there_with_its_reason(root: Path) -> None:
    accept(root)
    folder.replace(root, MINUTES, "en: What the board said.", "en: What the Board said.")
    accept(root, MINUTES, minor="a capital")
    minutes = evidence(root)["minutes"]
    assert minutes["accepted"] == [{"rule": "stale", "text": "summary", "reason": "a capital"}]
    assert minutes["texts"] == {"number": 4, "recorded": 4}


def test_a_warning_is_told_in_place_of_a_rule_that_passed(root: Path) -> None:
    folder.replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", "cy: Beth ddywedodd y bwrdd")
    minutes = evidence(root)["minutes"]
    assert minutes["warnings"] == {"end-punctuation": 1}
    assert "end-punctuation" not in minutes["passed"]


def test_neither_a_preview_nor_a_build_that_fails_touches_it(root: Path) -> None:
    assert build(root, preview=True).folder is not None
    assert not (root / "evidence.json").exists()
    evidence(root)
    before = (root / "evidence.json").read_bytes()
    folder.replace(root, REPORT, "file: data.csv", "file: dada.csv")
    assert build(root).folder is None
    assert (root / "evidence.json").read_bytes() == before


def test_it_stands_beside_the_site_and_not_in_it(root: Path) -> None:
    evidence(root)
    assert not list((root / "site").rglob("evidence*"))
