"""Our own rules on a PDF: that it can be read at all, is tagged, and says its title and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cyhoeddi.audit.documents.letters import pages_without_text
from cyhoeddi.audit.documents.linked import Linked
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import primary

if TYPE_CHECKING:
    import pikepdf

READABLE, TAGGED, TITLE, LANGUAGE = "pdf-readable", "pdf-tagged", "pdf-title", "pdf-language"

_AGAIN = "Make the PDF again, and open it to see."
_FILE_NAME = re.compile(r"^Microsoft \w+ - |\.(?:docx?|xlsx?|pptx?|odt|indd|pdf)$|^untitled$", re.IGNORECASE)


def open_document(address: str, file: Path) -> pikepdf.Pdf | Finding:
    """Give the PDF in *file*, or what to say of one that nobody can open."""
    import pikepdf

    try:
        return pikepdf.open(file)
    except pikepdf.PasswordError:
        message, hint = "it asks for a password", "Make the PDF again without a password."
    except pikepdf.PdfError:
        message, hint = "it is damaged, or no PDF at all", _AGAIN
    return Finding(READABLE, address, f"The document cannot be opened: {message}", hint)


def check(address: str, pdf: pikepdf.Pdf, linked: Sequence[Linked]) -> Iterator[Finding]:
    """Yield what is wrong with *pdf*; *linked* tells in which languages pages promise it to be."""
    try:
        yield from _readable(address, pdf)
        yield from _tagged(address, pdf)
        yield from _title(address, pdf)
        yield from _language(address, pdf, linked)
    except Exception as error:
        # A file may be broken in any way; neither must the audit end over it, nor must it pass for whole.
        message = f"The document is damaged: {' '.join(str(error).split())}"
        yield Finding(READABLE, address, message, _AGAIN)


def _readable(address: str, pdf: pikepdf.Pdf) -> Iterator[Finding]:
    if not pdf.allow.accessibility:
        message = "The document is locked against programs that read aloud or enlarge"
        hint = "In the security settings, allow access for assistive technology, or remove the protection."
        yield Finding(READABLE, address, message, hint, "4.1.2")
    empty = pages_without_text(pdf)
    hint = "Recognise the text (OCR), check it against the page and tag it, or publish the text itself."
    if len(empty) == len(pdf.pages):
        yield Finding(READABLE, address, "The document is a picture: it holds no text", hint, "1.1.1")
        return
    for number in (number for number, page in empty.items() if _is_untagged_picture(page)):
        message = "The page is a picture: it holds no text"
        yield Finding(READABLE, address, message, hint, "1.1.1", selector=f"page {number}")


def _is_untagged_picture(page: pikepdf.Page) -> bool:
    return bool(page.get_images()) and "/StructParents" not in page.obj


def _tagged(address: str, pdf: pikepdf.Pdf) -> Iterator[Finding]:
    tree, mark = pdf.Root.get("/StructTreeRoot"), pdf.Root.get("/MarkInfo")
    if tree is None or "/K" not in tree or mark is None or not mark.get("/Marked", False):
        message = "The document is not tagged: no program can tell its headings, lists or reading order"
        hint = "Make the PDF again with tags: in Word, choose “Document structure tags for accessibility”."
        yield Finding(TAGGED, address, message, hint, "1.3.1")


def _title(address: str, pdf: pikepdf.Pdf) -> Iterator[Finding]:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        title = str(metadata.get("dc:title") or pdf.docinfo.get("/Title") or "").strip()
    hint = "Write the document's title into its properties, and have it shown in place of the file's name."
    viewer = pdf.Root.get("/ViewerPreferences")
    if not title:
        yield Finding(TITLE, address, "The document has no title in its properties", hint, "2.4.2")
    elif _FILE_NAME.search(title):
        message = f"The document's title is the name of a file: “{title}”"
        yield Finding(TITLE, address, message, hint, "2.4.2", snippet=title)
    elif viewer is None or not viewer.get("/DisplayDocTitle", False):
        message = "The document has its file's name shown in place of its title"
        yield Finding(TITLE, address, message, hint, "2.4.2", snippet=title)


def _language(address: str, pdf: pikepdf.Pdf, linked: Sequence[Linked]) -> Iterator[Finding]:
    told = str(pdf.Root.get("/Lang", "")).strip()
    if not told:
        message = "The document does not say which language it is in"
        hint = "Set the language in the properties of the document that the PDF is made from."
        yield Finding(LANGUAGE, address, message, hint, "3.1.1")
        return
    for promise in linked:
        if promise.language != primary(told):
            message = (
                f"The document says that it is in “{told}”, but the link on {promise.page} promises "
                f"“{promise.language}”"
            )
            hint = (
                "Correct the language in the document's properties; if another language than the page's is "
                "meant, say so on the link, with hreflang."
            )
            yield Finding(LANGUAGE, address, message, hint, "3.1.1", snippet=told)
