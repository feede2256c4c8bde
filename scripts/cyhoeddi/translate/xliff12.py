"""XLIFF 1.2 (OASIS Standard, 2008): one <file> for each publication, codes as <g> and <x/>.

What a translator has to finish has the state needs-translation or no target at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem
from cyhoeddi.translate.answers import RULE, Answer, Mark
from cyhoeddi.translate.content import Code, Content, Kind
from cyhoeddi.translate.languages import language_named, unnamed
from cyhoeddi.translate.markup import XML, Element, document, element, words
from cyhoeddi.translate.selection import Batch, Entry
from cyhoeddi.translate.units import Progress

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
ROOT = f"{{{NAMESPACE}}}xliff"

_CTYPES = {
    Kind.STRONG: "bold",
    Kind.EMPHASIS: "italic",
    Kind.LINK: "link",
    Kind.PHRASE: "x-phrase",
    Kind.FOOTNOTE: "x-footnote",
    Kind.IMAGE: "image",
}
_STATES = {
    Progress.STALE: "needs-translation",
    Progress.TRANSLATED: "translated",
    Progress.ACCEPTED: "final",
}
_UNFINISHED = ("new", "needs-translation", "needs-adaptation", "needs-l10n")


def write_xliff(batches: Sequence[Batch]) -> bytes:
    """Give the batches as an XLIFF 1.2 file."""
    files = [_file(batch) for batch in batches]
    return document(element("xliff", {"version": "1.2", "xmlns": NAMESPACE}, "\n", *files))


def read_xliff(root: Element, file: str) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Give the answers of an XLIFF 1.2 file."""
    problems: list[Problem] = []
    answers: list[Answer] = []
    for part in root.elements(_tag("file")):
        to = language_named(part.attributes.get("target-language"))
        source = language_named(part.attributes.get("source-language"))
        if to is None or source is to:
            problems.append(unnamed(Position(file, part.line), RULE, "target-language"))
            continue
        answers += (_answer(unit, file, to) for unit in part.descendants(_tag("trans-unit")))
    return tuple(answers), tuple(problems)


def _file(batch: Batch) -> str:
    attributes = {
        "original": batch.file,
        "source-language": batch.to.other,
        "target-language": batch.to,
        "datatype": "x-markdown",
        "tool-id": "cyhoeddi",
    }
    tool = element("tool", {"tool-id": "cyhoeddi", "tool-name": "Cyhoeddi"})
    units = [_unit(entry, batch.to) for entry in batch.entries]
    return (
        element(
            "file",
            attributes,
            "\n",
            element("header", {}, tool),
            "\n",
            element("body", {}, "\n", *units),
            "\n",
        )
        + "\n"
    )


def _unit(entry: Entry, to: Language) -> str:
    unit = entry.unit
    approved = "yes" if unit.progress is Progress.ACCEPTED else "no"
    attributes = {
        "id": unit.key,
        "resname": unit.key,
        "extradata": unit.hash,
        "approved": approved,
        "xml:space": "preserve",
    }
    parts = [element("source", {"xml:lang": to.other}, _inline(unit.source))]
    if unit.target:
        state = {"xml:lang": to, "state": _STATES.get(unit.progress)}
        parts.append(element("target", state, _inline(unit.target)))
    parts.append(element("note", {"from": "developer", "annotates": "source"}, words(entry.context)))
    return element("trans-unit", attributes, "\n", *(f"{part}\n" for part in parts)) + "\n"


def _inline(content: Content) -> str:
    return "".join(words(one) if isinstance(one, str) else _code(one) for one in content)


def _code(code: Code) -> str:
    attributes = {"id": code.id, "ctype": _CTYPES[code.kind]}
    if code.inner is None:
        mark = f"[^{code.data}]" if code.kind is Kind.FOOTNOTE else f"[{code.data}]"
        return element("x", {**attributes, "equiv-text": mark})
    return element("g", attributes, _inline(code.inner))


def _answer(unit: Element, file: str, to: Language) -> Answer:
    source, target = unit.first(_tag("source")), unit.first(_tag("target"))
    state = target.attributes.get("state", "") if target else ""
    return Answer(
        key=unit.attributes.get("resname") or unit.attributes.get("id", ""),
        position=Position(file, target.line if target else unit.line),
        target=tuple(_pieces(target.children if target else ())),
        words=source.text() if source else "",
        hash=unit.attributes.get("extradata"),
        to=language_named(target.attributes.get(f"{{{XML}}}lang", str(to))) if target else to,
        unfinished=state if state in _UNFINISHED else "",
    )


def _pieces(children: Iterable[Element | str]) -> Iterator[str | Mark]:
    """Yield the words and codes of a target, whichever elements a tool has written them with."""
    for child in children:
        if isinstance(child, str):
            yield child
            continue
        name, number = child.name.removeprefix(f"{{{NAMESPACE}}}"), _id(child.attributes)
        if name == "g":
            yield Mark(number, 1)
            yield from _pieces(child.children)
            yield Mark(number, -1)
        elif name in _NESTING:
            yield Mark(number, _NESTING[name])
        elif name == "mrk":
            yield from _pieces(child.children)
        else:
            yield Mark(f"<{name}>", 0)


_NESTING = {"x": 0, "ph": 0, "bx": 1, "bpt": 1, "ex": -1, "ept": -1}


def _id(attributes: Mapping[str, str]) -> str:
    return attributes.get("rid") or attributes.get("id", "")


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
