"""MkDocs run for one language after the other.

In a process of its own that `sharing` starts, this reads, as a JSON list, the `Task`s that it is given; it
prints, as another, what MkDocs had to say to each of them: nothing, if all is well. Given a project folder,
it gets ready for that before it reads. A process that has MkDocs loaded can build such tasks itself
(`build_with_kept`).
"""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.plugins import PluginCollection

from cyhoeddi.design import OUR_HOOKS, hook_files
from cyhoeddi.language import Language
from cyhoeddi.ledger import CACHE
from cyhoeddi.site import SiteError
from cyhoeddi.site.overrides import read_overrides
from cyhoeddi.site.prepared import Task, mark_prepared
from cyhoeddi.site.templates import COMPILED
from cyhoeddi.workers import spare_collector

_TEMPLATE = ".html"


def build_language(task: Task) -> list[str]:
    """Build the pages of *task*; give MkDocs' warnings and errors."""
    # MkDocs logs what is wrong before it aborts; anything else is a fault of ours, and shows its traceback.
    project = Path(task.project)
    # Of a hook that was saved twice in a second, Python would take what it kept of the first.
    sys.dont_write_bytecode = True
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
            mark_prepared(config, task)
            build(config)
        except Abort:
            return log.messages or ["MkDocs stopped without saying why"]
        except SiteError as error:
            return [*log.messages, str(error)]
        except TemplateError as error:
            return [*log.messages, _in_template(error)]
        except OSError as error:
            # A full disk, or a folder that may not be written: no fault of ours either.
            said = f"{error.filename2 or error.filename or task.into}: {error.strerror or error}"
            return [*log.messages, ": ".join(filter(None, (_place_in_design(error, project), said)))]
        except (Exception, SystemExit) as error:
            if not (place := _place_in_design(error, project)):
                raise
            # A template or hook divided by nothing, or asked a number for its letters; or a hook gave up.
            return [*log.messages, f"{place}: {type(error).__name__}: {error}"]
        return log.messages


def _in_template(error: TemplateError) -> str:
    """Give where a template of the theme is wrong, and what is."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno}" for frame in frames if frame.filename.endswith(_TEMPLATE)]
    return ": ".join([*places[-1:], error.message or type(error).__name__])


def _place_in_design(error: BaseException, project: Path) -> str:
    """Give where in a template or hook of *project* an *error* was made; nothing if it was made elsewhere."""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        frames.append((error.filename or "", error.lineno or 1))
    *_, (last, _) = traceback.walk_tb(error.__traceback__)
    if last.f_code is PluginCollection.run_event.__code__:
        # A hook cannot be called, since it takes other values than MkDocs gives.
        code = getattr(last.f_locals.get("method"), "__code__", last.f_code)
        frames.append((code.co_filename, code.co_firstlineno))
    hooks = {str(file) for file in hook_files(project.resolve())}
    # What is wrong in the program is called by our own hooks.
    theirs = hooks - {str(project.resolve() / OUR_HOOKS)}
    own = [frame for frame in frames[:-1] if frame[0] in theirs]
    own += [frame for frame in frames[-1:] if frame[0] in hooks or frame[0].endswith(_TEMPLATE)]
    return ":".join(map(str, own[-1])) if own else ""


def build_with_kept(task: Task) -> list[str]:
    """Do so with the templates as compiled before, if the design is of the same version still."""
    language = Language(task.language)
    file = Path(task.project) / CACHE / f"templates-{language}"
    COMPILED[language].read(file, task.version)
    messages = build_language(task)
    with contextlib.suppress(OSError):
        # They are compiled once more the next time.
        COMPILED[language].write(file, task.version)
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


def warm_up(project: Path) -> None:
    """Load all that MkDocs loads for *project*; what is wrong there is told of when it builds.

    Hooks are loaded then alone: no process loads a module anew, and what one says as it is loaded is heard.
    """
    with _messages(), contextlib.suppress(Exception, SystemExit):
        # All that our own hook needs.
        import cyhoeddi.site.adapter  # noqa: F401

        load_config(str(project / "mkdocs.yml"), hooks=[])


def main(projects: Sequence[str]) -> None:
    """Get ready for *projects*; then read what is to be built, build it, and print what there is to say."""
    # What hooks print, or start, must neither be taken for an answer nor take what is told to us.
    given, answer = os.fdopen(os.dup(0), encoding="utf-8"), os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    for project in projects:
        warm_up(Path(project))
    found = []
    for each in json.load(given):
        found.append(build_with_kept(Task(*each)))
        # What MkDocs held of these pages would stand beside what it will hold of the next.
        gc.collect()
    with answer:
        json.dump(found, answer)


if __name__ == "__main__":
    spare_collector()
    main(sys.argv[1:])
