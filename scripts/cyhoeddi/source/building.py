"""The parser's events → plain data and marks, one event at a time, so that no nesting is too deep for it.

What YAML can do and the format does not allow (tags, anchors, aliases, a key twice) is noted as a problem and
passed over, so that a writer sees all of them at once; what leaves no way on ends the reading.
"""

from __future__ import annotations

from array import array
from typing import TypeAlias

import yaml

from cyhoeddi.problems import Problem
from cyhoeddi.source.places import STYLES, places
from cyhoeddi.source.slips import explain_slip
from cyhoeddi.source.text import UNSEEN, Text, mark_index, unseen_character

Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]

MARKS = 4
"""Numbers kept for each value, in the order of the file: where its key, it and its end stand; its style."""

SCALAR_STYLES = dict(enumerate(STYLES))
_STYLE_NUMBERS = {style: number for number, style in SCALAR_STYLES.items()}
_COLLECTION = len(STYLES)

_DEEPEST = 20
_MOST_VALUES = 50_000
_MOST_PROBLEMS = 100
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _EndOfReadingError(Exception):
    """Nothing after this can be understood."""


def build_data(text: Text) -> tuple[Plain | None, array[int], list[Problem]]:
    """Give the data of *text*, its marks and its problems; with problems, the data is not to be used."""
    builder = _Builder(text)
    last: yaml.Event | None = None
    try:
        for event in iter(_PARSER(text.content).get_event, None):
            builder.take(event)
            last = event
        builder.finish()
    except yaml.YAMLError as error:
        builder.problems.append(explain_slip(text, error, last, builder.last_opened))
    except _EndOfReadingError:
        pass
    return builder.root, builder.marks, builder.problems


class _Open:
    """A mapping or list that is not closed yet."""

    __slots__ = ("holds", "is_mapping", "key", "key_start", "keys", "start")

    def __init__(self, holds: list[Plain] | dict[str, Plain], start: int) -> None:
        self.holds = holds
        self.is_mapping = isinstance(holds, dict)
        self.start = start
        self.keys: dict[str, int] = {}
        self.key: str | None = None
        self.key_start = 0

    @property
    def wants_key(self) -> bool:
        return self.key is None and self.is_mapping


class _Builder:
    def __init__(self, text: Text) -> None:
        self.root: Plain | None = None
        self.marks = array("I")
        self.problems: list[Problem] = []
        self.last_opened = 0
        """Where the mapping or list that was closed last had opened."""
        self._text = text
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(event, [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self.last_opened = self._open.pop().start
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def finish(self) -> None:
        """Say what is wrong with the whole, if the file was read to its end."""
        if self.root is None or (self.root == "" and not self.problems):
            what = "holds only comments" if "#" in self._text.content else "is empty"
            self._note(0, f"the file {what}", "Write the publication's keys, or delete the file.")
        elif not isinstance(self.root, dict):
            what = "a list" if isinstance(self.root, list) else "a text"
            hint = (
                "Begin with a line such as `type: briefing`, a space after the colon and no dash before it."
            )
            self._note(self.marks[1], f"the file holds {what} where keys are expected", hint)

    def _note(self, index: int, message: str, hint: str) -> None:
        self._add(self._text.problem(index, message, hint))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) == _MOST_PROBLEMS:
            raise _EndOfReadingError

    def _stop(self, index: int, message: str, hint: str) -> None:
        self._note(index, message, hint)
        raise _EndOfReadingError

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        start = mark_index(event.start_mark)
        if self._documents > 1:
            self._stop(
                start, "a second document begins here", "Delete the line `---`; one file is one publication."
            )
        if event.tags:
            self._note(start, "a %TAG line, which is not used here", "Delete the line.")

    def _plain_only(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        index = mark_index(event.start_mark)
        if event.tag is not None:
            hint = "If the text begins with !, put the whole text in quotes; if not, delete the tag."
            self._note(index, "a YAML tag (!...), which is not used here", hint)
        if event.anchor is not None:
            hint = "If the text begins with &, put the whole text in quotes; if not, delete the anchor."
            self._note(index, f"a YAML anchor (&{event.anchor}), which is not used here", hint)

    def _alias(self, event: yaml.AliasEvent) -> None:
        index = mark_index(event.start_mark)
        hint = "If the text begins with *, put the whole text in quotes; if not, write it out again in full."
        self._note(index, f"a YAML alias (*{event.anchor}), which is not used here", hint)
        if self._open and self._open[-1].wants_key:
            self._key(f"*{event.anchor}", index)
        else:
            self._put("", index, mark_index(event.end_mark), 0)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, value, style = mark_index(event.start_mark), event.value, event.style or ""
        if event.tag is not None or event.anchor is not None:
            self._plain_only(event)
        if style == '"' and (found := UNSEEN.search(value)):
            index = places(self._text.content, start, mark_index(event.end_mark), style, value)[found.start()]
            self._add(unseen_character(self._text, index, found.group()))
        if self._open and self._open[-1].wants_key:
            self._key(value, start)
            return
        end = mark_index(event.end_mark)
        if not value and start == end and self._open and ":" in (self._open[-1].key or ""):
            self._joined_colon(self._open[-1])
        plain = (value == "true") if not style and value in ("true", "false") else value
        self._put(plain, start, end, _STYLE_NUMBERS[style])

    def _joined_colon(self, mapping: _Open) -> None:
        if self._text.content[mapping.key_start] not in "'\"":
            message = f'no space after the colon in "{mapping.key}"'
            self._note(mapping.key_start, message, "Put a space after the colon.")

    def _key(self, key: str, start: int) -> None:
        top = self._open[-1]
        if top.keys.setdefault(key, start) != start:
            line = self._text.position(top.keys[key]).line
            hint = f"The first is on line {line}. Keep one of the two."
            self._note(start, f'the key "{key}" stands here a second time', hint)
        top.key, top.key_start = key, start

    def _start(self, event: yaml.CollectionStartEvent, holds: list[Plain] | dict[str, Plain]) -> None:
        index = mark_index(event.start_mark)
        self._plain_only(event)
        if self._open and self._open[-1].wants_key:
            hint = "If the text begins with a bracket, put the whole text in quotes."
            self._stop(index, "a list or a group of keys stands where a key is expected", hint)
        if len(self._open) == _DEEPEST:
            hint = (
                "No publication needs this. Look for too many brackets, dashes or spaces before this place."
            )
            self._stop(index, f"more than {_DEEPEST} levels of keys and lists inside each other", hint)
        self._put(holds, index, mark_index(event.end_mark), _COLLECTION)
        self._open.append(_Open(holds, index))

    def _put(self, value: Plain, start: int, end: int, style: int) -> None:
        key_start = start
        if not self._open:
            self.root = value
        else:
            top = self._open[-1]
            if isinstance(top.holds, list):
                top.holds.append(value)
            elif top.key is not None:
                top.holds[top.key] = value
                key_start, top.key = top.key_start, None
        self.marks.extend((key_start, start, end, style))
        if len(self.marks) > _MOST_VALUES * MARKS:
            self._stop(
                start, f"more than {_MOST_VALUES:,} values in one file", "Split it into several publications."
            )
