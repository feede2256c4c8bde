"""`cyhoeddi audit`: what is typed after it, and what it does."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from cyhoeddi.cli.paths import within
from cyhoeddi.clock import read_clock
from cyhoeddi.model import LONDON
from cyhoeddi.problems import Problem

PARTS = ("static", "browser", "pdf")
"""What `--parts` chooses from. Named here too, so that typing needs nothing of the audit."""

SITE = "site"
"""The folder that is audited if none is named."""

EXTRA = 10
"""Pages that the browser meets beside those that show every kind, if no other number is named."""

Tell = Callable[[Iterable[Problem], str], int]
Say = Callable[[str], None]


def add_audit(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its *parser*, those that other commands share apart."""
    what = "a folder, or an address such as http://127.0.0.1:8000/; else the project's site/"
    parser.add_argument("target", nargs="?", metavar="TARGET", help=what)
    parser.add_argument("--all", action="store_true", help="every page in the browser, not a sample")
    _add(parser, "--extra", _count, "N", f"pages drawn beside those of every kind; else {EXTRA}", EXTRA)
    _add(parser, "--seed", int, "N", "draws other pages", 0)
    _add(parser, "--jobs", some, "N", "browsers side by side; else one a core")
    _add(parser, "--parts", _parts, "PARTS", f"only some of {','.join(PARTS)}", PARTS)
    _add(parser, "--known", Path, "FILE", "the known faults; else known-faults.yaml, if it is there")
    _add(parser, "--report", Path, "DIR", "write pages about the faults into this folder")
    parser.add_argument("--record", action="store_true", help="write audit.json, for the statement")


def run_audit(
    options: argparse.Namespace, root: Path, tell: Tell, say: Say, misuse: Callable[[str], int]
) -> int:
    """Audit what *options* name and give the exit status: 0 if it passed, 1 if not, 2 if nothing was audited.

    *root* need be no project folder if a target is named.
    """
    from cyhoeddi.audit.report import as_problems, write_pages
    from cyhoeddi.audit.run import Plan, audit
    from cyhoeddi.audit.target import AuditError

    project = root if (root / "mkdocs.yml").is_file() else None
    target = _absolute(options.target) if options.target else str(root / SITE)
    if options.record and not (project and target == str(root / SITE)):
        return misuse("--record is for the project's own site/ only: name no other target.")
    plan = Plan(
        today=(options.now or read_clock()).astimezone(LONDON).date(),
        root=project,
        parts=options.parts,
        everything=options.all,
        extra=options.extra,
        seed=options.seed,
        jobs=options.jobs or os.cpu_count() or 1,
        known=options.known,
        pictures=options.report / "pictures" if options.report else None,
        insists=bool(os.environ.get("CI")),
    )
    try:
        outcome = replace(audit(target, plan, say), target=_shown(root, target))
    except AuditError as error:
        return misuse(str(error))
    refused = _record(root, outcome.summary()) if options.record else ()
    tell(sorted((*refused, *as_problems(outcome, root))), options.format)
    for file in write_pages(outcome, options.report, outcome.pictures) if options.report else ():
        say(f"Written: {file}")
    for sentence in outcome.sentences():
        say(sentence)
    if refused:
        say("It was not recorded: see the problem above.")
    return 0 if outcome.passed and not refused else 1


def _absolute(target: str) -> str:
    return target if "://" in target else str(Path(target).resolve())


def _shown(root: Path, target: str) -> str:
    return target if "://" in target else within(root, target)


def _record(root: Path, summary: dict[str, Any]) -> tuple[Problem, ...]:
    from cyhoeddi.statement.result import write_result

    return write_result(root, summary)


def _add(
    parser: argparse.ArgumentParser,
    name: str,
    read: Callable[[str], Any],
    value: str,
    words: str,
    default: object = None,
) -> None:
    parser.add_argument(name, type=read, default=default, metavar=value, help=words)


def _parts(text: str) -> tuple[str, ...]:
    names = tuple(filter(None, text.split(",")))
    for name in names:
        if name not in PARTS:
            raise argparse.ArgumentTypeError(f"{name} is not a part: use {', '.join(PARTS)}")
    if not names:
        raise argparse.ArgumentTypeError(f"name at least one of {', '.join(PARTS)}")
    return names


def _count(text: str) -> int:
    if not (text.isdecimal() and text.isascii()):
        raise argparse.ArgumentTypeError(f"{text} is not a number such as 10")
    return int(text)


def some(text: str) -> int:
    """Give a number of processes: one at least."""
    if (number := _count(text)) == 0:
        raise argparse.ArgumentTypeError("0 is too few")
    return number
