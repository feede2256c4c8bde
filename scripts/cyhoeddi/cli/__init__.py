"""The command `cyhoeddi`.

Exit status: 0 without errors, 1 with, 2 for misuse.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from cyhoeddi.cli.telling import misuse, say
from cyhoeddi.site import SiteError
from cyhoeddi.unchanged import Answer, Question, ask

_LASTING = {"serve", "audit"}
"""The commands that would gather garbage for hours."""


def run() -> NoReturn:
    """Run the command line and end this process with the exit status.

    It ends at once: to take apart all that was read of a large archive takes longer than to look at it. So
    nothing is taken apart before, either, but by commands that last.
    """
    if _LASTING.isdisjoint(sys.argv):
        gc.disable()
    status = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):  # Whoever read the output has gone.
            stream.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a letter gets its number; it is no reason to fail.
            stream.reconfigure(errors="backslashreplace")
    typed = tuple(sys.argv[1:] if arguments is None else arguments)
    try:
        question = ask(typed)
        answer = question.recall(datetime.now(UTC)) if question else None
        status = _repeat(answer) if answer else _run(typed, question)
        if sys.stdout:  # It may have been closed.
            sys.stdout.flush()
        return status
    except (SiteError, ChildProcessError) as error:
        say(str(error))
    except BrokenPipeError:
        # Whoever read the output has gone, as `head` does: the rest of it goes nowhere, without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(f"{error.filename or Path.cwd()}: {error.strerror or error}")
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    return 1


def _repeat(answer: Answer) -> int:
    print(answer.output, end="")
    print(answer.notes, end="", file=sys.stderr)
    return answer.status


def _run(typed: Sequence[str], question: Question | None) -> int:
    # Only now: what a command needs takes longer to load than an answer that is known.
    from cyhoeddi.workers import spare_collector

    spare_collector()
    from cyhoeddi.cli.commands import COMMANDS
    from cyhoeddi.cli.options import parser

    options = parser().parse_args(typed)
    options.question = question
    spare_collector(lasting=options.command == "serve")
    root: Path = options.project.resolve()
    # An audit of what is named needs no project.
    if not (root / "mkdocs.yml").is_file() and getattr(options, "target", None) is None:
        return misuse(f"{root} is no project folder: it has no mkdocs.yml. Name another with -C.")
    return int(COMMANDS[options.command](options, root))
