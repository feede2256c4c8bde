"""The types of publication and their names in both languages: a new type is four new lines of types.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from cyhoeddi.language import Language
from cyhoeddi.words.agreement import WordsError
from cyhoeddi.words.texts import in_language, read_entries


class Gender(StrEnum):
    """What agrees with a Welsh noun; a plural noun takes one form whatever the gender of its singular."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class PublicationType:
    """A type of publication and what it is called."""

    key: str
    """As authors write it: `terms-of-reference`."""
    gender: Gender
    """Of the Welsh name."""
    names: Mapping[Language, str] = field(hash=False)
    plurals: Mapping[Language, str] = field(hash=False)

    def name(self, language: Language) -> str:
        """Give the name of one publication of this type: "Briefing", "Papur briffio"."""
        return self.names[language]

    def plural(self, language: Language) -> str:
        """Give the name of several: "Briefings", "Papurau briffio"."""
        return self.plurals[language]

    def document_label(self, language: Language) -> str:
        """Give the line over the title of the HTML document: "Briefing, document"."""
        return in_language(language).text("type_document", type=self.name(language))

    def withdrawn_label(self, language: Language) -> str:
        """Give the word for a withdrawn publication of this type, in agreement with its Welsh name."""
        return in_language(language)[f"withdrawn_{self.gender}"]


def publication_type(key: str) -> PublicationType:
    """Give the type that authors call *key*; KeyError if there is none."""
    return publication_types()[key]


@cache
def publication_types() -> Mapping[str, PublicationType]:
    """Give all types by key, in the order of their keys."""
    return load_types(read_entries("types.yaml"))


def load_types(entries: Mapping[str, Any]) -> Mapping[str, PublicationType]:
    """Give the types from plain data; WordsError names a type that lacks a name in a language or a gender."""
    return MappingProxyType({key: _type(key, entries[key]) for key in sorted(entries)})


def _type(key: str, entry: Any) -> PublicationType:
    try:
        gender = Gender(entry["gender"])
        names, plurals = (
            {language: str(entry[form][language] or "").strip() for language in Language}
            for form in ("name", "plural")
        )
    except (KeyError, TypeError, ValueError) as error:
        raise WordsError(
            f"types.yaml: {key}: needs gender, name and plural, each name in en and cy"
        ) from error
    if not all([*names.values(), *plurals.values()]):
        raise WordsError(f"types.yaml: {key}: a name is blank")
    return PublicationType(key, gender, MappingProxyType(names), MappingProxyType(plurals))
