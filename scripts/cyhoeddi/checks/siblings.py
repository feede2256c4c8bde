"""Which block of one side is the translation of which of the other, where one side has more of them.

Blocks of a kind are told apart by what a translation keeps: figures, names and addresses, and about how long
it is. This is what the rule on structure needs; it is no rule.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from cyhoeddi.body import blocks as b
from cyhoeddi.figures import Certainty, figures
from cyhoeddi.language import Language

Pair = tuple[b.Node | None, b.Node | None]
"""Two siblings that belong together; None where one side has none."""

_Step = tuple[int | None, int | None]
"""Their indices."""

_T = TypeVar("_T")

_GAP = 1.0
"""What it costs to leave a block alone; two that are alike cost less than that."""
_UNLIKE = 1.9
"""What it costs to pair blocks of different kinds: a little less than to leave both alone."""
_SURE = 0.08
"""So much more must another pairing cost, or it might as well be right."""
_MOST = 40_000
"""Pairs to be weighed; lists longer than that are compared in their order."""

_SIGN = re.compile(r"[A-Z][\w'’-]{2,}|[\w.+-]+@[\w.-]+|[A-Z]{2,}")
_PART = re.compile(r"[-_.]+")
_SENTENCE = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Look:
    """What of a block stays the same in another language, or nearly."""

    words: str
    sentences: int
    asks: bool
    figures: Counter[Hashable]
    signs: frozenset[str]
    inner: Counter[type[b.Node]]


def paired(
    there: Sequence[b.Node],
    here: Sequence[b.Node],
    key: Callable[[b.Node], Hashable],
    languages: tuple[Language, Language],
) -> tuple[list[Pair], bool]:
    """Give which of *there* and *here* belong together, in their order, and whether that is sure.

    *key* tells what two blocks must share to be of one kind; *languages* are those of the two sides.
    """
    keys = [key(one) for one in there], [key(one) for one in here]
    if keys[0] == keys[1] or len(there) * len(here) > _MOST:
        return list(zip_longest(there, here)), keys[0] == keys[1]
    looks = [_look(one, languages[0]) for one in there], [_look(one, languages[1]) for one in here]

    def cost(row: int, column: int) -> float:
        if keys[0][row] != keys[1][column]:
            return _UNLIKE
        return _unlikeness(looks[0][row], looks[1][column])

    costs = [[cost(row, column) for column in range(len(here))] for row in range(len(there))]
    steps, is_sure = _cheapest(costs, len(there), len(here))
    return [
        (None if row is None else there[row], None if column is None else here[column])
        for row, column in steps
    ], is_sure


def _cheapest(costs: Sequence[Sequence[float]], there: int, here: int) -> tuple[list[_Step], bool]:
    """Give the steps that cost least in all, and whether any others would cost clearly more."""
    ahead = _sums(costs, there, here)
    steps: list[_Step] = []
    row = column = 0
    sure = True
    while row < there or column < here:
        choices: list[tuple[float, int, _Step]] = []
        if row < there and column < here:
            choices.append((costs[row][column] + ahead[row + 1][column + 1], 0, (row, column)))
        if row < there:
            choices.append((_GAP + ahead[row + 1][column], 1, (row, None)))
        if column < here:
            choices.append((_GAP + ahead[row][column + 1], 2, (None, column)))
        choices.sort()
        # Where both must be left alone, it does not matter which goes first.
        rivals = [one for one in choices[1:] if 0 in (one[1], choices[0][1])]
        sure = sure and all(one[0] - choices[0][0] > _SURE for one in rivals)
        step = choices[0][2]
        steps.append(step)
        row += step[0] is not None
        column += step[1] is not None
    return steps, sure


def _sums(costs: Sequence[Sequence[float]], there: int, here: int) -> list[list[float]]:
    """Give the least that it costs to pair what is left from each row and column on."""
    sums = [[0.0] * (here + 1) for _ in range(there + 1)]
    for row in range(there, -1, -1):
        for column in range(here, -1, -1):
            if row == there or column == here:
                sums[row][column] = _GAP * (there - row + here - column)
            else:
                sums[row][column] = min(
                    costs[row][column] + sums[row + 1][column + 1],
                    _GAP + sums[row + 1][column],
                    _GAP + sums[row][column + 1],
                )
    return sums


def _look(block: b.Node, language: Language) -> _Look:
    nodes = [block, *_within(block)]
    # An item is known by its own words, whatever list is within it.
    own = [block, *_within(block.blocks[0])] if isinstance(block, b.ListItem) and block.blocks else nodes
    words = "\n".join(node.text for node in own if isinstance(node, b.Text))
    targets = [node.target for node in nodes if isinstance(node, b.Link)]
    # A picture's file is often named for its language: map-en.png.
    targets += [part for node in nodes if isinstance(node, b.Image) for part in _PART.split(node.target)[:-1]]
    found = Counter[Hashable](
        one.key for one in figures(words, language) if one.certainty is not Certainty.SILENT
    )
    signs = {*_SIGN.findall(words), *targets, *(n.label for n in nodes if isinstance(n, b.FootnoteReference))}
    kinds = Counter(type(node) for node in nodes if not isinstance(node, b.Text))
    sentences = len(_SENTENCE.findall(words))
    return _Look(words, sentences, "?" in words, found, frozenset(signs), kinds)


def _within(block: b.Node) -> list[b.Node]:
    found = list(b.within(block))
    for node in found:
        found += b.within(node)  # the list grows as it is walked
    return found


def _unlikeness(one: _Look, other: _Look) -> float:
    """Give how unlike two blocks of a kind are, from 0 to less than a gap."""
    if one.words and one.words == other.words:
        return 0
    length = min(1.0, abs(math.log((len(one.words) + 3) / (len(other.words) + 3))))
    facts = _apart(one.figures, other.figures)
    inner = _apart(one.inner, other.inner)
    shared = min(3, len(one.signs & other.signs))
    sentences = min(2, abs(one.sentences - other.sentences))
    return (
        0.3 * length
        + 0.3 * facts
        + 0.15 * inner
        + 0.05 * sentences
        + 0.05 * (one.asks != other.asks)
        + 0.1 * (3 - shared) / 3
    )


def _apart(one: Counter[_T], other: Counter[_T]) -> float:
    """Give the share of two collections that is only in one of them."""
    most = max(one.total(), other.total())
    return 1 - (one & other).total() / most if most else 0.0
