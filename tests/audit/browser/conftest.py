"""Small pages made by hand, opened in one Chromium that serves all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cyhoeddi.audit.browser.views import VIEWS
from cyhoeddi.audit.browser.window import Window, opened
from cyhoeddi.audit.target import served
from tests.conftest import PROJECT

MODULES = PROJECT / "node_modules"

CLEAN = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bees</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
{head}
</head>
<body>
<header><a class="skip" href="#main">Skip to main content</a> <a href="/">Home</a><nav aria-label="Site">
<ul><li><a href="/about/">About</a></li><li><a href="/news/">News</a></li></ul></nav></header>
<main id="main"><h1>Bees</h1><p>Bees live in hives and make honey from what flowers give them.</p>
{main}
</main>
<footer><p>Made by hand</p></footer>
</body>
</html>
"""

STYLE = """
body { margin: 0 20px; font: 18px/1.5 sans-serif; color: #1f1f1f; background: #fff }
a { color: #0360a6 }
a:hover { color: #02457a }
a:visited { color: #551a8b }
li a, header > a { display: inline-block; padding: 6px 0 }
.skip { position: absolute; left: -999em }
.skip:focus { left: 0; top: 0; background: #fff }
:focus-visible { outline: 3px solid #1f1f1f; outline-offset: 2px }
"""

Open = Callable[..., Window]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the pages of the tests are part of."""
    folder = tmp_path_factory.mktemp("bees")
    (folder / "style.css").write_text(STYLE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    """The address that it is served at, without a slash at the end."""
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, folder: Path, host: str) -> Iterator[Open]:
    """Open the clean page with something in it: open_page("<p>Fault", view="320 px")."""
    windows = []

    def open_it(main: str = "", *, head: str = "", view: str = "1280 px", scripts: bool = True) -> Window:
        address = write_page(folder, main, head)
        seen = next(one for one in VIEWS if one.name == view)
        context = opened(browser, host, seen, scripts=scripts)
        page = context.__enter__()
        windows.append(context)
        page.goto(address)
        window = Window(page, address, seen, MODULES)
        window.ask("audit.still() && null")
        return window

    yield open_it
    for context in windows:
        context.__exit__(None, None, None)


def write_page(folder: Path, main: str, head: str = "") -> str:
    """Put the clean page with these additions into the *folder* and give its address."""
    html = CLEAN.replace("{main}", main).replace("{head}", head)
    name = f"{len(list(folder.glob('*.html')))}.html"
    (folder / name).write_text(html, encoding="utf-8")
    return f"/{name}"
