"""Plain data to the model: each mistake of shape becomes a problem in plain words at its place in the file."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cyhoeddi.problems import Problem
from cyhoeddi.source import Path, Source
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
        return Problem(
            source.key_position(path[:-1]),
            RULE,
            f'"{path[-1]}" is missing',
            _how_to_write(str(path[-1])),
        )
    if kind == "extra_forbidden":
        return _unknown_key(source, shape, path, known)
    message, hint = _words(str(path[-1]) if path else "", kind, details)
    return Problem(source.position(path), RULE, message, hint)


def _unknown_key(source: Source, shape: type[BaseModel], path: Path, known: Mapping[str, str]) -> Problem:
    keys = [key for key in _keys_at(shape, path[:-1]) if key not in known]
    close = get_close_matches(str(path[-1]), keys, n=1)
    hint = f'Did you mean "{close[0]}"?' if close else f"The keys that can stand here are: {', '.join(keys)}."
    return Problem(source.key_position(path), RULE, f'"{path[-1]}" is not a key of the format', hint)


def _words(key: str, kind: str, details: ErrorDetails) -> tuple[str, str]:
    """Give message and hint for an error of pydantic, in the words of someone who writes briefings."""
    value = details["input"]
    limits: Mapping[str, Any] = details.get("ctx", {})
    if value == "":
        return f'"{key}" is empty', "Fill it in, or take the whole line away."
    if kind == "string_too_long":
        length, most = len(str(value)), limits["max_length"]
        return f"too long: {length} characters, and at most {most} are allowed", "Shorten the text."
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return f'"{key}" must be a group of lines', _how_to_write(key)
    if kind in {"tuple_type", "list_type"}:
        return f'"{key}" must be a list', "Start each item on a line of its own with a hyphen and a space."
    if kind == "string_type":
        hint = "Write it in quotes." if isinstance(value, bool) else "Write text after the colon."
        return f'"{key}" must be text', hint
    if kind in {"enum", "literal_error"}:
        return _not_one_of(
            str(value), str(limits["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        )
    if kind == "string_pattern_mismatch":
        return f'"{value}" cannot be used here', _pattern_hint(key)
    return _own_words(str(limits.get("error", "")), value)


def _own_words(reason: str, value: object) -> tuple[str, str]:
    if reason == "date":
        return f'"{value}" is not a date', "Write year, month and day, as 2023-11-14."
    if reason == "moment":
        return f'"{value}" is not a date and time', "Write it as 2023-11-14T09:30, in London time."
    if reason == "type":
        return _not_one_of(str(value), sorted(publication_types()))
    return f'"{value}" cannot be used here', "Look it up in the guide for writers."


def _not_one_of(value: str, allowed: list[str]) -> tuple[str, str]:
    close = get_close_matches(value, allowed, n=1)
    guess = f'Did you mean "{close[0]}"? ' if close else ""
    return f'"{value}" is not known here', f"{guess}Use one of: {', '.join(allowed)}."


def _pattern_hint(key: str) -> str:
    if key == "email":
        return "Write an address such as team@example.org."
    if key == "telephone":
        return 'Use digits and spaces, in quotes, as "0300 000 0000".'
    if key == "file":
        return "A file's name may have letters without accents, digits, dots, hyphens and underscores."
    return "Use small letters without accents, digits and single hyphens, as in workstream-1."


_TWO_SIDES = "Write it in both languages, on two lines below it: en: and cy:."


def _how_to_write(key: str) -> str:
    if key in {"title", "summary", "heading", "note", "reason", "name", "body", "details", "remit", "slug"}:
        return _TWO_SIDES
    if key in {"en", "cy"}:
        return f'Add a line "{key}:" with the text in that language.'
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
