"""One thing that a check of the built site found: a value, as `problems` are."""

from __future__ import annotations

from dataclasses import dataclass

from cyhoeddi.problems import Level

LONGEST_SNIPPET = 300
"""Characters of HTML that a finding quotes at most."""


@dataclass(frozen=True, order=True, slots=True)
class Box:
    """Where an element stands on its page, in CSS pixels from the page's top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """Something on a page or in a PDF that a reader could stumble over."""

    rule: str
    """In kebab-case; a foreign tool's after its name: axe:color-contrast, nu:duplicate-id, pdfua:7.1."""
    address: str
    """Site-absolute address of the page or file: /en/about/."""
    message: str
    """What is wrong, in plain English, with no full stop at the end."""
    hint: str
    """What to do next, as a sentence."""
    criterion: str = ""
    """The WCAG success criterion, such as 1.4.3; empty if there is none."""
    selector: str = ""
    """A CSS selector of the element on its page; in a PDF, such as "page 3"."""
    snippet: str = ""
    """The element's HTML or text, shortened."""
    view: str = ""
    """How the page was looked at, such as "320 px, forced colours"; empty if that does not matter."""
    box: Box | None = None
    level: Level = Level.ERROR
