"""Faults of downloads: what a page says of a file, and the file."""

from __future__ import annotations

from tests.audit.faults.fault import PDF_LINK, Fault, Sheet

LINK = r'href="([^":]+)\.pdf"'
STATED = r"\bPDF, (\d+)( \w+), (\d+) KB"


def _a_page_by_the_name_of_a_pdf(sheet: Sheet) -> None:
    sheet.files["own.pdf"] = b"<!doctype html><title>Not found</title><p>Not found</p>" + b" " * 20_000
    sheet.sub(LINK, 'href="own.pdf"')


def _a_table_by_the_name_of_a_pdf(sheet: Sheet) -> None:
    """The text says PDF, the link leads to a CSV."""
    sheet.files["own.csv"] = b"Day,Opens\n" + b"Tuesday,10:00\n" * 2_000
    sheet.sub(LINK, 'href="own.csv"')


DOWNLOADS = (
    Fault(
        "missing-download",
        ("downloads", "links"),
        lambda s: s.sub(LINK, r'href="\1-gone.pdf"'),
        PDF_LINK,
    ),
    Fault("download-that-is-a-page", ("downloads",), _a_page_by_the_name_of_a_pdf, PDF_LINK),
    Fault("download-of-another-type", ("downloads",), _a_table_by_the_name_of_a_pdf, PDF_LINK),
    Fault(
        "wrong-number-of-pages",
        ("downloads",),
        lambda s: s.sub(STATED, lambda found: f"PDF, {int(found[1]) + 7}{found[2]}, {found[3]} KB"),
        PDF_LINK,
    ),
    Fault(
        "wrong-size",
        ("downloads",),
        lambda s: s.sub(STATED, lambda found: f"PDF, {found[1]}{found[2]}, {int(found[3]) * 3} KB"),
        PDF_LINK,
    ),
)
