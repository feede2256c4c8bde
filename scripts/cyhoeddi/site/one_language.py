"""MkDocs run for one language, in a process of its own that `engine` starts.

Prints, as a JSON list, what MkDocs had to say: nothing, if all is well.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from cyhoeddi.language import Language
from cyhoeddi.site.adapter import mark_prepared
from cyhoeddi.site.overrides import read_overrides
from cyhoeddi.workers import spare_collector


def build_language(project: Path, language: Language, docs_dir: Path, into: Path) -> list[str]:
    """Build the pages of one language into the folder *into*; give MkDocs' warnings and errors."""
    log = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.propagate = False
    logger.addHandler(log)
    # MkDocs logs what is wrong before it aborts; anything else is a fault of ours, and shows its traceback.
    try:
        config = load_config(
            str(project / "mkdocs.yml"),
            docs_dir=str(docs_dir),
            site_dir=str(into),
            **read_overrides(project, only=language),
        )
        mark_prepared(config)
        build(config)
    except Abort:
        return log.messages or ["MkDocs stopped without saying why"]
    except OSError as error:
        # A full disk, or a folder that may not be written: no fault of ours either.
        return [*log.messages, f"{error.filename2 or error.filename or into}: {error.strerror or error}"]
    return log.messages


class _Messages(logging.Handler):
    """Keeps warnings and errors, each as one text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


if __name__ == "__main__":
    spare_collector()
    with contextlib.redirect_stdout(sys.stderr):
        found = build_language(Path(sys.argv[1]), Language(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
    print(json.dumps(found))
