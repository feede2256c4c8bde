"""What the dialect refuses, in words for the person who wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Something that may not stand in a body: where, what is wrong, and what to do instead."""

    offset: int
    message: str
    hint: str


Wording = tuple[str, str]
"""A message and a hint."""

_SPACES: Final = "Remove the spaces at the start of the line."

REFUSED: Final[dict[str, Wording]] = {
    "heading": ("headings are not allowed here", "Make it the heading of a section: use `sections`."),
    "setext": (
        "a line of = or - under a text makes it a heading",
        "Remove the line, or leave an empty line before a list.",
    ),
    "top": ("a heading of the first level is the page's own title", "Start the line with `##`."),
    "skip": (
        "this heading skips a level",
        "Use the level directly under that of the heading before, or a higher one.",
    ),
    "heading-text": ("this heading has no words", "Write the heading after the # signs, or remove the line."),
    "heading-nested": (
        "a heading stands inside a list, a quote or a call-out",
        "Leave an empty line and start the heading at the start of a line.",
    ),
    "html": (
        "HTML is not allowed",
        "Write it in Markdown; the guide lists what there is. For a plain <, write \\<.",
    ),
    "entity": (
        "codes such as &nbsp; are not allowed",
        "Type the character itself. For a plain &, write \\&.",
    ),
    "code": ("code is not allowed", "Remove the ` signs. For a plain `, write \\`."),
    "fence": ("blocks of code are not allowed", "Remove the lines of ``` or ~~~."),
    "indented": ("a line that starts with four spaces is a block of code", _SPACES),
    "rule": (
        "lines across the page are not allowed",
        "Remove the line; start a new section if you need a break.",
    ),
    "break": (
        "forced line breaks are not allowed",
        "Remove the spaces or the \\ at the end of the line; an empty line starts a new paragraph.",
    ),
    "reference": (
        "addresses kept apart from their links are not allowed",
        "Put the address beside the words: [words](address).",
    ),
    "autolink": (
        "an address on its own is not a link",
        "Give it words: [words that say where it leads](address).",
    ),
    "bare": (
        "an address stands in the text",
        "Make it a link with words: [words that say where it leads](address).",
    ),
    "altered": (
        "an address has a \\ or a code in it",
        "Write the address as it is, without \\ or codes such as &amp;.",
    ),
    "title": ("a link or image has a title in quotes", "Remove the title; put what it says into the text."),
    "attributes": (
        "braces after brackets may only name a language",
        "Write [words]{lang=cy} or [words]{lang=en}, or remove the braces.",
    ),
    "phrase": ("no words are marked as being in the other language", "Write the words in the brackets."),
    "footnote-in-link": ("a footnote stands inside a link", "Put the footnote after the link."),
    "missing": (
        "this footnote is not written anywhere",
        "Add a line that starts with the same mark and a colon.",
    ),
    "unused": (
        "no text refers to this footnote",
        "Put its mark where it belongs in the text, or remove the note.",
    ),
    "twice": ("this footnote is written twice", "Give each footnote a mark of its own."),
    "footnote-empty": ("this footnote has no text", "Write the note after the colon."),
    "callout-kind": (
        "this kind of call-out is not known",
        'Write !!! note or !!! warning, then a "Title" if you like.',
    ),
    "callout-empty": ("this call-out has no text", "Start each line of its text with four spaces."),
    "item": ("this list item is empty", "Write its text, or remove the mark."),
    "number": (
        "the numbers of this list do not follow on",
        "Number the items one after another, or put text between two lists.",
    ),
    "caption": (
        "a table caption has no table after it",
        "Put the table directly under the line, or reword the line.",
    ),
    "caption-empty": ("this table caption is empty", "Write what the table shows after `Table:`."),
    "caption-welsh": (
        "a caption starts with `Table:` in both languages",
        "Write `Table:` in place of `Tabl:`.",
    ),
    "abbreviation": ("this abbreviation is not complete", "Write *[CIW]: and the words it stands for."),
    "header": ("this table has no header", "Fill in the first row with the names of the columns."),
    "table": (
        "this table has no header",
        "Write the names of the columns on a first line, and |---|---| on the line under it. "
        "For a plain |, write \\|.",
    ),
    "task": ("a list to tick off is not allowed", "Remove the [ ] or [x]. For a plain [, write \\[."),
    "mark": (
        "a mark of another kind of Markdown, which means nothing here",
        "Remove it; the guide lists what there is. To print it as it stands, write \\ before it.",
    ),
    "header-cell": (
        "a column of this table has no name",
        "Fill in every cell of the first row but the first.",
    ),
    "cells": (
        "this row has not as many cells as the first row",
        "Add or remove cells. For a plain |, write \\|.",
    ),
    "deep": (
        "the text is nested too deeply",
        "Use fewer lists, quotes, marks or brackets within each other.",
    ),
    "long": ("this text is too long", "Split it into several sections."),
}
