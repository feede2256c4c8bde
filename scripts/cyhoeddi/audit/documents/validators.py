"""Three validators of PDF/UA-1, each brought to our kind of finding.

A validator that is not installed is left out. One that stumbles over a file says so, as silence would pass
for a document without faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cyhoeddi.audit.finding import LONGEST_SNIPPET, Finding
from cyhoeddi.problems import Level

_HINT = "Correct this in the document or program that the PDF is made from, then make the PDF again."
_LEVELS = {"error": Level.ERROR, "warning": Level.WARNING}
_PAGE = re.compile(r"\bpage (\d+)\b")

_CRITERIA = (
    ("TITLE", "2.4.2"),
    ("LANGUAGE", "3.1.1"),
    ("LANG-", "3.1.1"),
    ("ALT", "1.1.1"),
    ("FIGURE", "1.1.1"),
    ("FORMULA", "1.1.1"),
    ("HEADING", "1.3.1"),
    ("TABLE", "1.3.1"),
    ("LIST", "1.3.1"),
    ("STRUCT", "1.3.1"),
    ("TAG", "1.3.1"),
)
"""What the names of page-validation's rules tell of WCAG, for it gives no criterion itself."""


def check(address: str, file: Path) -> Iterator[Finding]:
    """Yield what the validators that are installed say of the PDF in *file*."""
    for name, (module, read) in _VALIDATORS.items():
        if find_spec(module) is None:
            continue
        try:
            yield from read(import_module(module), address, file)
        except Exception as error:
            message = f"{name} could not check this document: {type(error).__name__}: {error}"
            yield Finding(f"{name}:not-checked", address, _without_stop(message), _HINT)


def _page_validation(module: Any, address: str, file: Path) -> Iterator[Finding]:
    for one in module.validate_pdf(file, profile="ua1").failures:
        page = _PAGE.search(one.message)
        yield Finding(
            rule=f"page-validation:{one.rule_id}",
            address=address,
            message=_without_stop(one.message),
            hint=_HINT,
            criterion=next((number for part, number in _CRITERIA if part in one.rule_id), ""),
            selector=f"page {page[1]}" if page else "",
        )


def _outloud(module: Any, address: str, file: Path) -> Iterator[Finding]:
    result = module.check(str(file))
    if result.error:
        raise ValueError(result.error)
    for one in result.sorted_findings():
        known = module.load_catalogue()[one.rule]
        yield Finding(
            rule=f"outloud:{one.rule}",
            address=address,
            message=_without_stop(one.message),
            hint=known.fix or _HINT,
            criterion=next(iter(known.wcag), ""),
            selector=f"page {one.page}" if one.page else "",
            snippet=(one.evidence or "")[:LONGEST_SNIPPET],
            level=_LEVELS.get(one.severity, Level.NOTE),
        )


def _pdfua(module: Any, address: str, file: Path) -> Iterator[Finding]:
    for one in module.validate(str(file)).findings:
        yield Finding(
            rule=f"pdfua:{one.rule_id}",
            address=address,
            message=_without_stop(one.message),
            hint=one.remediation or _HINT,
            criterion=next(iter(one.wcag), ""),
            selector=f"page {one.location.page}" if one.location.page else "",
            snippet=one.location.struct_role or "",
            level=_LEVELS.get(one.severity.name.lower(), Level.NOTE),
        )


def _without_stop(message: str) -> str:
    return " ".join(message.split()).removesuffix(".")


_VALIDATORS = {
    "page-validation": ("page", _page_validation),
    "outloud": ("outloud", _outloud),
    "pdfua": ("pdfua", _pdfua),
}
"""By name: the module that it is imported as, and what reads it."""
