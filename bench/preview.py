"""How soon `cyhoeddi serve` shows what was saved, to a browser that has the page open.

Such a browser asks the server for the next version, which answers as soon as there is one, and then asks for
the page. Its first build is not timed.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from bench.command import TOOL, result, started
from bench.corpus import briefing, edit_body, read_briefing
from bench.measured import Run

_WAIT: Final = 1800
"""The seconds that the first build may take, and any other."""
_ENDED: Final = 130
"""The exit status of a command that was told to stop."""
_VERSION: Final = re.compile(r"livereload\((\d+), \d+\)")


def saves(project: Path, number: int, turns: Iterable[int]) -> list[Run]:
    """Edit the publication of that *number* at each of the *turns*; give how long it takes to be shown.

    The memory is that of the largest process of the preview. The *project* has been built. RuntimeError if
    the preview does not come, or does not show what was saved.
    """
    host = f"127.0.0.1:{_free_port()}"
    serve = (TOOL, "serve", "--address", host)
    page = f"http://{host}{_address(project, number)}"
    with started(serve, project) as process:
        version = _first(page, process)
        if version is None:
            # It tells why it ended, if it did.
            raise RuntimeError(f"The preview did not come: {result(process, serve, project)}")
        seconds = []
        for turn in turns:
            edit_body(project, number, turn)
            saved = time.perf_counter()
            version = _next(host, page, version, _words(project, number))
            seconds.append(time.perf_counter() - saved)
        # What a script starts beside itself may be deaf to Ctrl+C.
        os.killpg(process.pid, signal.SIGTERM)
        memory = result(process, serve, project, status=_ENDED).memory
    return [Run(one, memory) for one in seconds]


def _first(page: str, process: subprocess.Popen[str]) -> int | None:
    """Wait for the first build; give its version, or None if *process* has ended."""
    until = time.monotonic() + _WAIT
    while process.poll() is None:
        with suppress(OSError):
            return _version(_get(page))
        if time.monotonic() > until:
            raise RuntimeError("The preview did not come.")
        time.sleep(0.1)
    return None


def _next(host: str, page: str, version: int, words: str) -> int:
    """Wait until *page* shows these *words*; give the version of it, which comes after this one."""
    until = time.monotonic() + _WAIT
    while time.monotonic() < until:
        found = int(_get(f"http://{host}/livereload/{version}/1"))
        if found > version and words in (shown := _get(page)):
            return _version(shown)
    raise RuntimeError(f"The preview does not show: {words}")


def _get(address: str) -> str:
    with urlopen(address, timeout=_WAIT) as answer:  # noqa: S310 (our own server)
        return str(answer.read().decode())


def _version(page: str) -> int:
    found = _VERSION.search(page)
    if found is None:
        raise RuntimeError("The preview does not follow what is saved.")
    return int(found[1])


def _words(project: Path, number: int) -> str:
    """Give what an edit has changed last."""
    return str(read_briefing(briefing(project, number))["sections"][0]["body"]["en"].splitlines()[-1])


def _address(project: Path, number: int) -> str:
    name = briefing(project, number).with_suffix(".md").name
    _, front, _ = (
        (project / "docs/en/generated/document" / name).read_text(encoding="utf-8").split("---\n", 2)
    )
    return str(json.loads(front)["address"])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
