"""What the rules find of the faults that the planter planted, and what they say of the clean entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from bench.parity.entries import Entry
from bench.parity.fault import Fault
from bench.parity.gate import Finding, findings
from cyhoeddi.problems import Level

_NAMES: Final = {"contacts-agree": ("telephones-agree", "emails-agree")}
"""What the rules that were expected under another name came to be called."""
_WEEKDAY: Final = "weekday-wrong"
"""The faults that the rule weekday-right finds; it was expected to be a part of dates-agree."""


class Verdict(Enum):
    """How near the best finding comes to a fault; the first that holds counts."""

    FOUND = "found"
    """An error of a right rule at a right line."""
    ELSEWHERE = "elsewhere"
    """An error, but of another rule or at another line."""
    WARNED = "warned"
    """A warning alone, of a right rule at a right line."""
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Result:
    """A fault, and what became of it."""

    fault: Fault
    verdict: Verdict
    rules: frozenset[str]
    """The right rules that found it at a right line."""
    findings: tuple[Finding, ...]


def measure(faults: Iterable[Fault]) -> list[Result]:
    """Judge what the rules say of each of *faults*."""
    return [_judge(fault) for fault in faults]


def complaints(entries: Iterable[Entry], level: Level) -> list[tuple[Entry, Finding]]:
    """What the rules say at *level* of clean *entries*."""
    return [(entry, found) for entry in entries for found in findings(entry, entry) if found.level is level]


def rate(results: Sequence[Result]) -> float:
    """The share of the faults that were found by a right rule at a right line."""
    return sum(one.verdict is Verdict.FOUND for one in results) / len(results)


def rules_of(fault: Fault) -> tuple[str, ...]:
    """The rules any of which may find *fault*, by the names that they have."""
    named = tuple(name for rule in fault.rules for name in _NAMES.get(rule, (rule,)))
    return ("weekday-right", *named) if fault.name.startswith(_WEEKDAY) else named


def table_by_fault(results: Iterable[Result]) -> str:
    """A Markdown table of what became of the faults of each name, and of all."""
    counts: dict[str, Counter[Verdict]] = {}
    total: Counter[Verdict] = Counter()
    for one in results:
        counts.setdefault(one.fault.name, Counter())[one.verdict] += 1
        total[one.verdict] += 1
    heads = "Fault", "Planted", "Found", "Elsewhere, or by another rule", "Warning only", "Missed", "Found, %"
    rows = [_by_verdict(name, count) for name, count in sorted(counts.items())]
    return _table(heads, (*rows, _by_verdict("**All**", total)))


def table_by_rule(results: Sequence[Result]) -> str:
    """A Markdown table of what each rule found of the faults that it may find; others may find them too."""
    heads = "Rule", "May find", "Found by it", "Found by another right rule", "Not found"
    rules = sorted({rule for one in results for rule in rules_of(one.fault)})
    rows = []
    for rule in rules:
        due = [one for one in results if rule in rules_of(one.fault)]
        own = sum(rule in one.rules for one in due)
        found = sum(one.verdict is Verdict.FOUND for one in due)
        rows.append((rule, len(due), own, found - own, len(due) - found))
    return _table(heads, rows)


def _by_verdict(name: str, count: Counter[Verdict]) -> tuple[object, ...]:
    share = 100 * count[Verdict.FOUND] / max(1, count.total())
    return name, count.total(), *(count[verdict] for verdict in Verdict), f"{share:.1f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def _judge(fault: Fault) -> Result:
    rules = rules_of(fault)
    said = findings(fault.entry, fault.original if "stale" in rules else None)
    right = [one for one in said if one.rule in rules and fault.stands(one.side, one.line)]
    errors = [one for one in right if one.level is Level.ERROR]
    if errors:
        verdict = Verdict.FOUND
    elif any(one.level is Level.ERROR for one in said):
        verdict = Verdict.ELSEWHERE
    else:
        verdict = Verdict.WARNED if right else Verdict.MISSED
    return Result(fault, verdict, frozenset(one.rule for one in errors), tuple(said))
