"""Which pages of a PDF hold text, and which are only pictures of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_SHOW = frozenset({"Tj", "TJ", "'", '"'})


def pages_without_text(pdf: pikepdf.Pdf) -> Mapping[int, pikepdf.Page]:
    """Give the pages on which no letter is set, by their numbers, which begin at 1."""
    pages = enumerate(pdf.pages, start=1)
    return {number: page for number, page in pages if not _has_text(page.obj, page.resources, frozenset())}


def _has_text(
    content: pikepdf.Object, resources: pikepdf.Object | None, around: frozenset[tuple[int, int]]
) -> bool:
    """Tell whether a page, or a form drawn on one, sets letters; *around* are the forms that it stands in."""
    import pikepdf

    forms = None if resources is None else resources.get("/XObject")
    for instruction in pikepdf.parse_content_stream(content, " ".join([*_SHOW, "Do"])):
        if str(instruction.operator) in _SHOW:
            if any(_has_letters(operand) for operand in instruction.operands):
                return True
            continue
        form = None if forms is None else forms.get(str(instruction.operands[0]))
        if form is None or form.get("/Subtype") != "/Form" or form.objgen in around:
            continue
        if _has_text(form, form.get("/Resources", resources), around | {form.objgen}):
            return True
    return False


def _has_letters(operand: object) -> bool:
    """Tell whether what is shown is more than blanks."""
    import pikepdf

    if isinstance(operand, pikepdf.String):
        return bool(bytes(operand).strip())
    return isinstance(operand, Iterable) and any(_has_letters(part) for part in operand)
