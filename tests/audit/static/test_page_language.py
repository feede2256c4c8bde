from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import page_language
from tests.audit.static.small import ENGLISH, WELSH, alternates, page, told

WELSH_TEXT = f"<h1>Sut i fenthyg</h1>{WELSH['/cymraeg/benthyg.html'][1]}"
ENGLISH_TEXT = f"<h1>How to borrow</h1>{ENGLISH['/borrow.html'][1]}"
POLISH = "<h1>Jak wypożyczyć</h1><p>Przynieś list ze swoim adresem i zabierz narzędzie do domu.</p>"


@pytest.mark.parametrize(
    ("lang", "main", "message"),
    [
        ("", ENGLISH_TEXT, "The page does not say which language it is in"),
        ('lang=""', ENGLISH_TEXT, "The page does not say which language it is in"),
        (
            'lang="english"',
            ENGLISH_TEXT,
            'The page says that its language is "english", which is no language tag',
        ),
        (
            'lang="en_GB"',
            ENGLISH_TEXT,
            'The page says that its language is "en_GB", which is no language tag',
        ),
        ('lang="en"', WELSH_TEXT, "The page says that it is in English, but its text is in Welsh"),
        ('lang="cy"', ENGLISH_TEXT, "The page says that it is in Welsh, but its text is in English"),
        ('lang="de"', ENGLISH_TEXT, 'The page says that it is in "de", but its text is in English'),
        ('lang="de"', "<h1>Borrow</h1>", 'The page says lang="de" of itself, and hreflang="en"'),
    ],
)
def test_finds_a_page_whose_language_is_missing_or_wrong(
    tmp_path: Path, lang: str, main: str, message: str
) -> None:
    files = {"/borrow.html": page("/borrow.html", lang=lang, title="How to borrow", main=main)}
    assert told(page_language.check, tmp_path, files) == [f"/borrow.html: {message}"]


def test_finds_a_third_language_that_nothing_bears_out(tmp_path: Path) -> None:
    files = {"/short.html": page("/short.html", lang='lang="fr"', head="", main="<h1>Our tools</h1>")}
    message = 'The page says that it is in "fr", which is neither English nor Welsh'
    assert told(page_language.check, tmp_path, files) == [f"/short.html: {message}"]


@pytest.mark.parametrize(
    ("lang", "main"),
    [
        ('lang="en"', ENGLISH_TEXT),
        ('lang="EN-gb"', ENGLISH_TEXT),
        ('lang="en"', f'<h1>How to borrow</h1><div lang="cy">{WELSH_TEXT}</div>'),
        ('lang="pl"', POLISH),
        ('lang="en"', "<h1>Map</h1><p>Bore da</p>"),
    ],
)
def test_lets_a_page_pass_that_is_in_the_language_it_says(tmp_path: Path, lang: str, main: str) -> None:
    files = {"/new.html": page("/new.html", lang=lang, head=alternates({}), main=main)}
    assert told(page_language.check, tmp_path, files) == []
