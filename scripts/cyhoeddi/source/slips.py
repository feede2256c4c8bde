"""What the YAML parser complains of → a problem in plain words, where the broken construct opens.

The parser's own words differ between its two versions and speak of "scalars" and "mappings". So they are
read only for what the parser was busy with; the rest is seen by looking at the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from cyhoeddi.problems import Problem
from cyhoeddi.source.text import Text, mark_index

_QUOTE = "Put the whole text in quotes."
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?!//)[^\s:]")

Finding = tuple[int, str, str]
"""Index in the text, message, hint."""


@dataclass(frozen=True)
class _Slip:
    text: Text
    busy: str
    """What the parser was busy with ("a flow sequence"), or its complaint where it does not say."""
    opened: int
    """Where that opens."""
    found: int
    """Where the parser gave up."""
    closed: tuple[int, int] | None
    """Start and end of what came last before, if it was in quotes or brackets or a block of text."""

    @property
    def character(self) -> str:
        """The character at which the parser gave up; "" at the end of the file."""
        return self.text.content[self.found : self.found + 1]

    @property
    def line(self) -> int:
        """The line on which the parser gave up."""
        return self.text.position(self.found).line

    @property
    def before(self) -> str:
        """What stands on that line before the place."""
        return self.text.line(self.line)[: self.text.position(self.found).column - 1]


def explain_slip(text: Text, error: yaml.YAMLError, last: yaml.Event | None, last_opened: int) -> Problem:
    """Give the problem for the parser's *error*, which came after the event *last*.

    *last_opened* is where the list or group of keys that was closed last had opened.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return text.problem(0, "this file is not YAML", "Look whether it is the right file.")
    found = error.problem_mark.index
    opened = error.context_mark.index if error.context_mark else found
    busy = re.sub(r"^while (scanning|parsing) (for )?|\bdouble-", "", error.context or error.problem or "")
    slip = _Slip(text, busy, opened, found, _closed(last, last_opened))
    for explain in _EXPLANATIONS:
        if finding := explain(slip):
            return text.problem(*finding)
    return text.problem(*_indentation(slip))


def _closed(last: yaml.Event | None, last_opened: int) -> tuple[int, int] | None:
    if isinstance(last, yaml.ScalarEvent) and last.style:
        return mark_index(last.start_mark), mark_index(last.end_mark)
    if isinstance(last, yaml.CollectionEndEvent) and mark_index(last.end_mark) > mark_index(last.start_mark):
        return last_opened, mark_index(last.end_mark)
    return None


def _tab(slip: _Slip) -> Finding | None:
    line = slip.text.line(slip.line)
    space = line[: len(line) - len(line.lstrip())]
    if slip.character == "\t":
        index = slip.found
    elif "\t" in space and not slip.busy.startswith(("a quoted", "a flow")):
        index = slip.found - len(slip.before) + space.index("\t")
    else:
        return None
    return (
        index,
        "a tab character, where only spaces can stand",
        "Use spaces, two for each level, in place of the tab.",
    )


def _quotes(slip: _Slip) -> Finding | None:
    if slip.busy != "a quoted scalar":
        return None
    if slip.character == "" or slip.text.content.startswith(("---", "..."), slip.found):
        mark = slip.text.content[slip.opened]
        return slip.opened, "the quote that opens here is not closed", f"Put {mark} at the end of the text."
    message = f"a backslash (\\) in double quotes on line {slip.line} does not mean anything"
    return slip.opened, message, "Write two backslashes for one, or use single quotes round the text."


def _brackets(slip: _Slip) -> Finding | None:
    if slip.busy not in ("a flow sequence", "a flow mapping"):
        return None
    opening, closing = "[]" if slip.busy == "a flow sequence" else "{}"
    hint = (
        f"Put {closing} at its end and a comma between its parts; the slip shows on line {slip.line}. "
        f"If {opening} belongs to a text, put the whole text in quotes."
    )
    return (
        slip.opened,
        f"the bracket {opening} that opens here is not closed, or a comma is missing in it",
        hint,
    )


_BEGINNINGS = {
    "an alias": "a text cannot begin with *",
    "an anchor": "a text cannot begin with &",
    "a tag": "a text cannot begin with !",
    "a node": "a text cannot begin with !",
}


def _beginning(slip: _Slip) -> Finding | None:
    if slip.busy in _BEGINNINGS:
        return slip.opened, _BEGINNINGS[slip.busy], _QUOTE
    if slip.busy in ("the next token", "a block node"):
        return slip.found, f"a text cannot begin with {slip.character}", _QUOTE
    if slip.busy == "a directive" or slip.busy.startswith("found "):
        return (
            slip.opened,
            "a line cannot begin with %",
            "If % belongs to a text, indent the text under its key and use quotes.",
        )
    if slip.busy.startswith("mapping keys"):
        return slip.found, "a text cannot begin with a question mark and a space", _QUOTE
    return None


def _block(slip: _Slip) -> Finding | None:
    if slip.busy != "a block scalar":
        return None
    mark = slip.text.content[slip.opened]
    hint = f"Begin the text on the next line, indented. If {mark} belongs to the text, put it all in quotes."
    return slip.opened, f"no text can follow {mark} on the same line", hint


def _missing_colon(slip: _Slip) -> Finding | None:
    if slip.busy != "a simple key":
        return None
    line = slip.text.line(slip.text.position(slip.opened).line)
    if joined := _NO_SPACE.match(line):
        return _joined(slip.opened, joined)
    if line.lstrip().startswith("-"):
        return slip.opened, "no space after the dash", "Put a space after the dash of a list's item."
    hint = "Write `key: text`. If it goes on with the text above, indent it further than that text's key."
    return slip.opened, "this line has no key with a colon", hint


def _joined(index: int, joined: re.Match[str]) -> Finding:
    return index, f'no space after the colon of "{joined["key"]}"', "Put a space after the colon."


def _second_colon(slip: _Slip) -> Finding | None:
    if not slip.busy.startswith("mapping values"):
        return None
    if re.search(r":\s", slip.before):
        return slip.found, "a second colon on one line, in a text without quotes", _QUOTE
    above = slip.text.line(slip.line - 1)
    if joined := _NO_SPACE.match(above):
        start = slip.found - len(slip.before)
        below = slip.text.content.rfind(above.lstrip(), 0, start)
        return _joined(below, joined)
    hint = (
        "Begin it in the same column as the keys above. If it belongs to the text above, put that in quotes."
    )
    return slip.found, "a key stands further in than the line above allows", hint


def _dash(slip: _Slip) -> Finding | None:
    if "sequence entries" not in slip.busy:
        return None
    hint = (
        "Put each item on a line of its own under the key. If the dash belongs to a text, put it in quotes."
    )
    return slip.found, "a list cannot begin on the line of its key", hint


def _after_closing(slip: _Slip) -> Finding | None:
    """Text follows a closing quote or bracket: what it closes is broken, not the mapping round it."""
    if slip.closed is None:
        return None
    start, end = slip.closed
    if slip.text.content[start] in "|>":
        return _ragged_block(slip, start)
    if slip.text.position(end).line != slip.line or slip.text.content[end : slip.found].strip():
        return None
    if slip.text.content[start] in "'\"":
        mark = slip.text.content[start]
        double = "two of them" if mark == "'" else 'a backslash before it (\\")'
        hint = f"Put the closing {mark} at the end of the text; for a {mark} inside it write {double}."
        return start, f"the quote that opens here closes on line {slip.line}, and more text follows", hint
    hint = "Delete what follows the bracket. If the brackets belong to a text, put the whole text in quotes."
    return start, f"the bracket that opens here closes on line {slip.line}, and more text follows", hint


def _ragged_block(slip: _Slip, start: int) -> Finding | None:
    header = slip.text.line(slip.text.position(start).line)
    if slip.before.strip() or len(slip.before) <= len(header) - len(header.lstrip()):
        return None
    hint = "Begin all lines of the text in the same column, empty-looking lines before it too."
    return start, f"line {slip.line} of the text that opens here is further left than its first line", hint


def _indentation(slip: _Slip) -> Finding:
    where = f"line {slip.line}"
    if slip.character == ":":
        return slip.found, "no key before the colon", "Write the key before the colon."
    hint = "Begin its first word (or dash) in the same column as those of its neighbours; use spaces only."
    if "document start" in slip.busy:
        return slip.found, f"{where} does not line up with the lines above", hint
    return slip.opened, f"{where} does not line up with the keys or items that open here", hint


_EXPLANATIONS: tuple[Callable[[_Slip], Finding | None], ...] = (
    _tab,
    _quotes,
    _brackets,
    _beginning,
    _block,
    _missing_colon,
    _second_colon,
    _dash,
    _after_closing,
)
