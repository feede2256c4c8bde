from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.source import Path, parse_source
from cyhoeddi.source.text import UNSEEN
from cyhoeddi.translate.scalar import apply_edits, scalar_edits

FILE = """\
# first
title: {en: A title, cy: Teitl}   # beside
summary:
  en: Some words
  cy: >-  # folded
    Rhai geiriau
    hir iawn

  # about the next
note: {en: "One", cy: }
name: {cy: 'Un'}
reason:
  cy: Am hyn   # why
parts:
  - heading:
      en: "Two"
    body:
      en: |  # accept x: y
        One.

        - Two

      cy: |+
        Un.


  - body:
      cy: |2
          Mewn
        Un.
      en:   # not yet
  - remit: {en: a, cy: "b c"}
last:
  en: >
    One
    more.
"""
PLACES: list[Path] = [
    ("title", "en"),
    ("title", "cy"),
    ("summary", "en"),
    ("summary", "cy"),
    ("note", "en"),
    ("note", "cy"),
    ("name", "en"),
    ("name", "cy"),
    ("reason", "en"),
    ("reason", "cy"),
    ("parts", 0, "heading", "cy"),
    ("parts", 0, "heading", "en"),
    ("parts", 0, "body", "en"),
    ("parts", 0, "body", "cy"),
    ("parts", 1, "body", "en"),
    ("parts", 1, "body", "cy"),
    ("parts", 2, "remit", "cy"),
    ("last", "cy"),
    ("last", "en"),
]


def changed(content: str, values: dict[Path, str]) -> str:
    return apply_edits(content, list(scalar_edits(content, values)))


def data_of(content: str) -> dict[str, Any]:
    source, problems = parse_source(content.encode(), "a.yaml")
    assert problems == ()
    assert source is not None
    return deepcopy(source.data)


def with_value(data: dict[str, Any], path: Path, value: str) -> dict[str, Any]:
    parent: Any = data
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    return data


VALUES = [
    "Geiriau newydd",
    "Dau: un",
    "no",
    "2024-01-01",
    "# dim",
    'it\'s "so"',
    "a, b} [c",
    "- a",
    "back\\slash",
    "Un.\n\nDau.\n\n- Tri\n  pedwar\n",
    "Un.\nDau.",
    "One ending\n",
    "x" * 200 + " " + "long words " * 20 + "end",
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("path", PLACES, ids=lambda path: "/".join(map(str, path)))
def test_only_the_value_changes(path: Path, value: str, newline: str) -> None:
    for content in (FILE, FILE.rstrip("\n")):
        content = content.replace("\n", newline)
        new = changed(content, {path: value})
        assert data_of(new) == with_value(data_of(content), path, value)
        for comment in (
            "# first",
            "# beside",
            "# folded",
            "# about the next",
            "# accept x: y",
            "# why",
            "# not yet",
        ):
            assert new.count(comment) == 1
        assert new.count("\r\n") == (new.count("\n") if newline == "\r\n" else 0)


@pytest.mark.parametrize("path", PLACES, ids=lambda path: "/".join(map(str, path)))
def test_no_line_but_its_own_changes(path: Path) -> None:
    new = changed(FILE, {path: "Geiriau newydd"})
    (edit,) = scalar_edits(FILE, {path: "Geiriau newydd"})
    assert new.startswith(FILE[: edit.start])
    assert new.endswith(FILE[edit.end :])
    assert FILE[edit.start : edit.end].count("\n") <= 4


def test_all_values_can_change_at_once() -> None:
    values = {path: f"Geiriau {number}" for number, path in enumerate(PLACES)}
    expected = data_of(FILE)
    for path, value in values.items():
        with_value(expected, path, value)
    assert data_of(changed(FILE, values)) == expected


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("t: {en: A}\n", "B", "t: {en: A, cy: B}\n"),
        ("t: {cy: B}\n", "A", "t: {en: A, cy: B}\n"),
        ("t:\n  en: 'A' # a\nu: 1\n", "B's", "t:\n  en: 'A' # a\n  cy: 'B''s'\nu: 1\n"),
        ("t:\n  cy: B\n", "A", "t:\n  en: A\n  cy: B\n"),
        ('t:\n  en: "A"', "B", 't:\n  en: "A"\n  cy: "B"'),
        (
            "t:\n  en: |\n    A\n\n\nu: 1\n",
            "B\n\nC\n",
            "t:\n  en: |\n    A\n  cy: |\n    B\n\n    C\n\n\nu: 1\n",
        ),
        ("t:\n  en: A\n  cy:\nu: 1\n", "B", "t:\n  en: A\n  cy: B\nu: 1\n"),
        (
            't:\n  en: A\n  cy: ""  # soon\nu: 1\n',
            "B\n\nC\n",
            "t:\n  en: A\n  cy: |  # soon\n    B\n\n    C\nu: 1\n",
        ),
    ],
)
def test_a_new_side_is_written_as_the_other(before: str, value: str, after: str) -> None:
    path: Path = ("t", "cy") if "en:" in before else ("t", "en")
    assert changed(before, {path: value}) == after


LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20).filter(
        lambda line: not UNSEEN.search(line)
    ),
    min_size=1,
    max_size=4,
)


@given(
    st.sampled_from(PLACES), LINES.map(lambda lines: "\n".join(line.strip() for line in lines).strip("\n"))
)
def test_any_value_reads_back(path: Path, value: str) -> None:
    if value:
        assert data_of(changed(FILE, {path: value})) == with_value(data_of(FILE), path, value)
