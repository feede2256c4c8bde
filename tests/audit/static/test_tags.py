from __future__ import annotations

import pytest

from cyhoeddi.audit.static.tags import is_valid, language
from cyhoeddi.language import Language


@pytest.mark.parametrize(
    "tag", ["en", "cy", "en-GB", "cy-gb", "EN", "zh-Hant-TW", "es-419", "bfi", "de-1996", "en-x-plain"]
)
def test_a_right_tag_is_valid(tag: str) -> None:
    assert is_valid(tag)


@pytest.mark.parametrize(
    "tag", ["", "english", "welsh", "wel", "cym", "eng", "en_GB", "gb", "en-XX", "cy-", "xx", "en GB"]
)
def test_a_wrong_tag_is_not(tag: str) -> None:
    assert not is_valid(tag)


def test_a_country_does_not_change_the_language() -> None:
    assert [language(tag) for tag in ("en-GB", "CY", "pl", "")] == [Language.EN, Language.CY, None, None]
