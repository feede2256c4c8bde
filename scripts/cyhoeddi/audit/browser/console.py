"""The browser has nothing to say about a page, and the page asks nothing of anybody else."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from cyhoeddi.audit.browser.views import View
from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Level

RULE = "console"

OURS = "net::ERR_ABORTED"
"""The window was closed before an icon had come."""


class Console:
    """Listens to a window from before its page is loaded; `findings` grows meanwhile."""

    def __init__(self, page: Page, host: str, address: str, view: View) -> None:
        self.findings: list[Finding] = []
        self._host, self._address, self._view = host, address, view
        page.on("console", self._message)
        page.on("pageerror", lambda error: self._note(f"a script fails: {error}", "Mend the script."))
        page.on("request", self._request)
        page.on("requestfailed", self._failure)
        page.on("response", self._response)

    def _message(self, message: ConsoleMessage) -> None:
        # Chromium writes of every request that fails as well; that is noted where it failed.
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            level = Level.ERROR if message.type == "error" else Level.WARNING
            self._note(f"the browser says: {message.text}", "Mend what it complains of.", level)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._host + "/", "data:", "blob:")):
            hint = "Let the site serve it itself: who reads a page is nobody else's business."
            self._note(f"asks another host for {request.url}", hint)

    def _failure(self, request: Request) -> None:
        if request.url.startswith(self._host + "/") and request.failure != OURS:
            hint = "Mend the address, or the security policy if that forbids it."
            self._note(f"{self._path(request.url)} cannot be loaded: {request.failure}", hint)

    def _response(self, response: Response) -> None:
        # The page that a server gives for what is not there is looked at like any other.
        if response.status >= 400 and self._path(response.url) != self._address:
            hint = "Put the file there, or mend the address."
            self._note(f"{self._path(response.url)} answers {response.status}", hint)

    def _path(self, url: str) -> str:
        return url.removeprefix(self._host)

    def _note(self, message: str, hint: str, level: Level = Level.ERROR) -> None:
        text = " ".join(message.split())[:300].rstrip(".")
        self.findings.append(Finding(RULE, self._address, text, hint, view=self._view.name, level=level))
