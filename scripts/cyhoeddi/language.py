"""The two languages of the site, equal in everything."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """English or Welsh; the value is the ISO 639-1 code used in keys, addresses and `lang`."""

    EN = "en"
    CY = "cy"

    @property
    def other(self) -> Language:
        """The language of the other side."""
        return Language.CY if self is Language.EN else Language.EN
