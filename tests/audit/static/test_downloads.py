from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from cyhoeddi.audit.static import downloads
from tests.audit.static.small import page, told


def _pdf(pages: int, size: int = 0) -> bytes:
    made, buffer = pikepdf.new(), BytesIO()
    for _ in range(pages):
        made.add_blank_page()
    made.save(buffer)
    return buffer.getvalue().ljust(size, b"\n")


def _workbook(folder: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        file.writestr(f"{folder}/content.xml", "<x/>")
    return buffer.getvalue()


FILES = {
    "/plan.pdf": _pdf(3, 46_080),
    "/one.pdf": _pdf(1),
    "/lent.csv": "tool,lent\ndrill,3\n",
    "/lent.xlsx": _workbook("xl"),
}


@pytest.mark.parametrize(
    ("main", "message"),
    [
        (
            "<a href=plan.pdf>Plan (PDF, 2 pages, 45 KB)</a>",
            "The page says that the file has 2 pages, but it has 3",
        ),
        (
            "<a href=plan.pdf>Cynllun (PDF, 2 dudalen, 45 KB)</a>",
            "The page says that the file has 2 pages, but it has 3",
        ),
        (
            "<a href=plan.pdf>Plan (PDF, 3 pages, 4 MB)</a>",
            "The page says that the file has 4 MB, but it has 46,080 bytes",
        ),
        (
            "<a href=plan.pdf>Plan</a> PDF, 3 pages, 54KB",
            "The page says that the file has 54KB, but it has 46,080 bytes",
        ),
        ("<a href=plan.pdf>Plan (CSV, 45 KB)</a>", "The page says that the file is CSV, but it is PDF"),
        ("<a href=lent.xlsx>Tools lent (Word)</a>", "The page says that the file is Word, but it is Excel"),
        (
            "<ul><li><h3><a href=plan.pdf>Plan</a></h3><p>PDF, 4 pages</p></li></ul>",
            "The page says that the file has 4 pages, but it has 3",
        ),
    ],
)
def test_finds_what_is_not_true_of_a_file(tmp_path: Path, main: str, message: str) -> None:
    html = page("/new.html", main=f"<h1>Files</h1>{main}")
    assert told(downloads.check, tmp_path, {**FILES, "/new.html": html}) == [f"/new.html: {message}"]


@pytest.mark.parametrize(
    "main",
    [
        "<a href=plan.pdf>Plan (PDF, 3 pages, 45 KB)</a>",
        "<a href=plan.pdf>Cynllun (PDF, 3 tudalen, 45 KB)</a>",
        "<a href=plan.pdf>Plan (PDF, 46.1 kB)</a>",
        "<a href=plan.pdf>Plan [PDF 0.04 MB]</a>",
        "<a href=lent.csv>Tools lent (CSV, 1 KB)</a>",
        "<a href=lent.csv>Tools lent (CSV, 18 bytes)</a>",
        "<a href=lent.xlsx>Tools lent (XLSX)</a>",
        "<a href=one.pdf>In a word, yes</a>",
        "<a href=one.pdf>Plan</a>",
        "<p><a href=plan.pdf>Plan</a> and <a href=one.pdf>One</a>, 9 pages, 9 MB</p>",
        "<a href=https://elsewhere.example/plan.pdf>Plan (PDF, 9 pages)</a>",
        "<a href=gone.pdf>Plan (PDF, 9 pages)</a>",
    ],
)
def test_lets_what_is_true_or_not_said_pass(tmp_path: Path, main: str) -> None:
    html = page("/new.html", main=f"<h1>Files</h1>{main}")
    assert told(downloads.check, tmp_path, {**FILES, "/new.html": html}) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<!DOCTYPE html><title>Not found</title>"),
        ("a.csv", b"\n<!doctype html><p>Not found"),
        ("a.csv", _workbook("xl")),
        ("a.xlsx", _workbook("word")),
        ("a.ods", b"tool,lent"),
        ("a.doc", b"{\\rtf1}"),
    ],
)
def test_finds_a_file_that_is_not_what_its_name_promises(tmp_path: Path, name: str, content: bytes) -> None:
    files = {f"/{name}": content, "/new.html": page("/new.html", main=f"<a href={name}>A file</a>")}
    (found,) = told(downloads.check, tmp_path, files)
    assert f"/{name} does not hold what its name promises" in found
