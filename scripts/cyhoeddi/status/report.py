"""The overview as a table for a terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cyhoeddi.language import Language
from cyhoeddi.report import counted, one_line
from cyhoeddi.status.items import Item, Kind, Overview, Progress, Visibility

_WIDTHS = (33, 12, 3, 3, 16, 23)
_GAP = "  "
_HEAD = ("", "STATE", "ERR", "WRN", "ON THE SITE", "WAITING")
_KINDS = {Kind.PUBLICATION: "PUBLICATIONS", Kind.SERIES: "SERIES", Kind.PAGE: "PAGES"}
_NAMES = {Language.EN: "English", Language.CY: "Welsh"}


def render_text(overview: Overview) -> str:
    """Give a table of at most 100 columns, in plain letters, and lines that count."""
    lines = []
    for kind, title in _KINDS.items():
        if items := overview.of(kind):
            lines += [_row((title, *_HEAD[1:])), *(line for item in items for line in _rows(item)), ""]
    return "\n".join([*lines, *_sums(overview)]) + "\n"


def render_json(overview: Overview) -> str:
    """Give one object with the keys

    `moment`    when it was so, as 2024-01-31T09:30+00:00, in London
    `items`     for each publication, series and page:
        `kind`              publication, series or page
        `name`              its id, or the name of the page's files
        `files`             its files
        `title`             `en` and `cy`
        `state`             untranslated, stale, problems or complete: the first that is true
        `site`              draft, embargo, public, withdrawn, empty (a series that waits for a publication),
                            unknown (the file cannot be read)
        `publish_at`        the end of its embargo, past or to come, or null
        `source_language`   en or cy, the language that is written first
        `untranslated`      how many texts lack a language
        `stale`             how many changed in one language only
        `unrecorded`        how many complete pairs `cyhoeddi accept` has not recorded
        `waits_for`         `en` and `cy`: how many texts must be written or changed in that language
        `errors`, `warnings`
    `elsewhere` `errors` and `warnings` that belong to none of them
    """
    whole = {
        "moment": overview.moment.isoformat(timespec="minutes"),
        "items": [_plain(item) for item in overview.items],
        "elsewhere": {"errors": overview.errors, "warnings": overview.warnings},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _rows(item: Item) -> Iterator[str]:
    name = one_line(item.name)
    cells = (
        item.progress.value,
        str(item.errors or "-"),
        str(item.warnings or "-"),
        _site(item),
        _waiting(item),
    )
    if len(name) > _WIDTHS[0]:
        # Long names have a line of their own, so that nobody has to guess what was cut off.
        yield name
        name = ""
    yield _row((name, *cells))


def _row(cells: tuple[str, ...]) -> str:
    return _GAP.join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def _site(item: Item) -> str:
    if item.visibility is Visibility.EMBARGO and item.publish_at is not None:
        return item.publish_at.strftime("%Y-%m-%d %H:%M")
    return item.visibility.value


def _waiting(item: Item) -> str:
    english, welsh = (item.tally.waits_for.get(side, 0) for side in Language)
    if english and welsh:
        return f"each for other: {english + welsh}"
    for side, number in ((Language.EN, english), (Language.CY, welsh)):
        if number:
            return f"{_NAMES[side.other]} for {_NAMES[side]}: {number}"
    return "-"


def _sums(overview: Overview) -> Iterator[str]:
    states = Counter(item.progress for item in overview.items)
    yield ", ".join(f"{states[state]} {state.value}" for state in reversed(Progress))
    unrecorded = sum(item.tally.unrecorded for item in overview.items)
    if unrecorded:
        yield f"{counted(unrecorded, 'text')} to record: see that both sides agree, then run cyhoeddi accept"
    if overview.errors or overview.warnings:
        sums = f"{counted(overview.errors, 'error')}, {counted(overview.warnings, 'warning')}"
        yield f"{sums} elsewhere: run cyhoeddi check"


def _plain(item: Item) -> dict[str, Any]:
    tally = item.tally
    return {
        "kind": item.kind.value,
        "name": item.name,
        "files": list(item.files),
        "title": {side.value: item.title[side] for side in Language},
        "state": item.progress.value,
        "site": item.visibility.value,
        "publish_at": item.publish_at.isoformat(timespec="minutes") if item.publish_at else None,
        "source_language": item.source_language.value,
        "untranslated": tally.untranslated,
        "stale": tally.stale,
        "unrecorded": tally.unrecorded,
        "waits_for": {side.value: tally.waits_for.get(side, 0) for side in Language},
        "errors": item.errors,
        "warnings": item.warnings,
    }
