"""Work on files that somebody may save meanwhile: what is saved counts, and the work begins anew."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec, TypeVar

_ATTEMPTS = 3

P = ParamSpec("P")
Result = TypeVar("Result")


class SavedMeanwhileError(OSError):
    """A file was saved while the project was being worked on."""


def saved_meanwhile(name: str) -> SavedMeanwhileError:
    """Give the error of the file *name*."""
    message = "the file was saved while the project was being read. Run the command again"
    return SavedMeanwhileError(errno.EBUSY, message, name)


def steadily(work: Callable[P, Result]) -> Callable[P, Result]:
    """Have *work* begin anew where a file is saved meanwhile, a few times at most: what is saved counts."""

    @wraps(work)
    def steady(*args: P.args, **kwargs: P.kwargs) -> Result:
        for _ in range(_ATTEMPTS - 1):
            with suppress(SavedMeanwhileError):
                return work(*args, **kwargs)
        return work(*args, **kwargs)

    return steady
