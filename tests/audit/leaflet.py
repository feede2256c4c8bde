"""Makes the two leaflets of the foreign site, which are kept in git as made: python -m tests.audit.leaflet

Their pages, language, headings, table and picture are what the faults in PDFs are planted in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import typst

SITE = Path(__file__).with_name("foreign")

MADE = int(datetime(2026, 10, 1, tzinfo=UTC).timestamp())
"""Fixed, so that the same text gives the same bytes."""

LEAFLET = """
#let words = json(bytes(sys.inputs.words))
#set document(title: words.title, author: words.library)
#set text(lang: words.language, size: 12pt)
#set page(width: 148mm, height: 210mm, margin: 15mm)
#set smartquote(enabled: false)
#show heading: set block(above: 1.5em, below: 1em)

= #words.title
#words.welcome

== #words.bring
#list(..words.things)

=== #words.young
#words.parents

#figure(image("/picture/shelves.svg", width: 90%, alt: words.picture), caption: words.shelves)

#pagebreak()
== #words.keep
#table(
  columns: 2,
  stroke: none,
  table.header(..words.heads.map(head => strong(head))),
  ..words.rows.flatten(),
)

#words.late
"""

TEXTS = {
    "en/leaflet.pdf": {
        "language": "en",
        "library": "Glanrafon Community Library",
        "title": "Your first visit",
        "welcome": "Come in by the front door or up the side ramp. Somebody at the desk will show you round.",
        "bring": "What to bring",
        "things": ["a letter with your address on it", "a bag, if you like reading"],
        "young": "If you are under sixteen",
        "parents": "A parent or carer signs the form with you. After that the card is yours alone.",
        "picture": "Three shelves of books, with a gap where one has been taken out",
        "shelves": "The shelves by the window",
        "keep": "How long you may keep things",
        "heads": ["What", "How long"],
        "rows": [["Books", "three weeks"], ["Films", "one week"], ["Board games", "one month"]],
        "late": "There is nothing to pay if something is late. We send a reminder.",
    },
    "cy/taflen.pdf": {
        "language": "cy",
        "library": "Llyfrgell Gymunedol Glanrafon",
        "title": "Eich ymweliad cyntaf",
        "welcome": "Dewch drwy'r drws blaen neu i fyny'r ramp ochr. Bydd rhywun wrth y ddesg yn eich tywys.",
        "bring": "Beth i ddod gyda chi",
        "things": ["llythyr a'ch cyfeiriad arno", "bag, os ydych yn hoff o ddarllen"],
        "young": "Os ydych o dan un ar bymtheg oed",
        "parents": "Bydd rhiant neu ofalwr yn llofnodi'r ffurflen gyda chi. Wedi hynny, chi biau'r cerdyn.",
        "picture": "Tair silff o lyfrau, gyda bwlch lle tynnwyd un allan",
        "shelves": "Y silffoedd wrth y ffenestr",
        "keep": "Am faint y cewch gadw pethau",
        "heads": ["Beth", "Am faint"],
        "rows": [["Llyfrau", "tair wythnos"], ["Ffilmiau", "wythnos"], ["Gemau bwrdd", "mis"]],
        "late": "Does dim byd i'w dalu os bydd rhywbeth yn hwyr. Byddwn yn anfon nodyn i'ch atgoffa.",
    },
}


def make_leaflet(words: Mapping[str, object]) -> bytes:
    """Give the PDF, by the standard PDF/UA-1."""
    return typst.compile(
        LEAFLET.encode(),
        root=SITE,
        format="pdf",
        pdf_standards="ua-1",
        timestamp=MADE,
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(words)},
    )


if __name__ == "__main__":
    for name, words in TEXTS.items():
        (SITE / name).write_bytes(make_leaflet(words))
