"""Problems → what people and machines read; every format takes the problems and gives the whole text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from cyhoeddi.problems import Problem
from cyhoeddi.report.data import render_json, render_sarif
from cyhoeddi.report.junit import render_junit
from cyhoeddi.report.text import counted, one_line, render_github, render_text

__all__ = [
    "FORMATS",
    "Render",
    "counted",
    "one_line",
    "render_github",
    "render_json",
    "render_junit",
    "render_sarif",
    "render_text",
]

Render = Callable[[Iterable[Problem]], str]

FORMATS: Mapping[str, Render] = MappingProxyType(
    {
        "text": render_text,
        "github": render_github,
        "json": render_json,
        "junit": render_junit,
        "sarif": render_sarif,
    }
)
"""The formats by the name that `--format` takes."""
