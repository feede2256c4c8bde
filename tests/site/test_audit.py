"""The audit finds nothing on the sample site: each kind of page in the browser, the rest on all of it."""

from __future__ import annotations

from datetime import date

from cyhoeddi.audit.run import Plan, audit
from tests.site.built import Site


def test_the_audit_finds_nothing_on_the_sample_site(site: Site) -> None:
    plan = Plan(today=date(2026, 11, 22), extra=4, seed=2026, jobs=2, insists=True)
    outcome = audit(str(site.folder), plan, lambda _sentence: None)
    faults = [f"{fault.rule}: {fault.message}: {', '.join(fault.pages)}" for fault in outcome.faults]
    assert faults == []
    assert [tool.name for tool in outcome.tools if not tool.is_installed] == []
    assert outcome.passed
    kinds = {page.address for pages in site.kinds.values() for page in pages}
    assert outcome.pages_static >= len(kinds)
