"""`cyhoeddi translate export`, `import` and `review`: what each does."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from cyhoeddi.cli.paths import within
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.memory import chosen
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project, read_project
from cyhoeddi.translate import ENDINGS
from cyhoeddi.translate.answers import RULE, Answer
from cyhoeddi.translate.formats import MOST_BYTES, WRITERS, read_answers
from cyhoeddi.translate.review import render_reviews, write_reviews
from cyhoeddi.translate.selection import directions, select, withheld
from cyhoeddi.translate.take_in import take_in, write_files
from cyhoeddi.translate.tmx import write_tmx

Tell = Callable[[Sequence[Problem], str], int]
Say = Callable[[str], None]


def run_translate(options: argparse.Namespace, root: Path, tell: Tell, say: Say) -> int:
    """Do what *options* ask for, and give the exit status."""
    project = read_project(root, read_clock())
    paths = [within(root, path) for path in getattr(options, "paths", ())]
    for path in paths:
        if not any(chosen(one, [path]) for one in project.standings):
            say(f"cyhoeddi: there is no text at {path}.")
            return 2
    return _ACTIONS[options.action](options, project, paths, tell, say)


def _export(options: argparse.Namespace, project: Project, paths: Sequence[str], tell: Tell, say: Say) -> int:
    if options.format == "tmx":
        records = [one.record for one in project.standings if one.record and chosen(one, paths)]
        found = records if paths else project.memory.records
        return _write(options.output or Path("translations.tmx"), write_tmx(found), say)
    batches = select(project, paths, everything=options.all, to=options.to)
    if held_back := tuple(withheld(project, paths)):
        tell(held_back, "text")
    if not batches:
        say("Nothing waits for a translator.")
        return 0
    sides = sorted(directions(batches))
    if options.output and len(sides) > 1 and options.format != "csv":
        say("cyhoeddi: some texts wait for English and some for Welsh: choose --to en or --to cy.")
        return 2
    if options.output:
        return _write(options.output, WRITERS[options.format](batches), say)
    for side in sides:
        own = [batch for batch in batches if batch.to is side]
        _write(Path(f"translations-{side}{ENDINGS[options.format]}"), WRITERS[options.format](own), say)
    return 0


def _write(file: Path, content: bytes, say: Say) -> int:
    file.write_bytes(content)
    say(f"Written: {file}")
    return 0


def _import(
    options: argparse.Namespace, project: Project, _paths: Sequence[str], tell: Tell, say: Say
) -> int:
    answers: list[Answer] = []
    problems: list[Problem] = []
    for file in options.files:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        read, wrong = read_answers(data, str(file))
        if not read and not wrong:
            hint = "Look whether it is the file that was exported."
            wrong = (Problem(Position(str(file)), RULE, "the file holds no units", hint),)
        answers += read
        problems += wrong
    taken = take_in(project, answers)
    if not options.dry_run:
        write_files(taken.files)
    status = tell((*problems, *taken.problems), options.format)
    for path in taken.files:
        say(f"{'Would be changed' if options.dry_run else 'Changed'}: {path.relative_to(project.root)}")
    say(f"Units taken: {taken.units} of {len(answers)}.")
    return status


def _review(
    _options: argparse.Namespace, project: Project, paths: Sequence[str], _tell: Tell, _say: Say
) -> int:
    problems = check_project(project.root, project.now)
    for file in write_reviews(project.root, render_reviews(project, problems, paths)):
        print(file.relative_to(project.root).as_posix())
    return 0


_Action = Callable[[argparse.Namespace, Project, Sequence[str], Tell, Say], int]
_ACTIONS: Mapping[str, _Action] = {"export": _export, "import": _import, "review": _review}
