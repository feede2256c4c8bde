"""The audit's rules run over sites with planted faults, and over the clean ones; and who was found."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from cyhoeddi.audit import documents, validity
from cyhoeddi.audit.browser.look import look
from cyhoeddi.audit.browser.views import VIEWS, View
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import RULES
from cyhoeddi.audit.target import open_site
from cyhoeddi.problems import Level
from tests.audit.faults.corpus import FAULTS
from tests.audit.faults.fault import Fault
from tests.audit.faults.planting import Planted, Source, plant_all
from tests.conftest import PROJECT

FOREIGN = Path(__file__).parent.parent / "foreign"
MODULES = PROJECT / "node_modules"
JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

BY_NAME = {fault.name: fault for fault in FAULTS}

Say = Callable[[str], None]


@dataclass(frozen=True)
class Judged:
    """A planted fault, and every rule that found something on its page, its twin or its files."""

    planted: Planted
    rules: tuple[str, ...]

    @property
    def is_found(self) -> bool:
        """Whether a right rule is among them."""
        right = BY_NAME[self.planted.fault].rules
        return any(fnmatchcase(rule, pattern) for rule in self.rules for pattern in right)


@dataclass(frozen=True)
class Verdict:
    """What came of it all."""

    judged: tuple[Judged, ...]
    false_alarms: tuple[str, ...]
    """What was found on clean pages: address, rule and message of each."""


def judge(sample: Path, folder: Path, say: Say) -> Verdict:
    """Plant every fault twice in the site *sample* and once in the foreign one, and look for them.

    The sites with faults are made below *folder*. The foreign site has both languages by turns.
    """
    foreign = [(fault, ("en", "cy")[number % 2 :][:1]) for number, fault in enumerate(FAULTS)]
    judged, alarms = _judge_site(Source("foreign", FOREIGN), folder, foreign, say)
    both = [(fault, ("en", "cy")) for fault in FAULTS]
    more_judged, more_alarms = _judge_site(Source("sample", sample), folder, both, say)
    return Verdict((*judged, *more_judged), (*alarms, *more_alarms))


def _judge_site(
    source: Source, folder: Path, wanted: Iterable[tuple[Fault, Sequence[str]]], say: Say
) -> tuple[list[Judged], list[str]]:
    planted = plant_all(source, folder / source.name, wanted)
    with open_site(str(folder / source.name)) as site:
        judged = _judged(planted, _findings_of(site, planted, say))
    with open_site(str(source.folder)) as site:
        alarms = [
            f"{source.name} {one.address}: {one.rule}: {one.message} ({one.view})"
            for one in _findings_of_clean(site, planted, say)
            if one.level in {Level.ERROR, Level.WARNING}
        ]
    return judged, alarms


def _judged(planted: Iterable[Planted], findings: Iterable[Finding]) -> list[Judged]:
    found: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        found[finding.address[: finding.address.rfind("/") + 1]].add(finding.rule)
    return [Judged(one, tuple(sorted(found[one.address] | found[one.twin]))) for one in planted]


def _findings_of(site: Site, planted: Sequence[Planted], say: Say) -> Iterator[Finding]:
    """Yield what each part finds; the costly ones look only where a fault of theirs is."""
    faults = {one.address: BY_NAME[one.fault] for one in planted}
    yield from _static(site, say)
    yield from _validity(site, [address for address, fault in faults.items() if fault.is_of_markup], say)
    yield from _documents(
        site, [f"{address}own.pdf" for address, fault in faults.items() if fault.in_pdf], say
    )
    for width in sorted({view.width for view in VIEWS}):
        views = [view for view in VIEWS if view.width == width]
        there = [one for one, fault in faults.items() if fault.in_browser and fault.width == width]
        yield from _browser(site, there, views, say)


def _findings_of_clean(site: Site, planted: Sequence[Planted], say: Say) -> Iterator[Finding]:
    """Yield what any part finds on the whole of a clean site, or in a browser where faults were planted."""
    yield from _static(site, say)
    yield from _validity(site, sorted({one.original for one in planted}), say)
    yield from _documents(site, documents.documents(site), say)
    seen = {one.original for one in planted if BY_NAME[one.fault].in_browser}
    yield from _browser(site, sorted(seen), VIEWS, say)


def _static(site: Site, say: Say) -> Iterator[Finding]:
    for rule, check in RULES.items():
        say(rule)
        yield from check(site)


def _validity(site: Site, addresses: Iterable[str], say: Say) -> Iterator[Finding]:
    say("validity")
    for _, findings in validity.check(site, JAR, addresses):
        yield from findings


def _documents(site: Site, addresses: Iterable[str], say: Say) -> Iterator[Finding]:
    say("documents")
    for _, findings in documents.check(site, addresses):
        yield from findings


def _browser(site: Site, addresses: Iterable[str], views: Sequence[View], say: Say) -> Iterator[Finding]:
    pages = [site.by_address[address] for address in addresses]
    jobs = os.cpu_count() or 1
    say(f"browser, {len(pages)} pages")
    for _, findings in look(site, pages, jobs=jobs, modules=MODULES, views=views):
        yield from findings
