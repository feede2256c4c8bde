"""The preview on this machine: drafts shown and marked, what has changed made again at every save.

MkDocs' own server watches, answers, and has browsers reload; the site is built as `cyhoeddi build` does it.
"""

from __future__ import annotations

import logging
import socket
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from cyhoeddi.inputs import read_inputs
from cyhoeddi.ledger import CACHE
from cyhoeddi.problems import Problem
from cyhoeddi.site import SiteError
from cyhoeddi.site.one_language import warm_up
from cyhoeddi.site.overrides import read_written
from cyhoeddi.site.problem_pages import ANYWHERE, make_plain_page, make_problem_pages
from cyhoeddi.site.served import Served
from cyhoeddi.site.standing import ASSETS
from cyhoeddi.site.swap import BusyError
from cyhoeddi.site.watching import watch

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Make: TypeAlias = Callable[[Served], Iterable[Problem]]
"""Builds the preview into its folder; if there are errors it leaves that alone, and gives the problems."""
Say: TypeAlias = Callable[[str], object]
"""Tells a sentence to the person who started the preview."""


def serve(project: Path, address: str, make: Make, say: Say) -> None:
    """Serve the preview of *project* at *address* (host:port) until it is ended by Ctrl+C."""
    logger = logging.getLogger("mkdocs.livereload")
    logger.addHandler(_handler())
    logger.setLevel(logging.INFO)
    # What it logs is not about the pages, which may be under way.
    logger.propagate = False
    server = _Server(project, address, make, say)
    with _plainly(address):
        # Before the first build, which takes minutes in a large archive.
        socket.create_server(server.server_address, family=server.address_family).close()
    # Its copies build the pages, and load the hooks: no process loads a module anew.
    warm_up(project)
    server.build_first()
    watch(server, project)
    try:
        with _plainly(address):
            server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()


@contextmanager
def _plainly(address: str) -> Iterator[None]:
    """Say in plain words why nothing can be served at *address*."""
    try:
        yield
    except OSError as error:
        raise SiteError(
            f"The preview could not be served at {address}: {error.strerror or error}. "
            "If another preview is open, end it, or choose another address."
        ) from error


class _Server(LiveReloadServer):
    """Shows the preview; while its sources have errors, a page of these at every address."""

    def __init__(self, project: Path, address: str, make: Make, say: Say) -> None:
        self._project, self._make, self._say = project, make, say
        mount = urlsplit(str(read_written(project).get("site_url") or "/")).path or "/"
        # Named after the address, since a project may be shown at two at the same time.
        name = f"served-{address.replace(':', '-')}"
        folder = project / CACHE / "preview" / name
        self._served = Served(f"http://{address}{mount}", folder)
        self._problems = folder.with_name(f"{name}-problems")
        host, _, port = address.rpartition(":")
        super().__init__(self._build_again, host, int(port), str(folder), mount)
        self.error_handler = self._not_found

    def build_first(self) -> None:
        """Build until nobody saves a file meanwhile: what is saved is only watched from then on."""
        same = False
        while not same:
            before = read_inputs(self._project)
            self.build()
            same = before is None or before.still_so(self._project)

    def build(self) -> None:
        """Make what is to be shown. Raises `SiteError` or `OSError` if it cannot be made."""
        self._served.folder.parent.mkdir(parents=True, exist_ok=True)
        problems = self._made()
        if problems:
            make_problem_pages(self._project, problems, self._problems, self._served.address)
        self.root = str(self._problems if problems else self._served.folder)

    def _made(self) -> tuple[Problem, ...]:
        while True:
            try:
                return tuple(self._make(self._served))
            except BusyError as error:
                self._say(str(error))

    def _build_again(self) -> None:
        try:
            self.build()
            return
        except SiteError as error:
            message = str(error)
        except OSError as error:
            message = f"{error.filename or self._project}: {error.strerror or error}"
        except (Exception, SystemExit):
            # A mistake in a template, or a fault of ours: nobody must wait for an answer for ever.
            message = traceback.format_exc().rstrip()
        self._say(message)
        make_plain_page(self._problems, message)
        self.root = str(self._problems)

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer; and once more, if the answer had to wait for a build that shows something else."""
        root = ""
        while root != self.root:
            root, head = self.root, _Head()
            # No file has such a name, and to look for it is an error.
            environ = environ | {"PATH_INFO": environ["PATH_INFO"].replace("\0", "?")}
            asked = self._at_any_address(environ) if root == str(self._problems) else environ
            answer = super().serve_request(asked, head)
        start_response(*head.words)
        return answer

    def _at_any_address(self, environ: WSGIEnvironment) -> WSGIEnvironment:
        path = environ["PATH_INFO"]
        if path.startswith(("/livereload/", f"{self.mount_path}{ASSETS}/")):
            return environ
        return environ | {"PATH_INFO": f"{self.mount_path}{ANYWHERE}"}

    def _not_found(self, code: int) -> bytes | None:
        file = Path(self.root, f"{code}.html")
        return file.read_bytes() if file.is_file() else None


class _Head:
    """Keeps how an answer is to begin."""

    def __call__(self, *words: Any) -> None:
        self.words = words


def _handler() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(_wanted)
    return handler


def _wanted(record: logging.LogRecord) -> bool:
    """Leave out what MkDocs tells developers; keep where the preview stands and when it was made again."""
    message = record.getMessage()
    return any(words in message for words in ("Serving on", "Reloading browsers", "error"))
