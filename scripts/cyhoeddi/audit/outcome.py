"""What an audit came to: the faults, what was looked at and what was not, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.group import Fault
from cyhoeddi.audit.tools import Tool
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.report import counted
from cyhoeddi.words.audit import audit_words

VERSION = 1
"""Of the shape of `Outcome.summary`."""


@dataclass(frozen=True)
class LeftOut:
    """Something that was not looked at."""

    key: str
    """What, as words/audit.yaml names it after left_out_."""
    number: int = 0
    """How many of it; of what is not counted, 0."""

    def told(self, language: Language) -> str:
        """Say it as a sentence in *language*."""
        words, key = audit_words(language), f"left_out_{self.key}"
        return words.count(key, self.number) if self.number else words[key]


@dataclass(frozen=True)
class Outcome:
    """The result of one audit."""

    target: str
    """The folder or address, as it was named."""
    date: date
    faults: tuple[Fault, ...]
    """What counts: errors first, then what is on most pages."""
    known: tuple[Fault, ...]
    """What is known, each with its reason and its last day."""
    tools: tuple[Tool, ...]
    """Those that the asked-for parts borrow, installed or not."""
    pages_static: int
    """Every page."""
    pages_browser: int
    """Those that Chromium met, now or in the same state before."""
    views: tuple[str, ...]
    """How it met each of them."""
    pdfs: int
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...] = ()
    """What is to be mended in the file of known faults."""
    pictures: Mapping[Finding, Path] = field(default_factory=dict)
    """Files that show where on its page a finding is, if they were wanted."""
    insists: bool = False
    """Whether a tool that did not run is a failure, as it is in CI."""

    @property
    def not_run(self) -> tuple[Tool, ...]:
        """The tools that are not installed."""
        return tuple(tool for tool in self.tools if not tool.is_installed)

    @property
    def is_complete(self) -> bool:
        """Whether all of the site was looked at in every way."""
        return not self.left_out and not self.not_run

    @property
    def passed(self) -> bool:
        """The verdict: no error counts and, where that is insisted on, every tool ran."""
        errors = any(fault.level is Level.ERROR for fault in self.faults)
        return not (errors or self._is_misread or (self.insists and self.not_run))

    @property
    def _is_misread(self) -> bool:
        return any(problem.level is Level.ERROR for problem in self.problems)

    def sentences(self) -> Iterator[str]:
        """Yield what a person wants to know at the end; the verdict comes last."""
        met = f"; {self.pages_browser} of them in the browser, in {counted(len(self.views), 'view')} each"
        pages = f"{counted(self.pages_static, 'page')}{met if self.views else ''}"
        yield f"Looked at: {pages}; {counted(self.pdfs, 'PDF')}."
        for one in self.left_out:
            yield f"Left out: {one.told(Language.EN)}"
        for tool in self.not_run:
            yield f"Not run: {tool.name}, which is not installed. {tool.how_to_get(Language.EN)}"
        for fault in self.known:
            told = f"{fault.rule} on {counted(len(fault.pages), 'page')}"
            yield f"Known until {fault.expires}: {told}: {fault.reason}"
        if self.passed:
            yield "The site passed."
            return
        errors = sum(fault.level is Level.ERROR for fault in self.faults)
        reasons = [counted(errors, "fault")] if errors else []
        reasons += ["tools that did not run, which CI insists on"] if self.insists and self.not_run else []
        reasons += ["mistakes in the file of known faults"] if self._is_misread else []
        yield f"The site did not pass: {' and '.join(reasons)}."

    def summary(self) -> dict[str, Any]:
        """Give what the accessibility statement needs to know, as plain data for JSON."""
        return {
            "version": VERSION,
            "date": self.date.isoformat(),
            "pages": {"all": self.pages_static, "in_browser": self.pages_browser},
            "pdfs": self.pdfs,
            "complete": self.is_complete,
            "tools": [
                {"name": tool.name, "version": tool.version, "run": tool.is_installed} for tool in self.tools
            ],
            "findings": [_summary(fault) for fault in (*self.faults, *self.known)],
        }


def _summary(fault: Fault) -> dict[str, Any]:
    return {
        "rule": fault.rule,
        "criterion": fault.criterion,
        "message": fault.message,
        "pages": list(fault.pages),
        "known": fault.reason or None,
        "expires": fault.expires.isoformat() if fault.expires else None,
    }
