"""The pages that every site needs are there: home, accessibility statement, copyright statement.

pass:  docs/en/copyright.md and docs/cy/copyright.md
pass:  accessibility.yaml, from which the accessibility statement is made
fail:  no docs/en/copyright.md
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.handwritten import HOME
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.slug import is_slug
from cyhoeddi.statement import NAME as STATEMENT

ID = "site-pages"

NEEDED = (HOME, STATEMENT, "copyright")


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each page that is missing, and each slug that cannot be part of an address."""
    there = {page.name for page in project.pages} | ({STATEMENT} if project.statement else set())
    mistaken = {problem.position.file for problem in project.problems}
    for name in NEEDED:
        # A page with a mistake of its own is there, though it could not be read.
        files = {f"docs/en/{name}.md", f"docs/cy/{name}.md", f"{name}.yaml"}
        if name not in there and not files & mistaken:
            hint = f"Write docs/en/{name}.md and docs/cy/{name}.md; the law or the site needs them."
            yield Problem(Position(f"docs/en/{name}.md"), ID, "this page is missing", hint)
    for page in project.pages:
        for side in (page.en, page.cy):
            if not is_slug(side.front.slug):
                hint = "Use small letters without accents, digits and single hyphens."
                slug = side.front.slug
                message = f'"{slug}" cannot be part of an address' if slug else '"slug" is empty'
                yield Problem(side.source.position(("slug",)), ID, message, hint)
