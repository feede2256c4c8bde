"""What of a page is looked through, and by what it can be found."""

from __future__ import annotations

from cyhoeddi.language import Language
from cyhoeddi.search.pages import Found
from cyhoeddi.search.record import render_record

DOCUMENT = Found(
    address="/cy/rhenti-html/",
    front={
        "kind": "document",
        "title": "Mae’r rhenti'n [fair]{lang=en}",
        "label": "Papur briffio, dogfen",
        "published": "2024-03-02",
        "part_of": {"title": "Rhenti, <a> [fair]{lang=en}", "address": "/cy/rhenti/"},
        "facets": {"type": ["briefing"], "series": ["rents"], "workstream": ["rents/1"], "year": ["2024"]},
    },
    main="<h1>Rhenti</h1><p>Testun.</p>",
)


def test_the_words_of_the_page_stand_in_the_part_that_is_looked_through() -> None:
    html = render_record(DOCUMENT, Language.CY)
    assert '<html lang="cy">' in html
    assert "<div data-pagefind-body><h1>Rhenti</h1><p>Testun.</p></div>" in html


def test_facets_dates_and_labels_are_told_in_words_of_the_language() -> None:
    html = render_record(DOCUMENT, Language.CY)
    for fact in (
        '<span data-pagefind-meta="title">Mae\'r rhenti&#x27;n fair</span>',
        '<span data-pagefind-filter="type">briefing</span>',
        '<span data-pagefind-filter="workstream">rents/1</span>',
        '<span data-pagefind-meta="label">Papur briffio, dogfen</span>',
        '<span data-pagefind-meta="day">2 Mawrth 2024</span>',
        '<span data-pagefind-meta="series">Rhenti, &lt;a&gt; fair</span>',
        '<span data-pagefind-sort="date">2024-03-02 /cy/rhenti-html/</span>',
    ):
        assert fact in html


def test_a_page_without_a_date_has_no_place_among_those_that_have_one() -> None:
    page = Found("/en/about/", {"kind": "page", "label": None, "published": None}, "<h1>About</h1>")
    html = render_record(page, Language.EN)
    assert "About" in html
    assert "sort" not in html
    assert "filter" not in html
