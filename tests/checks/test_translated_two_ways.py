from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cyhoeddi.checked import look_at_texts
from cyhoeddi.checks import translated_two_ways
from cyhoeddi.project import read_project

SECTION = """
  - heading: {{en: {en}, cy: {cy}}}
    body: {{en: One., cy: Un.}}
"""


def said(root: Path, *headings: tuple[str, str], source: str = "en") -> list[str]:
    folder = root / "briefings"
    folder.mkdir(exist_ok=True)
    sections = "".join(SECTION.format(en=en, cy=cy) for en, cy in headings)
    (folder / "one.yaml").write_text(f"source_language: {source}\nsections:{sections}", encoding="utf-8")
    project = read_project(root, datetime(2024, 1, 1, tzinfo=UTC))
    told = look_at_texts(project, jobs=1).told[translated_two_ways.ID]
    found = translated_two_ways.check(project, told)
    return [f"{one.level} {one.position.line}:{one.position.column} {one.message}" for one in found]


def test_is_named_after_its_file() -> None:
    assert translated_two_ways.ID == "translated-two-ways"


@pytest.mark.parametrize(
    "headings",
    [
        [("Background", "Cefndir"), ("Background", "Cefndir")],
        [("Background", "Cefndir"), ("background:", "cefndir")],
        [("Background", "Cefndir"), ("Next steps", "Y camau nesaf")],
    ],
)
def test_passes(tmp_path: Path, headings: list[tuple[str, str]]) -> None:
    assert said(tmp_path, *headings) == []


def test_reports_the_rarer_translation_and_names_the_other(tmp_path: Path) -> None:
    headings = [("Background", "Y cefndir"), ("Background", "Cefndir"), ("Background", "Cefndir")]
    where = "at briefings/one.yaml:6:35"
    assert said(tmp_path, *headings) == [
        f'warning 3:35 "background" is "Y cefndir" here, and "Cefndir" {where}'
    ]


def test_welsh_first_compares_the_english(tmp_path: Path) -> None:
    headings = [("Background", "Cefndir"), ("Context", "Cefndir")]
    (line,) = said(tmp_path, *headings, source="cy")
    assert line.startswith('warning 6:19 "cefndir" is "Context" here, and "Background" at ')
