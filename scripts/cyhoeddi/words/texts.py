"""The fixed words of a language, by key; for templates and for code alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from babel.numbers import format_decimal

from cyhoeddi.language import Language
from cyhoeddi.words.agreement import WordsError, check_words
from cyhoeddi.words.locales import locale_of

_FOLDER = Path(__file__).parent


class Words(Mapping[str, str]):
    """The fixed words of one language: `words["home"]`, in a template `words.home`."""

    def __init__(self, language: Language, entries: Mapping[str, str | Mapping[str, str]]) -> None:
        self.language = language
        """The language these words are in."""
        self._texts = {key: entry for key, entry in entries.items() if isinstance(entry, str)}
        self._counted = {key: entry for key, entry in entries.items() if not isinstance(entry, str)}

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def text(self, key: str, **values: object) -> str:
        """Give the words of *key* with *values* in its `{placeholders}`; KeyError if one is missing."""
        return self._texts[key].format_map(values)

    def count(self, key: str, number: int) -> str:
        """Give the words for *number* things, in the plural form of the language ("2 gyhoeddiad")."""
        locale = locale_of(self.language)
        form = self._counted[key][locale.plural_form(number)]
        return form.format(number=format_decimal(number, locale=locale))

    def forms(self, key: str) -> Mapping[str, str]:
        """Give the words of a counted *key* in every plural form, by the form's name in CLDR."""
        return self._counted[key]


def load_words(entries: Mapping[Language, Mapping[str, object]]) -> Mapping[Language, Words]:
    """Give the words of both languages from plain data; WordsError names every difference between the two."""
    if faults := list(check_words(entries)):
        raise WordsError("\n".join(faults))
    return {language: Words(language, entry) for language, entry in entries.items()}  # type: ignore[arg-type]


@cache
def in_language(language: Language) -> Words:
    """Give the fixed words of *language*, read once."""
    return _both()[Language(language)]


@cache
def _both() -> Mapping[Language, Words]:
    return load_words({language: read_entries(f"{language}.yaml") for language in Language})


def read_entries(name: str) -> dict[str, object]:
    """Read the plain data of the file *name* of this folder."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    # The C loader: every start of the program reads these files.
    entries: dict[str, object] = yaml.load(text, Loader=yaml.CSafeLoader)
    return entries
