"""What a person is told besides the output."""

from __future__ import annotations

import sys


def say(sentence: str) -> None:
    """Tell a person something that is no output."""
    print(sentence, file=sys.stderr)


def misuse(message: str) -> int:
    """Tell that the command was not used as it can be, and give the exit status."""
    say(f"cyhoeddi: {message}")
    return 2
