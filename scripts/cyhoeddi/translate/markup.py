"""XML in and out: what strangers send is read without any DTD, so that no entity can grow or fetch anything.

Expat itself, from the standard library: it can refuse a DOCTYPE where it opens and knows the line of each
element, which problems need. No library with more in it would do more here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from cyhoeddi.problems import Position, Problem

XML = "http://www.w3.org/XML/1998/namespace"
_DEEPEST = 60
_MOST_ELEMENTS = 200_000
_SAVE_AGAIN = "Export the file again, or save it once more in your tool as XLIFF."


@dataclass(eq=False)
class Element:
    """An element: its name with its namespace in braces, its attributes, and what is in it, in order."""

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    def elements(self, name: str) -> Iterator[Element]:
        """Yield the children of this name."""
        return (child for child in self.children if isinstance(child, Element) and child.name == name)

    def first(self, name: str) -> Element | None:
        """Give the first child of this name."""
        return next(self.elements(name), None)

    def descendants(self, name: str) -> Iterator[Element]:
        """Yield all elements of this name within, in their order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.descendants(name)

    def text(self) -> str:
        """Give all words within."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _RefusedError(Exception):
    pass


def read_xml(data: bytes, file: str, rule: str) -> Element | Problem:
    """Give the root element of *data*, or the one problem that keeps it from being read."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    top = Element("", {}, 1)
    open_elements = [top]
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > _MOST_ELEMENTS or len(open_elements) > _DEEPEST:
            raise _RefusedError("the file has more elements than any translation needs")
        named = {_name(key): value for key, value in attributes.items()}
        element = Element(_name(name), named, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        open_elements.pop()

    def words(text: str) -> None:
        open_elements[-1].children.append(text)

    def doctype(*_: object) -> None:
        raise _RefusedError("the file has a DOCTYPE, which could hide instructions")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except _RefusedError as refused:
        return _problem(file, parser, rule, str(refused))
    except expat.ExpatError as error:
        return _problem(file, parser, rule, f"the file is not XML ({expat.ErrorString(error.code)})")
    except (LookupError, ValueError):
        return _problem(file, parser, rule, "the file has an encoding that cannot be read")
    return next(child for child in top.children if isinstance(child, Element))


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _problem(file: str, parser: expat.XMLParserType, rule: str, message: str) -> Problem:
    position = Position(file, max(parser.CurrentLineNumber, 1), parser.CurrentColumnNumber + 1)
    return Problem(position, rule, message, _SAVE_AGAIN)


def element(name: str, attributes: Mapping[str, str | None], *children: str) -> str:
    """Give an element as text; attributes that are None are left out, *children* are XML already."""
    opening = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value is not None)
    return f"<{name}{opening}>{''.join(children)}</{name}>" if children else f"<{name}{opening}/>"


def words(text: str) -> str:
    """Give *text* as XML."""
    return escape(text, {"\r": "&#13;"})


def document(root: str) -> bytes:
    """Give the bytes of a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()
