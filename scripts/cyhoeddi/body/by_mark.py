"""Rules of markdown-it by the characters they start with: each is asked only about texts that may be its own.

Markdown-it asks every rule about every line and every sign, though most of them are plain words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, text

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]
_Rule = TypeVar("_Rule")


class BlockRules(Ruler[BlockRule]):
    """Rules with their names, the characters that their first lines may start with, and what they end."""

    def __init__(self, rules: Sequence[tuple[str, str, BlockRule, Sequence[str]]]) -> None:
        super().__init__()
        for name, _, rule, _ in rules:
            self.push(name, rule)
        chains = {"", *(chain for *_, ends in rules for chain in ends)}
        self._asked = {
            chain: [_of_line([(marks, rule) for _, marks, rule, ends in rules if not chain or chain in ends])]
            for chain in chains
        }

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803
        """One rule, which asks those of the chain that may say yes."""
        return self._asked[chainName]


class InlineRules(Ruler[InlineRule]):
    """Rules with the characters that they start with; at any other, plain text goes on."""

    def __init__(self, rules: Sequence[tuple[str, InlineRule]]) -> None:
        super().__init__()
        # No rule starts with ], but the words of a link may end there.
        marks = "".join(marks for marks, _ in rules) + "]"
        self.ends_text = re.compile(f"[{re.escape(marks)}]")
        self._asked = [_of_sign({mark: _starting(mark, rules) for mark in marks})]

    def getRules(self, chainName: str = "") -> list[InlineRule]:  # noqa: ARG002, N802, N803
        """One rule, which asks those that may say yes."""
        return self._asked


def _of_line(rules: Sequence[tuple[str, BlockRule]]) -> BlockRule:
    marked = {mark: _starting(mark, rules) for marks, _ in rules for mark in marks}
    unmarked = _starting("", rules)

    def ask(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        start = state.bMarks[first] + state.tShift[first]
        for rule in marked.get(state.src[start : start + 1], unmarked):
            if rule(state, first, last, silent):
                return True
        return False

    return ask


def _of_sign(marked: Mapping[str, Sequence[InlineRule]]) -> InlineRule:
    def ask(state: StateInline, silent: bool) -> bool:
        sign = state.src[state.pos]
        if sign not in marked:
            return text(state, silent)
        for rule in marked[sign]:  # noqa: SIM110 (this is quicker)
            if rule(state, silent):
                return True
        return False

    return ask


def _starting(mark: str, rules: Sequence[tuple[str, _Rule]]) -> tuple[_Rule, ...]:
    """The rules of what starts with *mark*, and those of what may start with anything, in their order."""
    return tuple(rule for marks, rule in rules if not marks or (mark and mark in marks))
