"""The order of an audit: what is looked at, by what, from what is remembered; then the verdict."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cyhoeddi.audit.cache import FOLDER, Cache, Contents
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.fresh import Say, look_through
from cyhoeddi.audit.group import Fault, Place, group
from cyhoeddi.audit.known import NAME, NONE_KNOWN, KnownFaults, outdated, part, read_known
from cyhoeddi.audit.outcome import LeftOut, Outcome
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.sample import choose
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.sources import Sources
from cyhoeddi.audit.target import open_site
from cyhoeddi.audit.tasks import Means, Task, tasks
from cyhoeddi.audit.tools import PARTS, Tool, find_tools
from cyhoeddi.problems import Position, Problem
from cyhoeddi.report import counted

Rule = Callable[[Site], Iterator[Finding]]


@dataclass(frozen=True)
class Plan:
    """How an audit is made."""

    today: date
    root: Path | None = None
    """The project folder, which holds what is remembered and what authors wrote; of a foreign site, none."""
    parts: Collection[str] = tuple(PARTS)
    everything: bool = False
    """Whether the browser meets every page."""
    extra: int = 0
    """Pages that the browser meets beside those that show every kind."""
    seed: int = 0
    jobs: int = 1
    known: Path | None = None
    """The file of known faults; else `known.NAME` in the project folder, if it is there."""
    pictures: Path | None = None
    """The folder for pictures of the faults; without one, none are taken."""
    insists: bool = False
    """Whether a tool that is not installed is a failure."""


@dataclass(frozen=True)
class Checks:
    """What there is to check with; tests bring their own."""

    rules: Callable[[], Mapping[str, Rule]] = field(default=lambda: _rules())
    tasks: Callable[[Site, tuple[Page, ...], Means], Iterable[Task]] = tasks
    tools: Callable[[Iterable[str], Iterable[Path]], Mapping[str, Tool]] = find_tools


def audit(target: str, plan: Plan, say: Say, checks: Checks | None = None) -> Outcome:
    """Audit the folder or address *target* as *plan* wants it, and tell *say* how far it is.

    AuditError if there is nothing to audit, or if a tool breaks down.
    """
    checks = checks or Checks()
    known, problems = _read_known(plan)
    with open_site(target) as site:
        tools = checks.tools(plan.parts, [folder for folder in (plan.root, Path.cwd()) if folder])
        pages = choose(site, extra=plan.extra, seed=plan.seed, everything=plan.everything)
        todo = tuple(checks.tasks(site, pages, Means(plan.parts, tools, plan.jobs)))
        findings = list(_static(site, checks, say)) if "static" in plan.parts else []
        cache = Cache(plan.root / FOLDER if plan.root else None)
        for task in todo:
            findings += look_through(cache, Contents(site), task, say)
        cache.prune()
        met = {task.part: task for task in todo}
        left_out = tuple(_left_out(plan, site, met.get("browser")))
        place = Sources(plan.root, site).place if plan.root else _nowhere
        whole = not left_out and all(tool.is_installed for tool in tools.values())
        faults, settled = _grouped(findings, known, plan.today, place)
        return Outcome(
            target=target,
            date=plan.today,
            faults=faults,
            known=settled,
            tools=tuple(tools.values()),
            pages_static=len(site.pages),
            pages_browser=len(met["browser"].addresses) if "browser" in met else 0,
            views=met["browser"].views if "browser" in met else (),
            pdfs=len(met["pdf"].addresses) if "pdf" in met else 0,
            left_out=left_out,
            pictures=_pictures(site, (*faults, *settled), plan.pictures)
            if "browser" in met and plan.pictures
            else {},
            problems=(*problems, *outdated(known, findings, plan.today, whole=whole)),
            insists=plan.insists,
        )


def _rules() -> Mapping[str, Rule]:
    from cyhoeddi.audit.static import RULES

    return RULES


def _pictures(site: Site, faults: Iterable[Fault], folder: Path) -> Mapping[Finding, Path]:
    """Take a picture of each fault, for the others of its findings look like it."""
    # Imported here, because it needs playwright.
    from cyhoeddi.audit.browser.pictures import take

    seen = (next((one for one in fault.findings if one.box), None) for fault in faults)
    return take(site, filter(None, seen), folder)


def _read_known(plan: Plan) -> tuple[KnownFaults, tuple[Problem, ...]]:
    own = plan.root / NAME if plan.root else None
    file = plan.known or (own if own and own.exists() else None)
    if file is None:
        return NONE_KNOWN, ()
    absolute = file.resolve()
    inside = plan.root and absolute.is_relative_to(plan.root)
    return read_known(file, absolute.relative_to(plan.root or "").as_posix() if inside else str(file))


def _static(site: Site, checks: Checks, say: Say) -> Iterator[Finding]:
    rules = checks.rules()
    say(f"By {counted(len(rules), 'rule')}: {counted(len(site.pages), 'page')}")
    for check in rules.values():
        yield from check(site)


def _left_out(plan: Plan, site: Site, browser: Task | None) -> Iterator[LeftOut]:
    yield from (LeftOut(key, number) for key, number in site.left_out.items())
    yield from (LeftOut(f"part_{name}") for name in PARTS if name not in plan.parts)
    readable = sum(not page.is_redirect for page in site.pages)
    left = readable - (len(browser.addresses) if browser else 0)
    if left and "browser" in plan.parts:
        yield LeftOut("of_sample" if browser else "without_browser", left)


def _grouped(
    findings: Iterable[Finding], known: KnownFaults, today: date, place: Place
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    counting, holding = part(findings, known, today)
    settled = (group(ones, place, reason=one.reason, expires=one.expires) for one, ones in holding)
    return group(counting, place), tuple(fault for faults in settled for fault in faults)


def _nowhere(_: Finding) -> Position | None:
    return None
