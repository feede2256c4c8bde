"""What a browser fetches for a first search, and how long its reader waits."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Window

from bench.search_peers import PAGEFIND
from cyhoeddi.audit.browser.chromium import launch

RUNS: Final = 3
PATIENCE: Final = 120_000
"""Milliseconds: lunr makes its index in the browser."""
TEN: Final = 10

_OURS = """(query) => new Promise((done) => {
  const place = document.getElementById("search_results");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (!place.querySelector("h3")) return;
    observer.disconnect();
    done([performance.now() - start, place.querySelectorAll("h3").length]);
  }).observe(place, { childList: true, subtree: true });
  document.getElementById("search_query").value = query;
  document.getElementById("search_find").requestSubmit();
})"""
_PAGEFIND = f"""async (query) => {{
  const start = performance.now();
  const pagefind = await import("/{PAGEFIND}/pagefind.js");
  const {{ results }} = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, {TEN}).map((result) => result.data()));
  return [performance.now() - start, shown.length];
}}"""
_MATERIAL = """(query) => new Promise((done) => {
  const list = document.querySelector(".md-search-result__list");
  const input = document.querySelector("[data-md-component=search-query]");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (!list.querySelector("li")) return;
    observer.disconnect();
    setTimeout(() => done([shown, list.querySelectorAll(".md-search-result__item").length]), 500);
    const shown = performance.now() - start;
  }).observe(list, { childList: true, subtree: true });
  input.focus();
  input.value = query;
  for (const name of ["input", "keyup"]) input.dispatchEvent(new Event(name, { bubbles: true }));
})"""


@dataclass(frozen=True, slots=True)
class Search:
    """One search, the first of a reader."""

    fetched: int
    """Bytes, as the files are."""
    compressed: int
    """Bytes from a server that compresses."""
    files: int
    milliseconds: float
    """From the query to the first results."""
    shown: int
    """Results shown at first, or ten if more can be."""


@dataclass(frozen=True, slots=True)
class Host:
    """A folder that is served."""

    address: str
    fetched: list[Path]
    """The files that were fetched, in their order."""


@contextmanager
def served(folder: Path) -> Iterator[Host]:
    """Serve *folder* to this machine alone while the block runs, and note what is fetched."""
    fetched: list[Path] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002 (its parent gives it)
            if code == 200:
                file = Path(self.translate_path(self.path))
                fetched.append(file / "index.html" if file.is_dir() else file)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that its parent gives)
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}", fetched)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def browser() -> Iterator[Browser]:
    """Run a Chromium while the block runs."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


def search_ours(browser: Browser, host: Host, results: str, query: str) -> Search:
    """Ask the page of *results*, such as /en/search/, which has been loaded before."""
    return _median([_asked(browser, host, results, _OURS, query) for _ in range(RUNS)])


def search_pagefind(browser: Browser, host: Host, page: str, query: str) -> Search:
    """Ask plain Pagefind on a *page*, in whose language it searches; without its interface."""
    return _median([_asked(browser, host, page, _PAGEFIND, query) for _ in range(RUNS)])


def search_material(browser: Browser, host: Host, page: str, query: str) -> Search:
    """Ask the search box of a Material page; its index counts whenever it is fetched."""
    return _median([_asked(browser, host, page, _MATERIAL, query, always="search") for _ in range(RUNS)])


def _asked(browser: Browser, host: Host, page: str, script: str, query: str, always: str = "\0") -> Search:
    """Load *page*, then ask; files of before count if their names hold *always*."""
    context = browser.new_context(base_url=host.address)
    window: Window = context.new_page()
    window.set_default_timeout(PATIENCE)
    host.fetched.clear()
    window.goto(page)
    window.wait_for_load_state("networkidle")
    before = [file for file in host.fetched if always in str(file.name)]
    host.fetched.clear()
    milliseconds, shown = window.evaluate(script, query)
    files = [*before, *host.fetched]
    context.close()
    sizes = [(len(content), len(gzip.compress(content, 6))) for content in map(Path.read_bytes, files)]
    return Search(
        fetched=sum(plain for plain, _ in sizes),
        compressed=sum(min(both) for both in sizes),
        files=len(files),
        milliseconds=milliseconds,
        shown=min(shown, TEN),
    )


def _median(searches: list[Search]) -> Search:
    return sorted(searches, key=lambda one: one.milliseconds)[len(searches) // 2]
