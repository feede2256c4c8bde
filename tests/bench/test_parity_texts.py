"""The clean texts: held to the format and to the calendar, by means that know nothing of the parity rules."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from bench.parity.entries import Entry, load_entries
from bench.parity.figures import figures
from bench.parity.layout import layout, prose
from bench.parity.vocabulary import MONTHS, WEEKDAYS, place_in
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language

ENTRIES = load_entries()
BODIES = [entry for entry in ENTRIES if entry.markdown]


def named(entry: Entry) -> str:
    return entry.id


def test_there_are_many_of_every_kind_with_names_of_their_own() -> None:
    kinds = Counter(entry.kind for entry in ENTRIES)
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert kinds["body"] >= 50
    assert all(kinds[kind] >= 4 for kind in ("title", "summary", "heading", "caption", "attachment"))


def test_a_third_or_so_were_written_first_in_welsh() -> None:
    welsh = sum(entry.source_language is Language.CY for entry in ENTRIES)
    assert 0.25 < welsh / len(ENTRIES) < 0.5


@pytest.mark.parametrize("side", Language)
@pytest.mark.parametrize("entry", BODIES, ids=named)
def test_nothing_in_a_clean_body_is_refused(entry: Entry, side: Language) -> None:
    assert parse(entry.text(side)).refusals == ()


@pytest.mark.parametrize("entry", BODIES, ids=named)
def test_both_sides_of_a_clean_body_have_the_same_blocks(entry: Entry) -> None:
    shapes = [
        [(spot.kind, spot.parent) for spot in layout(entry.text(side), markdown=True)] for side in Language
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_both_sides_have_as_many_figures_of_each_kind(entry: Entry) -> None:
    kinds = [
        Counter(figure.kind for figure in figures(prose(entry.text(side), markdown=entry.markdown), side))
        for side in Language
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("side", Language)
def test_every_day_of_the_week_is_that_of_its_date(side: Language) -> None:
    dates = [
        figure
        for entry in ENTRIES
        for figure in figures(prose(entry.text(side), markdown=entry.markdown), side)
        if figure.part("weekday") and figure.part("year")
    ]
    assert len(dates) > 15
    for figure in dates:
        month = place_in(MONTHS[side], figure.part("month") or "")[1] + 1
        day = datetime.date(int(figure.part("year") or 0), month, int(figure.part("day") or 0))
        assert day.weekday() == place_in(WEEKDAYS[side], figure.part("weekday") or "")[1], figure.text
