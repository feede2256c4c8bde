"""Every PDF of a site: clean ones have no findings, planted faults are found by the right rule."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from cyhoeddi.audit import documents
from cyhoeddi.audit.documents import own, validators
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site

FOREIGN = Path(__file__).parents[1] / "foreign"
LEAFLET, PAGE = "/en/leaflet.pdf", "/en/borrowing.html"
WELSH = "/cy/taflen.pdf"

Breakage = Callable[[pikepdf.Pdf], None]


def check(folder: Path, *addresses: str) -> dict[str, list[Finding]]:
    site = Site(folder, "http://127.0.0.1:1")
    return dict(documents.check(site, addresses or documents.documents(site)))


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[Breakage], Path]:
    """Break the English leaflet of a copy of the foreign site, and give the site's folder."""

    def make(breakage: Breakage, **save: Any) -> Path:
        folder = tmp_path / "site"
        shutil.copytree(FOREIGN, folder)
        with pikepdf.open(FOREIGN / LEAFLET[1:]) as pdf:
            breakage(pdf)
            pdf.save(folder / LEAFLET[1:], **save)
        return folder

    return make


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == role]


def nothing(_: pikepdf.Pdf) -> None:
    """Only save it again."""


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def empty_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.K


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def wrong_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("cy")


def no_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def file_name_for_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "Microsoft Word - leaflet final 2.docx"


def title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def scanned(pdf: pikepdf.Pdf) -> None:
    for page in list(pdf.pages):
        scan(pdf, page)


def one_page_scanned(pdf: pikepdf.Pdf) -> None:
    scan(pdf, pdf.pages[1])


def scan(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    picture = pdf.make_stream(zlib.compress(b"\xff"), Filter=pikepdf.Name.FlateDecode)
    size = {"/Width": 1, "/Height": 1, "/BitsPerComponent": 8, "/ColorSpace": pikepdf.Name.DeviceGray}
    for key, value in {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, **size}.items():
        picture[key] = value
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    page.obj.Contents = pdf.make_stream(b"q 400 0 0 500 10 10 cm /Im0 Do Q")
    del page.obj["/StructParents"]


def text_within_a_form(pdf: pikepdf.Pdf) -> None:
    """Move what each page draws into a form, as many programs do."""
    for page in pdf.pages:
        page.contents_coalesce()
        form = pdf.make_stream(page.Contents.read_bytes())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Resources = page.mediabox, page.resources
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
        page.obj.Contents = pdf.make_stream(b"/Fm0 Do")


@pytest.mark.parametrize(
    ("breakage", "rule", "criterion"),
    [
        (untagged, "pdf-tagged", "1.3.1"),
        (empty_tags, "pdf-tagged", "1.3.1"),
        (no_language, "pdf-language", "3.1.1"),
        (wrong_language, "pdf-language", "3.1.1"),
        (no_title, "pdf-title", "2.4.2"),
        (file_name_for_title, "pdf-title", "2.4.2"),
        (title_not_shown, "pdf-title", "2.4.2"),
        (scanned, "pdf-readable", "1.1.1"),
        (one_page_scanned, "pdf-readable", "1.1.1"),
    ],
)
def test_our_own_rules_find_what_is_broken(
    broken: Callable[[Breakage], Path], breakage: Breakage, rule: str, criterion: str
) -> None:
    folder = broken(breakage)
    with pikepdf.open(folder / LEAFLET[1:]) as pdf:
        found = list(own.check(LEAFLET, pdf, [documents.Linked("en", PAGE)]))
    assert [(one.rule, one.criterion) for one in found] == [(rule, criterion)]
    assert found[0].selector == ("page 2" if breakage is one_page_scanned else "")


def test_pdfs_without_faults_have_no_findings_and_saving_alone_adds_none(
    broken: Callable[[Breakage], Path],
) -> None:
    assert check(FOREIGN) == {WELSH: [], LEAFLET: []}
    assert check(broken(nothing), LEAFLET) == {LEAFLET: []}


def test_text_within_a_form_is_text(broken: Callable[[Breakage], Path]) -> None:
    with pikepdf.open(broken(text_within_a_form) / LEAFLET[1:]) as pdf:
        assert not list(own.check(LEAFLET, pdf, []))


def test_a_document_locked_against_screen_readers_is_found(broken: Callable[[Breakage], Path]) -> None:
    nobody = pikepdf.Permissions(accessibility=False, extract=False)
    # Programs that follow later editions of the format no longer lock them out.
    locked = pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False, allow=nobody)
    found = check(broken(nothing, encryption=locked), LEAFLET)[LEAFLET]
    assert [one.message for one in found if one.rule == "pdf-readable"] == [
        "The document is locked against programs that read aloud or enlarge"
    ]


def test_what_nobody_can_open_is_told_once(broken: Callable[[Breakage], Path]) -> None:
    folder = broken(nothing, encryption=pikepdf.Encryption(owner="o", user="secret"))
    (folder / WELSH[1:]).write_bytes(b"Not a PDF at all")
    found = check(folder)
    assert {address: [one.rule for one in ones] for address, ones in found.items()} == {
        LEAFLET: ["pdf-readable"],
        WELSH: ["pdf-readable"],
    }
    assert "password" in found[LEAFLET][0].message


def test_an_english_document_under_a_welsh_page_is_found_unless_the_link_says_so(tmp_path: Path) -> None:
    shutil.copytree(FOREIGN, tmp_path / "site")
    file = tmp_path / "site" / "cy" / "benthyg.html"
    welsh = file.read_text(encoding="utf-8")
    assert "</main>" in welsh

    def languages(link: str) -> list[str]:
        file.write_text(welsh.replace("</main>", f"{link}</main>"), encoding="utf-8")
        return [one.message for one in check(tmp_path / "site", LEAFLET)[LEAFLET]]

    assert languages('<p><a href="../en/leaflet.pdf" hreflang="en-GB">Taflen Saesneg</a></p>') == []
    assert languages('<p><a href="../en/leaflet.pdf#page=2">Taflen</a></p>') == [
        "The document says that it is in “en”, but the link on /cy/benthyg.html promises “cy”"
    ]


def without_alternative_text(pdf: pikepdf.Pdf) -> None:
    for figure in elements(pdf, "/Figure"):
        del figure.Alt


def without_header_cells(pdf: pikepdf.Pdf) -> None:
    for cell in elements(pdf, "/TH"):
        cell.S = pikepdf.Name.TD


def with_a_skipped_level(pdf: pikepdf.Pdf) -> None:
    for heading in elements(pdf, "/H2"):
        heading.S = pikepdf.Name.H3


def with_unmarked_words(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /f0 12 Tf 50 50 Td (stray) Tj ET")


@pytest.mark.parametrize(
    ("breakage", "rule", "criterion", "selector"),
    [
        (without_alternative_text, "page-validation:PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "1.1.1", ""),
        (without_header_cells, "pdfua:UA-15-003", "1.3.1", ""),
        (with_a_skipped_level, "outloud:HDG-001", "1.3.1", "page 1"),
        (with_unmarked_words, "outloud:TAG-001", "1.3.1", "page 1"),
    ],
)
def test_the_validators_find_what_is_broken(
    broken: Callable[[Breakage], Path], breakage: Breakage, rule: str, criterion: str, selector: str
) -> None:
    found = {one.rule: one for one in check(broken(breakage), LEAFLET)[LEAFLET]}
    assert (found[rule].criterion, found[rule].selector) == (criterion, selector)
    assert not found[rule].message.endswith(".")
    assert found[rule].hint.endswith(".")


def test_a_validator_that_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validators, "find_spec", lambda module: None if module == "pdfua" else module)
    monkeypatch.setattr(validators, "import_module", lambda module: pytest.fail(module))
    with pytest.raises(pytest.fail.Exception, match="page"):
        list(validators.check(LEAFLET, FOREIGN / LEAFLET[1:]))


def test_a_validator_that_stumbles_says_so(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"Not a PDF at all")
    assert {one.rule for one in validators.check("/x.pdf", file)} == {
        "page-validation:not-checked",
        "outloud:not-checked",
        "pdfua:not-checked",
    }


def test_many_documents_are_spread_over_processes_and_all_answered_for(tmp_path: Path) -> None:
    for number in range(10):
        with pikepdf.open(FOREIGN / LEAFLET[1:]) as pdf:
            if number == 7:
                no_title(pdf)
            pdf.save(tmp_path / f"{number}.pdf")
    found = check(tmp_path)
    assert list(found) == [f"/{number}.pdf" for number in range(10)]
    assert [address for address, ones in found.items() if ones] == ["/7.pdf"]
    assert "pdf-title" in {one.rule for one in found["/7.pdf"]}
