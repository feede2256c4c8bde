"""The planter: repeatable, single, real, and right about where its faults stand."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from random import Random

import pytest

from bench.parity.entries import Entry, load_entries
from bench.parity.fault import Fault, Place
from bench.parity.layout import layout
from bench.parity.plant import EXPECTED, PLANTERS, faults, planted
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language

ENTRIES = load_entries()
BOTH = "weekday-wrong-on-both-sides"


@pytest.fixture(scope="module")
def plantation() -> list[Fault]:
    return planted(ENTRIES, seed="a test")


def first_changed_line(before: str, after: str) -> int:
    lines = zip_longest(before.split("\n"), after.split("\n"))
    return next((n for n, (old, new) in enumerate(lines, start=1) if old != new), 1)


def entry_of(en: str, cy: str, source: Language = Language.EN) -> Entry:
    return Entry("example", "body", en, cy, source)


def fault_of(name: str, entry: Entry, side: Language) -> Fault:
    found = (fault for seed in range(50) for fault in faults(entry, Random(seed)))  # noqa: S311
    return next(fault for fault in found if fault.name == name and fault.side is side)


def test_every_fault_has_its_rules_and_every_rule_its_faults() -> None:
    assert EXPECTED.keys() == PLANTERS.keys()
    assert all(given["rules"] and given["at"] for given in EXPECTED.values())


def test_the_same_seed_plants_the_same_and_another_seed_others() -> None:
    some = ENTRIES[::8]
    once = planted(some, "one", 60)
    assert planted(some, "one", 60) == once
    assert planted(some, "two", 60) != once


def test_a_seed_gives_more_than_three_hundred_different_faults(plantation: list[Fault]) -> None:
    assert len(plantation) >= 300
    assert len({(fault.name, fault.original.id, fault.entry) for fault in plantation}) == len(plantation)


def test_faults_are_spread_over_names_sides_and_entries(plantation: list[Fault]) -> None:
    names = Counter(fault.name for fault in plantation)
    sides = Counter(fault.side for fault in plantation)
    entries = Counter(fault.original.id for fault in plantation)
    assert names.keys() == PLANTERS.keys()
    assert max(names.values()) <= 2 * min(names.values())
    assert abs(sides[Language.EN] - sides[Language.CY]) < len(plantation) / 10
    assert len(entries) > 0.95 * len(ENTRIES)
    assert max(entries.values()) < len(plantation) / 20


def test_a_fault_changes_its_own_side_alone_at_its_own_line(plantation: list[Fault]) -> None:
    for fault in plantation:
        before, after = fault.original.text(fault.side), fault.entry.text(fault.side)
        other = fault.side.other
        assert before != after, fault
        assert (fault.original.text(other) == fault.entry.text(other)) == (fault.name != BOTH), fault
        # Where lines move, the blank one beside the block may be what changes first.
        assert 0 <= fault.line - first_changed_line(before, after) <= 1, fault


def test_a_fault_breaks_nothing_that_the_format_itself_refuses(plantation: list[Fault]) -> None:
    for fault in plantation:
        refusals = [parse(fault.entry.text(side)).refusals for side in Language if fault.entry.markdown]
        assert all(refused == () for refused in refusals), fault


def test_a_fault_shows_at_lines_that_there_are(plantation: list[Fault]) -> None:
    for fault in plantation:
        assert fault.places, fault
        for place in (*fault.places, *fault.run):
            assert 1 <= place.first <= place.last <= max(1, fault.entry.text(place.side).count("\n") + 1) or (
                not fault.entry.text(place.side)
            )


def test_a_fault_of_the_blocks_changes_the_blocks_and_no_other_does(plantation: list[Fault]) -> None:
    moved = {name for name, given in EXPECTED.items() if given["rules"] == ["structure"]}
    for fault in plantation:
        if fault.name == "side-emptied":
            continue
        shapes = [
            [(spot.kind, spot.parent) for spot in layout(entry.text(fault.side), markdown=entry.markdown)]
            for entry in (fault.original, fault.entry)
        ]
        assert (shapes[0] != shapes[1]) == (
            fault.name in moved - {"callout-kind-changed", "column-dropped"}
        ), fault


def test_a_dropped_item_shows_at_its_twin_or_at_the_block_before_the_gap() -> None:
    entry = entry_of("One here.\n\n- two\n- three\n", "Un yma.\n\n- dau\n- tri\n")
    dropped = fault_of("item-dropped", entry, Language.EN)
    gap = fault_of("item-dropped", entry, Language.CY)
    assert Place(Language.CY, dropped.line, dropped.line) in dropped.places
    assert gap.stands(Language.CY, gap.line - 1 if gap.line == 4 else 1)
    assert not gap.stands(Language.EN, gap.line)


def test_a_difference_shows_on_the_side_that_was_not_written_first() -> None:
    en, cy = "There were 240 farms.\n", "Roedd 240 o ffermydd.\n"
    for source in Language:
        for side in Language:
            fault = fault_of("digit-changed", entry_of(en, cy, source), side)
            assert fault.stands(source.other, 1)
            assert not fault.stands(source, 1)


def test_a_clean_cognate_is_never_left_in_the_other_language() -> None:
    cognates = {entry.id for entry in ENTRIES if entry.cognate}
    left = {
        fault.original.id
        for entry in ENTRIES
        if entry.cognate
        for fault in faults(entry, Random(1))  # noqa: S311
        if fault.name.endswith("other-language")
    }
    assert cognates
    assert not left
