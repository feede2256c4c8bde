"""The report of a run in Markdown: how it was measured, the tables, the ratios and the goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Final

from bench.goals import MIB, Goal, goals
from bench.measured import OURS, Measured, Step
from bench.peers.peer import Peer
from bench.ratios import ratios_of
from bench.watch import CORES

BUILDS: Final = (Step.COLD, Step.EDITED, Step.RETITLED, Step.NOTHING)

HEAD: Final = """# How long a build takes

Written by `make bench`, in one run on one machine, in memory where there is room: {cores} cores, Python
{python}, {system}. Everything is the median of {rounds} rounds, in each of which all have their turn.

The publications are invented, the same at each run: in both languages, each with a landing page and a
document of some 400 words, of which some are drawn from a dictionary; lists, filters, series, workstreams,
sitemap and feeds come with them, and the fixed pages of the sample site. Sources are recorded in
`translations.lock` and `addresses.lock`.

- **{ours}**: `cyhoeddi build --skip pdf,search`, which reads the YAML and runs every check of the two
  languages; PDFs have their own table in bench/PDF.md and the search in bench/SEARCH.md. Its site after all
  edits was compared with one made from nothing of the same files: {equal}.
{peers}
The others are given the pages that ours hands to its own engine: finished texts, lists and filters, as
front matter and Markdown. They check nothing, and make fewer files: no feeds in JSON, no citations, no
lists for programs. They are called without a wrapper, and nobody has more than {cores_used} cores.

An edit changes one word in both languages of the newest publication; a new title also changes lists, feeds
and pages nearby. The time of a build after an edit is that of the same command, with what the last build
left in its place. Memory is that of the largest process, in any run of a command.

A preview is that of `cyhoeddi serve`, PDFs included, as a browser sees it that has the page open: from the
moment an edit is saved until the page with its words has been fetched. Its first build is not timed; the
first save after that makes a second copy of the site. Saves follow one another.

"""

_PEERS: Final = {
    "Hugo": "templates that show what ours show: head, breadcrumb, filters, cards, contents, documents, "
    "footer. It makes the sitemap itself; feeds are pages of an output format.",
    "Eleventy": "the same templates in Nunjucks, bodies with markdown-it.",
    "MkDocs with Material": "Material as it comes with static-i18n and no search; what pages list is "
    "Markdown. It keeps nothing between builds. The whole navigation is in every page, so time and size grow "
    "with the square of the pages.",
    "Zensical": "as it comes; it knows no languages, so both are one site, with the navigation of both in "
    "every page.",
}


def render_report(measured: Sequence[Measured], peers: Sequence[Peer], facts: Mapping[str, object]) -> str:
    """Give the whole report; *facts* are cores, python and system."""
    differing = sorted({name for one in measured for name in one.unequal})
    head = HEAD.format(
        **facts,
        ours=OURS,
        rounds=min(one.rounds for one in measured),
        cores_used=CORES,
        equal=_differed(len(differing)),
        peers="".join(f"{line}\n" for line in map(_of_peer, peers)),
    )
    tables = (time_table, check_table, preview_table, ratio_table, goal_table)
    return head + "\n".join(table(measured) for table in tables)


def time_table(measured: Sequence[Measured]) -> str:
    """Give the table of builds."""
    lines = ["## Builds", "", f"| Publications | Pages | Builder | {' | '.join(BUILDS)} | Memory | Site |"]
    lines.append("|" + " --- |" * (5 + len(BUILDS)))
    for one in measured:
        for builder, size in one.sizes.items():
            times = " | ".join(_number(one.seconds(builder, step), "s") for step in BUILDS)
            memory = f"{one.memory(builder) / MIB:,.0f} MiB | {size / MIB:,.1f} MiB"
            lines.append(f"| {one.publications:,} | {one.pages:,} | {builder} | {times} | {memory} |")
    return "\n".join(lines) + "\n"


def check_table(measured: Sequence[Measured]) -> str:
    """Give the table of `cyhoeddi check`, and of what a page costs from nothing."""
    lines = ["## Checks", "", f"| Publications | {Step.CHECK} | {Step.RECHECK} | A page, built and checked |"]
    lines.append("|" + " --- |" * 4)
    for one in measured:
        times = " | ".join(_number(one.seconds(OURS, step), "s") for step in (Step.CHECK, Step.RECHECK))
        cold = one.seconds(OURS, Step.COLD)
        page = _number(cold and 1000 * cold / one.pages, "ms")
        lines.append(f"| {one.publications:,} | {times} | {page} |")
    return "\n".join(lines) + "\n"


def preview_table(measured: Sequence[Measured]) -> str:
    """Give the table of `cyhoeddi serve`."""
    lines = [
        "## Previews",
        "",
        f"| Publications | {Step.SHOWN} | The first one | Memory |",
        "|" + " --- |" * 4,
    ]
    for one in measured:
        saves = one.runs.get((OURS, Step.SHOWN), ())
        first = _number(saves[0].seconds if saves else None, "s")
        memory = _number(saves[0].memory / MIB if saves else None, "MiB")
        shown = _number(one.seconds(OURS, Step.SHOWN), "s")
        lines.append(f"| {one.publications:,} | {shown} | {first} | {memory} |")
    return "\n".join(lines) + "\n"


def ratio_table(measured: Sequence[Measured]) -> str:
    """Give the table of ratios, those that the job in CI compares."""
    every = {one.publications: ratios_of(one) for one in measured}
    names = dict.fromkeys(name for ratios in every.values() for name in ratios)
    head = " | ".join(f"{number:,}" for number in every)
    lines = ["## Ours as a share of others'", "", f"| | {head} |", "|" + " --- |" * (1 + len(every))]
    for name in names:
        shares = " | ".join(_number(ratios.get(name), "") for ratios in every.values())
        lines.append(f"| {name} | {shares} |")
    return "\n".join(lines) + "\n"


def goal_table(measured: Sequence[Measured]) -> str:
    """Give the table of goals."""
    lines = ["## Goals", "", "| Goal | Publications | At most | Measured | |", "|" + " --- |" * 5]
    lines += [_of_goal(goal, measured) for goal in goals()]
    return "\n".join(lines) + "\n"


def _differed(files: int) -> str:
    return f"{files} file{'s' * (files > 1)} differed" if files else "every byte was the same"


def _of_goal(goal: Goal, measured: Sequence[Measured]) -> str:
    number = f"{goal.publications:,}" if goal.publications else "all"
    most = f"{goal.most:g} {goal.unit}".rstrip()
    verdict = {True: "met", False: "not met", None: "not measured"}[goal.met(measured)]
    return f"| {goal.name} | {number} | {most} | {_number(goal.of(measured), goal.unit)} | {verdict} |"


def _of_peer(peer: Peer) -> str:
    without = "" if peer.most is None else f" Left out above {peer.most:,} publications."
    if peer.once_above is not None:
        without = f" Above {peer.once_above:,} publications it was built once only.{without}"
    if peer.command is None:
        without = " It was not installed, so it was not measured."
    text = f"- **{' '.join(filter(None, (peer.name, peer.version)))}**: {_PEERS[peer.name]}{without}"
    return fill(text, 108, subsequent_indent="  ", break_on_hyphens=False)


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.{2 if value < 100 else 0}f} {unit}".rstrip()
