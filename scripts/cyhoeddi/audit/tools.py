"""The checkers that the audit borrows: where each is on this machine, and in which version.

None of them comes with the package. A tool that is not there is not silently done without: it is named as
not run, with how to get it, and where CI is set the verdict is a failure.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from cyhoeddi.language import Language
from cyhoeddi.words.audit import audit_words

CHROMIUM, AXE, EQUAL_ACCESS = "chromium", "axe-core", "accessibility-checker-engine"
JAVA, NU = "java", "vnu-jar"
VALIDATORS = ("page-validation", "outloud", "pdfua")
PIKEPDF = "pikepdf"
"""What our own rules on PDFs read with."""
PLAYWRIGHT = "playwright"
"""What drives the browser."""

PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "static": (JAVA, NU),
        "browser": (PLAYWRIGHT, CHROMIUM, AXE, EQUAL_ACCESS),
        "pdf": (*VALIDATORS, PIKEPDF),
    }
)
"""The parts of an audit, and the tools that each of them borrows."""

_SCRIPTS = {AXE: "axe.min.js", EQUAL_ACCESS: "ace.js", NU: "build/dist/vnu.jar"}
"""What is used of a package of node_modules."""

_OF_PYTHON = (*VALIDATORS, PIKEPDF, PLAYWRIGHT)

_OF_DEBIAN: Mapping[str, str] = MappingProxyType({JAVA: "default-jre-headless", CHROMIUM: "chromium"})
"""The package that brings a program."""

_PATIENCE = 30
"""Seconds for a program to tell its version."""


@dataclass(frozen=True)
class Tool:
    """A checker, installed or not."""

    name: str
    version: str = ""
    """Empty if it is not installed."""
    file: Path | None = None
    """The program or script to run; None for a Python package, and for what is not installed."""

    @property
    def is_installed(self) -> bool:
        """Whether it can run."""
        return bool(self.version)

    def how_to_get(self, language: Language) -> str:
        """Say in *language* what to do so that it can run, as a sentence without its full stop."""
        words = audit_words(language)
        if self.name in _OF_DEBIAN:
            return words.text("install_on_debian", command=f"apt-get install {_OF_DEBIAN[self.name]}")
        manager = "npm" if self.name in _SCRIPTS else "pip"
        return words.text("install", command=f"{manager} install {self.name}")


def find_tools(parts: Iterable[str], folders: Iterable[Path]) -> Mapping[str, Tool]:
    """Give each tool that the *parts* of an audit need, by its name, installed or not.

    Packages of npm are looked for in the node_modules of each of *folders*.
    """
    places = tuple(folders)
    return {name: _find(name, places) for part in parts for name in PARTS[part]}


def _find(name: str, folders: tuple[Path, ...]) -> Tool:
    if name in _SCRIPTS:
        return next(_packages(name, folders), Tool(name))
    if name in _OF_PYTHON:
        try:
            return Tool(name, version(name))
        except PackageNotFoundError:
            return Tool(name)
    return _program(name, _PROGRAMS[name]())


def _packages(name: str, folders: tuple[Path, ...]) -> Iterator[Tool]:
    """Yield the package *name* of npm from each of *folders* that has it whole."""
    for folder in folders:
        package = folder / "node_modules" / name
        file = package / _SCRIPTS[name]
        try:
            told = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
        except (OSError, ValueError, TypeError, KeyError):
            continue
        if file.is_file():
            yield Tool(name, str(told), file)


def _program(name: str, path: str | None) -> Tool:
    if path is None:
        return Tool(name)
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=_PATIENCE)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return Tool(name)
    number = re.search(r"\d+(?:\.\d+)*", done.stdout + done.stderr)
    return Tool(name, number[0], Path(path)) if done.returncode == 0 and number else Tool(name)


def _chromium() -> str | None:
    if find_spec("playwright") is None:
        return None
    # Imported here, because it needs playwright, and only the browser's part does.
    from cyhoeddi.audit.browser.chromium import executable

    return executable()


_PROGRAMS: Mapping[str, Callable[[], str | None]] = MappingProxyType(
    {JAVA: lambda: shutil.which("java"), CHROMIUM: _chromium}
)
