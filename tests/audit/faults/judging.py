"""The audit's rules run over sites with planted faults, and over the clean ones; and who was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from cyhoeddi.audit import documents, validity
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import RULES
from cyhoeddi.audit.target import open_site
from cyhoeddi.problems import Level
from tests.audit.faults.corpus import FAULTS
from tests.audit.faults.planting import Planted, Source, plant_all
from tests.audit.faults.visiting import Errand, errand_for, run_errands
from tests.conftest import PROJECT

FOREIGN = Path(__file__).parent.parent / "foreign"
MODULES = PROJECT / "node_modules"
JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

BY_NAME = {fault.name: fault for fault in FAULTS}

Say = Callable[[str], None]
Found = tuple[str, Finding]
"""The name of a site, and what was found on it."""


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

    The sites with faults are made below *folder*. The foreign site has both languages by turns, and is looked
    at as it is as well; that nothing is found on the sample, tests/site/test_audit.py holds.
    """
    foreign, own = Source("foreign", FOREIGN), Source("sample", sample)
    by_turns = [(fault, ("en", "cy")[number % 2 :][:1]) for number, fault in enumerate(FAULTS)]
    planted = [
        *plant_all(foreign, folder / foreign.name, by_turns),
        *plant_all(own, folder / own.name, [(fault, ("en", "cy")) for fault in FAULTS]),
    ]
    # What looks at one page by itself may meet the clean ones among those with faults.
    clean = [page.address for page in foreign.site.pages if not page.is_redirect]
    with ExitStack() as stack:
        sites = {one.name: stack.enter_context(open_site(str(folder / one.name))) for one in (foreign, own)}
        alone = [*_validity(sites, planted, clean, say), *_browser(sites, planted, clean, say)]
        found = [*_static(sites, say), *_documents(sites, planted, say), *alone]
        spotless = stack.enter_context(open_site(str(FOREIGN)))
        alarms = [*_static({foreign.name: spotless}, say), *_every_document(foreign.name, spotless)]
    alarms += [(name, one) for name, one in alone if name == foreign.name and one.address in clean]
    return Verdict(
        tuple(_judged(planted, found)),
        tuple(
            f"{name} {one.address}: {one.rule}: {one.message} ({one.view})"
            for name, one in alarms
            if one.level in {Level.ERROR, Level.WARNING}
        ),
    )


def _judged(planted: Iterable[Planted], findings: Iterable[Found]) -> Iterator[Judged]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, finding in findings:
        found[name, finding.address[: finding.address.rfind("/") + 1]].add(finding.rule)
    for one in planted:
        rules = found[one.site, one.address] | found[one.site, one.twin]
        yield Judged(one, tuple(sorted(rules)))


def _static(sites: Mapping[str, Site], say: Say) -> Iterator[Found]:
    for name, site in sites.items():
        say(f"{name}: {len(RULES)} rules")
        for check in RULES.values():
            yield from ((name, finding) for finding in check(site))


def _validity(
    sites: Mapping[str, Site], planted: Iterable[Planted], clean: Iterable[str], say: Say
) -> Iterator[Found]:
    asked = {name: [*(clean if name == "foreign" else ())] for name in sites}
    for one in planted:
        if BY_NAME[one.fault].is_of_markup:
            asked[one.site].append(one.address)
    for name, addresses in asked.items():
        say(f"{name}: {len(addresses)} pages by the Nu checker")
        for _, findings in validity.check(sites[name], JAR, addresses):
            yield from ((name, finding) for finding in findings)


def _documents(sites: Mapping[str, Site], planted: Iterable[Planted], say: Say) -> Iterator[Found]:
    asked: dict[str, list[str]] = {name: [] for name in sites}
    for one in planted:
        if BY_NAME[one.fault].in_pdf:
            asked[one.site].append(f"{one.address}own.pdf")
    for name, addresses in asked.items():
        say(f"{name}: {len(addresses)} PDFs")
        for _, findings in documents.check(sites[name], addresses):
            yield from ((name, finding) for finding in findings)


def _every_document(name: str, site: Site) -> Iterator[Found]:
    for _, findings in documents.check(site, documents.documents(site)):
        yield from ((name, finding) for finding in findings)


def _browser(
    sites: Mapping[str, Site], planted: Iterable[Planted], clean: Iterable[str], say: Say
) -> Iterator[Found]:
    errands = [
        *(Errand("foreign", address) for address in clean),
        *(
            errand_for(BY_NAME[one.fault], one.site, one.address)
            for one in planted
            if BY_NAME[one.fault].in_browser
        ),
    ]
    say(f"{len(errands)} pages in the browser")
    hosts = {name: site.host for name, site in sites.items()}
    for errand, findings in run_errands(errands, hosts, MODULES):
        yield from ((errand.site, finding) for finding in findings)
