"""The lines of translations.lock about a few parts are found, whatever order they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.memory.lines import are_in_order, lines, lines_about

LINES = st.lists(st.text("ab/ é", min_size=1, max_size=6), max_size=12)
PARTS = st.lists(st.text("ab/é", min_size=1, max_size=3), max_size=4, unique=True)


@given(told=LINES, parts=PARTS, end=st.sampled_from(["", "\n"]), is_sorted=st.booleans())
def test_lines_about_parts_are_those_that_begin_with_one(
    tmp_path_factory: pytest.TempPathFactory, told: list[str], parts: list[str], end: str, is_sorted: bool
) -> None:
    file = tmp_path_factory.mktemp("lines") / "lock"
    whole = "".join(f"{line}\n" for line in (sorted(told) if is_sorted else told))
    file.write_text(whole.removesuffix("\n") + end if whole else "", encoding="utf-8")
    expected = [line for part in parts for _, line in lines(file) if line.startswith(part)]
    ways = [False, True] if are_in_order(file) else [False]
    for in_order in ways:
        assert [line for _, line in lines_about(file, parts, in_order=in_order)] == expected


def test_lines_in_another_order_are_known(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    for told, is_sorted in (("a\nb\n", True), ("b\na\n", False), ("", True), ("a\na\n", True)):
        file.write_text(told, encoding="utf-8")
        assert are_in_order(file) is is_sorted
