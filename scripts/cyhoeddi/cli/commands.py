"""What each command does: options to pipeline, problems to report; each gives the exit status.

What only one command needs is imported by it: `check` has to answer at once, and needs no MkDocs.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

from cyhoeddi.cli.paths import within
from cyhoeddi.cli.telling import misuse, say
from cyhoeddi.clock import read_clock
from cyhoeddi.inputs import Inputs
from cyhoeddi.judged import has_errors
from cyhoeddi.model import LONDON
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.report import FORMATS
from cyhoeddi.unchanged import Answer

Command = Callable[[argparse.Namespace, Path], int]

STATUS = "status"
"""The folder of the pages about the status."""


def _now(options: argparse.Namespace) -> datetime:
    return options.now or read_clock()


def _build(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi import pipeline

    now = _now(options)
    progress = _progress()
    outcome = pipeline.build(
        root,
        now=now,
        preview=options.preview,
        skip=options.skip,
        say=say,
        jobs=options.jobs,
        progress=progress,
        inputs=_inputs(options),
    )
    status = _tell(outcome.problems, options.format)
    note = "The site was not built; what was there before is untouched."
    if outcome.folder is not None:
        note = f"{outcome.folder.relative_to(root)}/ holds the site: {outcome.pages} pages."
    say(note)
    _profile(options, progress)
    if outcome.folder is not None and outcome.until is not None:
        said = FORMATS[options.format](outcome.problems)
        answer = Answer(
            said, f"{note}\n", status, now.isoformat(), outcome.until.isoformat(), outcome.folder.name
        )
        _keep(options, answer, outcome.seal)
    return status


def _inputs(options: argparse.Namespace) -> Inputs | None:
    return options.question.inputs if options.question else None


def _progress() -> Progress:
    # For a person who waits: in a log, how far it was at some moment is of no use.
    return Progress(say if sys.stderr.isatty() else None)


def _profile(options: argparse.Namespace, progress: Progress) -> None:
    if options.profile:
        say(progress.render())


def _keep(options: argparse.Namespace, answer: Answer, seal: str = "") -> None:
    if options.question is not None:
        options.question.remember(answer, seal)


def _check(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi.examine import examine

    now = _now(options)
    progress = _progress()
    problems, until = examine(
        root, now, locked=options.locked, jobs=options.jobs, progress=progress, inputs=_inputs(options)
    )
    if options.write_baseline:
        from cyhoeddi.baseline import baseline_of, write_baseline

        write_baseline(Path(options.write_baseline), baseline_of(problems))
        say(f"{options.write_baseline}: {len(problems)} known problems.")
        return 0
    if options.baseline:
        from cyhoeddi.baseline import read_baseline, without_known

        name = within(root, options.baseline)
        known, faults = read_baseline(Path(options.baseline), name)
        problems = (*faults, *without_known(problems, known, name))
    status = _tell(problems, options.format)
    _profile(options, progress)
    _keep(options, Answer(FORMATS[options.format](problems), "", status, now.isoformat(), until.isoformat()))
    return status


def _status(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi import pipeline
    from cyhoeddi import status as overview

    found = pipeline.survey(root, _now(options))
    if options.format == "html":
        for file in overview.write_pages(found, options.output or root / STATUS):
            print(within(root, str(file)))
    else:
        render = overview.render_json if options.format == "json" else overview.render_text
        print(render(found), end="")
    return 0


def _serve(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi import pipeline
    from cyhoeddi.report import render_text
    from cyhoeddi.site.serve import serve
    from cyhoeddi.site.served import Served

    def make(served: Served) -> tuple[Problem, ...]:
        # Without search, which is made of the finished site.
        outcome = pipeline.build(
            root,
            now=read_clock(),
            say=say,
            preview=True,
            skip=("search",),
            progress=_progress(),
            served=served,
        )
        if outcome.problems:
            say(render_text(outcome.problems).rstrip())
        return outcome.problems if outcome.folder is None else ()

    # As by Ctrl+C: a copy that builds would else go on, and hold the address and the project's lock.
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    serve(root, options.address, make, say)
    return 0


def _new(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi.new import write_new

    today = read_clock().astimezone(LONDON).date()
    try:
        file = write_new(root, options.type, options.english, options.welsh, today)
    except FileExistsError as error:
        if error.errno is not None:
            raise
        taken = Path(error.args[0]).relative_to(root)
        say(f"{taken} is there already: choose another English title.")
        return 1
    print(file.relative_to(root).as_posix())
    return 0


def _accept(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi.accepting import accept, accept_some
    from cyhoeddi.memory import read_memory

    if options.minor and not options.paths:
        return misuse("--minor needs the path of what changed, as it stands in the problem's hint.")
    if options.paths:
        paths = [within(root, path) for path in options.paths]
        problems, count = accept_some(root, _now(options), paths, options.minor)
        status = _tell(problems, options.format)
        say(f"translations.lock: {count} new or changed." if count else "translations.lock was not changed.")
        return status
    problems, lock = accept(root, _now(options))
    status = _tell(problems, options.format)
    if lock is None:
        say("addresses.lock and translations.lock were not changed.")
    else:
        texts = len(read_memory(root)[0].records)
        say(f"addresses.lock remembers {len(lock.lines())} addresses, translations.lock {texts} texts.")
    return status


def _translate(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi.cli.translate import run_translate

    return run_translate(options, root, _tell, say)


def _audit(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi.cli.audit import run_audit

    return run_audit(options, root, _tell, say, misuse)


def _pdf(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi.proof import proof

    problems, files = proof(root, options.id, _now(options))
    if not problems and not files:
        return misuse(f"{options.id} is not the id of a publication with sections.")
    if problems:
        _tell(problems, options.format)
    for file in files:
        print(file.relative_to(root).as_posix())
    return 1 if has_errors(problems) else 0


def _due(options: argparse.Namespace, root: Path) -> int:
    from cyhoeddi import pipeline

    moment = pipeline.due(root, _now(options))
    if moment is None:
        say("The public site does not change by itself: nothing waits for its moment.")
    else:
        print(moment.isoformat(timespec="minutes"))
    return 0


def _tell(problems: Iterable[Problem], form: str) -> int:
    found = tuple(problems)
    print(FORMATS[form](found), end="")
    return 1 if has_errors(found) else 0


COMMANDS: Mapping[str, Command] = {
    "build": _build,
    "check": _check,
    "status": _status,
    "serve": _serve,
    "new": _new,
    "accept": _accept,
    "translate": _translate,
    "audit": _audit,
    "pdf": _pdf,
    "due": _due,
}
"""What to run for each command of `options`."""
