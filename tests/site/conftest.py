"""The built sample site, served on this machine, and a browser to read it with."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from cyhoeddi.audit.target import served
from tests.conftest import Copy, Run
from tests.site.built import Site

WIDTHS = {1280: 900, 320: 640}
"""The two screens that every page is met on: width and height in pixels."""

BESIDE = Path(__file__).with_name("beside")
"""Publications that stand beside those of an owner, for every kind of page to be there."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, copy_project: Copy, run_cyhoeddi: Run) -> Site:
    """The site of this folder and `BESIDE`, built once by the command, whatever the number of processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    project = shared / "sample"
    with (shared / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not project.exists():
            shutil.copytree(BESIDE, copy_project(project) / "briefings", dirs_exist_ok=True)
            built = run_cyhoeddi(project, "build")
            assert built.returncode == 0, built.stdout + built.stderr
    return Site(project, read_bases(project))


@pytest.fixture(scope="session")
def host(site: Site) -> Iterator[str]:
    """The address that the sample site is served at, without a slash at the end."""
    with served(site.folder) as address:
        yield address


@pytest.fixture
def open_window(browser: Browser, host: str) -> Iterator[Open]:
    """Open a window of a width: open_window(320); further arguments are playwright's for a context."""
    contexts = []

    def open_at(width: int, height: int | None = None, **options: object) -> Page:
        size = {"width": width, "height": height or WIDTHS[width]}
        context = browser.new_context(base_url=host, viewport=size, reduced_motion="reduce", **options)
        contexts.append(context)
        return context.new_page()

    yield open_at
    for context in contexts:
        context.close()


def read_bases(project: Path) -> dict[str, str]:
    """Give the address of the site's root for each language that mkdocs.yml names, ending in a slash."""
    settings = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    own = settings["extra"].get("addresses", {})
    return {language: own.get(language, settings["site_url"]).rstrip("/") + "/" for language in ("en", "cy")}
