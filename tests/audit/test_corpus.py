"""Every planted fault is found by the right rule, wherever it stands; nothing is found on clean pages."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.audit.faults.corpus import FAULTS
from tests.audit.faults.fault import Fault
from tests.audit.faults.judging import Verdict, judge
from tests.audit.faults.visiting import STEPS
from tests.site.built import Site
from tests.site.conftest import site  # noqa: F401 (a fixture)


@pytest.fixture(scope="session")
def verdict(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Verdict:  # noqa: F811 (the fixture)
    """All faults planted and judged, once, whatever the number of processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    kept = shared / "faults.pickle"
    with (shared / "faults.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(judge(site.folder, shared / "faults", lambda _: None)))
    loaded = pickle.loads(kept.read_bytes())  # noqa: S301 (our own, of a minute ago)
    assert isinstance(loaded, Verdict)
    return loaded


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_on_every_page_that_has_it(fault: Fault, verdict: Verdict) -> None:
    judged = [one for one in verdict.judged if one.planted.fault == fault.name]
    missed = [
        f"{one.planted.site} {one.planted.original} (others said: {', '.join(one.rules) or 'nothing'})"
        for one in judged
        if not one.is_found
    ]
    assert not missed, f"{' or '.join(fault.rules)} should have found it on " + "; ".join(missed)


def test_every_fault_stands_on_three_pages_of_which_one_is_foreign(verdict: Verdict) -> None:
    for fault in FAULTS:
        places = {
            (one.planted.site, one.planted.original)
            for one in verdict.judged
            if one.planted.fault == fault.name
        }
        assert Counter(name for name, _ in places) == {"foreign": 1, "sample": 2}, fault.name


def test_there_are_faults_of_every_part_and_enough_of_them() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 66
    assert sum(fault.in_browser for fault in FAULTS) >= 20
    assert sum(bool(fault.in_pdf) for fault in FAULTS) >= 8


def test_every_rule_that_speaks_in_a_browser_is_asked_where_its_faults_are() -> None:
    spoken = {rule for fault in FAULTS if fault.in_browser for rule in fault.rules}
    always = {"console", "without-javascript", "motion"}
    assert not [one for one in spoken - always if not any(fnmatchcase(one, pattern) for pattern in STEPS)]


def test_nothing_is_found_on_the_clean_pages(verdict: Verdict) -> None:
    assert not verdict.false_alarms, "\n".join(verdict.false_alarms)


def test_nothing_about_faults_is_known_to_the_audit() -> None:
    package = Path(__file__).parents[2] / "scripts" / "cyhoeddi"
    assert not [file for file in package.rglob("*.py") if "tests.audit" in file.read_text(encoding="utf-8")]
