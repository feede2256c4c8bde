"""The command `cyhoeddi`.

Exit status: 0 without errors, 1 with, 2 for misuse.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from cyhoeddi.cli.commands import COMMANDS, misuse, say
from cyhoeddi.cli.options import parser
from cyhoeddi.site import SiteError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a letter gets its number; it is no reason to fail.
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    root: Path = options.project.resolve()
    # An audit of what is named needs no project.
    if not (root / "mkdocs.yml").is_file() and getattr(options, "target", None) is None:
        return misuse(f"{root} is no project folder: it has no mkdocs.yml. Name another with -C.")
    try:
        status = int(COMMANDS[options.command](options, root))
        sys.stdout.flush()
        return status
    except SiteError as error:
        say(str(error))
    except BrokenPipeError:
        # Whoever read the output has gone, as `head` does: the rest of it goes nowhere, without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(f"{error.filename or root}: {error.strerror or error}")
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    return 1
