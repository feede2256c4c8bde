"""What `serve` watches: the files that people write, and none that is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter

from cyhoeddi.design import HOOKS, hook_folders

_MANY, _SOON = 1000, 0.05
"""Fewer publications than this are looked at this often, in seconds: that works on every disk. To look at
more takes too long; there the system is asked to tell of changes."""
_AT_ONCE = 0.02
"""What is saved so many seconds later, as the second file of two, is built with the first."""
_WATCHED = {
    ".": False,
    "docs": False,
    "docs/en": False,
    "docs/cy": False,
    "briefings": True,
    "terms": True,
    "theme": True,
    HOOKS: False,
}
"""What is watched in the project folder, and whether with the folders in it. In the folder itself stand
mkdocs.yml, addresses.lock and the like."""
_SAVED = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]


class _Told(Observer):  # type: ignore[misc, valid-type]  # which class it is depends on the system
    """Is told by the system where a file was saved; that one was read, as each build does, is no news."""

    def schedule(self, *what: Any, **how: Any) -> Any:
        """Begin to watch a folder."""
        return super().schedule(*what, **how, event_filter=_SAVED)


class _Looks(PollingEmitter):
    """Looks for itself, and tells once of all that it finds.

    A file may be seen while it is written, empty: it looks again before it tells.
    """

    def __init__(self, *what: Any, **how: Any) -> None:
        super().__init__(*what, **how)
        self._found: dict[bool, FileSystemEvent] = {}
        """A file and a folder, if one of each was found: nobody asks which or how many."""

    def queue_event(self, event: FileSystemEvent) -> None:
        """Hold back what was found."""
        self._found[event.is_directory] = event

    def queue_events(self, timeout: float) -> None:
        """Wait, look, and tell what was found."""
        super().queue_events(timeout)
        if self._found:
            super().queue_events(_AT_ONCE)
        for event in self._found.values():
            super().queue_event(event)
        self._found.clear()


def watch(server: LiveReloadServer, project: Path) -> None:
    """Have *server* build again when a file of *project* is saved."""
    many = sum(1 for _ in (project / "briefings").rglob("*.yaml")) >= _MANY
    observer: BaseObserver = _Told() if many else BaseObserver(_Looks, timeout=_SOON)
    server.observer = observer  # type: ignore[assignment]  # MkDocs names the class that it makes itself
    # What looks has waited already.
    server.build_delay = _AT_ONCE if many else 0
    _Folders(server, project).follow()


class _Folders(FileSystemEventHandler):
    """The folders that are watched, which may be taken away and come back, or come later."""

    def __init__(self, server: LiveReloadServer, project: Path) -> None:
        self._server, self._project = server, project
        self._watched: dict[str, int] = {}
        """The number on the disk of each folder that is watched."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Have the server build again, as for a file, if a folder has come, gone, or been replaced."""
        if event.is_directory and self.follow():
            # MkDocs has no other word for this: its own handler does the same.
            with self._server._rebuild_cond:  # noqa: SLF001
                self._server._want_rebuild = True  # noqa: SLF001
                self._server._rebuild_cond.notify_all()  # noqa: SLF001

    def follow(self) -> bool:
        """Watch what is there now; tell whether that is other than before."""
        before = dict(self._watched)
        # Beside hooks the program may stand, which a process that runs does not load again.
        beside = {f"{HOOKS}/{folder.name}": True for folder in hook_folders(self._project)}
        gone = {name: False for name in before if name.startswith(f"{HOOKS}/")}
        for name, deep in (_WATCHED | gone | beside).items():
            path = self._project / name
            number = path.stat().st_ino if path.is_dir() else None
            if number != before.get(name):
                if self._watched.pop(name, None) is not None:
                    self._server.unwatch(str(path))
                if number is not None:
                    self._server.watch(str(path), recursive=deep)
                    if not deep:
                        # In it, one of the others may come and go.
                        self._server.observer.schedule(self, str(path), recursive=False)
                    self._watched[name] = number
        return self._watched != before
