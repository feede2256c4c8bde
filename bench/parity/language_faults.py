"""Faults of translation: words left in the other language, and sides that went their own way afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from bench.parity.entries import Entry
from bench.parity.fault import Change, Planter, Planters
from bench.parity.layout import BLOT, Spot, layout, line_at, prose, spot_at
from bench.parity.vocabulary import WORDS, sentence
from cyhoeddi.body.blocks import Callout, Image, walk
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language

_SENTENCE = re.compile(r"(?<!\S)[^\s\0][^.!?\0]*(?:\.\d[^.!?\0]*)*[.!?](?=\s|$)")
_FEWEST_WORDS = 5


def _altered(entry: Entry, side: Language, start: int, end: int, new: str) -> Change:
    text = entry.text(side)
    line = line_at(text, start)
    spots = layout(text, markdown=entry.markdown)
    return Change(text[:start] + new + text[end:], line, (spot_at(spots, line),))


def _sentences(entry: Entry, side: Language) -> list[tuple[int, re.Match[str]]]:
    """Each sentence of five words or more that is prose from end to end, with the index of its paragraph."""
    text = entry.text(side)
    spots = layout(text, markdown=entry.markdown)
    found = _SENTENCE.finditer(prose(text, markdown=entry.markdown))
    placed = ((spot_at(spots, line_at(text, match.start())), match) for match in found)
    return [
        (index, match)
        for index, match in placed
        if spots[index].kind in ("paragraph", "plain") and len(match.group().split()) >= _FEWEST_WORDS
    ]


def _foreign_sentence(entry: Entry, side: Language, random: Random) -> Change | None:
    """Put a sentence of the other language in place of one without figures."""
    plain = [match for _, match in _sentences(entry, side) if not re.search(r"\d", match.group())]
    if not plain or entry.kind not in ("body", "summary"):
        return None
    match = random.choice(plain)
    return _altered(entry, side, match.start(), match.end(), sentence(side.other, random))


def _same_sentence(entry: Entry, side: Language, random: Random) -> Change | None:
    """Put a sentence's twin in its place, in a paragraph with as many sentences on both sides."""
    own, theirs = _sentences(entry, side), _sentences(entry, side.other)
    found = []
    for index in {index for index, _ in own}:
        pair = [[match for spot, match in each if spot == index] for each in (own, theirs)]
        whole = all(
            _whole(entry, each, index, len(part)) for each, part in zip((side, side.other), pair, strict=True)
        )
        if whole and len(pair[0]) == len(pair[1]):
            found += list(zip(*pair, strict=True))
    if not found or entry.kind != "body":
        return None
    match, twin = random.choice(found)
    return _altered(entry, side, match.start(), match.end(), twin.group())


def _whole(entry: Entry, side: Language, index: int, sentences: int) -> bool:
    """Whether the paragraph holds *sentences* sentences and no more, all of them prose."""
    spot = layout(entry.text(side), markdown=entry.markdown)[index]
    lines = prose(entry.text(side), markdown=entry.markdown).split("\n")[spot.first - 1 : spot.last]
    return BLOT not in "\n".join(lines) and len(re.findall(r"[.!?](?:\s|$)", "\n".join(lines))) == sentences


def _left(kind: str, fewest: int) -> Planter:
    """Leave a whole block of *kind* as the other side has it, if it has *fewest* plain words."""

    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        if not entry.markdown:
            return None
        texts = {each: entry.text(each).split("\n") for each in Language}
        spots = {each: layout(entry.text(each), markdown=True) for each in Language}
        choices = [
            index
            for index, spot in enumerate(spots[side])
            if spot.kind == kind
            and spot.parent in _tops(spots[side], kind)
            and _words(_lines(texts[side.other], spots[side.other][index])) >= fewest
            and "![" not in texts[side][spot.first - 1]
            and not any(s.parent == index and s.kind != "paragraph" for s in spots[side])
        ]
        if not choices:
            return None
        index = random.choice(choices)
        spot = spots[side][index]
        lines = list(texts[side])
        lines[spot.first - 1 : spot.last] = _lines(texts[side.other], spots[side.other][index])
        return Change("\n".join(lines), spot.first, (index,))

    return plant


def _tops(spots: Sequence[Spot], kind: str) -> set[int]:
    """Where a block of *kind* may stand: a paragraph at the top, an item in any list."""
    return {-1} if kind == "paragraph" else set(range(len(spots)))


def _lines(lines: Sequence[str], spot: Spot) -> list[str]:
    return list(lines[spot.first - 1 : spot.last])


def _words(lines: Sequence[str]) -> int:
    """How many words stand in *lines* that are no figures and no dates."""
    return sum(word[:1].islower() for word in " ".join(lines).split())


def _whole_text(*kinds: str) -> Planter:
    """Leave a plain text of one of the *kinds* as the other side has it."""

    def plant(entry: Entry, side: Language, _: Random) -> Change | None:
        if entry.kind not in kinds or entry.cognate:
            return None
        return Change(entry.text(side.other), 1, (0,))

    return plant


def _caption(entry: Entry, side: Language, random: Random) -> Change | None:
    """Leave a caption, of its own or of a table in a body, as the other side has it."""
    if entry.kind == "caption":
        return _whole_text("caption")(entry, side, random)
    if not entry.markdown:
        return None
    texts = {each: entry.text(each).split("\n") for each in Language}
    spots = {each: layout(entry.text(each), markdown=True) for each in Language}
    choices = [index for index, spot in enumerate(spots[side]) if spot.kind == "caption"]
    if not choices:
        return None
    index = random.choice(choices)
    lines, spot = texts[side], spots[side][index]
    lines[spot.first - 1] = texts[side.other][spots[side.other][index].first - 1]
    return Change("\n".join(lines), spot.first, (index,))


def _words_of(node_type: type[Image] | type[Callout]) -> Planter:
    """Leave an alternative text or a call-out's title as the other side has it."""

    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        if not entry.markdown:
            return None
        pairs = [
            pair for pair in zip(_named(entry, side), _named(entry, side.other), strict=True) if all(pair)
        ]
        if not pairs:
            return None
        (start, words), (_, twin) = random.choice(pairs)
        return _altered(entry, side, start, start + len(words), twin)

    def _named(entry: Entry, side: Language) -> list[tuple[int, str]]:
        nodes = [node for node in walk(parse(entry.text(side)).body) if isinstance(node, node_type)]
        named = [(node.offset, node.alt if isinstance(node, Image) else node.title) for node in nodes]
        return [(entry.text(side).index(words, offset), words) for offset, words in named if words]

    return plant


def _other_words(entry: Entry, side: Language, random: Random) -> Change | None:
    """After acceptance, change a word that carries the sense; a plain text becomes a revised edition."""
    text = entry.text(side)
    words = WORDS["sense"][side]
    found = list(
        re.finditer(rf"(?<![\w\0'’-])(?:{'|'.join(words)})(?![\w'’-])", prose(text, markdown=entry.markdown))
    )
    if found:
        match = random.choice(found)
        return _altered(entry, side, match.start(), match.end(), words[match.group()])
    return None if entry.markdown else Change(f"{text} {WORDS['revised'][side]}", 1, (0,))


def _further_sentence(entry: Entry, side: Language, random: Random) -> Change | None:
    """After acceptance, say one thing more."""
    found = [match for _, match in _sentences(entry, side)] if entry.markdown else []
    if not found:
        return None
    match = random.choice(found)
    return _altered(entry, side, match.end(), match.end(), " " + sentence(side, random))


PLANTERS: Planters = {
    "sentence-in-other-language": _foreign_sentence,
    "sentence-identical": _same_sentence,
    "paragraph-left-in-other-language": _left("paragraph", 5),
    "item-left-in-other-language": _left("listitem", 3),
    "title-left-in-other-language": _whole_text("title"),
    "summary-left-in-other-language": _whole_text("summary"),
    "heading-left-in-other-language": _whole_text("heading"),
    "caption-left-in-other-language": _caption,
    "attachment-left-in-other-language": _whole_text("attachment"),
    "alt-text-left-in-other-language": _words_of(Image),
    "callout-title-left-in-other-language": _words_of(Callout),
    "stale-words": _other_words,
    "stale-sentence": _further_sentence,
}
