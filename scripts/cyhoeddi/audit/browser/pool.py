"""Work spread over processes that may hang or die without taking the others along."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

Work = Callable[..., None]
"""Is given a connection, and arguments; receives one task after the other and sends what comes of it.

What sends `Lost` is done for: the task is given to another."""

TRIES = 2
"""How often a task is given out: a browser may fall over once for no fault of the page."""


@dataclass(frozen=True)
class Lost:
    """What comes of a task that was not finished."""

    reason: str


@dataclass
class _Worker:
    process: BaseProcess
    line: Connection
    task: str = ""
    deadline: float = 0.0

    def begin(self, task: str, patience: float) -> None:
        self.task, self.deadline = task, time.monotonic() + patience
        self.line.send(task)

    def answer(self) -> object:
        try:
            return self.line.recv()
        except (EOFError, OSError):
            return Lost("its process died")

    def end(self) -> None:
        """End the process; its browser ends with it, for it loses its master."""
        self.line.close()
        self.process.join(5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def spread(
    work: Work, arguments: tuple[object, ...], tasks: Sequence[str], jobs: int, patience: float
) -> Iterator[tuple[str, object]]:
    """Yield each task with what came of it, or `Lost`, as they are finished.

    A process that keeps a task for more than *patience* seconds is ended, and the task is lost.
    """
    waiting, tries = deque(tasks), dict.fromkeys(tasks, 0)
    idle: list[_Worker] = []
    busy: dict[Connection, _Worker] = {}
    try:
        while waiting or busy:
            while waiting and len(busy) < max(1, jobs):
                worker = idle.pop() if idle else _start(work, arguments)
                task = waiting.popleft()
                tries[task] += 1
                worker.begin(task, patience)
                busy[worker.line] = worker
            first = min(worker.deadline for worker in busy.values())
            ready = connection.wait(list(busy), max(0.0, first - time.monotonic()))
            for worker in [busy.pop(line) for line in list(busy) if line in ready]:
                result = worker.answer()
                if not isinstance(result, Lost):
                    idle.append(worker)
                    yield worker.task, result
                    continue
                worker.end()
                if tries[worker.task] < TRIES:
                    waiting.append(worker.task)
                else:
                    yield worker.task, result
            for worker in [busy.pop(line) for line in list(busy) if busy[line].deadline <= time.monotonic()]:
                worker.process.kill()
                worker.end()
                yield worker.task, Lost(f"the browser had not finished after {patience:.0f} seconds")
    finally:
        for worker in [*idle, *busy.values()]:
            worker.end()


def _start(work: Work, arguments: tuple[object, ...]) -> _Worker:
    # A process made by forking would share its mother's threads and her browser; a new one has its own.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *arguments), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)
