from __future__ import annotations

import multiprocessing
import os
import signal
from functools import partial
from weakref import ref

import pytest

from cyhoeddi import workers
from cyhoeddi.workers import FEW, both, cores, once, spread

ITEMS = list(range(3 * FEW + 5))


@pytest.mark.parametrize("jobs", [1, 2, 3, 50])
def test_gives_the_results_in_the_order_of_the_items(jobs: int) -> None:
    assert spread(lambda item: item * 2, ITEMS, jobs) == [item * 2 for item in ITEMS]


def test_uses_as_many_processes_as_it_may_and_none_for_a_few_items() -> None:
    assert len(set(spread(lambda _: os.getpid(), ITEMS, 3))) == 3
    assert set(spread(lambda _: os.getpid(), ITEMS[:FEW], 3)) == {os.getpid()}


def test_raises_here_what_went_wrong_there() -> None:
    def work(item: int) -> int:
        if item == 4:
            raise ValueError("four")
        return item

    with pytest.raises(ValueError, match="four"):
        spread(work, ITEMS, 3)


def test_waits_for_nobody_when_its_own_work_fails() -> None:
    def work(item: int) -> str:
        if item == 0:
            raise ValueError("none")
        # More than a pipe holds, so that whoever sends it must wait until it is read.
        return "x" * 100_000

    def late(_number: int, _frame: object) -> None:
        pytest.fail("a process waits for ever")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    try:
        with pytest.raises(ValueError, match="none"):
            spread(work, ITEMS, 3)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert not multiprocessing.active_children()


def test_says_if_a_process_is_killed() -> None:
    ours = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != ours:
            os._exit(9)
        return item

    with pytest.raises(ChildProcessError):
        spread(work, ITEMS, 2)


def test_tells_how_many_are_done() -> None:
    told: list[int] = []
    spread(lambda item: item, ITEMS, 1, told.append)
    assert told == [item + 1 for item in ITEMS]


def test_tells_how_many_all_processes_have_done_together() -> None:
    told: list[int] = []
    spread(lambda item: item, ITEMS, 3, told.append)
    assert told == sorted(told)
    assert told[-1] == len(ITEMS)


def test_what_the_work_leaves_in_memory_is_gone_with_its_process() -> None:
    held: list[int] = []
    spread(held.append, ITEMS, 2)
    assert held == []


def test_work_may_be_kept_apart_however_little_it_is() -> None:
    ours = os.getpid()
    assert spread(lambda _: os.getpid(), [], 2, apart=True) == []
    assert spread(lambda _: os.getpid(), [1, 2], 1, apart=True) == [ours, ours]
    one, other = spread(lambda _: os.getpid(), [1, 2], 2, apart=True)
    assert one == other != ours
    assert len(set(spread(lambda _: os.getpid(), ITEMS, 3, apart=True))) == 3


def test_there_is_at_least_one_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("number", [1, 2])
def test_two_pieces_of_work_are_shared_by_two_processes(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: number)
    here, there = both(lambda: str(os.getpid()), lambda: f"ŵ {os.getpid()}")
    assert here == str(os.getpid())
    assert (there == f"ŵ {here}") == (number == 1)


def test_what_a_copy_cannot_do_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    ours = os.getpid()

    def work() -> str:
        if os.getpid() != ours:
            raise ValueError("there")
        return "here"

    assert both(work, work) == ("here", "here")


def test_no_copy_is_left_over_if_this_process_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    copies: list[int] = []
    fork = os.fork

    def noted() -> int:
        copies.append(fork())
        return copies[0]

    def work() -> str:
        raise ValueError("here")

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(ValueError, match="here"):
        both(work, lambda: "there")
    with pytest.raises(ChildProcessError):
        os.waitpid(copies[0], os.WNOHANG)


def test_what_was_needed_for_work_is_not_held_when_it_is_done() -> None:
    class Needed:
        pass

    calls: list[str] = []

    def work(_what: Needed) -> str:
        calls.append("once")
        return "done"

    needed = Needed()
    seen, asked = ref(needed), once(partial(work, needed))
    del needed
    assert seen() is not None
    assert [asked(), asked()] == ["done", "done"]
    assert calls == ["once"]
    assert seen() is None
