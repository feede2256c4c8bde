"""Blocks as rules of markdown-it: those that CommonMark does not have, and running text.

A rule is `(state, first line, line after the last, silent) -> found`; silent means that nothing is read.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from cyhoeddi.body.by_mark import BlockRule

_CALLOUT = re.compile(r"!!!(?!!)(.*)")
_CAPTION = re.compile(r"(Table|Tabl):(?:[ \t]+|$)(.*)")
_ABBREVIATION = re.compile(r"\*\[([^\[\]]{1,100})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"""\[(?!\^)[^\[\]]{1,200}\]:[ \t]*\S+(?:[ \t]+["'(].*)?[ \t]*""")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_INDENT = 4


def paragraph(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: ARG001
    """What no other rule takes; underlined, it is a heading, which is recognised only to be refused."""
    end, underline = _end_of_text(state, first, last)
    state.line = end + bool(underline)
    name = "heading" if underline else "paragraph"
    opening = state.push(f"{name}_open", "", 1)
    opening.map, opening.markup = [first, state.line], underline
    content = state.push("inline", "", 0)
    content.meta["lines"] = [state.bMarks[line] + state.tShift[line] for line in range(first, end)]
    opening.meta["offset"] = content.meta["lines"][0]
    state.push(f"{name}_close", "", -1)
    return True


def unless_underlined(rule: BlockRule) -> BlockRule:
    """The rule, but where a line of = or - makes a heading of its line, that is what it is."""

    def guarded(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        found = rule(state, first, last, True)
        if silent or not found:
            return found
        _, underline = _end_of_text(state, first, last)
        return not underline and rule(state, first, last, False)

    return guarded


def _end_of_text(state: StateBlock, first: int, last: int) -> tuple[int, str]:
    """The line after the last of running text, and the sign that it is underlined with, if it is."""
    (ends,) = state.md.block.ruler.getRules("paragraph")
    around, state.parentType = state.parentType, "paragraph"
    line, underline = first + 1, ""
    while line < state.lineMax and not state.isEmpty(line):
        set_in = state.sCount[line] - state.blkIndent
        # A line that is set in far goes on, as does one that a quote goes on to without its mark.
        if set_in <= 3 and state.sCount[line] >= 0:
            start = state.bMarks[line] + state.tShift[line]
            if line < last and set_in >= 0 and _UNDERLINE.fullmatch(state.src, start, state.eMarks[line]):
                underline = state.src[start]
                break
            if ends(state, line, state.lineMax, True):
                break
        line += 1
    state.parentType = around
    return line, underline


def callout(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """`!!! note "Title"`, then its blocks, each line set in by four spaces."""
    found = _at(state, first, _CALLOUT)
    if not found or silent:
        return bool(found)
    inner = state.blkIndent + _INDENT
    end = first + 1
    while end < last and (state.isEmpty(end) or state.sCount[end] >= inner):
        end += 1
    token = state.push("callout_open", "", 1)
    token.map, token.info = [first, end], found.group(1)
    outer, state.blkIndent = state.blkIndent, inner
    around, state.lineMax = state.lineMax, end
    state.md.block.tokenize(state, first + 1, end)
    state.blkIndent, state.lineMax, state.line = outer, around, end
    state.push("callout_close", "", -1)
    return True


def caption(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """`Table: caption`, a line of its own."""
    return _line(state, first, silent, "caption", _CAPTION)


def abbreviation(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """`*[CIW]: Care Inspectorate Wales`, a line of its own."""
    return _line(state, first, silent, "abbreviation", _ABBREVIATION)


def reference(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """`[words]: address`, which is recognised only to be refused."""
    return _line(state, first, silent, "reference", _REFERENCE)


def _line(state: StateBlock, line: int, silent: bool, name: str, shape: re.Pattern[str]) -> bool:
    found = _at(state, line, shape)
    if not found or silent:
        return bool(found)
    state.line = line + 1
    token = state.push(name, "", 0)
    token.map = [line, line + 1]
    token.meta["groups"] = found.groups()
    return True


def _at(state: StateBlock, line: int, shape: re.Pattern[str]) -> re.Match[str] | None:
    if state.is_code_block(line):
        return None
    return shape.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
