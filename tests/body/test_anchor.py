"""Ids made from words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.body.anchor import anchor, unique


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Môr a'r mynydd", "mor-ar-mynydd"),
        ("Rhan 2: Ŵyn ac ŷd", "rhan-2-wyn-ac-yd"),
        ("What’s next?", "whats-next"),
        ("—", "section"),
    ],
)
def test_an_anchor_folds_accents_and_joins_words(text: str, expected: str) -> None:
    assert anchor(text) == expected


@given(st.text())
def test_an_anchor_is_always_a_plain_id(text: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", anchor(text))


@given(st.lists(st.sampled_from(["a", "a-2", "b", "a-3"])))
def test_unique_names_differ(names: list[str]) -> None:
    given_names = list(unique(names))
    assert len(set(given_names)) == len(names)
