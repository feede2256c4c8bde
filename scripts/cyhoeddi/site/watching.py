"""What `serve` watches: the files that people write, and none that is made of them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

_MANY, _SOON = 1000, 0.05
"""Fewer publications than this are looked at this often, in seconds; MkDocs does so every half second."""


def watch(server: LiveReloadServer, project: Path) -> None:
    """Have *server* build again when a file of *project* is saved."""
    if sum(1 for _ in (project / "briefings").rglob("*.yaml")) < _MANY:
        server.observer = PollingObserver(timeout=_SOON)
    server.build_delay = _SOON
    # The project folder without the folders in it: mkdocs.yml, addresses.lock and the like.
    for path, deep in (
        (project, False),
        (project / "docs/en", False),
        (project / "docs/cy", False),
        (project / "briefings", True),
        (project / "terms", True),
        (project / "theme", True),
    ):
        if path.is_dir():
            server.watch(str(path), recursive=deep)
