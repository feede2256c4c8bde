"""The two languages say the same: the same keys, nothing blank, the same placeholders, all plural forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cyhoeddi.language import Language
from cyhoeddi.words.locales import locale_of

# What `Words` itself answers to: in a template `words.text` would be the method, never the word.
RESERVED = frozenset(
    {"clear", "count", "forms", "get", "items", "keys", "language", "pop", "text", "update", "values"}
)

_KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class WordsError(ValueError):
    """The words files do not agree: a slip of the project, never of an author."""


def check_words(entries: Mapping[Language, Mapping[str, object]]) -> Iterator[str]:
    """Yield one sentence for each way in which the words of the languages disagree or are not fit to use."""
    english, welsh = entries[Language.EN], entries[Language.CY]
    yield from (f"{key}: only in English" for key in english if key not in welsh)
    yield from (f"{key}: only in Welsh" for key in welsh if key not in english)
    for key in (key for key in english if key in welsh):
        if not _KEY.fullmatch(key) or key in RESERVED:
            yield f"{key}: not a usable name; write snake_case, and none of {', '.join(sorted(RESERVED))}"
        faults = [*_faults(key, english[key], Language.EN), *_faults(key, welsh[key], Language.CY)]
        yield from faults
        if not faults and _placeholders(english[key]) != _placeholders(welsh[key]):
            yield f"{key}: the placeholders in English and Welsh are not the same"


def _faults(key: str, entry: object, language: Language) -> Iterator[str]:
    """Yield what is wrong with one entry in one language, taken alone."""
    forms = entry if isinstance(entry, Mapping) else {"": entry}
    if isinstance(entry, Mapping):
        expected = {*locale_of(language).plural_form.tags, "other"}
        if forms.keys() != expected:
            yield f"{key}: {language} needs exactly the forms {', '.join(sorted(expected))}"
    for form, text in forms.items():
        name = f"{key}.{form}" if form else key
        if not isinstance(text, str) or not text.strip():
            yield f"{name}: blank or not a text in {language}"
        elif set("{}") & set(_PLACEHOLDER.sub("", text)):
            yield f"{name}: a brace that is not a {{placeholder}} in {language}"
        elif form and not set(_PLACEHOLDER.findall(text)) <= {"number"}:
            yield f"{name}: a counted form knows only {{number}}"


def _placeholders(entry: object) -> tuple[bool, frozenset[str]]:
    """Give whether *entry* is counted, and its placeholders (a form may leave the number out)."""
    text = entry["other"] if isinstance(entry, Mapping) else entry
    return isinstance(entry, Mapping), frozenset(_PLACEHOLDER.findall(str(text)))
