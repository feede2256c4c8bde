"""A process for MkDocs that is started before it is known what it is to build.

To start one, and to load MkDocs and its plugins there, takes longer than to build the few pages that an edit
changes, and can be done meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from cyhoeddi.site.prepared import Task


def start(given: IO[str] | int, *projects: Path) -> subprocess.Popen[str]:
    """Start a process that builds the tasks that it is *given* to read (`one_language`).

    It gets ready for *projects* before it reads.
    """
    # -P: a file of the project folder must never be taken for a module of Python.
    command = [sys.executable, "-P", "-m", "cyhoeddi.site.one_language", *map(str, projects)]
    return subprocess.Popen(  # noqa: S603
        command,
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
    )


class Early:
    """The process, once it was started and before it has work."""

    def __init__(self) -> None:
        """Have none."""
        self._process: subprocess.Popen[str] | None = None

    def start(self, project: Path) -> None:
        """Start it for *project*, if it was not."""
        self._process = self._process or start(subprocess.PIPE, project)

    def take(self, tasks: Iterable[Task]) -> subprocess.Popen[str] | None:
        """Give these *tasks* to the process, if there is one, and give it away."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            # If it has ended, whoever waits for it is told why.
            with suppress(OSError), process.stdin as given:
                json.dump(list(tasks), given)
            process.stdin = None
        return process

    def end(self) -> None:
        """End it if it never had work."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()


@contextmanager
def early() -> Iterator[Early]:
    """Give what starts such a process; whatever happens, it is not left waiting."""
    one = Early()
    try:
        yield one
    finally:
        one.end()
