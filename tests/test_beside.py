"""A copy that works beside this process hears it, tells what went wrong, and never goes on without it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cyhoeddi.beside import beside


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_beside_hears_messages_in_their_order_and_gives_a_result(jobs: int) -> None:
    with beside(lambda hear: [hear(), hear(), "done"] * 50_000, jobs) as (tell, result):
        tell("one")
        tell({"two": 2})
        assert result() == ["one", {"two": 2}, "done"] * 50_000


def test_work_beside_is_done_by_a_copy_meanwhile() -> None:
    with beside(lambda _hear: os.getpid(), 2) as (_, result):
        assert result() != os.getpid()
    with beside(lambda _hear: os.getpid(), 1) as (_, result):
        assert result() == result() == os.getpid()


FAULTS = [PermissionError(13, "Permission denied", "a/b"), KeyboardInterrupt(), SystemExit("why")]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_beside_is_raised_here(jobs: int, fault: BaseException) -> None:
    def fail(_hear: object) -> None:
        raise fault

    with beside(fail, jobs) as (tell, result):
        for _ in range(3):
            tell("x" * 1_000_000)
        with pytest.raises(type(fault)) as caught:
            result()
    assert str(caught.value) == str(fault)
    assert jobs == 1 or "test_beside.py" in caught.value.__notes__[0]


def test_work_beside_that_is_not_asked_for_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    begun, sleeper = tmp_path / "begun", "import time; time.sleep(600)"

    def work(hear: Callable[[], object]) -> None:
        hear()
        started = subprocess.Popen([sys.executable, "-c", sleeper])
        begun.with_name("writing").write_text(f"{os.getpid()} {started.pid}", encoding="utf-8")
        begun.with_name("writing").rename(begun)
        while True:
            with suppress(BaseException):
                time.sleep(600)

    with beside(work, 2) as (tell, _):
        tell("begin")
        while not begun.exists():
            time.sleep(0.01)
    copy, started = map(int, begun.read_text(encoding="utf-8").split())
    with pytest.raises(ProcessLookupError):
        os.kill(copy, 0)
    until = time.monotonic() + 20
    while _runs(started) and time.monotonic() < until:
        time.sleep(0.01)
    assert not _runs(started)


def _runs(process: int) -> bool:
    """Tell whether a process that is not ours runs: one that nobody has waited for yet does not."""
    try:
        os.killpg(os.getpgid(process), 0)
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


class LocalError(Exception):
    """A mistake that cannot be made again of its own words."""

    def __init__(self, one: str, _other: str) -> None:
        super().__init__(one)


@pytest.mark.parametrize("what", [LocalError("one", "other"), ValueError(lambda: None)])
def test_a_mistake_that_cannot_travel_is_told_of_all_the_same(what: Exception) -> None:
    def fail(_hear: object) -> None:
        raise what

    with beside(fail, 2) as (_, result), pytest.raises(RuntimeError, match=r"test_beside\.py"):
        result()


def test_a_copy_that_dies_beside_is_told_of() -> None:
    with beside(lambda _hear: os._exit(1), 2) as (tell, result):
        tell("x" * 1_000_000)
        with pytest.raises(ChildProcessError, match="was ended"):
            result()


ALONE = """
import os, signal, sys, time
from pathlib import Path
from cyhoeddi.beside import beside

def work(hear):
    try:
        while not Path(sys.argv[1]).with_name("gone").exists():
            time.sleep(0.01)
        hear()
        Path(sys.argv[1]).with_name("heard").touch()
    finally:
        Path(sys.argv[1]).touch()

with beside(work, 2) as (tell, _):
    for _ in range(int(sys.argv[2])):
        tell("a message that waits to be heard")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("messages", [0, 1])
def test_a_copy_ends_by_itself_when_the_process_that_it_works_for_is_killed(
    tmp_path: Path, messages: int
) -> None:
    ended = tmp_path / "ended"
    subprocess.run([sys.executable, "-c", ALONE, str(ended), str(messages)], check=False)
    (tmp_path / "gone").touch()
    until = time.monotonic() + 20
    while not ended.exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert ended.exists()
    assert not (tmp_path / "heard").exists(), "a message of one that is gone does not count"
