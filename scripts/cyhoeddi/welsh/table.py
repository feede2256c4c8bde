"""The rules of `rules.yaml` as values, and the same rules as the JSON that `welsh.js` reads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "rules.yaml"


@dataclass(frozen=True, slots=True)
class Ending:
    """Letters at the end of a form that the plain word has not, or has others for."""

    drop: str
    put: str
    leave: int
    """How many letters at least stand before it."""
    also: str | None
    """What else may take its place."""
    raises: bool
    """Whether an e before it may have been an a."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rules; each field is described where its words stand, in rules.yaml."""

    contracted: re.Pattern[str]
    elided: re.Pattern[str]
    initials: Mapping[str, tuple[str, ...]]
    seldom: frozenset[str]
    endings: Mapping[str, Ending]
    settled: Sequence[tuple[re.Pattern[str], str]]
    settled_from: int
    irregular: Mapping[str, tuple[str, ...]]
    """The first words of the families that a form is of."""
    stop: frozenset[str]
    shelves: Mapping[str, str]


@cache
def read_table() -> Table:
    """Give the rules, read once."""
    raw = _raw()
    families: dict[str, list[str]] = {}
    for line in raw["irregular"]:
        first, *_ = forms = line.split()
        for form in forms:
            families.setdefault(form, []).append(first)
    return Table(
        contracted=re.compile(rf"(?<=[aeiouwy])'({_any(raw['contracted'])})$"),
        elided=re.compile(rf"^'|^({_any(raw['elided'])})'(?=[aeiouwy])"),
        initials={
            left: tuple(one.replace("-", "") for one in right.split())
            for left, right in raw["initials"].items()
        },
        seldom=frozenset(raw["seldom"].split()),
        endings={ending.drop: ending for group in raw["endings"] for ending in _endings(group)},
        settled=[(re.compile(old), new.replace("$", "\\")) for old, new in raw["settled"]],
        settled_from=raw["settled_from"],
        irregular={form: tuple(firsts) for form, firsts in families.items()},
        stop=frozenset(raw["stop"].split()),
        shelves={
            initial: shelf.replace("-", "")
            for shelf, group in raw["shelves"].items()
            for initial in group.split()
        },
    )


def render_table() -> str:
    """Give the rules as JSON, with the same keys as rules.yaml, but for what only making the index needs."""
    shipped = {name: rule for name, rule in _raw().items() if name != "seldom"}
    return json.dumps(shipped, ensure_ascii=False, separators=(",", ":"))


@cache
def _raw() -> dict[str, Any]:
    loaded = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return dict(loaded)


def _any(words: str) -> str:
    return "|".join(words.split())


def _endings(group: Mapping[str, Any]) -> list[Ending]:
    """Give the endings that one line of the table names."""
    put, also = group.get("put", ""), group.get("also")
    raises = group.get("raises", False)
    return [Ending(drop, put, group["leave"], also, raises) for drop in group["drop"].split()]
