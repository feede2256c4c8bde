"""Every text of the model stands in the PDF, in the order of the model, in its own language."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest

from cyhoeddi.body import blocks as b
from cyhoeddi.body.html import plain_phrases
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, walk_sections
from tests.pdf.conftest import Made


def squeezed(text: str) -> str:
    """Give *text* without white space, which lines and columns change."""
    return re.sub(r"\s+", "", text)


def extracted(made: Made) -> str:
    """Give the text of the pages, in their order, without what stands on each of them."""
    banner = made.content["banner"]
    foot = squeezed(banner["downloaded"] + banner["latest"].replace("{address}", banner["address"]))
    pages = [squeezed(page.extract_text()) for page in pypdf.PdfReader(BytesIO(made.typeset.pdf)).pages]
    assert all(foot in page for page in pages)
    cover, rest = pages[0], (page.replace(foot, "") for page in pages[1:])
    return cover + "".join(rest)


def texts(publication: Publication, language: Language) -> list[str]:
    """Give the texts of *publication* in reading order, footnotes apart."""
    found = [plain_phrases(publication.title[language]), plain_phrases(publication.summary[language])]
    for _, section in walk_sections(publication.sections):
        found.append(plain_phrases(section.heading[language]))
        if section.body is not None:
            body = parse(section.body[language]).body
            found += words(b.Body(body.blocks))
    return [text for text in map(squeezed, found) if text]


def words(body: b.Body) -> list[str]:
    found = []
    for node in b.walk(body):
        match node:
            case b.Text(text=text) | b.Callout(title=text):
                found.append(text)
    return found


def abbreviations(publication: Publication, language: Language) -> list[str]:
    sides = [section.body for _, section in walk_sections(publication.sections)]
    bodies = [parse(side[language]).body for side in sides if side is not None]
    return [f"({one.expansion})" for body in bodies for one in body.abbreviations]


@pytest.mark.parametrize("language", Language)
def test_the_texts_stand_in_order(documents: tuple[Made, ...], language: Language) -> None:
    made_in_language = [made for made in documents if made.language is language]
    assert "everything" in {made.name for made in made_in_language}
    for made in made_in_language:
        publication = made.publication
        whole = extracted(made)
        for expansion in map(squeezed, abbreviations(publication, language)):
            whole = whole.replace(expansion, "", 1)
        place = 0
        for text in texts(publication, language):
            at = whole.find(text, place)
            assert at >= 0, f"{made.name} {language}: {text!r} is not after {whole[place - 60 : place]!r}"
            place = at + len(text)


@pytest.mark.parametrize("language", Language)
def test_the_footnotes_stand_in_it_too(documents: tuple[Made, ...], language: Language) -> None:
    made = next(one for one in documents if one.name == "everything" and one.language is language)
    whole = extracted(made)
    bodies = [
        parse(section.body[language]).body
        for _, section in walk_sections(made.publication.sections)
        if section.body
    ]
    notes = [text for body in bodies for text in words(b.Body(footnotes=body.footnotes))]
    assert len(notes) >= 7
    assert [text for text in map(squeezed, notes) if text not in whole] == []


def test_an_abbreviation_is_explained_once_where_it_first_stands(documents: tuple[Made, ...]) -> None:
    made = next(one for one in documents if one.name == "everything" and one.language is Language.EN)
    whole = extracted(made)
    assert whole.count("CIW(CareInspectorateWales)") == 1
    assert whole.index("CIW(Care") == whole.index("CIW")
    assert "QualificationsWales(QW)" in whole
    assert whole.count("(QualificationsWales)") == 0
    assert "TheWLGA(WelshLocalGovernmentAssociation)isamong" in whole


def test_what_was_written_is_not_made_prettier(documents: tuple[Made, ...]) -> None:
    made = next(one for one in documents if one.name == "everything" and one.language is Language.EN)
    whole = extracted(made)
    assert "'quotes',“curly”&<signs>#$@\\*_`~" in whole
    assert "Not--changed---atall..." in whole


def test_the_letters_of_welsh_can_be_copied(documents: tuple[Made, ...]) -> None:
    made = next(one for one in documents if one.name == "everything" and one.language is Language.CY)
    assert "tŷ,dŵr,ŵy,sŵn,Ŷ,ẁ,ẃ,ẅ" in extracted(made)
