"""The forms in which a reader can have a publication: HTML, PDF and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Attachment, Publication
from cyhoeddi.pdf.store import Pdf


def documents(edition: Edition, publication: Publication, pdf: Pdf | None) -> Iterator[dict[str, Any]]:
    """Yield a row for each form in which a reader can have the publication."""
    if publication.has_document:
        address = edition.addresses.document(publication, edition.language)
        title = edition.said(publication.title)
        yield {**_BLANK_ROW, "title": title, "address": address, "kind": "html", "format": "HTML"}
    if pdf is not None:
        yield pdf_row(edition, publication, pdf)
    for attachment in publication.attachments:
        name, language = attached_file(attachment, edition.language)
        other = language is not edition.language
        yield {
            **_BLANK_ROW,
            "title": edition.said(attachment.title),
            "address": edition.addresses.file(publication, edition.language, name),
            "kind": "file",
            "format": name.rpartition(".")[2].upper(),
            "size": edition.collection.files.get(publication.id, {}).get(name),
            "language": language.value if other else None,
            "note": edition.only_in_other("file") if other else None,
        }


_BLANK_ROW = {"size": None, "pages": None, "language": None, "note": None}


def pdf_row(edition: Edition, publication: Publication, pdf: Pdf) -> dict[str, Any]:
    """Give the row of the publication's own PDF."""
    return {
        **_BLANK_ROW,
        "title": edition.said(publication.title),
        "address": edition.addresses.pdf(publication, edition.language),
        "kind": "pdf",
        "format": "PDF",
        "size": pdf.size,
        "pages": pdf.pages,
    }


def pdf_path(name: str) -> str:
    """Give where the PDF of the publication *name* stands in the generated folder of a language."""
    return f"pdf/{name}.pdf"


def attached_file(attachment: Attachment, language: Language) -> tuple[str, Language]:
    """Give the file for readers of *language*, and its language where an exemption leaves only the other."""
    name = attachment.file[language]
    return (name, language) if name else (attachment.file[language.other], language.other)
