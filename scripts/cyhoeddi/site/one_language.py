"""MkDocs run for one language after the other, in a process of its own that `engine` starts.

Reads, as a JSON list, the `Task`s that it is given; prints, as another, what MkDocs had to say to each of
them: nothing, if all is well.
"""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from cyhoeddi.language import Language
from cyhoeddi.ledger import CACHE
from cyhoeddi.site.overrides import read_overrides
from cyhoeddi.site.prepared import mark_prepared
from cyhoeddi.site.templates import COMPILED
from cyhoeddi.workers import spare_collector


class Task(NamedTuple):
    """Pages of one language to be built; a tuple, since JSON takes that as it is."""

    language: str
    pages: Sequence[str]
    """Their paths in the generated tree; to MkDocs, there is no site without the home page."""
    into: str
    """The folder for what comes of them, which is made, in one that holds nothing else."""


def build_language(project: Path, tree: Path, task: Task) -> list[str]:
    """Build the pages of *task*, which stand in the generated *tree*; give MkDocs' warnings and errors."""
    # MkDocs logs what is wrong before it aborts; anything else is a fault of ours, and shows its traceback.
    with _messages() as log:
        try:
            empty = Path(task.into).with_name("docs")
            empty.mkdir(parents=True)
            config = load_config(
                str(project / "mkdocs.yml"),
                docs_dir=str(empty),
                site_dir=task.into,
                **read_overrides(project, only=Language(task.language)),
            )
            mark_prepared(config, tree, task.pages)
            build(config)
        except Abort:
            return log.messages or ["MkDocs stopped without saying why"]
        except OSError as error:
            # A full disk, or a folder that may not be written: no fault of ours either.
            return [
                *log.messages,
                f"{error.filename2 or error.filename or task.into}: {error.strerror or error}",
            ]
        return log.messages


def _build_with_kept(project: Path, tree: Path, task: Task, *, version: str) -> list[str]:
    """Do so with the templates as compiled before, if the design is of this *version* still."""
    language = Language(task.language)
    file = project / CACHE / f"templates-{language}"
    COMPILED[language].read(file, version)
    messages = build_language(project, tree, task)
    # What MkDocs held of these pages would stand beside what it will hold of the next.
    gc.collect()
    with contextlib.suppress(OSError):
        # They are compiled once more the next time.
        COMPILED[language].write(file, version)
    return messages


class _Messages(logging.Handler):
    """Keeps warnings and errors, each as one text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _messages() -> Iterator[_Messages]:
    """Keep what MkDocs says meanwhile, and that alone."""
    log, logger = _Messages(), logging.getLogger("mkdocs")
    logger.propagate = False
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)


if __name__ == "__main__":
    spare_collector()
    project, tree = map(Path, sys.argv[1:3])
    tasks = [Task(*each) for each in json.load(sys.stdin)]
    with contextlib.redirect_stdout(sys.stderr):
        found = [_build_with_kept(project, tree, task, version=sys.argv[3]) for task in tasks]
    print(json.dumps(found))
