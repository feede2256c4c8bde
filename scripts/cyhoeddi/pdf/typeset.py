"""Plain data to the bytes of a PDF/UA-1 file. The same data gives the same bytes, on any machine.

Only the fonts shipped here are used, no clock is read, and a letter that they lack is an error: typst's own
check of PDF/UA-1 refuses the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
TEMPLATE = HERE / "document.typ"
FONTS = HERE / "fonts"

_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


class TypesetError(Exception):
    """A document that cannot be made; the text is typst's own reason."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF."""

    pdf: bytes
    pages: int


def typeset(content: Mapping[str, Any], files: Path) -> Typeset:
    """Give the PDF of *content*; its pictures lie in the folder *files*, which need not exist without any."""
    data = json.dumps(content, ensure_ascii=False)
    return _compiled(TEMPLATE.read_bytes(), files, data)


def fault_of(picture: Path) -> str | None:
    """Give why typst cannot print the file *picture*, in its own words; None if it can."""
    source = b'#set document(title: "-")\n#image("/" + sys.inputs.document, alt: "-")'
    try:
        _compiled(source, picture.parent, picture.name)
    except TypesetError as error:
        return str(error)
    return None


def _compiled(source: bytes, root: Path, data: str) -> Typeset:
    # It takes room that a build without a new PDF need not have.
    import typst

    folder = root if root.is_dir() else FONTS
    compiler = typst.Compiler(root=str(folder), font_paths=_fonts(), sys_inputs={"document": data})
    try:
        # The clock never enters: dates are the document's own.
        pdf = compiler.compile(input=source, format="pdf", pdf_standards="ua-1", timestamp=0)
    except typst.TypstError as error:
        raise TypesetError(error.message) from error
    except BaseException as error:
        # A fault inside typst is no Exception in Python's eyes, but no reason to lose the line either.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise TypesetError(str(error)) from error
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no PDF")
    return Typeset(pdf, max(int(count) for count in _PAGES.findall(pdf)))


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
