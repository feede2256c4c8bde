"""What `serve` watches: the files that people write, and none that is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

_MANY, _SOON = 1000, 0.05
"""Fewer publications than this are looked at this often, in seconds: that works on every disk. To look at
more takes too long; there the system is asked to tell of changes."""
_SAVED = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class _Told(Observer):  # type: ignore[misc, valid-type]  # which class it is depends on the system
    """Is told by the system where a file was saved; that one was read, as each build does, is no news."""

    def schedule(self, *what: Any, **how: Any) -> Any:
        """Begin to watch a folder."""
        return super().schedule(*what, **how, event_filter=_SAVED)


def watch(server: LiveReloadServer, project: Path) -> None:
    """Have *server* build again when a file of *project* is saved."""
    many = sum(1 for _ in (project / "briefings").rglob("*.yaml")) >= _MANY
    server.observer = _Told() if many else PollingObserver(timeout=_SOON)
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
