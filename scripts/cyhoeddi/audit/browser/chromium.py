"""A Chromium that starts: one on the machine, else the one that playwright downloaded.

`python -m cyhoeddi.audit.browser.chromium` has the exit status 1 if there is none, for scripts/setup-browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")


@cache
def executable() -> str | None:
    """Give the path of the first one that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def arguments() -> list[str]:
    """Give what it is started with: no word to anybody but this machine, and its sandbox unless it is root's.

    Root can have no sandbox. A host that is not this machine is asked for in vain, and seen to be asked for.
    """
    quiet = ["--disable-background-networking", "--disable-gpu", "--disable-dev-shm-usage"]
    here = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return [*quiet, here, *sandbox]


def launch(playwright: Playwright) -> Browser:
    """Start it; FileNotFoundError if there is none."""
    path = executable()
    if path is None:
        raise FileNotFoundError("No Chromium that starts was found")
    return playwright.chromium.launch(executable_path=path, args=arguments())


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path


def _starts(path: str) -> bool:
    try:
        # A path from PATH or from playwright, never from a site.
        return subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    sys.exit(executable() is None)
