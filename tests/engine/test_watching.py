"""However a file is saved, the preview is made again; reading files and generating others does nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import EventQueue, ObservedWatch

from cyhoeddi.site import watching

FILE = "briefings/2023/one.yaml"


class Watched:
    """A project folder, and whether something was seen in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(root))
        watching.watch(self.server, root)
        self.server.observer.start()
        time.sleep(0.3)

    def sees(self, change: Callable[[], object]) -> bool:
        """Tell whether the server is to build again after a *change*."""
        self.server._want_rebuild = False
        change()
        until = time.monotonic() + 1.5
        while not self.server._want_rebuild and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.2)
        return self.server._want_rebuild


@pytest.fixture(params=[0, 1000], ids=["told", "looking"])
def watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Watched]:
    root = tmp_path / "project"
    for name in (
        FILE,
        "mkdocs.yml",
        "docs/en/index.md",
        "docs/en/generated/a.md",
        "theme/base.html",
        "scripts/mine.py",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("first")
    monkeypatch.setattr(watching, "_MANY", request.param)
    found = Watched(root)
    yield found
    found.server.observer.stop()
    found.server.observer.join()
    found.server.server_close()


def test_every_way_to_save_is_seen(watched: Watched) -> None:
    root = watched.root
    beside, away = root / "briefings/2023/one.yaml~", root.parent / "away"
    assert watched.sees(lambda: (root / FILE).write_text("second"))
    assert watched.sees(lambda: (beside.write_text("third"), beside.rename(root / FILE)))
    assert watched.sees(lambda: (away.write_text("fourth, longer"), away.rename(root / FILE)))
    assert watched.sees(lambda: (root / "mkdocs.yml").write_text("second"))
    assert watched.sees(lambda: (root / "docs/en/index.md").write_text("second"))
    assert watched.sees(lambda: (root / "theme/base.html").write_text("second"))
    assert watched.sees(lambda: (root / "scripts/mine.py").write_text("second"))
    assert watched.sees(lambda: (root / FILE).unlink())
    (root / "briefings/2024").mkdir()
    time.sleep(0.3)
    assert watched.sees(lambda: (root / "briefings/2024/two.yaml").write_text("new"))


def test_what_is_seen_while_it_is_written_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, told = tmp_path / "one.yaml", EventQueue()
    file.write_text("first")
    looks = watching._Looks(told, ObservedWatch(str(tmp_path), recursive=True))
    looks.on_thread_start()
    monkeypatch.setattr(watching, "_AT_ONCE", 2)
    file.write_text("")
    looking = threading.Thread(target=looks.queue_events, args=(0,))
    looking.start()
    while not looks._found and looking.is_alive():
        time.sleep(0.01)
    assert told.empty()
    file.write_text("second")
    looking.join()
    assert told.get_nowait()[0].src_path == str(file)
    looks.queue_events(0)
    assert told.empty()


def test_what_is_read_or_made_is_not(watched: Watched) -> None:
    root = watched.root
    assert not watched.sees(lambda: (root / FILE).read_text())
    assert not watched.sees(lambda: (root / "docs/en/generated/a.md").write_text("second"))
    (root / ".cyhoeddi").mkdir()
    assert not watched.sees(lambda: (root / ".cyhoeddi/lock").write_text("second"))


def test_a_folder_may_be_taken_away_and_come_back(watched: Watched) -> None:
    root = watched.root
    for name in ("briefings", "theme", "docs/en", "docs", "docs/en"):
        assert watched.sees(lambda name=name: (root / name).rename(root.parent / "away"))
        assert watched.sees(lambda name=name: (root.parent / "away").rename(root / name))
        (file,) = (
            path for path in (root / name).rglob("*") if path.is_file() and "generated" not in path.parts
        )
        assert watched.sees(lambda file=file: file.write_text("another"))


def test_a_folder_may_come_later(watched: Watched) -> None:
    root = watched.root
    for name in ("terms", "docs/cy"):
        assert watched.sees((root / name).mkdir)
        time.sleep(0.3)
        assert watched.sees(lambda name=name: (root / name / "new").write_text("new"))


def test_what_hooks_import_from_a_folder_is_watched(watched: Watched) -> None:
    root = watched.root
    assert watched.sees((root / "scripts/beside").mkdir)
    time.sleep(0.3)
    assert watched.sees(lambda: (root / "scripts/beside/words.py").write_text("new"))
    assert watched.sees(lambda: (root / "scripts/beside").rename(root.parent / "away"))
    assert watched.sees(lambda: (root.parent / "away").rename(root / "scripts/beside"))
    assert watched.sees(lambda: (root / "scripts/beside/words.py").write_text("another"))


def test_a_folder_that_is_not_watched_comes_and_goes_unseen(watched: Watched) -> None:
    root = watched.root
    assert not watched.sees((root / "site").mkdir)
    assert not watched.sees((root / "docs/en/generated/more").mkdir)
    assert not watched.sees((root / "site").rmdir)
