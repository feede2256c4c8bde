"""What is audited, a folder or an address, made a `Site` that is served on this machine meanwhile."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import MappingProxyType
from urllib.parse import urlsplit

from cyhoeddi.audit.crawl import crawl
from cyhoeddi.audit.site import Site

HERE = frozenset({"127.0.0.1", "::1", "localhost"})
"""The names of this machine; nothing else is ever asked."""

_TYPES = MappingProxyType(
    {
        ".html": "text/html",
        ".htm": "text/html",
        ".css": "text/css",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".json": "application/json",
        ".xml": "application/xml",
        ".svg": "image/svg+xml",
        ".txt": "text/plain",
        ".md": "text/markdown",
        ".csv": "text/csv",
        ".pdf": "application/pdf",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    }
)
"""The media types that must not depend on what a machine happens to know."""


class AuditError(Exception):
    """Nothing can be audited; the message says why and what to do, in sentences."""


@contextmanager
def open_site(target: str) -> Iterator[Site]:
    """Give the site that *target* names, a folder or an address on this machine, while the block runs.

    AuditError if there is none, or if it is not on this machine.
    """
    if "://" in target:
        address = _checked(target)
        with TemporaryDirectory(prefix="cyhoeddi-audit-") as folder:
            try:
                site = crawl(address, Path(folder))
            except OSError as error:
                raise AuditError(f"{target} does not answer: {error}. Is its server running?") from error
            if not site.pages:
                raise AuditError(f"{target} gives no HTML page. Name the address of the start page.")
            yield site
        return
    folder_ = Path(target).resolve()
    if not folder_.is_dir():
        raise AuditError(f"{target} is no folder and no address. Build the site first, or name another.")
    with served(folder_) as host:
        site = Site(folder_, host)
        if not site.pages:
            raise AuditError(f"{target} holds no HTML page. Name the folder that the built site is in.")
        yield site


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* to this machine alone while the block runs; gives the address, no slash at its end."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _checked(target: str) -> str:
    """Give the address *target* without what follows its path."""
    try:
        parts = urlsplit(target)
        known = parts.scheme == "http" and parts.hostname in HERE
        port = parts.port or 80
    except ValueError:
        known, port = False, 0
    if not known:
        raise AuditError(
            f"{target} is not on this machine. Only addresses such as http://127.0.0.1:8000/ are audited: "
            "fetch a copy of the site and name its folder instead."
        )
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"http://{host}:{port}{parts.path or '/'}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A browser that goes away in the middle of a file is no news.
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet: what a page lacks, the checks say."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def guess_type(self, path: object) -> str:
        """Give the media type by the file's name, and UTF-8 for all that is text."""
        suffix = Path(str(path)).suffix.lower()
        kind = _TYPES.get(suffix) or mimetypes.guess_type(str(path))[0] or "application/octet-stream"
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        return f"{kind}; charset=utf-8" if is_text else kind

    def list_directory(self, path: object) -> None:  # noqa: ARG002 (whatever it holds)
        """Refuse: a folder without a page of its own is no page."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is not there, if it has one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that its parent gives)
        """Keep quiet: nobody asked for a log."""
