"""Work done by a copy of this process beside what this one does: told of by messages, and ended with it.

The copy leads a group of processes: whatever it starts can be ended with it. Who stops this process by Ctrl+C
does not reach the copy, which is ended by this one.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from cyhoeddi.workers import ended, receive

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result = TypeVar("Result")


def is_beside(jobs: int) -> bool:
    """Tell whether work for so many *jobs* is done by a copy of this process."""
    import multiprocessing

    return jobs > 1 and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def beside(
    work: Callable[[Callable[[], Any]], Result], jobs: int
) -> Iterator[tuple[Callable[[Any], None], Callable[[], Result]]]:
    """Have a copy of this process do *work*, which is given what waits for the next message to it.

    Gives what sends it a message, and what waits for its result. With one job only, or where a process cannot
    be copied, it is done when the result is asked for. If that never comes, the copy and all that it started
    is ended at once; it ends by itself if it waits for a message, or takes one, when this process is gone.
    """
    import multiprocessing

    if not is_beside(jobs):
        said: deque[Any] = deque()
        yield said.append, cache(lambda: work(said.popleft))
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work_beside, args=(work, ours, theirs, os.getpid()))
    process.start()
    theirs.close()
    heard = list[Result]()

    def tell(message: Any) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # It has failed, and tells why.
            ours.send(message)

    def result() -> Result:
        try:
            heard.extend(cast("list[Result]", receive(ours)))
        except (EOFError, ConnectionResetError):
            raise ended() from None
        return heard[0]

    try:
        yield tell, result
    finally:
        ours.close()
        if not heard:
            # A group of its own (as below), so that nothing that it started goes on.
            with suppress(ProcessLookupError):
                process.kill()
                os.killpg(cast("int", process.pid), signal.SIGKILL)
        process.join()


def _work_beside(
    work: Callable[[Callable[[], Any]], Result], ours: Connection, theirs: Connection, parent: int
) -> None:
    """Do *work*, hear messages at the end *theirs* of a pipe, and send what comes of it."""
    ours.close()
    os.setpgid(0, 0)

    def hear() -> Any:
        message = theirs.recv()
        # It may have been sent long ago.
        if os.getppid() != parent:
            raise EOFError
        return message

    # If the other process is gone, nobody is told.
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        theirs.send(_done(partial(work, hear)))
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):  # Whoever read the output has gone.
            stream.flush()
    # At once: a thread that a hook has started would be waited for.
    os._exit(0)


def _done(work: Callable[[], Result]) -> tuple[list[Result], BaseException | None]:
    """Give what comes of *work*, or what goes wrong."""
    try:
        return [work()], None
    except EOFError:
        raise
    except (Exception, KeyboardInterrupt, SystemExit) as error:
        return [], _able_to_travel(error)


def _able_to_travel(error: BaseException) -> BaseException:
    """Give *error* with where it was made, which nobody reads where it is no fault of ours."""
    told = "".join(traceback.format_exception(error))
    error.add_note(told)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
    except Exception:
        return RuntimeError(told)
    return error
