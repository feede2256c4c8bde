"""Every PDF passes three independent validators without a finding, and they catch what is broken."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import page
import pdfua
import pikepdf
import pytest

from cyhoeddi.language import Language
from tests.pdf.conftest import EVERYTHING, Made, make_all, write_project

Breakage = Callable[[pikepdf.Pdf], None]


def findings(file: Path) -> list[str]:
    """Give everything that any of the validators says about *file*."""
    result = outloud.check(str(file))
    found = [f"page: {one.rule_id} {one.message}" for one in page.validate_pdf(file, profile="ua1").failures]
    found += [f"pdfua: {one.rule_id} {one.message}" for one in pdfua.validate(str(file)).findings]
    found += [f"outloud: {one.rule} {one.message}" for one in result.sorted_findings()]
    return found + ([f"outloud: {result.error}"] if result.error else [])


def test_every_document_passes_all_of_them(documents: tuple[Made, ...], tmp_path: Path) -> None:
    assert {made.language for made in documents if made.name == "everything"} == set(Language)
    for made in documents:
        file = tmp_path / f"{made.name}-{made.language}.pdf"
        file.write_bytes(made.typeset.pdf)
        assert findings(file) == [], file.name


def test_withdrawn_documents_and_previews_pass_too(tmp_path: Path) -> None:
    withdrawn = (
        "status: withdrawn\nwithdrawn: {date: 2025-06-01, reason: {en: Wrong here., cy: Anghywir yma.}}"
    )
    for name, status in (("withdrawn", withdrawn), ("draft", "status: draft")):
        text = EVERYTHING.read_text("utf-8").replace("type: guidance", f"type: guidance\n{status}", 1)
        root = write_project(tmp_path / name, text)
        for made in make_all(root, preview=name == "draft"):
            file = root / f"{made.name}-{made.language}.pdf"
            file.write_bytes(made.typeset.pdf)
            assert findings(file) == [], file


def _untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _without_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def _without_claim(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfuaid:part"]


def _without_alternative_text(pdf: pikepdf.Pdf) -> None:
    for figure in _elements(pdf, "/Figure"):
        del figure.Alt


def _without_header_cells(pdf: pikepdf.Pdf) -> None:
    for cell in _elements(pdf, "/TH"):
        cell.S = pikepdf.Name.TD


def _with_a_skipped_level(pdf: pikepdf.Pdf) -> None:
    for heading in _elements(pdf, "/H2"):
        heading.S = pikepdf.Name.H3


def _with_unmarked_words(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0]
    first.contents_add(b"BT /f0 12 Tf 50 50 Td (stray) Tj ET")


def _elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == role and "/P" in one
    ]


@pytest.mark.parametrize(
    "breakage",
    [
        _untagged,
        _without_language,
        _without_title,
        _without_claim,
        _without_alternative_text,
        _without_header_cells,
        _with_a_skipped_level,
        _with_unmarked_words,
    ],
    ids=lambda breakage: breakage.__name__.strip("_"),
)
def test_what_is_broken_is_found(breakage: Breakage, documents: tuple[Made, ...], tmp_path: Path) -> None:
    made = next(one for one in documents if one.name == "everything" and one.language is Language.CY)
    with pikepdf.open(BytesIO(made.typeset.pdf)) as pdf:
        breakage(pdf)
        pdf.save(tmp_path / "broken.pdf")
    assert findings(tmp_path / "broken.pdf")


def test_saving_alone_breaks_nothing(documents: tuple[Made, ...], tmp_path: Path) -> None:
    made = next(one for one in documents if one.name == "everything" and one.language is Language.CY)
    with pikepdf.open(BytesIO(made.typeset.pdf)) as pdf:
        pdf.save(tmp_path / "same.pdf")
    assert findings(tmp_path / "same.pdf") == []
