"""A Chromium that starts: one on the machine, else the one that playwright downloaded.

python tests/site/chromium.py    prints its path; exit status 1 if there is none
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")


@cache
def executable() -> str | None:
    """The path of the first one that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def arguments() -> list[str]:
    """What it is started with: quiet towards the network; without its sandbox for root, who can have none."""
    quiet = ["--disable-background-networking", "--disable-gpu", "--disable-dev-shm-usage"]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path


def _starts(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    found = executable()
    print(found or "No Chromium that starts was found.")
    sys.exit(found is None)
