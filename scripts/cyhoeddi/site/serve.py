"""The preview on this machine: drafts shown and marked, made again at every save."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.commands import serve as mkdocs_serve

from cyhoeddi.site import SiteError
from cyhoeddi.site.overrides import read_overrides


def serve(project: Path, address: str = "127.0.0.1:8000") -> None:
    """Serve the preview of *project* at *address* (host:port) until it is ended by Ctrl+C."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(_handler())
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        mkdocs_serve.serve(
            config_file=str(project / "mkdocs.yml"), dev_addr=address, **read_overrides(project)
        )
    except OSError as error:
        raise SiteError(
            f"The preview could not be served at {address}: {error.strerror}. "
            "If another preview is open, end it, or choose another address."
        ) from error


def _handler() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(_wanted)
    return handler


def _wanted(record: logging.LogRecord) -> bool:
    """Leave out what MkDocs tells developers; keep where the preview stands and when it was made again."""
    message = record.getMessage()
    if record.name == "mkdocs.livereload":
        return any(words in message for words in ("Serving on", "Reloading browsers", "error"))
    return record.levelno >= logging.WARNING
