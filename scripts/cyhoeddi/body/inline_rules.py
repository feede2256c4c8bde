"""Inlines that CommonMark does not have, or that we only recognise to refuse, as rules of markdown-it.

A rule is `(state, silent) -> found`; silent means that only the end of the construct is wanted. It is asked
only where its first character stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markdown_it.helpers import parseLinkDestination
from markdown_it.rules_inline import StateInline

from cyhoeddi.body.by_mark import InlineRule

_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
_ATTRIBUTES = re.compile(r"\{[^{}\n]{0,200}\}")
_LANGUAGE = re.compile(r"\{lang=([A-Za-z-]{1,20})\}")
_AUTOLINK = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{0,2000}|[^<>\s@/]{1,100}@[^<>\s@/]{1,200})>"
)
_ADDRESS = re.compile(r"<([^\n\\<>&]*)>|([^\x00-\x20\x7f\\()<&]+)(?=\))")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,50}(?:[\s/][^<>]{0,1000})?>|<!--|<!\[CDATA\[|<![A-Za-z]|<\?")


def footnote(state: StateInline, silent: bool) -> bool:
    """`[^1]`; not seen in silence, so that a link round a footnote is still a link (and refused)."""
    found = None if silent else _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    state.push("footnote", "", 0).content = found.group(1)
    state.pos = found.end()
    return True


def phrase(state: StateInline, silent: bool) -> bool:
    """`[words]{lang=cy}`; not seen in silence, so that a link may hold one."""
    if silent:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = _LANGUAGE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if not found:
        return False
    token = state.push("phrase_open", "", 1)
    token.info, token.content = found.group(1), state.src[state.pos : found.end()]
    outer = state.posMax
    state.pos, state.posMax = state.pos + 1, end
    state.md.inline.tokenize(state)
    state.push("phrase_close", "", -1)
    state.pos, state.posMax = found.end(), outer
    return True


def attributes(state: StateInline, silent: bool) -> bool:
    """`{...}` straight after a bracket."""
    if state.pos == 0 or state.src[state.pos - 1] not in "])":
        return False
    return _literal(state, silent, "attributes", _ATTRIBUTES)


def autolink(state: StateInline, silent: bool) -> bool:
    """`<https://example.org>` and `<someone@example.org>`."""
    return _literal(state, silent, "autolink", _AUTOLINK)


def html(state: StateInline, silent: bool) -> bool:
    """A tag, or the start of a comment."""
    return _literal(state, silent, "html", _HTML)


def before(end: str, rule: InlineRule) -> InlineRule:
    """The rule, but not tried where there is no *end* of it any more: a long row of `[` stays quick."""

    def guarded(state: StateInline, silent: bool) -> bool:
        return state.pos < state.html_terminator_last(end) and rule(state, silent)

    return guarded


@dataclass(slots=True)
class _Destination:
    ok: bool
    pos: int
    str: str


def destination(text: str, start: int, end: int) -> Any:
    """Where a link leads; most addresses hold nothing that must be read sign by sign."""
    plain = _ADDRESS.match(text, start, end)
    if not plain:
        return parseLinkDestination(text, start, end)
    return _Destination(True, plain.end(), plain[plain.lastindex or 0])


def _literal(state: StateInline, silent: bool, name: str, shape: re.Pattern[str]) -> bool:
    found = shape.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push(name, "", 0).content = found.group()
    state.pos = found.end()
    return True
