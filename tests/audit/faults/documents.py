"""Faults in the PDFs that pages offer."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf

from tests.audit.faults.fault import PDF_LINK, Fault, Sheet

Breakage = Callable[[pikepdf.Pdf], None]


def broken(breakage: Breakage) -> Callable[[Sheet], None]:
    """Give the planter of what *breakage* does to a PDF."""

    def make(pdf: pikepdf.Pdf, made: BytesIO) -> None:
        breakage(pdf)
        pdf.save(made)

    return lambda sheet: sheet.swap_pdf(make)


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """Give the structure elements of a role, such as /Figure."""
    found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    return [one for one in found if one.get("/S") == role and "/P" in one]


def _untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def _other_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("en-GB" if str(pdf.Root.Lang).startswith("cy") else "cy-GB")


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _no_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def _file_name_for_title(pdf: pikepdf.Pdf) -> None:
    """The window shows the name of the file instead of the title."""
    del pdf.Root.ViewerPreferences


def _figure_without_alternative(pdf: pikepdf.Pdf) -> None:
    for figure in elements(pdf, "/Figure"):
        del figure.Alt


def _table_without_headers(pdf: pikepdf.Pdf) -> None:
    for cell in elements(pdf, "/TH"):
        cell.S = pikepdf.Name.TD
        if "/A" in cell:
            del cell.A


def _skipped_heading(pdf: pikepdf.Pdf) -> None:
    for heading in elements(pdf, "/H2"):
        heading.S = pikepdf.Name.H3


def _unmarked_words(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /f0 12 Tf 50 50 Td (stray) Tj ET")


def _letters_without_meaning(pdf: pikepdf.Pdf) -> None:
    """Fonts that no longer say which letter a shape stands for: it can be seen, not read out."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
            del one.ToUnicode


def _encrypted(pdf: pikepdf.Pdf, made: BytesIO) -> None:
    """Opens without a password, but lets no screen reader at its text."""
    shut = pikepdf.Permissions(accessibility=False, extract=False)
    pdf.save(made, encryption=pikepdf.Encryption(owner="owner", user="", R=4, allow=shut))


def _locked(pdf: pikepdf.Pdf, made: BytesIO) -> None:
    pdf.save(made, encryption=pikepdf.Encryption(owner="owner", user="reader"))


def _cut_short(pdf: pikepdf.Pdf, made: BytesIO) -> None:
    whole = BytesIO()
    pdf.save(whole)
    made.write(whole.getvalue()[: len(whole.getvalue()) // 3])


def _scanned(pdf: pikepdf.Pdf) -> None:
    """Of every page a picture alone is left, as a scanner makes it."""
    grey = pikepdf.Stream(pdf, bytes(200 * 280))
    grey.Type, grey.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    grey.Width, grey.Height, grey.BitsPerComponent = 200, 280, 8
    grey.ColorSpace = pikepdf.Name.DeviceGray
    for page in pdf.pages:
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=grey))
        width, height = (float(one) for one in page.mediabox[2:])
        page.obj.Contents = pikepdf.Stream(pdf, f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode())
        if "/Annots" in page.obj:
            del page.obj.Annots
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def _of_pdf(name: str, rules: tuple[str, ...], plant: Callable[[Sheet], None], in_pdf: str = "/P") -> Fault:
    return Fault(name, rules, plant, PDF_LINK, in_pdf)


DOCUMENTS = (
    _of_pdf(
        "pdf-untagged",
        ("pdf-tagged", "page-validation:PDFUA1-TAGGED-DOCUMENT-*", "outloud:DOC-001", "pdfua:UA-01-002"),
        broken(_untagged),
    ),
    _of_pdf("pdf-in-the-wrong-language", ("pdf-language",), broken(_other_language)),
    _of_pdf(
        "pdf-without-language", ("pdf-language", "outloud:DOC-013", "pdfua:UA-06-001"), broken(_no_language)
    ),
    _of_pdf(
        "pdf-without-title",
        ("pdf-title", "page-validation:PDFUA1-METADATA-TITLE-*", "outloud:DOC-010", "pdfua:UA-07-001"),
        broken(_no_title),
    ),
    _of_pdf(
        "pdf-titled-by-its-file",
        ("pdf-title", "page-validation:PDFUA1-VIEWER-PREFERENCES-*", "outloud:DOC-011", "pdfua:UA-07-002"),
        broken(_file_name_for_title),
    ),
    _of_pdf(
        "pdf-figure-without-alternative",
        ("page-validation:PDFUA1-FIGURE-ALTERNATIVE-*", "outloud:FIG-001", "pdfua:UA-13-004"),
        broken(_figure_without_alternative),
        "/Figure",
    ),
    _of_pdf("pdf-table-without-headers", ("pdfua:UA-15-003",), broken(_table_without_headers), "/TH"),
    _of_pdf(
        "pdf-skipped-heading",
        ("page-validation:PDFUA1-HEADING-NESTING-*", "outloud:HDG-001"),
        broken(_skipped_heading),
        "/H2",
    ),
    _of_pdf(
        "pdf-unmarked-words",
        ("page-validation:PDFUA1-CONTENT-TAGGING-*", "outloud:TAG-001", "pdfua:UA-01-003"),
        broken(_unmarked_words),
    ),
    _of_pdf(
        "pdf-letters-without-meaning",
        ("page-validation:PDFUA1-FONT-UNICODE-MAPPING-*", "outloud:TXT-002", "pdf-readable"),
        broken(_letters_without_meaning),
    ),
    _of_pdf(
        "pdf-closed-to-screen-readers",
        ("outloud:DOC-020", "pdf-readable"),
        lambda sheet: sheet.swap_pdf(_encrypted),
    ),
    _of_pdf("pdf-locked", ("pdf-readable",), lambda sheet: sheet.swap_pdf(_locked)),
    _of_pdf(
        "pdf-cut-short",
        ("pdf-readable", "page-validation:not-checked"),
        lambda sheet: sheet.swap_pdf(_cut_short),
    ),
    _of_pdf("pdf-scanned", ("pdf-readable",), broken(_scanned)),
)
