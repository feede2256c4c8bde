from __future__ import annotations

import pytest

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.static.passages import passages, spoken
from cyhoeddi.language import Language


def test_a_block_s_words_are_apart_from_those_in_a_language_of_their_own() -> None:
    html = (
        "<html lang=en><body><ul><li>The <i lang=cy>Senedd</i> <b>sits</b></li><li>Two<p>Three</ul>"
        "<div lang=cy><p>Pedwar</p></div>"
    )
    found = [(one.text, one.tag, one.own) for one in passages(Page("/", html))]
    assert found == [
        ("The sits", "en", False),
        ("Senedd", "cy", True),
        ("Two", "en", False),
        ("Three", "en", False),
        ("Pedwar", "cy", True),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Board agreed the plan and will look at it again in the spring.", Language.EN),
        ("Cytunodd y Bwrdd ar y cynllun a bydd yn edrych arno eto yn y gwanwyn.", Language.CY),
        ("CYTUNODD Y BWRDD AR Y CYNLLUN A BYDD YN EDRYCH ARNO ETO", Language.CY),
        ("Le conseil a approuvé le projet et le reverra au printemps prochain.", None),
        ("The Board agreed", None),
        ("Bwrdd Iechyd Prifysgol Betsi Cadwaladr, Ymddiriedolaeth Cwm Tawel, Sir Benfro, Sir Gâr", None),
        ("The plan is agreed and the work begins. Cytunwyd ar y cynllun ac mae'r gwaith yn dechrau.", None),
        ("", None),
    ],
)
def test_a_language_is_told_only_beyond_doubt(text: str, language: Language | None) -> None:
    assert spoken(text) is language
