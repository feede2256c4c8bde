from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.audit.static.contents import pages_of
from tests.conftest import PROJECT

LEAFLETS = sorted((PROJECT / "tests" / "audit" / "foreign").rglob("*.pdf"))


@pytest.mark.parametrize("packed", list(pikepdf.ObjectStreamMode))
@pytest.mark.parametrize("linearised", [False, True])
def test_counts_pages_however_a_pdf_is_packed(
    tmp_path: Path, packed: pikepdf.ObjectStreamMode, linearised: bool
) -> None:
    assert LEAFLETS
    for leaflet in LEAFLETS:
        with pikepdf.open(leaflet) as pdf:
            pages = len(pdf.pages)
            pdf.save(tmp_path / "a.pdf", object_stream_mode=packed, linearize=linearised)
        assert pages_of(leaflet) == pages
        assert pages_of(tmp_path / "a.pdf") == pages


def test_counts_what_the_latest_change_left(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    with pymupdf.open() as pdf:
        for _ in range(40):
            pdf.new_page()
        pdf.save(file)
    assert pages_of(file) == 40
    with pymupdf.open(file) as pdf:
        pdf.delete_page(0)
        pdf.saveIncr()
    assert pages_of(file) == 39


@given(junk=st.binary(max_size=200))
def test_says_nothing_of_what_it_cannot_read(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "junk.pdf"
    file.write_bytes(b"%PDF-1.7\n" + junk + b"<< /Type /ObjStm >> stream\n" + junk)
    assert pages_of(file) is None
