"""A site that is served on this machine → a folder that mirrors it, by following every address it names."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from time import monotonic
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.references import linked, loaded, loaded_by_style
from cyhoeddi.audit.site import Site

SEEDS = ("/sitemap.xml", "/robots.txt", "/404.html", "/favicon.ico")
"""What no link need name; no fault if it is not there."""

MOST = 50_000
"""Files that are fetched at most: a site without end is audited as far as this."""

_PATIENCE = 30
"""Seconds to wait for the next piece of a file."""
_LONGEST = 120
"""Seconds to wait for a whole file."""
_LARGEST = 500_000_000
_PIECE = 65_536
_LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>|\bhref=[\"'](.*?)[\"']", re.DOTALL)
_NO_PATH = re.compile(r"[\x00-\x1f]|(?:^|/)\.\.(?:/|$)|[^/]{200}")


@dataclass(frozen=True)
class _Answer:
    """What the server gave, at the address it gave it under."""

    address: str
    kind: str
    body: bytes


def crawl(start: str, folder: Path) -> Site:
    """Copy the site that begins at the URL *start* into *folder*, and give it.

    OSError if the start page cannot be had. Only the server of *start* is asked.
    """
    return _Crawl(start, folder).run()


class _Crawl:
    def __init__(self, start: str, folder: Path) -> None:
        parts = urlsplit(start)
        self._host = f"{parts.scheme}://{parts.netloc}"
        self._start = unquote(parts.path)
        self._folder = folder
        self._base = self._start[: self._start.rindex("/")]
        self._waiting: deque[str] = deque()
        self._seen: set[str] = set()
        self._elsewhere: set[str] = set()
        """Whole URLs of other servers, which are this site if a canonical link says so."""
        self._bases = {self._host}
        self._named: dict[str, str] = {}
        self._leads_on: dict[str, str] = {}
        self._queries = 0
        self._unfit = 0
        self._opener = build_opener(ProxyHandler({}), _SameServer(self._host))

    def run(self) -> Site:
        self._take(self._start, self._fetch(self._start, must=True))
        self._seen.add(self._start)
        for seed in SEEDS:
            self._wait("/" + seed.lstrip("/"))
            self._wait(self._base + seed)
        while self._waiting and len(self._seen) <= MOST:
            address = self._waiting.popleft()
            self._take(address, self._fetch(address))
            if not self._waiting:
                self._come_home()
        return Site(self._folder, self._host, self._named, self._leads_on, self._left_out())

    def _left_out(self) -> dict[str, int]:
        numbers = {"queries": self._queries, "unfit": self._unfit, "beyond": len(self._waiting)}
        return {key: number for key, number in numbers.items() if number}

    def _wait(self, address: str) -> None:
        if address not in self._seen:
            self._seen.add(address)
            self._waiting.append(address)

    def _fetch(self, address: str, *, must: bool = False) -> _Answer | None:
        """Give what the server has at *address*; None if that is nothing."""
        request = Request(self._host + quote(address, safe="/:@!$&'()*+,;=~"), headers={"Accept": "*/*"})  # noqa: S310
        try:
            with self._opener.open(request, timeout=_PATIENCE) as answer:
                path = unquote(urlsplit(answer.url).path) or "/"
                return _Answer(path, answer.headers.get_content_type(), _read(answer))
        except HTTPError as error:
            error.close()
            if must and error.code in (301, 302, 303, 307, 308):
                raise OSError("it leads on to another server, which is not asked") from error
            if must:
                raise OSError(f"it answers with {error.code}") from error
        except (OSError, HTTPException, ValueError) as error:
            if must:
                raise OSError(str(getattr(error, "reason", None) or error)) from error
        return None

    def _take(self, asked: str, answer: _Answer | None) -> None:
        """Keep *answer*, and note what it names."""
        if answer is None:
            return
        if answer.address != asked:
            self._leads_on[asked] = answer.address
            if answer.address in self._seen and answer.address not in self._waiting:
                return
            self._seen.add(answer.address)
            if answer.address in self._waiting:
                self._waiting.remove(answer.address)
        if not self._keep(answer):
            self._unfit += 1
            return
        for link in self._names(answer):
            self._follow(answer.address, link)

    def _keep(self, answer: _Answer) -> bool:
        """Write *answer* to the folder; tell whether it has a place there."""
        name = answer.address.lstrip("/")
        if answer.address.endswith("/"):
            name += "index.html"
        elif answer.kind == "text/html" and not name.endswith(".html"):
            name += ".html"
            self._named[name] = answer.address
        file = self._folder / name
        if _NO_PATH.search(name) or not file.resolve().is_relative_to(self._folder.resolve()):
            return False
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(answer.body)
        except OSError:
            # A file where there must be a folder too, as /a beside /a/b.
            return False
        return True

    def _names(self, answer: _Answer) -> Iterator[str]:
        """Yield every address that *answer* names, as it is written there."""
        text = answer.body.decode("utf-8", errors="replace")
        if answer.kind == "text/html":
            page = Page(answer.address, text)
            self._learn_base(page)
            yield from loaded(page)
            yield from linked(page)
        elif answer.kind == "text/css":
            yield from loaded_by_style(text)
        elif answer.kind.endswith("xml") and "svg" not in answer.kind:
            yield from (unescape(found[1] or found[2]) for found in _LOCATION.finditer(text))

    def _learn_base(self, page: Page) -> None:
        link = page.first('link[rel="canonical"]')
        url = (link.attributes.get("href") if link else None) or ""
        if url.startswith(("http://", "https://")) and unquote(url).endswith(page.address):
            self._bases.add(unquote(url).removesuffix(page.address))

    def _follow(self, address: str, link: str) -> None:
        try:
            url = urljoin(self._host + quote(address), link)
            parts = urlsplit(url)
        except ValueError:
            return
        if parts.scheme not in ("http", "https"):
            return
        if not url.startswith((self._host + "/", self._host + "?")) and url != self._host:
            self._elsewhere.add(url)
            return
        # After a file's name, a query is about its version; after a page's, it may be another page.
        self._queries += bool(parts.query) and "." not in parts.path.rpartition("/")[2]
        self._wait(unquote(parts.path) or "/")

    def _come_home(self) -> None:
        """Wait for what was named by its public address, as far as such addresses are this site's by now."""
        for base in sorted(self._bases, key=len, reverse=True):
            home = {url for url in self._elsewhere if url.startswith(base + "/")}
            self._elsewhere -= home
            for url in sorted(home):
                self._wait(unquote("/" + urlsplit(url.removeprefix(base + "/")).path.lstrip("/")))


def _read(answer: IO[bytes]) -> bytes:
    """Read the whole of *answer*; OSError if it is endless, or slower than anybody would wait for."""
    end = monotonic() + _LONGEST
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(_PIECE):  # type: ignore[attr-defined]
        parts.append(part)
        size += len(part)
        if size > _LARGEST or monotonic() > end:
            raise OSError("it does not come to an end")
    return b"".join(parts)


class _SameServer(HTTPRedirectHandler):
    """Follows where the server leads on to itself; anything from elsewhere is not asked."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.startswith(self._host + "/"):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)
