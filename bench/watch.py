"""Run one command; print its seconds and the memory of its largest process: python -I -S watch.py COMMAND

It is a process of its own and as small as can be, since a process begins with the memory of the one that
starts it: anything larger would be measured in the place of the command. Everything runs on two cores, so
that who uses all there are is not told apart by the machine.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

CORES = 2


def main() -> None:
    """Print {"seconds", "memory" in bytes, "status"} as JSON; the command's own output goes nowhere."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
    # Who ends both of us wants to know what that one took.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    code = os.waitstatus_to_exitcode(status)
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": memory, "status": code}))


if __name__ == "__main__":
    main()
