"""A page asks nothing of anybody else, and the browser has nothing to say about it."""

from __future__ import annotations

import pytest
from playwright.sync_api import ConsoleMessage, Request, Response

from tests.site.built import Site
from tests.site.conftest import WIDTHS, Open

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
SEARCH = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") + "; worker-src 'self'"
"""The policy of the page of results, on which Pagefind runs."""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_asks_another_host_or_makes_the_browser_complain(
    site: Site, host: str, open_window: Open, width: int
) -> None:
    window = open_window(width)
    findings: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith(host):
            findings.append(f"{window.url} asks {request.url}")

    def note_response(response: Response) -> None:
        if response.status >= 400 and not response.url.endswith("404.html"):
            findings.append(f"{window.url}: {response.url} answers {response.status}")

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was asked for before the icon had come
            findings.append(f"{window.url}: {request.url} failed: {request.failure}")

    def note_message(message: ConsoleMessage) -> None:
        findings.append(f"{window.url}: {message.text}")

    window.on("request", note_request)
    window.on("response", note_response)
    window.on("requestfailed", note_failure)
    window.on("console", note_message)
    window.on("pageerror", lambda error: findings.append(f"{window.url}: {error}"))
    for page in site.pages:
        if not page.is_redirect:
            window.goto(page.address)
    assert not findings, "\n".join(findings)


def test_every_page_carries_the_content_security_policy_before_anything_it_governs(site: Site) -> None:
    for page in site.pages:
        policies = page.all("meta", http_equiv="Content-Security-Policy")
        policy = SEARCH if page in site.kinds["search"] else POLICY
        assert [one.attributes["content"] for one in policies] == [policy], page.address
        first_asset = next(
            (one for one in page.elements if one.tag in {"link", "script", "img"}), policies[0]
        )
        assert page.elements.index(policies[0]) <= page.elements.index(first_asset), page.address


def test_nothing_is_set_or_stored(site: Site, open_window: Open) -> None:
    window = open_window(1280)
    for page in site.examples():
        window.goto(page.address)
        assert window.evaluate("localStorage.length + sessionStorage.length") == 0, page.address
    assert window.context.cookies() == []


def test_no_page_has_inline_script_or_style(site: Site) -> None:
    for page in site.pages:
        for element in page.elements:
            assert "style" not in element.attributes, (page.address, element.tag)
            assert not [name for name in element.attributes if name.startswith("on")], (
                page.address,
                element.tag,
            )
            assert element.tag != "style", page.address
            is_data = element.attributes.get("type") == "application/ld+json"
            assert element.tag != "script" or is_data or "src" in element.attributes, page.address
