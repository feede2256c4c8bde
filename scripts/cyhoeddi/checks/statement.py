"""The accessibility statement has one source, says whom to ask, and keeps its dates in order.

pass:  accessibility.yaml, and no docs/en/accessibility.md
pass:  docs/en/accessibility.md and docs/cy/accessibility.md, and no accessibility.yaml
fail:  accessibility.yaml and docs/en/accessibility.md
fail:  contact: {note: ...}, with neither email nor telephone
fail:  prepared: 2026-11-21, reviewed: 2026-11-20
fail:  since: 2026-11-21, until: 2026-11-20
fail:  checks: with two entries for keyboard
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path
from cyhoeddi.statement import FILE, NAME, Facts

ID = "statement"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each thing in the statement that cannot be so."""
    if project.statement is None:
        return
    for language in Language:
        name = f"docs/{language}/{NAME}.md"
        if (project.root / name).exists():
            message = f"the statement is made from {FILE}, and written here too"
            hint = f"Delete this page in both languages, or {FILE}."
            yield Problem(Position(name), ID, message, hint)
    facts, source = project.statement.facts, project.statement.source
    if facts is not None:
        for path, message, hint in (*_contact(project, facts), *_order(facts), *_twice(facts)):
            yield Problem(source.position(path), ID, message, hint)


_Mistake = tuple[Path, str, str]


def _contact(project: Project, facts: Facts) -> Iterator[_Mistake]:
    known = project.settings.extra.contact if project.settings else None
    contact = facts.contact or known
    if contact is not None and not (contact.email or contact.telephone):
        hint = f"Write a contact: with email: or telephone: into {FILE}."
        yield ("contact",), "readers are told neither an e-mail address nor a telephone number", hint


def _order(facts: Facts) -> Iterator[_Mistake]:
    if facts.reviewed < facts.prepared:
        yield ("reviewed",), "reviewed before it was prepared", "Correct one of the two dates."
    for index, issue in enumerate(facts.issues):
        if issue.until is not None and issue.until < issue.since:
            path = ("issues", index, "until")
            yield path, "to be put right before it was found", "Correct one of the two dates."


def _twice(facts: Facts) -> Iterator[_Mistake]:
    seen = set()
    for index, one in enumerate(facts.checks):
        if one.check in seen:
            hint = "Keep the newer entry; git remembers the older one."
            yield ("checks", index, "check"), f'the check "{one.check}" is signed twice', hint
        seen.add(one.check)
