"""A YAML file's text with single values written anew, and every other character as it was."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from cyhoeddi.language import Language
from cyhoeddi.source import Path

_BREAK = re.compile("\r\n|\r|\n")
_BLOCK = ("|", ">")
_HEADER = re.compile(r"[|>]([-+0-9]*)")
_LEAST_WIDTH = 80


@dataclass(frozen=True)
class Edit:
    """Characters of a file that are to be others."""

    start: int
    end: int
    text: str


def apply_edits(content: str, edits: list[Edit]) -> str:
    """Give *content* with all *edits*, whose places are those of *content*."""
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        content = content[: edit.start] + edit.text + content[edit.end :]
    return content


def scalar_edits(content: str, values: Mapping[Path, str]) -> Iterator[Edit]:
    """Yield the change of *content* for each of *values*: a side of a text, which may not be there yet.

    A value keeps its style as far as that can hold it; a new one gets the style of the other side.
    """
    root = yaml.compose(content, Loader=yaml.CSafeLoader)
    if root is None:
        raise LookupError(content)
    for path, value in values.items():
        parent = _node(root, path[:-1])
        sides = _sides(parent)
        side = str(path[-1])
        flow = content[parent.start_mark.index] == "{"
        if side in sides:
            yield _replaced(content, *sides[side], sides, value, flow=flow)
        else:
            yield _inserted(content, sides, side, value, flow=flow)


def _node(node: yaml.Node, path: Path) -> yaml.Node:
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            raise LookupError(path)
    return node


_Sides = Mapping[str, tuple[yaml.Node, yaml.ScalarNode]]


def _sides(parent: yaml.Node) -> _Sides:
    """Give the keys and values of a text that are texts themselves."""
    pairs = parent.value if isinstance(parent, yaml.MappingNode) else []
    sides = {key.value: (key, node) for key, node in pairs if isinstance(node, yaml.ScalarNode)}
    if not sides or len(sides) < len(pairs):
        raise LookupError(parent)
    return sides


def _replaced(
    content: str, key: yaml.Node, old: yaml.ScalarNode, sides: _Sides, value: str, *, flow: bool
) -> Edit:
    start, end = old.start_mark.index, old.end_mark.index
    indent = key.start_mark.column
    newline = _newline(content)
    if old.style in _BLOCK:
        return _block_replaced(content, start, end, old.style, indent, value)
    style = _style(old.style if start < end else _other_style(sides, key.value), value, flow=flow)
    space = " " if start == end and content[start - 1] == ":" else ""
    if style in _BLOCK:
        line_end = _line_end(content, end)
        comment = content[end:line_end].rstrip()
        lines = _indented(value, indent + 2, newline)
        header = f"{space}{style}{_chomping(value)}"
        return Edit(start, line_end, f"{header}{comment}{newline}{lines}".removesuffix(newline))
    return Edit(start, end, space + _flow_text(value, style, flow=flow))


def _block_replaced(content: str, start: int, end: int, style: str, indent: int, value: str) -> Edit:
    """Write a block's lines anew under its header, with its comment, and leave empty lines after it alone."""
    newline = _newline(content)
    header_end = _line_end(content, start)
    header = _HEADER.match(content, start)
    marks = header[1] if header else ""
    comment = content[start + 1 + len(marks) : header_end]
    written = [line for line in _BREAK.split(content[header_end:end]) if line.strip()]
    margin = min((len(line) - len(line.lstrip(" ")) for line in written), default=indent + 2)
    depth = re.sub(r"\D", "", marks)
    if depth:
        margin = min(margin, indent + int(depth))
    if "\n" in value.rstrip("\n"):
        # Folding would join what must stay apart.
        style = "|"
    elif style == ">":
        width = max([_LEAST_WIDTH, *map(len, written)]) - margin
        ending = value[len(value.rstrip("\n")) :]
        value = (
            "\n".join(textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)) + ending
        )
    chomping = "+" if value.endswith("\n\n") else _chomping(value)
    lines = _indented(value.rstrip("\n"), margin, newline).removesuffix(newline)
    last = _line_end(content, header_end + len(content[header_end:end].rstrip()))
    end_of_file = newline if last == len(content) and value.endswith("\n") else ""
    return Edit(start, last, f"{style}{depth}{chomping}{comment}{newline}{lines}{end_of_file}")


def _inserted(content: str, sides: _Sides, side: str, value: str, *, flow: bool) -> Edit:
    """Put a side beside the other: the English before the Welsh, the Welsh after the English."""
    other = str(Language(side).other)
    key, node = sides[other]
    newline, indent = _newline(content), key.start_mark.column
    style = _style(node.style, value, flow=flow)
    first = side == Language.EN
    if flow:
        text = f"{side}: {_flow_text(value, style, flow=True)}"
        if first:
            return Edit(key.start_mark.index, key.start_mark.index, f"{text}, ")
        return Edit(node.end_mark.index, node.end_mark.index, f", {text}")
    if style in _BLOCK:
        text = f"{side}: {style}{_chomping(value)}{newline}{_indented(value, indent + 2, newline)}"
    else:
        text = f"{side}: {_flow_text(value, style, flow=False)}{newline}"
    start, end = node.start_mark.index, node.end_mark.index
    is_block = node.style in _BLOCK
    at = _line_end(content, start + len(content[start:end].rstrip()) if is_block else end)
    # The last line of a file may have no end; one more line behind a block would give it one.
    if first or (is_block and at == len(content)):
        return Edit(key.start_mark.index, key.start_mark.index, text + " " * indent)
    return Edit(at, at, f"{newline}{' ' * indent}{text}".removesuffix(newline))


def _style(style: str | None, value: str, *, flow: bool) -> str:
    """Give the style in which *value* is written where *style* was."""
    style = style or ""
    if flow or "\n" not in value:
        return style if style not in _BLOCK else '"'
    return "|"


def _other_style(sides: _Sides, side: str) -> str | None:
    other = sides.get(str(Language(side).other)) if side in list(Language) else None
    style: str | None = other[1].style if other else None
    return style


def _flow_text(value: str, style: str, *, flow: bool) -> str:
    """Give *value* on one line, in quotes where it needs them."""
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _is_plain(value, flow=flow):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(value: str, *, flow: bool) -> bool:
    """Tell whether *value* means itself without quotes, for every reader of YAML."""
    written = f"{{en: {value}}}" if flow else f"en: {value}"
    try:
        return "\n" not in value and bool(yaml.load(written, Loader=yaml.CSafeLoader) == {"en": value})
    except yaml.YAMLError:
        return False


def _chomping(value: str) -> str:
    return "" if value.endswith("\n") else "-"


def _indented(value: str, indent: int, newline: str) -> str:
    """Give the lines of *value* with a margin, each with its end; empty lines stay empty."""
    lines = value.removesuffix("\n").split("\n")
    return "".join((" " * indent + line if line else "") + newline for line in lines)


def _line_end(content: str, index: int) -> int:
    found = _BREAK.search(content, index)
    return found.start() if found else len(content)


def _newline(content: str) -> str:
    found = _BREAK.search(content)
    return found[0] if found else "\n"
