"""Plain data to the model: each mistake of shape becomes a problem in plain words at its place."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cyhoeddi.language import Language
from cyhoeddi.problems import Problem
from cyhoeddi.source import Path, Plain, Source
from cyhoeddi.words.registry import publication_types

RULE = "format"

Part = TypeVar("Part", bound=BaseModel)


def load_part(
    source: Source, shape: type[Part], known: Mapping[str, str] | None = None
) -> tuple[Part | None, tuple[Problem, ...]]:
    """Give the *shape* that *source* holds, or every problem that it has.

    *known* are fields that the file's place gives, such as its id; they may not be written in the file.
    """
    written = dict(source.data)
    strangers = [key for key in known or {} if key in written]
    try:
        part = shape.model_validate({**written, **(known or {})})
    except ValidationError as error:
        problems = [_problem(source, shape, details, known or {}) for details in error.errors()]
    else:
        if not strangers:
            return part, ()
        problems = []
    problems += [_unknown_key(source, shape, (key,), known or {}) for key in strangers]
    return None, tuple(sorted(set(problems)))


def _problem(
    source: Source, shape: type[BaseModel], details: ErrorDetails, known: Mapping[str, str]
) -> Problem:
    path: Path = details["loc"]
    kind = details["type"]
    if kind == "missing":
        message, hint = f'"{path[-1]}" is missing', _how_to_write(shape, path)
        return Problem(source.key_position(path[:-1]), RULE, message, hint)
    if kind == "extra_forbidden":
        return _unknown_key(source, shape, path, known)
    message, hint = _words(shape, path, details)
    return Problem(source.position(_written(source.data, path)), RULE, message, hint)


def _written(data: Plain, path: Path) -> Path:
    """Give as much of *path* as stands in the file: one file's name for both languages has no sides there."""
    for depth, step in enumerate(path):
        if not isinstance(data, dict | list):
            return path[:depth]
        data = data[step]  # type: ignore[index]  # pydantic has been there
    return path


def _unknown_key(source: Source, shape: type[BaseModel], path: Path, known: Mapping[str, str]) -> Problem:
    keys = [key for key in _keys_at(shape, path[:-1]) if key not in known]
    close = get_close_matches(str(path[-1]), keys, n=1)
    hint = f'Did you mean "{close[0]}"?' if close else f"The keys that can stand here are: {', '.join(keys)}."
    return Problem(source.key_position(path), RULE, f"{_shown(path[-1])} is not a key of the format", hint)


def _words(shape: type[BaseModel], path: Path, details: ErrorDetails) -> tuple[str, str]:
    """Give message and hint for an error of pydantic, in the words of someone who writes briefings."""
    kind, value = details["type"], details["input"]
    limits: Mapping[str, Any] = details.get("ctx", {})
    name = f'"{path[-1]}"' if isinstance(path[-1], str) else f'item {path[-1] + 1} of "{path[-2]}"'
    if kind == "string_too_short" or value == "":
        return f"{name} is empty", "Fill it in. If it may be left out, you can take the whole line away."
    if kind == "string_too_long":
        length, most = len(str(value)), limits["max_length"]
        return f"too long: {length} characters, and at most {most} are allowed", "Shorten the text."
    if kind == "model_type":
        return f"{name} must be a group of lines", _how_to_write(shape, path)
    if kind == "tuple_type":
        return f"{name} must be a list", "Start each item on a line of its own with a hyphen and a space."
    if kind == "string_type":
        hint = "Write it in quotes." if isinstance(value, bool) else "Write text after the colon."
        return f"{name} must be text, and is {_shown(value)}", hint
    if kind in {"enum", "literal_error"}:
        return _not_one_of(value, re.findall(r"'([^']*)'", str(limits["expected"])))
    if kind == "string_pattern_mismatch":
        return f"{_shown(value)} cannot be used here", _pattern_hint(path)
    return _own_words(str(limits.get("error", kind)), value)


def _own_words(reason: str, value: object) -> tuple[str, str]:
    """Give message and hint for a *reason* of `values` or `settings`, or for a kind of error."""
    if reason == "type":
        return _not_one_of(value, sorted(publication_types()))
    if reason in _REASONS:
        message, hint = _REASONS[reason]
        return f"{_shown(value)} {message}", hint
    return f"{_shown(value)} cannot be used here", "Look it up in the guide for writers."


_NO_DATE = ("is not a date", "Write year, month and day, as 2023-11-14.")
_NO_MOMENT = ("is not a date and time", "Write it as 2023-11-14T09:30, in London time.")
_REASONS: Mapping[str, tuple[str, str]] = {
    "date": _NO_DATE,
    "no such day": ("is not a day of the calendar", "Correct the day: some months have fewer days."),
    "moment": _NO_MOMENT,
    "datetime_type": _NO_MOMENT,
    "no such moment": ("is not a day and time of the calendar", "Correct it; the hours go from 00 to 23."),
    "address": ("is not the address of a site", "Write it with https:// as https://example.org/."),
    "criterion": (
        "is not a success criterion of WCAG 2.2 at level A or AA",
        "Write its number, such as 1.4.3.",
    ),
    "number": ("is not a whole number from 1 to 1000", "Write a number such as 20."),
}


def _not_one_of(value: object, allowed: list[str]) -> tuple[str, str]:
    close = get_close_matches(str(value), allowed, n=1)
    guess = f'Did you mean "{close[0]}"? ' if close else ""
    return f"{_shown(value)} is not known here", f"{guess}Use one of: {', '.join(allowed)}."


def _shown(value: object) -> str:
    """Give *value* as a message can quote it: short, and never as the machine's own notation."""
    match value:
        case bool():
            return str(value).lower()
        case list():
            return "a list"
        case dict():
            return "a group of lines"
    text = str(value)
    return f'"{text}"' if len(text) <= _QUOTED else f'"{text[:_QUOTED]}..."'


_QUOTED = 60
"""Characters of a value that a message repeats, at most."""


def _pattern_hint(path: Path) -> str:
    if path[-1] == "email":
        return "Write an address such as team@example.org."
    if path[-1] == "telephone":
        return 'Use digits and spaces, in quotes, as "0300 000 0000".'
    if "file" in path:
        return "A file's name may have letters without accents, digits, dots, hyphens and underscores."
    return "Use small letters without accents, digits and single hyphens, as in workstream-1."


def _how_to_write(shape: type[BaseModel], path: Path) -> str:
    key, keys = path[-1], _keys_at(shape, path)
    if key == "file":
        return "Write the name of a file, or en: and cy: with a name each, on two lines below it."
    if keys == sorted(Language):
        return "Write it in both languages, on two lines below it: en: and cy:."
    if keys:
        return f"Write on lines of their own below it what belongs to it: {', '.join(keys)}."
    return f'Add a line "{key}:" with what belongs there.'


def _keys_at(shape: type[BaseModel], path: Path) -> list[str]:
    """Give the keys that the format allows in the mapping at *path*."""
    models = [shape]
    for step in path:
        if isinstance(step, str):
            annotations = [
                model.model_fields[step].annotation for model in models if step in model.model_fields
            ]
            models = [model for annotation in annotations for model in _models_in(annotation)]
    return sorted({key for model in models for key in model.model_fields})


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in {Union, types.UnionType, tuple}:
        for inner in get_args(annotation):
            yield from _models_in(inner)
