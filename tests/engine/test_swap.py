from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from cyhoeddi.site import SiteError, swap
from tests.engine.hand_made import files, write

OLD, NEW = {"index.html": b"old", "a/b.html": b"old"}, {"index.html": b"new", "c.html": b"new"}

# Runs the swap in a process that kills itself as a certain call of the file system begins or has ended.
KILLED = """
import os, pathlib, shutil, signal, sys
from pathlib import Path
from cyhoeddi.site import swap

project, exchanges, name, number, after = Path(sys.argv[1]), *sys.argv[2:]
if exchanges == "no":
    swap.exchange = lambda one, other: False
steps = 0

def killing(owner, attribute):
    real = getattr(owner, attribute)
    def step(*arguments, **named):
        global steps
        steps += 1
        last = steps == int(number)
        if last and after == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*arguments, **named)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    setattr(owner, attribute, step)

killing(Path, "rename")
killing(Path, "mkdir")
killing(os, "unlink")
killing(os, "rmdir")
killing(swap, "exchange")
swap.swap_in(project / name, project / "site", project)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        write(tmp_path / "site" / name, text)
    for name, text in NEW.items():
        write(tmp_path / ".cyhoeddi/build-x/site" / name, text)
    return tmp_path


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_new_site_takes_the_place_of_the_old(project: Path) -> None:
    swap.swap_in(project / ".cyhoeddi/build-x/site", project / "site", project)
    assert files(project / "site") == NEW
    assert swap.recover(project) is None
    assert list((project / ".cyhoeddi").glob("build-*")) == []
    assert list((project / ".cyhoeddi").glob("aside/*")) == []


@pytest.mark.usefixtures("way")
def test_a_first_site_needs_no_old_one(project: Path) -> None:
    (project / "site").rename(project / "elsewhere")
    swap.swap_in(project / ".cyhoeddi/build-x/site", project / "site", project)
    assert files(project / "site") == NEW


@pytest.mark.parametrize("exchanges", ["yes", "no"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_swap_killed_at_any_step_leaves_a_whole_site(project: Path, exchanges: str, moment: str) -> None:
    outcomes = []
    for number in range(1, 30):
        room = f".cyhoeddi/build-{number}"
        for name, text in NEW.items():
            write(project / room / "site" / name, text)
        arguments = [str(project), exchanges, f"{room}/site", str(number), moment]
        run = subprocess.run([sys.executable, "-c", KILLED, *arguments])
        sentence = swap.recover(project)
        outcomes.append((run.returncode, files(project / "site") == NEW, bool(sentence)))
        assert files(project / "site") in (OLD, NEW)
        assert list((project / ".cyhoeddi").glob("build-*")) == []
        if run.returncode == 0:
            break
        _put_old_back(project)
    assert outcomes[-1] == (0, True, False)
    assert {returncode for returncode, *_ in outcomes[:-1]} == {-signal.SIGKILL}
    # Only two renames leave a moment without a site; and there the old one came back, with a sentence.
    assert ((-signal.SIGKILL, False, True) in outcomes) is (exchanges == "no")


def _put_old_back(project: Path) -> None:
    for name in NEW:
        (project / "site" / name).unlink(missing_ok=True)
    for name, text in OLD.items():
        write(project / "site" / name, text)


def test_a_site_put_back_is_told_of(project: Path) -> None:
    (project / ".cyhoeddi/aside").mkdir()
    (project / "site").rename(project / ".cyhoeddi/aside/site")
    sentence = swap.recover(project)
    assert sentence is not None
    assert "the last good site/ has been put back" in sentence
    assert files(project / "site") == OLD
    assert swap.recover(project) is None


def test_a_second_rename_that_fails_puts_the_old_site_back(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    with pytest.raises(SiteError, match="could not be written"):
        swap.swap_in(project / ".cyhoeddi/build-x/nothing", project / "site", project)
    assert files(project / "site") == OLD


def test_a_link_in_the_place_of_the_site_is_refused(project: Path) -> None:
    (project / "site").rename(project / "real")
    (project / "site").symlink_to(project / "real")
    with pytest.raises(SiteError, match="site is not a folder"):
        swap.swap_in(project / ".cyhoeddi/build-x/site", project / "site", project)


def test_a_new_site_on_another_disk_is_refused(project: Path) -> None:
    shared = Path("/dev/shm")  # noqa: S108
    if not shared.is_dir() or shared.stat().st_dev == project.stat().st_dev:
        (project / ".cyhoeddi/build-x").rename(project / "gone")
        with pytest.raises(SiteError):
            swap.swap_in(project / ".cyhoeddi/build-x/site", project / "site", project)
        return
    new = shared / f"cyhoeddi-{os.getpid()}"
    new.mkdir()
    try:
        with pytest.raises(SiteError, match="another disk"):
            swap.swap_in(new, project / "site", project)
    finally:
        new.rmdir()
    assert files(project / "site") == OLD


@pytest.mark.parametrize(
    ("number", "left"),
    [(errno.ENOSYS, NEW), (errno.EINVAL, NEW), (errno.ENOTSUP, NEW), (errno.EACCES, OLD)],
)
def test_only_a_system_that_cannot_exchange_folders_renames_them_twice(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int, left: dict[str, bytes]
) -> None:
    class Library:
        def renameat2(self, *_: object) -> int:
            return -1

    monkeypatch.setattr(swap.ctypes, "CDLL", lambda *_, **__: Library())
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: number)
    with nullcontext() if left is NEW else pytest.raises(SiteError, match="could not be written"):
        swap.swap_in(project / ".cyhoeddi/build-x/site", project / "site", project)
    assert files(project / "site") == left


def test_a_folder_that_may_not_be_written_is_told_in_plain_words(project: Path) -> None:
    write(project / "file", "")
    with pytest.raises(SiteError, match="could not be written"), swap.locked(project / "file"):
        pass


def test_a_second_build_waits_and_then_says_who_is_in_the_way(project: Path) -> None:
    with (
        swap.locked(project),
        pytest.raises(SiteError, match=f"process {os.getpid()}"),
        swap.locked(project, patience=0),
    ):
        pass


def test_the_lock_of_a_killed_build_is_taken_over(project: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom cyhoeddi.site import swap\n"
        "with swap.locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(project)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(SiteError, match=f"process {other.pid}"), swap.locked(project, patience=0.2):
            pass
        other.kill()
        start = time.monotonic()
        with swap.locked(project, patience=5):
            assert time.monotonic() - start < 5
