"""The figures that only one side of a text has: what each rule of figures reports a share of.

All kinds are compared together, so that a value is reported once: "£68m" against "68 miliwn" is about money.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cyhoeddi.figures.contacts import telephone
from cyhoeddi.figures.figure import Certainty, Figure, Key, Kind
from cyhoeddi.figures.reading import figures_of
from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level
from cyhoeddi.prose import Pair, Passage, compared
from cyhoeddi.texts import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """What one pair of passages does not share, of one kind."""

    kind: Kind
    pair: Pair
    en: tuple[Figure, ...]
    cy: tuple[Figure, ...]
    level: Level
    repeated: bool = False
    """Whether the other side has these values too, only not as often."""

    def __getitem__(self, language: Language) -> tuple[Figure, ...]:
        """Give the figures that only the side of *language* has."""
        return self.en if language is Language.EN else self.cy


Left = dict[Language, list[Figure]]


@lru_cache(maxsize=256)
def differences(text: Text, context: ParityContext = PLAIN) -> tuple[Difference, ...]:
    """Give what the sides of *text* do not share, pair by pair and then by kind."""
    return tuple(
        difference for pair in compared(text) if not _same(pair) for difference in _of_pair(pair, context)
    )


def _same(pair: Pair) -> bool:
    return pair.identical and [one.target for one in pair.en.links] == [one.target for one in pair.cy.links]


def _of_pair(pair: Pair, context: ParityContext) -> Iterator[Difference]:
    en, cy = _figures(pair.en, Language.EN, context), _figures(pair.cy, Language.CY, context)
    # Nearly always there are none, or they are the same in the same order.
    if [one.key for one in en] == [one.key for one in cy]:
        return
    found = {Language.EN: en, Language.CY: cy}
    # Words that are the same on both sides are the same facts; only what links lead to can differ then.
    if pair.identical:
        found = {side: [one for one in found[side] if one.kind in _LINKED] for side in Language}
    left = _unmatched(found[Language.EN], found[Language.CY])
    there = {side: {key for one in found[side] for key in (one.key, *one.others)} for side in Language}
    kinds: dict[Kind, Left] = {kind: {side: [] for side in Language} for kind in Kind}
    for side in Language:
        for figure in left[side]:
            if figure.certainty is not Certainty.SILENT:
                kinds[figure.kind][side].append(figure)
    _share_numbers(kinds)
    for kind, sides in kinds.items():
        only_en, only_cy = tuple(sides[Language.EN]), tuple(sides[Language.CY])
        if not only_en and not only_cy:
            continue
        repeated = (not only_en or not only_cy) and all(
            figure.key in there[side.other] for side in Language for figure in sides[side]
        )
        level = Level.WARNING if repeated else _level(only_en, only_cy)
        yield Difference(kind, pair, only_en, only_cy, level, repeated)


_LINKED = (Kind.TELEPHONE, Kind.EMAIL)


def _figures(passage: Passage, language: Language, context: ParityContext) -> list[Figure]:
    """Give the figures of *passage*, those that its links lead to among them; a contact counts once."""
    found = [*figures_of(passage, language)]
    if not passage.links and not any(figure.kind in _LINKED for figure in found):
        return found
    for link in passage.links:
        scheme, _, rest = link.target.partition(":")
        rest = rest.partition("?")[0]
        if scheme.lower() == "mailto":
            found.append(Figure(Kind.EMAIL, rest.lower(), rest, link.start, link.end))
        elif scheme.lower() == "tel":
            found.append(Figure(Kind.TELEPHONE, telephone(rest), rest, link.start, link.end))
    contacts: dict[Key, Figure] = {}
    others: list[Figure] = []
    for figure in found:
        if figure.kind is Kind.EMAIL:
            name, _, domain = figure.value.rpartition("@")
            figure = figure._replace(value=f"{name}@{context.site(domain)[0]}")
        if figure.kind in _LINKED:
            contacts.setdefault(figure.key, figure)
        else:
            others.append(figure)
    return sorted((*others, *contacts.values()), key=lambda figure: figure.start)


def _unmatched(en: Sequence[Figure], cy: Sequence[Figure]) -> Left:
    """Give what is left when equal values have cancelled out, the surest first, and then equal readings."""
    waiting: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in sorted(cy, key=lambda one: one.certainty, reverse=True):
        waiting[figure.key].append(figure)
    left_en: list[Figure] = []
    for figure in sorted(en, key=lambda one: one.certainty):
        if waiting[figure.key]:
            waiting[figure.key].pop()
        else:
            left_en.append(figure)
    left_cy = [figure for figures in waiting.values() for figure in figures]
    return _by_readings(left_en, left_cy)


def _by_readings(en: Sequence[Figure], cy: Sequence[Figure]) -> Left:
    readings: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in sorted(cy, key=lambda one: (-one.certainty, -one.start)):
        for key in (figure.key, *sorted(figure.others)):
            readings[key].append(figure)
    used: set[tuple[int, Key]] = set()
    left: Left = {Language.EN: [], Language.CY: []}
    for figure in sorted(en, key=lambda one: (one.certainty, one.start)):
        match = None
        for key in (figure.key, *sorted(figure.others)):
            candidates = readings[key]
            while candidates and (candidates[-1].start, candidates[-1].key) in used:
                candidates.pop()
            if candidates:
                match = candidates.pop()
                break
        if match is None:
            left[Language.EN].append(figure)
        else:
            used.add((match.start, match.key))
    left[Language.CY] = [figure for figure in cy if (figure.start, figure.key) not in used]
    for figures in left.values():
        figures.sort(key=lambda one: one.start)
    return left


def _share_numbers(kinds: Mapping[Kind, Left]) -> None:
    """Give bare numbers of a side to the kind that they belong to, so that one slip is one problem.

    They do where the kind lacks an answer, as in "£68m" and "86 miliwn", and where they stand beside what
    differs, as in "31 March" and "41 Mawrth".
    """
    for kind in (Kind.MONEY, Kind.PERCENTAGE, Kind.TIME, Kind.DATE):
        for side in Language:
            numbers, left = kinds[Kind.NUMBER], kinds[kind]
            if numbers[side.other] or not numbers[side] or not left[side.other]:
                continue
            starts = {one.end + gap for one in left[side] for gap in _BESIDE}
            ends = {one.start - gap for one in left[side] for gap in _BESIDE}
            taken, kept = list[Figure](), list[Figure]()
            for one in numbers[side]:
                belongs = not left[side] or one.start in starts or one.end in ends
                (taken if belongs else kept).append(one)
            left[side] = sorted((*left[side], *taken), key=lambda one: one.start)
            numbers[side] = kept


_BESIDE = range(3)


def _level(en: Sequence[Figure], cy: Sequence[Figure]) -> Level:
    """Digits are an error; words only if they are as many whole numbers on both sides, else a warning."""
    both = (*en, *cy)
    if any(figure.certainty is Certainty.SURE for figure in both):
        return Level.ERROR
    whole = all(figure.kind is not Kind.NUMBER or figure.value.isdigit() for figure in both)
    return Level.ERROR if len(en) == len(cy) and whole else Level.WARNING
