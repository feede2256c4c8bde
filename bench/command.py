"""A command that is run once, apart and watched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from bench.measured import Run

WATCH: Final = (sys.executable, "-I", "-S", str(Path(__file__).with_name("watch.py")))
TOOL: Final = str(Path(sys.executable).with_name("cyhoeddi"))


def run(command: Sequence[str], folder: Path) -> Run:
    """Run *command* in *folder*; RuntimeError with its last words if it fails."""
    with started(command, folder) as process:
        return result(process, command, folder)


@contextmanager
def started(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Start *command* in *folder*, watched (`bench.watch`); if this process fails, it is ended too."""
    with subprocess.Popen(  # noqa: S603 (our own tools)
        [*WATCH, *command],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # With all that it starts, it is a group that can be ended as one.
        start_new_session=True,
    ) as process:
        try:
            yield process
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise


def result(process: subprocess.Popen[str], command: Sequence[str], folder: Path, *, status: int = 0) -> Run:
    """Wait for a *process* that was `started`; give what it took. RuntimeError if its *status* is another."""
    told, errors = process.communicate()
    said = json.loads(told) if process.returncode == 0 else {"status": process.returncode}
    if said["status"] != status:
        raise RuntimeError(f"{' '.join(command)} in {folder}: {errors[-2000:]}")
    return Run(said["seconds"], said["memory"])
