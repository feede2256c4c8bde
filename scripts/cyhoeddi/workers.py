"""Work spread over the processor's cores: a process a core, each with what this one has read already."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    # It takes as long to load as all that is needed to give a known answer again.
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 32
"""Fewer items than this are not worth the start of a process, if they are as quick as most."""
_AT_ONCE = 64
"""So many results travel together."""


def cores() -> int:
    """Give the number of cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int,
    tell: Callable[[int], object] = lambda _done: None,
    *,
    few: int = FEW,
    apart: bool = False,
) -> list[Result]:
    """Give what *work* makes of each of *items*, in their order, using up to *jobs* processes.

    *tell* hears, again and again, how many are done by now.

    The processes are copies of this one, so that nothing has to be handed to them; only results must be able
    to travel. This one waits for them: what the work leaves in memory is gone with the copies. Where a system
    cannot copy a process, or the items are few, it does it all itself. An exception of a process is raised
    here. Fewer items than *few* are not worth a process, unless the work is to be kept *apart* from this one.
    """
    import multiprocessing

    copies_due = min(jobs, len(items) // few)
    if copies_due < 2:
        copies_due = 1 if apart and items and jobs > 1 else 0
    if not copies_due or "fork" not in multiprocessing.get_all_start_methods():
        return list(_done(work, items, tell))
    # By turns, since what costs most often stands side by side.
    shares = [items[number::copies_due] for number in range(copies_due)]
    copies = [_start(work, share) for share in shares]
    made: dict[Connection, list[Result]] = {connection: [] for _, connection in copies}
    try:
        _gather(made, tell)
    finally:
        # First all of them: a later copy holds the ends of earlier ones too, and who writes to an end that
        # somebody holds, and nobody reads, waits for ever.
        for _, connection in copies:
            connection.close()
        for process, _ in copies:
            process.join()
    results: list[Result | None] = [None] * len(items)
    for number, (share, own) in enumerate(zip(shares, made.values(), strict=True)):
        if len(own) < len(share):
            raise ended()
        results[number::copies_due] = own
    return results  # type: ignore[return-value]  # each place was filled


def _gather(made: Mapping[Connection, list[Result]], tell: Callable[[int], object]) -> None:
    """Take what the copies send until each has ended. Raises the exception that one of them sends."""
    from multiprocessing.connection import wait

    open_ones = set(made)
    while open_ones:
        for connection in cast("list[Connection]", wait(open_ones)):
            try:
                made[connection] += receive(connection)
            except EOFError:
                open_ones.discard(connection)
            tell(sum(len(own) for own in made.values()))


def ended() -> ChildProcessError:
    """Give the error of a copy that came to nothing."""
    return ChildProcessError(
        "A process that did a part of the work was ended, perhaps because memory ran out. "
        "Run the command again, with --jobs 1 if this happens again."
    )


def both(here: Callable[[], str], there: Callable[[], str]) -> tuple[str, str]:
    """Give what comes of two pieces of short work, the second of which a copy of this process does meanwhile.

    Where no process can be copied, where there is one core only, or if the copy comes to nothing, this one
    does both.
    """
    if cores() < 2 or not hasattr(os, "fork"):
        return here(), there()
    ours, theirs = os.pipe()
    process = os.fork()
    if not process:
        try:
            os.write(theirs, there().encode())
        finally:
            # Whatever happened: what else this process was about to do is not the copy's to do.
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as told:
        try:
            made = here()
        finally:
            heard = told.read().decode()
            os.waitpid(process, 0)
    return made, heard or there()


def _done(
    work: Callable[[Item], Result], items: Iterable[Item], tell: Callable[[int], object]
) -> Iterator[Result]:
    for number, item in enumerate(items, start=1):
        yield work(item)
        tell(number)


def _start(work: Callable[[Item], Result], share: Sequence[Item]) -> tuple[BaseProcess, Connection]:
    import multiprocessing

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)

    def run() -> None:
        ours.close()
        # Where nobody listens any more, something else has failed, and is told of; and Ctrl+C ends us all.
        with suppress(BrokenPipeError, KeyboardInterrupt):
            try:
                for first in range(0, len(share), _AT_ONCE):
                    theirs.send(([work(item) for item in share[first : first + _AT_ONCE]], None))
            except BrokenPipeError:
                raise
            except Exception as error:
                theirs.send(([], error))

    process = context.Process(target=run, daemon=True)
    process.start()
    theirs.close()
    return process, ours


def receive(connection: Connection) -> list[Result]:
    """Give some results of a copy. Raises the exception that it sends, or EOFError if it has ended."""
    results, error = connection.recv()
    if error is not None:
        raise error
    done: list[Result] = results
    return done


def once(work: Callable[[], Result]) -> Callable[[], Result]:
    """Give what does *work* when it is first asked to, and then lets go of all that this needed."""
    due, done = [work], list[Result]()

    def asked() -> Result:
        while due:
            done.append(due.pop()())
        return done[0]

    return asked


def spare_collector(*, lasting: bool = False) -> None:
    """Have Python look for garbage among new values only, in a process that soon ends.

    Whatever a build reads, it holds to its end: to go through all of that again and again takes a fifth of
    its time. A *lasting* process looks among the old values too, where they have become many more.
    """
    gc.set_threshold(100_000, 50, 10 if lasting else 1_000_000)
