"""XLIFF 2.1 (OASIS Standard, 2018): one <file> for each publication, codes as <pc> and <ph/> with their data.

All of a file goes in one direction. A unit without a target has no state, so that a tool that knows none
need not set it; what is stale is `initial`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem
from cyhoeddi.translate.answers import RULE, Answer, Mark
from cyhoeddi.translate.content import Code, Content, Kind, codes
from cyhoeddi.translate.languages import language_named, unnamed
from cyhoeddi.translate.markup import Element, document, element, words
from cyhoeddi.translate.selection import Batch, Entry
from cyhoeddi.translate.units import Progress

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
ROOT = f"{{{NAMESPACE}}}xliff"

_CATEGORY, _HASH = "cyhoeddi", "source-hash"
_STATES = {Progress.STALE: "initial", Progress.TRANSLATED: "translated", Progress.ACCEPTED: "final"}
_TYPES = {
    Kind.STRONG: ("fmt", "xlf:b"),
    Kind.EMPHASIS: ("fmt", "xlf:i"),
    Kind.LINK: ("link", None),
    Kind.PHRASE: ("other", None),
    Kind.FOOTNOTE: ("other", None),
    Kind.IMAGE: ("image", None),
}


def write_xliff(batches: Sequence[Batch]) -> bytes:
    """Give the batches, all of one direction, as an XLIFF 2.1 file."""
    to = batches[0].to if batches else Language.CY
    attributes = {
        "version": "2.1",
        "srcLang": str(to.other),
        "trgLang": str(to),
        "xmlns": NAMESPACE,
        "xmlns:mda": METADATA,
        "xml:space": "preserve",
    }
    files: list[str] = []
    for number, batch in enumerate(batches, start=1):
        units = [_unit(entry, f"u{place}") for place, entry in enumerate(batch.entries, start=1)]
        files.append(element("file", {"id": f"f{number}", "original": batch.file}, "\n", *units) + "\n")
    return document(element("xliff", attributes, "\n", *files))


def read_xliff(root: Element, file: str) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Give the answers of an XLIFF 2.0 or 2.1 file."""
    to = language_named(root.attributes.get("trgLang"))
    if to is None or language_named(root.attributes.get("srcLang")) is to:
        return (), (unnamed(Position(file, root.line), RULE, "srcLang, trgLang"),)
    return tuple(_answer(unit, file, to) for unit in root.descendants(_tag("unit"))), ()


def _unit(entry: Entry, number: str) -> str:
    unit = entry.unit
    meta = element("mda:meta", {"type": _HASH}, words(unit.hash))
    metadata = element("mda:metadata", {}, element("mda:metaGroup", {"category": _CATEGORY}, meta))
    notes = element("notes", {}, element("note", {"category": "context"}, words(entry.context)))
    there = {code.id for code in codes(unit.target)}
    # What an accepted translation does without may be left out of the next one too.
    data = _Data({code.id for code in codes(unit.source)} - there if unit.target else set())
    parts = [element("source", {}, _inline(unit.source, data))]
    if unit.target:
        parts.append(element("target", {}, _inline(unit.target, data)))
    state = _STATES.get(unit.progress) if unit.target else None
    segment = element("segment", {"state": state}, *parts)
    inside = [metadata, notes, *data.elements(), segment]
    return element("unit", {"id": number, "name": unit.key}, "\n", *(f"{part}\n" for part in inside)) + "\n"


class _Data:
    """The Markdown of a unit's codes, each kept once, and the codes that may be left out."""

    def __init__(self, needless: Set[str]) -> None:
        self.needless = needless
        self._ids: dict[str, str] = {}

    def id_of(self, markdown: str) -> str:
        return self._ids.setdefault(markdown, f"d{len(self._ids) + 1}")

    def elements(self) -> Iterator[str]:
        if self._ids:
            entries = [element("data", {"id": number}, words(text)) for text, number in self._ids.items()]
            yield element("originalData", {}, *entries)


def _inline(content: Content, data: _Data) -> str:
    return "".join(words(one) if isinstance(one, str) else _code(one, data) for one in content)


def _code(code: Code, data: _Data) -> str:
    type_, sub_type = _TYPES[code.kind]
    # A phrase of the other language may be one that the translation does not need.
    can_delete = "yes" if code.kind is Kind.PHRASE or code.id in data.needless else "no"
    attributes = {"id": code.id, "type": type_, "subType": sub_type, "canCopy": "no", "canDelete": can_delete}
    opening, closing = _markdown(code)
    if code.inner is None:
        return element("ph", {**attributes, "dataRef": data.id_of(opening)})
    refs = {"dataRefStart": data.id_of(opening), "dataRefEnd": data.id_of(closing)}
    return element("pc", {**attributes, **refs}, _inline(code.inner, data))


def _markdown(code: Code) -> tuple[str, str]:
    match code.kind:
        case Kind.STRONG:
            return "**", "**"
        case Kind.EMPHASIS:
            return "*", "*"
        case Kind.LINK:
            return "[", f"]({code.data})"
        case Kind.PHRASE:
            return "[", f"]{{lang={code.data}}}"
        case Kind.FOOTNOTE:
            return f"[^{code.data}]", ""
        case Kind.IMAGE:
            return f"![]({code.data})", ""


def _answer(unit: Element, file: str, to: Language) -> Answer:
    targets: list[tuple[int, Element]] = []
    source: list[str] = []
    unfinished = ""
    parts = [one for one in unit.children if isinstance(one, Element) and one.name in _PARTS]
    for place, part in enumerate(parts, start=1):
        here, there = part.first(_tag("source")), part.first(_tag("target"))
        source.append(here.text() if here else "")
        if there is not None:
            # A translation may put the segments into another order.
            order = there.attributes.get("order", "")
            targets.append((int(order) if order.isdecimal() else place, there))
        elif part.name == _tag("ignorable") and here is not None:
            targets.append((place, here))
        if part.attributes.get("state") == "initial":
            unfinished = "initial"
    targets.sort(key=lambda one: one[0])
    written = any(target.name == _tag("target") for _, target in targets)
    pieces = [piece for _, target in targets for piece in _pieces(target.children)] if written else []
    return Answer(
        key=unit.attributes.get("name", ""),
        position=Position(file, targets[0][1].line if targets else unit.line),
        target=tuple(pieces),
        words="".join(source),
        hash=_hash(unit),
        to=to,
        unfinished=unfinished,
    )


def _hash(unit: Element) -> str | None:
    for group in unit.descendants(f"{{{METADATA}}}metaGroup"):
        if group.attributes.get("category") == _CATEGORY:
            for meta in group.elements(f"{{{METADATA}}}meta"):
                if meta.attributes.get("type") == _HASH:
                    return meta.text().strip()
    return None


def _pieces(children: Iterable[Element | str]) -> Iterator[str | Mark]:
    """Yield the words and codes of a target, whichever elements a tool has written them with."""
    for child in children:
        if isinstance(child, str):
            yield child
            continue
        name, number = child.name.removeprefix(f"{{{NAMESPACE}}}"), _id(child.attributes)
        if name == "pc":
            yield Mark(number, 1)
            yield from _pieces(child.children)
            yield Mark(number, -1)
        elif name in _NESTING:
            yield Mark(number, _NESTING[name])
        elif name == "mrk":
            yield from _pieces(child.children)
        elif name == "cp":
            # A character that no XML may hold; the check for such characters refuses it.
            yield chr(_number(child.attributes.get("hex", "0")))
        elif name not in ("sm", "em"):
            yield Mark(f"<{name}>", 0)


_NESTING = {"ph": 0, "sc": 1, "ec": -1}
_PARTS = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("segment", "ignorable"))


def _id(attributes: Mapping[str, str]) -> str:
    return attributes.get("startRef") or attributes.get("id", "")


def _number(hexadecimal: str) -> int:
    try:
        number = int(hexadecimal, 16)
    except ValueError:
        return 0
    return number if number < 0x110000 and not 0xD800 <= number < 0xE000 else 0


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
