"""What the rows of documents say of the files behind them."""

from __future__ import annotations

import re

from cyhoeddi.language import Language
from cyhoeddi.words import in_language
from tests.site.built import Site


def test_our_own_pdf_carries_no_notice_but_another_format_can_be_asked_for(site: Site) -> None:
    seen: set[str] = set()
    for page in site.pages:
        words = in_language(Language(page.language))
        for row in re.findall(r'<li class="document">.*?</li>', page.html, re.DOTALL):
            # Only our own PDF states its pages: they are counted when it is made.
            kind = re.search(r"PDF, \d+ \w+,", row)
            if kind:
                seen.add(page.language)
                assert words["accessible_notice"] not in row, page.address
                assert words["accessible_request"] in row, page.address
    assert seen == set(Language)
