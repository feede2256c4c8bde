"""A task done afresh only where something has changed, with word of how far it is; the rest is remembered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from subprocess import SubprocessError

from cyhoeddi.audit.cache import Cache, Contents, key_of
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.target import AuditError
from cyhoeddi.audit.tasks import Found, Task

NOT_CHECKED = "not-checked"
"""Ends the rule of a finding that a page could not be looked at: the next time it may be."""

_PAUSE = 2.0
"""Seconds between two words of progress."""

Say = Callable[[str], None]


def look_through(cache: Cache, contents: Contents, task: Task, say: Say) -> Iterator[Finding]:
    """Yield what *task* finds, from the cache where nothing has changed."""
    tools = [f"{tool.name} {tool.version}" for tool in task.tools]
    keys = {
        address: key_of(task.doing, *task.views, *tools, contents.of(address), task.depends(address))
        for address in task.addresses
    }
    waiting = []
    for address, key in keys.items():
        remembered = cache.get(key)
        if remembered is None:
            waiting.append(address)
        else:
            yield from remembered
    total, done = len(keys), len(keys) - len(waiting)
    say(f"{task.doing}: {done} of {total} {task.things}" + (", as they were before" if done else ""))
    told = time.monotonic()
    for address, found in _looked(task, tuple(waiting)):
        if not any(one.rule.endswith(NOT_CHECKED) for one in found):
            cache.put(keys[address], found)
        waiting.remove(address)
        yield from found
        if time.monotonic() - told > _PAUSE or not waiting:
            told = time.monotonic()
            say(f"{task.doing}: {total - len(waiting)} of {total} {task.things}")


def _looked(task: Task, addresses: tuple[str, ...]) -> Found:
    """Yield what *task* finds at *addresses*; AuditError if it breaks down or leaves one out.

    Silence must not pass for a clean site.
    """
    left = set(addresses)
    try:
        for address, found in task.look(addresses) if addresses else ():
            if address not in left:
                raise AuditError(f"{task.doing}, {address} was answered for and not asked for.")
            left.remove(address)
            yield address, found
    except (SubprocessError, BrokenExecutor) as error:
        raise AuditError(f"{task.doing}, the tool broke down: {error}. Run the audit again.") from error
    if left:
        raise AuditError(f"{task.doing}, nothing was said of {min(left)}. Run the audit again.")
