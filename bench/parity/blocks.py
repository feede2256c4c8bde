"""Faults of structure: whole blocks dropped, added, or moved deeper on one side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from bench.parity.entries import Entry
from bench.parity.fault import Change, How, Planter, Planters
from bench.parity.layout import Spot, layout
from bench.parity.vocabulary import WORDS, sentence
from cyhoeddi.body.blocks import OrderedList
from cyhoeddi.language import Language

_MARKER = re.compile(r"( *)(?:(\d+)\.|[-*]) ")
_INDENT = "    "
_FOOTNOTE = re.compile(r"\[\^\w+\]")


def _drop(kind: str, *, top: bool = False) -> Planter:
    """Drop a block of *kind* with all that is in it, where others stay; *top* spares those within others."""

    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
        lines = text.split("\n")
        choices = [
            index
            for index, spot in enumerate(spots)
            if spot.kind == kind and not (top and spot.parent >= 0) and _may_go(lines, spots, spot)
        ]
        if not choices:
            return None
        index = random.choice(choices)
        spot = spots[index]
        later = [s for s in spots if s.parent == spot.parent and s.first > spot.first]
        if spot.parent >= 0 and isinstance(spots[spot.parent].node, OrderedList):
            for item in later:
                lines[item.first - 1] = _counted(lines[item.first - 1], -1)
        end = spot.last
        # The gap goes with the block, but for the one that parts a list or table from what follows it.
        while (later or spot.parent < 0) and end < len(lines) and not lines[end].strip():
            end += 1
        del lines[spot.first - 1 : end]
        return Change("\n".join(lines), spot.first, (index,), How.DROPPED)

    return plant


def _may_go(lines: Sequence[str], spots: Sequence[Spot], spot: Spot) -> bool:
    own = "\n".join(lines[spot.first - 1 : spot.last])
    fellows = [s for s in spots if s.parent == spot.parent and (s.kind == spot.kind or spot.parent < 0)]
    # A mark without its note is refused by the format; a picture is a fault of its own.
    return len(fellows) > 1 and not _FOOTNOTE.search(own) and "![" not in own


def _counted(line: str, step: int) -> str:
    return re.sub(r"\d+", lambda number: str(int(number.group()) + step), line, count=1)


def _add(kind: str) -> Planter:
    """Add a block of *kind* after one that stands at the top of the text."""

    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        spots = layout(entry.text(side), markdown=entry.markdown)
        choices = [
            index
            for index, spot in enumerate(spots)
            if spot.parent < 0 and spot.kind not in ("plain", "footnote", "abbreviation")
        ]
        if not choices:
            return None
        index = random.choice(choices)
        words = sentence(side, random)
        new = {
            "paragraph": [words],
            "callout": ["!!! note", _INDENT + words],
            "image": [f"![{WORDS['pictures'][side]}](meeting.jpg)"],
        }[kind]
        return _with_lines(entry.text(side), spots[index].last, ["", *new], index)

    return plant


def _with_lines(text: str, after: int, new: Sequence[str], index: int) -> Change:
    lines = text.split("\n")
    lines[after:after] = new
    gap = not new[0]
    return Change("\n".join(lines), after + 1 + gap, (index,), How.ADDED, added=len(new) - gap)


def _drop_image(entry: Entry, side: Language, random: Random) -> Change | None:
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    lines = text.split("\n")
    choices = [
        n for n, s in enumerate(spots) if s.kind == "paragraph" and lines[s.first - 1].startswith("![")
    ]
    if not choices:
        return None
    index = random.choice(choices)
    del lines[spots[index].first - 1 : spots[index].last + 1]
    return Change("\n".join(lines), spots[index].first, (index,), How.DROPPED)


def _add_item(entry: Entry, side: Language, random: Random) -> Change | None:
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    lines = text.split("\n")
    items = [n for n, s in enumerate(spots) if s.kind == "listitem"]
    # Within a numbered list only the end is free.
    choices = [n for n in items if lines[spots[n].first - 1].lstrip()[0] in "-*" or not _later(spots, n)]
    if not choices:
        return None
    index = random.choice(choices)
    marker = _MARKER.match(lines[spots[index].first - 1])
    words = random.choice(WORDS["items"][side])
    number = f"{int(marker[2]) + 1}." if marker and marker[2] else "-"
    new = f"{marker[1] if marker else ''}{number} {words}"
    around = spots[spots[index].parent].node
    loose = isinstance(around, OrderedList) and around.loose
    return _with_lines(text, spots[index].last, ["", new] if loose else [new], index)


def _later(spots: Sequence[Spot], index: int) -> bool:
    return any(s.parent == spots[index].parent for s in spots[index + 1 :])


def _nest_item(entry: Entry, side: Language, random: Random) -> Change | None:
    """Move an item under the one before it, or the last of an inner list out of it."""
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    lines = text.split("\n")
    choices: list[tuple[int, int]] = []
    for index, spot in enumerate(spots):
        if spot.kind != "listitem" or lines[spot.first - 1].lstrip()[0] not in "-*":
            continue
        if any(s.parent == spot.parent for s in spots[:index]):
            choices.append((index, 1))
        elif spots[spots[spot.parent].parent].kind == "listitem" and not _later(spots, index):
            choices.append((index, -1))
    if not choices:
        return None
    index, way = random.choice(choices)
    spot = spots[index]
    for place in range(spot.first - 1, spot.last):
        lines[place] = _INDENT + lines[place] if way > 0 else lines[place].removeprefix(_INDENT)
    before = [n for n in range(index) if spots[n].parent == spot.parent]
    return Change("\n".join(lines), spot.first, (index, *before[-1:], *_above(spots, index)))


def _above(spots: Sequence[Spot], index: int) -> list[int]:
    """The list around an item, and the item around that."""
    around = spots[index].parent
    outer = spots[around].parent
    return [around, *([outer] if outer >= 0 else [])]


def _add_row(entry: Entry, side: Language, random: Random) -> Change | None:
    """Say a row twice."""
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    rows = [n for n, s in enumerate(spots) if s.kind == "row"]
    if not rows:
        return None
    index = random.choice(rows)
    return _with_lines(text, spots[index].last, [text.split("\n")[spots[index].first - 1]], index)


def _drop_column(entry: Entry, side: Language, random: Random) -> Change | None:
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    tables = [n for n, s in enumerate(spots) if s.kind == "table"]
    if not tables:
        return None
    index = random.choice(tables)
    lines = text.split("\n")
    for place in range(spots[index].first - 1, spots[index].last):
        if lines[place].startswith("|"):
            lines[place] = "|".join(lines[place].split("|")[:-2]) + "|"
    header = next(n for n, s in enumerate(spots) if s.kind == "header" and s.parent == index)
    return Change("\n".join(lines), spots[header].first, (header, index))


def _change_kind(entry: Entry, side: Language, random: Random) -> Change | None:
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    choices = [n for n, s in enumerate(spots) if s.kind == "callout"]
    if not choices:
        return None
    index = random.choice(choices)
    lines = text.split("\n")
    place = spots[index].first - 1
    old, new = ("note", "warning") if "!!! note" in lines[place] else ("warning", "note")
    lines[place] = lines[place].replace(f"!!! {old}", f"!!! {new}")
    return Change("\n".join(lines), spots[index].first, (index,))


def _drop_footnote(entry: Entry, side: Language, random: Random) -> Change | None:
    """Drop the mark and its note."""
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    notes = [n for n, s in enumerate(spots) if s.kind == "footnote"]
    if not notes:
        return None
    note = random.choice(notes)
    lines = text.split("\n")
    mark = _FOOTNOTE.match(lines[spots[note].first - 1])
    if not mark:
        return None
    del lines[spots[note].first - 1 : spots[note].last]
    line = next(n for n, words in enumerate(lines) if mark.group() in words)
    lines[line] = lines[line].replace(mark.group(), "")
    block = max(n for n, s in enumerate(spots) if s.first <= line + 1 <= s.last)
    return Change("\n".join(lines).rstrip("\n") + "\n", line + 1, (block, note), How.ALTERED)


def _add_footnote(entry: Entry, side: Language, random: Random) -> Change | None:
    text, spots = entry.text(side), layout(entry.text(side), markdown=entry.markdown)
    lines = text.split("\n")
    choices = [n for n, s in enumerate(spots) if s.kind == "paragraph" and lines[s.last - 1].endswith(".")]
    if not choices:
        return None
    index = random.choice(choices)
    place = spots[index].last - 1
    lines[place] += "[^more]"
    changed = "\n".join(lines).rstrip("\n") + f"\n\n[^more]: {sentence(side, random)}\n"
    return Change(changed, place + 1, (index,))


def _empty(entry: Entry, side: Language, _: Random) -> Change | None:
    return Change("", 1, tuple(range(len(layout(entry.text(side), markdown=entry.markdown)))))


PLANTERS: Planters = {
    "side-emptied": _empty,
    "paragraph-dropped": _drop("paragraph", top=True),
    "paragraph-added": _add("paragraph"),
    "item-dropped": _drop("listitem"),
    "item-added": _add_item,
    "item-nesting-changed": _nest_item,
    "row-dropped": _drop("row"),
    "row-added": _add_row,
    "column-dropped": _drop_column,
    "callout-dropped": _drop("callout", top=True),
    "callout-added": _add("callout"),
    "callout-kind-changed": _change_kind,
    "image-dropped": _drop_image,
    "image-added": _add("image"),
    "footnote-dropped": _drop_footnote,
    "footnote-added": _add_footnote,
}
