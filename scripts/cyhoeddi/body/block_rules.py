"""Blocks that CommonMark does not have, as rules of markdown-it.

A rule is `(state, first line, line after the last, silent) -> found`; silent means that nothing is read.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_CALLOUT = re.compile(r"!!!(?!!)(.*)")
_CAPTION = re.compile(r"(Table|Tabl):(?:[ \t]+|$)(.*)")
_ABBREVIATION = re.compile(r"\*\[([^\[\]]{1,100})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"""\[(?!\^)[^\[\]]{1,200}\]:[ \t]*\S+(?:[ \t]+["'(].*)?[ \t]*""")
_INDENT = 4


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
