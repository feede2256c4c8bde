"""What can be typed after `cyhoeddi`, and what each part of it means."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cyhoeddi.cli.audit import add_audit, some
from cyhoeddi.clock import read_clock
from cyhoeddi.language import Language
from cyhoeddi.model import TITLE_LENGTH
from cyhoeddi.report import FORMATS
from cyhoeddi.translate import ENDINGS
from cyhoeddi.words import publication_types

OUTPUTS = ("pdf", "search")
"""The outputs beside the pages that `--skip` can leave out."""


def parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line; `command` names what was asked for."""
    top = argparse.ArgumentParser(
        prog="cyhoeddi", description="Briefings in YAML become an English and Welsh site."
    )
    _add_project(top, default=Path())
    commands = top.add_subparsers(title="commands", required=True, dest="command", metavar="COMMAND")

    build = commands.add_parser("build", help="check everything, then build the site into site/")
    build.add_argument("--preview", action="store_true", help="show drafts and embargoed texts, in preview/")
    build.add_argument(
        "--skip",
        type=_outputs,
        action="extend",
        default=[],
        metavar="OUTPUTS",
        help="outputs to leave out: pdf,search",
    )
    _add_jobs(build)
    _add_now(build)
    _add_format(build)

    check = commands.add_parser("check", help="print every problem in briefings/ and docs/")
    _add_jobs(check)
    _add_now(check)
    _add_format(check)
    check.add_argument(
        "--locked", action="store_true", help="insist that translations.lock records every text as it is"
    )
    known = check.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", help="leave out the known problems of this file")
    known.add_argument("--write-baseline", metavar="FILE", help="write all problems into this file, as known")

    status = commands.add_parser("status", help="tell how far every text is, and who waits for what")
    status.add_argument("--format", choices=("text", "json", "html"), default="text", help="how it is told")
    status.add_argument(
        "--output", type=Path, default=None, metavar="DIR", help="where the HTML pages go; else status/"
    )
    _add_now(status)

    preview = commands.add_parser("serve", help="show a preview on this machine, made again at every save")
    preview.add_argument(
        "--address", type=_host, default="127.0.0.1:8000", metavar="HOST:PORT", help="where to serve"
    )

    new = commands.add_parser("new", help="write a file ready to fill in")
    new.add_argument("type", choices=sorted(publication_types()), metavar="TYPE", help="such as briefing")
    new.add_argument("english", type=_title, help="the English title")
    new.add_argument("welsh", type=_title, help="the Welsh title")

    accept = commands.add_parser("accept", help="record the published addresses, and the texts that agree")
    accept.add_argument("paths", nargs="*", metavar="PATH", help="only these files, folders or texts")
    accept.add_argument(
        "--minor", type=_reason, metavar="REASON", help="why the other side need not follow a small change"
    )
    _add_now(accept)
    _add_format(accept)

    translate = commands.add_parser("translate", help="send texts to translators, and take their answers in")
    actions = _add_translate(translate)

    audit = commands.add_parser("audit", help="check a built site as its readers meet it, in a browser too")
    add_audit(audit)
    _add_now(audit)
    _add_format(audit)

    pdf = commands.add_parser("pdf", help="make the PDFs of one publication, draft or not, for proofing")
    pdf.add_argument("id", help="the publication's id: the name of its file without .yaml")
    _add_now(pdf)
    _add_format(pdf)

    due = commands.add_parser("due", help="print the next moment at which the public site changes")
    _add_now(due)

    for command in (*commands.choices.values(), *actions):
        # Without a default, so that what stands before the command holds.
        _add_project(command, default=argparse.SUPPRESS)
    return top


def _add_translate(command: argparse.ArgumentParser) -> Sequence[argparse.ArgumentParser]:
    """Add the three commands below `translate`, and give their parsers."""
    actions = command.add_subparsers(title="actions", required=True, dest="action", metavar="ACTION")

    export = actions.add_parser("export", help="write what needs translating into a file for translators")
    export.add_argument("paths", nargs="*", metavar="PATH", help="only these files, folders or texts")
    export.add_argument("--format", choices=ENDINGS, default="csv", help="the kind of file; else csv")
    export.add_argument("--all", action="store_true", help="every text, translated or not")
    export.add_argument("--to", type=Language, choices=list(Language), help="only what is to be in it")
    export.add_argument("-o", dest="output", type=Path, metavar="FILE", help="else translations-cy.csv ...")

    back = actions.add_parser("import", help="write the answers of translators into the texts")
    back.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or XLIFF, as exported")
    back.add_argument("--dry-run", action="store_true", help="only tell what would change")
    back.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed")

    review = actions.add_parser("review", help="make pages that show both languages side by side")
    review.add_argument("paths", nargs="*", metavar="PATH", help="only these files, folders or texts")
    return export, back, review


def _add_project(parser: argparse.ArgumentParser, default: object) -> None:
    help_text = "the project folder; else this one"
    parser.add_argument("-C", dest="project", type=Path, default=default, metavar="DIR", help=help_text)


def _add_now(parser: argparse.ArgumentParser) -> None:
    help_text = "the moment to build for, London time, such as 2023-11-14T09:30; else this moment"
    parser.add_argument("--now", type=_moment, default=None, metavar="MOMENT", help=help_text)


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    help_text = "processes that share the work; else one a core"
    parser.add_argument("--jobs", type=some, default=None, metavar="N", help=help_text)
    parser.add_argument("--profile", action="store_true", help="print where the time went")


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed")


def _moment(text: str) -> datetime:
    try:
        return read_clock(text)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text} is not a moment such as 2023-11-14T09:30") from None


def _reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a reason cannot be empty")
    return text


def _host(text: str) -> str:
    host, colon, port = text.rpartition(":")
    if not (host and colon and re.fullmatch("[0-9]{1,5}", port) and int(port) < 2**16):
        raise argparse.ArgumentTypeError(f"{text} is not a host and port such as 127.0.0.1:8000")
    return text


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
