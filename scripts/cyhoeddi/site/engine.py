"""The two languages built at the same time, each by a MkDocs of its own, and put together into one folder.

MkDocs keeps much in the process that it runs in (loggers, theme, plugins), and two languages in one process
are built one after the other: a process each is quicker and cannot leave anything behind.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.site import SiteError


def build_site(project: Path, *, docs_dir: Path, into: Path) -> None:
    """Build the generated tree in *docs_dir* with the settings of *project* into the folder *into*.

    *docs_dir* holds `en/generated/` and `cy/generated/`; *into* is made, and must not exist or be empty.
    Raises `SiteError`, with all that MkDocs said, if anything goes wrong, warnings included.
    """
    with tempfile.TemporaryDirectory(prefix="languages-", dir=into.parent) as room:
        parts = {language: Path(room) / language for language in Language}
        _build_languages(project.resolve(), docs_dir.resolve(), parts)
        into.mkdir(exist_ok=True)
        merge(parts.values(), into)


def merge(parts: Iterable[Path], into: Path) -> None:
    """Move all files of *parts* into the folder *into*; a file of several parts is the same in each."""
    for part in parts:
        for folder, _, names in os.walk(part):
            target = into / Path(folder).relative_to(part)
            target.mkdir(exist_ok=True)
            for name in names:
                _move(Path(folder) / name, target / name)


def _move(file: Path, target: Path) -> None:
    if not target.exists():
        file.rename(target)
    elif target.read_bytes() != file.read_bytes():
        raise SiteError(
            f"Both languages made a different {target.name} for one address of the site ({target})."
        )


def _build_languages(project: Path, docs_dir: Path, parts: dict[Language, Path]) -> None:
    running: dict[Language, subprocess.Popen[str]] = {}
    try:
        for language, part in parts.items():
            running[language] = _start(project, language, docs_dir, part)
        messages = [
            message for language, process in running.items() for message in _finish(language, process)
        ]
    finally:
        for process in running.values():
            if process.poll() is None:
                process.kill()
                process.wait()
    if messages:
        raise SiteError("\n".join(["MkDocs could not build the site.", *messages]))


def _start(project: Path, language: Language, docs_dir: Path, part: Path) -> subprocess.Popen[str]:
    # -P: a file of the project folder must never be taken for a module of Python.
    command = [sys.executable, "-P", "-m", "cyhoeddi.site.one_language"]
    return subprocess.Popen(  # noqa: S603
        [*command, str(project), language, str(docs_dir), str(part)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
    )


def _finish(language: Language, process: subprocess.Popen[str]) -> list[str]:
    output, errors = process.communicate()
    if process.returncode == 0:
        return [f"{language}: {message}" for message in json.loads(output)]
    return [f"{language}: the build ended with status {process.returncode}", *errors.strip().splitlines()]
