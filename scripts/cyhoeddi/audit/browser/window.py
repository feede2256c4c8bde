"""One page in one browser window, as a reader has it before them, and what probes may ask of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as BrowserError

from cyhoeddi.audit.browser.views import View
from cyhoeddi.audit.finding import Box, Finding
from cyhoeddi.problems import Level

Element = dict[str, Any]
"""What page.js's `describe` tells of an element: selector, snippet, name, box; probes add to it."""

STYLES = [
    *(
        "background-color",
        "background-image",
        "border-bottom-style",
        "border-bottom-width",
        "clip",
        "clip-path",
    ),
    *("color", "cursor", "display", "filter", "font-family", "font-size", "font-style", "font-weight"),
    *("letter-spacing", "line-height", "opacity", "outline-color", "outline-style", "outline-width"),
    *("overflow-x", "overflow-y", "position", "text-align", "text-decoration-line", "text-shadow"),
    *("text-transform", "transform", "visibility", "white-space", "z-index"),
]
"""What axe-core and Equal Access read of computed styles."""

LOADING = 30_000
"""Milliseconds that a page is given to load."""


class Window:
    """A page that has been loaded; `run` asks it something, `find` makes a finding of the answer."""

    def __init__(self, page: Page, address: str, view: View, modules: Path) -> None:
        self.page = page
        self.address = address
        self.view = view
        self.modules = modules
        self.devtools = page.context.new_cdp_session(page)
        frame = self.devtools.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = self.devtools.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "audit"})
        self._world = world["executionContextId"]
        self._evaluate(source("page"))

    def show(self, view: View) -> None:
        """Look at the page as it stands in another *view*, from its top."""
        self.view = view
        self.page.emulate_media(**view.emulation)
        size = {"width": view.width, "height": view.height}
        if self.page.viewport_size != size:
            self.page.set_viewport_size({"width": view.width, "height": view.height})
        self.ask("document.activeElement?.blur(), scrollTo(0, 0)")

    def run(self, name: str, argument: object = None) -> Any:
        """Call the function in the file *name*.js on the page and give what it returns, as JSON has it."""
        return self._evaluate(f"({source(name)})({json.dumps(argument)})")

    def ask(self, expression: str) -> Any:
        """Give the value of an *expression* in the world of page.js."""
        return self._evaluate(expression)

    def look(self) -> str:
        """Give a digest of all that can be seen of the page: boxes, words, order, and STYLES."""
        asked = {"computedStyles": STYLES, "includePaintOrder": True}
        told = self.devtools.send("DOMSnapshot.captureSnapshot", asked)
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def overhear(self, kinds: Collection[str]) -> None:
        """Let page.js have, as `audit.listening`, the nodes on which the page hears *kinds* of events."""
        document = self.devtools.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
        told = self.devtools.send("DOMDebugger.getEventListeners", {"objectId": document, "depth": -1})
        nodes = {one["backendNodeId"]: None for one in told["listeners"] if one["type"] in kinds}
        # From the world of the page, where scripts listen, into that of page.js.
        here = [
            self.devtools.send("DOM.resolveNode", {"backendNodeId": node, "executionContextId": self._world})
            for node in nodes
        ]
        call = {
            "functionDeclaration": "function (...nodes) { audit.listening = nodes; }",
            "executionContextId": self._world,
            "arguments": [{"objectId": node["object"]["objectId"]} for node in here],
        }
        self.devtools.send("Runtime.callFunctionOn", call)

    def borrow(self, script: str) -> None:
        """Load a foreign tool, a file under node_modules, beside page.js; the page does not notice."""
        self._evaluate(f"{_read(self.modules / script)}\n;0")

    def find(
        self,
        rule: str,
        element: Element | None,
        message: str,
        hint: str,
        criterion: str = "",
        *,
        state: str = "",
        level: Level = Level.ERROR,
    ) -> Finding:
        """Give a finding about an *element* of this page, or about the page, in this view."""
        told = element or {}
        return Finding(
            rule=rule,
            address=self.address,
            message=message.rstrip("."),
            hint=hint,
            criterion=criterion,
            selector=told.get("selector", ""),
            snippet=told.get("snippet", ""),
            view=f"{self.view.name}, {state}" if state else self.view.name,
            box=Box(*(round(number, 1) for number in told["box"])) if "box" in told else None,
            level=level,
        )

    def _evaluate(self, expression: str) -> Any:
        answer = self.devtools.send(
            "Runtime.evaluate",
            {"expression": expression, "contextId": self._world, "awaitPromise": True, "returnByValue": True},
        )
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"]
            raise BrowserError(thrown.get("exception", {}).get("description", thrown["text"]))
        return answer["result"].get("value")


@contextmanager
def opened(browser: Browser, host: str, view: View, *, scripts: bool = True) -> Iterator[Page]:
    """Open an empty window that knows nothing of others, with or without JavaScript."""
    context: BrowserContext = browser.new_context(
        base_url=host,
        viewport={"width": view.width, "height": view.height},
        java_script_enabled=scripts,
        accept_downloads=False,
    )
    try:
        page = context.new_page()
        page.set_default_timeout(LOADING)
        page.emulate_media(**view.emulation)
        yield page
    finally:
        context.close()


@cache
def source(name: str) -> str:
    """Give the text of a script of this room."""
    return Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8").rstrip().rstrip(";")


@cache
def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
