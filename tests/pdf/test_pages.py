"""What stands on every page, on the cover and in the file's own description."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from cyhoeddi.language import Language
from cyhoeddi.words import in_language
from tests.pdf.conftest import EVERYTHING, Made, make_all, read_collection, write_project
from tests.pdf.test_text import squeezed
from tests.pdf.tree import read_tree


def pages_of(made: Made) -> list[str]:
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(BytesIO(made.typeset.pdf)).pages]


def made_with(root: Path, status: str, *, preview: bool) -> list[Made]:
    text = EVERYTHING.read_text("utf-8").replace("type: guidance", f"type: guidance\n{status}", 1)
    write_project(root, text)
    return [made for made in make_all(root, preview=preview) if made.name == "everything"]


def test_every_page_says_how_far_it_is_and_whose_it_is(documents: tuple[Made, ...]) -> None:
    for made in documents:
        pages = pages_of(made)
        words = in_language(made.language)
        assert made.typeset.pages == len(pages)
        for number, page in enumerate(pages, start=1):
            assert squeezed(words.text("page_place", page=number, pages=len(pages))) in page
            assert squeezed(made.content["copyright"]) in page


def test_every_section_of_the_first_level_starts_a_page(documents: tuple[Made, ...]) -> None:
    for made in documents:
        reader = pypdf.PdfReader(BytesIO(made.typeset.pdf))
        contents = in_language(made.language)["contents"]
        tops = [one for one in reader.outline[1] if not isinstance(one, list)]
        assert tops[0].title == contents
        starts = [reader.get_destination_page_number(one) for one in tops]
        assert starts[:2] == [1, 2]
        assert len(set(starts)) == len(starts)


def test_the_cover_says_what_it_is(documents: tuple[Made, ...]) -> None:
    for made in documents:
        cover = pages_of(made)[0]
        words = in_language(made.language)
        wanted = [one["text"] for one in made.content["organisations"]]
        wanted += [made.content["label"].upper(), made.content["title"], made.content["description"]]
        wanted += [words["first_published"], words["last_updated"], words["also_available_document"]]
        wanted += [made.content["banner"]["downloaded"], words["pdf_copyright"]]
        place = 0
        for text in map(squeezed, wanted):
            assert text in cover[place:], text
            place = cover.index(text, place)
        assert [one["language"] for one in made.content["organisations"]] == ["cy", "en"]


def test_the_last_page_says_that_it_is_accessible(documents: tuple[Made, ...]) -> None:
    for made in documents:
        words = in_language(made.language)
        whole = "".join(pages_of(made))
        assert squeezed(words["pdf_accessible"]) in pages_of(made)[-1]
        assert squeezed(words["accessible_notice"]) not in whole


def test_the_file_describes_itself(documents: tuple[Made, ...]) -> None:
    for made in documents:
        with pikepdf.open(BytesIO(made.typeset.pdf)) as pdf:
            day = "{:04}{:02}{:02}".format(*made.content["date"])
            assert str(pdf.docinfo["/Title"]) == made.content["title"]
            assert str(pdf.docinfo["/Author"]) == made.content["author"]
            assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{day}")
            assert str(pdf.Root.Lang) == made.language
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert [float(side) for side in pdf.pages[0].MediaBox] == pytest.approx(
                [0, 0, 595.28, 841.89], abs=0.01
            )


@pytest.mark.parametrize("language", Language)
def test_a_withdrawn_document_says_so_on_every_page(tmp_path: Path, language: Language) -> None:
    status = (
        "status: withdrawn\nwithdrawn:\n  date: 2025-06-01\n"
        "  reason: {en: It was wrong., cy: Roedd yn anghywir.}\n  replaced_by: other-one"
    )
    made = next(one for one in made_with(tmp_path, status, preview=False) if one.language is language)
    pages = pages_of(made)
    # The Welsh word agrees with the kind of publication; the sentence after it does not depend on it.
    notice = {Language.EN: "waswithdrawnon1June2025", Language.CY: "eidynnu'nôlar1Mehefin2025"}[language]
    assert all(notice in page for page in pages)
    reason = {Language.EN: "Itwaswrong.", Language.CY: "Roeddynanghywir."}[language]
    successor = {Language.EN: "Anotherone", Language.CY: "Unarall"}[language]
    assert reason in pages[0]
    assert successor in pages[0]


@pytest.mark.parametrize(
    "status", ["status: draft", "publish_at: 2030-01-01T09:30"], ids=["draft", "embargo"]
)
def test_a_preview_of_what_is_not_public_says_so_on_every_page(tmp_path: Path, status: str) -> None:
    for made in made_with(tmp_path, status, preview=True):
        words = in_language(made.language)
        for page in pages_of(made):
            assert words["pdf_draft"] in page
            assert squeezed(words["preview"]) in page


def test_an_exempted_text_is_shown_in_its_own_language_after_a_notice(tmp_path: Path) -> None:
    body = "body: {en: 'Words of a third party with [a link](https://example.org/third).', cy: ''}"
    text = EVERYTHING.read_text("utf-8").rpartition("    body:\n")[0] + f"    {body}\n"
    text += "untranslated: [{path: sections/3/body, reason: {en: Not ours., cy: Nid ni biau.}}]\n"
    english, welsh = (one for one in make_all(write_project(tmp_path, text)) if one.name == "everything")
    assert "Wordsofathirdpartywithalink." in pages_of(english)[-1]
    page, words = pages_of(welsh)[-1], in_language(Language.CY)
    assert squeezed(words["text_only_in_en"]) in page
    assert "Wordsofathirdpartywithalink." in page
    assert read_tree(welsh.typeset.pdf).all("P")[-3].effective == {"en"}


def test_what_is_public_is_the_same_in_a_preview(everything: Path) -> None:
    collection, _ = read_collection(everything)
    assert not collection.preview
    public, preview = make_all(everything), make_all(everything, preview=True)
    assert [one.typeset for one in public] == [one.typeset for one in preview]
