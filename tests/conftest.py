"""What all tests share: the sample project to build from, and the rule that CI skips nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from cyhoeddi.audit.browser.chromium import launch

PROJECT = Path(__file__).parent.parent
sys.path.insert(
    0, str(PROJECT)
)  # so that a test may import what stands beside it: from tests.site import ...

# A busy machine is no fault of the code; and CI must give the same answer for the same commit.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

CONTENT = (
    "mkdocs.yml",
    "accessibility.yaml",
    "audit.json",
    "briefings",
    "docs",
    "theme",
    "terms",
    "addresses.lock",
    "translations.lock",
    "scripts/mkdocs_hooks.py",
)
"""What a project folder is made of; the code comes from the installed package."""

Copy = Callable[[Path], Path]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def copy_project() -> Copy:
    """Copy the sample project, without anything generated, into the folder given, and give that folder."""

    def copy(folder: Path) -> Path:
        for name in CONTENT:
            here, there = PROJECT / name, folder / name
            if here.is_dir():
                shutil.copytree(here, there, ignore=shutil.ignore_patterns("generated", "__pycache__"))
            elif here.exists():
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(here, there)
        return folder

    return copy


@pytest.fixture(scope="session")
def run_cyhoeddi() -> Run:
    """Run the command in the project folder given, as a person would: run_cyhoeddi(folder, "build")."""

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("cyhoeddi")), *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)

    return run


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run in CI if any test was skipped: a proof that did not run is none."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("A test was skipped, which CI does not allow.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process: playwright can be started once in each."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()
