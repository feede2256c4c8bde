"""The command `cyhoeddi`: options to pipeline, problems to report, and the exit status.

Exit status: 0 without errors, 1 with, 2 for misuse.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from cyhoeddi import pipeline
from cyhoeddi.clock import read_clock
from cyhoeddi.model import LONDON, TITLE_LENGTH
from cyhoeddi.new import write_new
from cyhoeddi.problems import Problem
from cyhoeddi.report import FORMATS
from cyhoeddi.site import SiteError
from cyhoeddi.site.serve import serve
from cyhoeddi.words import publication_types

OUTPUTS = ("pdf", "search")
"""The outputs beside the pages that `--skip` can leave out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a letter gets its number; it is no reason to fail.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    root: Path = options.project.resolve()
    if not (root / "mkdocs.yml").is_file():
        return _misuse(f"{root} is no project folder: it has no mkdocs.yml. Name another with -C.")
    try:
        status = int(options.run(options, root))
        sys.stdout.flush()
        return status
    except SiteError as error:
        _say(str(error))
    except BrokenPipeError:
        # Whoever read the output has gone, as `head` does: the rest of it goes nowhere, without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        _say(f"{error.filename or root}: {error.strerror or error}")
    except KeyboardInterrupt:
        _say("Stopped.")
        return 130
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cyhoeddi", description="Briefings in YAML become an English and Welsh site."
    )
    _add_project(parser, default=Path())
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="check everything, then build the site into site/")
    build.add_argument("--preview", action="store_true", help="show drafts and embargoed texts, in preview/")
    build.add_argument(
        "--skip", type=_outputs, default=(), metavar="OUTPUTS", help="outputs to leave out: pdf,search"
    )
    _add_now(build)
    _add_format(build)
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="print every problem in briefings/ and docs/")
    _add_now(check)
    _add_format(check)
    check.set_defaults(run=_check)

    preview = commands.add_parser("serve", help="show a preview on this machine, made again at every save")
    preview.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to serve")
    preview.set_defaults(run=_serve)

    new = commands.add_parser("new", help="write a file ready to fill in")
    new.add_argument("type", choices=sorted(publication_types()), metavar="TYPE", help="such as briefing")
    new.add_argument("english", type=_title, help="the English title")
    new.add_argument("welsh", type=_title, help="the Welsh title")
    new.set_defaults(run=_new)

    accept = commands.add_parser("accept", help="record the published addresses in addresses.lock")
    _add_now(accept)
    _add_format(accept)
    accept.set_defaults(run=_accept)

    due = commands.add_parser("due", help="print the next moment at which the public site changes")
    _add_now(due)
    due.set_defaults(run=_due)

    for command in commands.choices.values():
        # Without a default, so that what stands before the command holds.
        _add_project(command, default=argparse.SUPPRESS)
    return parser


def _add_project(parser: argparse.ArgumentParser, default: object) -> None:
    help_text = "the project folder; else this one"
    parser.add_argument("-C", dest="project", type=Path, default=default, metavar="DIR", help=help_text)


def _add_now(parser: argparse.ArgumentParser) -> None:
    help_text = "the moment to build for, London time, such as 2023-11-14T09:30; else this moment"
    parser.add_argument("--now", type=_moment, default=None, metavar="MOMENT", help=help_text)


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed")


def _moment(text: str) -> datetime:
    try:
        return read_clock(text)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text} is not a moment such as 2023-11-14T09:30") from None


def _title(text: str) -> str:
    """Give a title as one line of what can be printed."""
    title = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not title:
        raise argparse.ArgumentTypeError("a title cannot be empty")
    if len(title) > TITLE_LENGTH:
        raise argparse.ArgumentTypeError(f"a title has at most {TITLE_LENGTH} characters, not {len(title)}")
    return title


def _outputs(text: str) -> tuple[str, ...]:
    names = tuple(filter(None, text.split(",")))
    for name in names:
        if name not in OUTPUTS:
            raise argparse.ArgumentTypeError(f"{name} is not an output: use {', '.join(OUTPUTS)}")
    return names


def _now(options: argparse.Namespace) -> datetime:
    return options.now or read_clock()


def _build(options: argparse.Namespace, root: Path) -> int:
    outcome = pipeline.build(root, now=_now(options), preview=options.preview, say=_say)
    status = _tell(outcome.problems, options.format)
    if outcome.folder is None:
        _say("The site was not built; what was there before is untouched.")
    else:
        pages = sum(1 for _ in outcome.folder.rglob("*.html"))
        _say(f"{outcome.folder.relative_to(root)}/ holds the site: {pages} pages.")
    return status


def _check(options: argparse.Namespace, root: Path) -> int:
    return _tell(pipeline.check_project(root, _now(options)), options.format)


def _serve(options: argparse.Namespace, root: Path) -> int:
    serve(root, options.address)
    return 0


def _new(options: argparse.Namespace, root: Path) -> int:
    today = read_clock().astimezone(LONDON).date()
    try:
        file = write_new(root, options.type, options.english, options.welsh, today)
    except FileExistsError as error:
        if error.errno is not None:
            raise
        taken = Path(error.args[0]).relative_to(root)
        _say(f"{taken} is there already: choose another English title.")
        return 1
    print(file.relative_to(root).as_posix())
    return 0


def _accept(options: argparse.Namespace, root: Path) -> int:
    problems, lock = pipeline.accept(root, _now(options))
    status = _tell(problems, options.format)
    if lock is None:
        _say("addresses.lock was not changed.")
    else:
        _say(f"addresses.lock remembers {len(lock.lines())} addresses.")
    return status


def _due(options: argparse.Namespace, root: Path) -> int:
    moment = pipeline.due(root, _now(options))
    if moment is None:
        _say("Nothing is waiting to be published.")
    else:
        print(moment.isoformat(timespec="minutes"))
    return 0


def _tell(problems: Iterable[Problem], form: str) -> int:
    found = tuple(problems)
    print(FORMATS[form](found), end="")
    return 1 if pipeline.has_errors(found) else 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _misuse(message: str) -> int:
    _say(f"cyhoeddi: {message}")
    return 2


if __name__ == "__main__":
    sys.exit(main())
