from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from cyhoeddi.audit.browser.pool import Lost, spread


def work(line: Connection, greeting: str) -> None:
    while True:
        try:
            task = line.recv()
        except EOFError:
            return
        if task == "hang":
            time.sleep(60)
        if task == "fall":
            line.send(Lost("it fell"))
            return
        if task == "die":
            os._exit(1)
        line.send(f"{greeting} {task}")


def test_every_task_is_done_by_some_process() -> None:
    tasks = ["a", "b", "c", "d"]
    assert dict(spread(work, ("hello",), tasks, 2, 30)) == {task: f"hello {task}" for task in tasks}


def test_a_process_that_hangs_or_dies_loses_its_task_and_no_other() -> None:
    begun = time.monotonic()
    results = dict(spread(work, ("hello",), ["hang", "a", "die", "b", "fall"], 2, 3))
    assert time.monotonic() - begun < 30
    assert results["a"] == "hello a"
    assert results["b"] == "hello b"
    assert results["hang"] == Lost("the browser had not finished after 3 seconds")
    assert results["die"] == Lost("its process died")
    assert results["fall"] == Lost("it fell")


def test_nothing_to_do_starts_nothing() -> None:
    assert list(spread(work, ("hello",), [], 2, 30)) == []
