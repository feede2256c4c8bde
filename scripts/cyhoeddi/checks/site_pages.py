"""The hand-written pages that every site needs are there: home, accessibility statement, copyright statement.

pass:  docs/en/accessibility.md and docs/cy/accessibility.md
fail:  no docs/en/copyright.md
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.handwritten import HOME
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.slug import is_slug

ID = "site-pages"

NEEDED = (HOME, "accessibility", "copyright")


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each page that is missing, and each slug that cannot be part of an address."""
    there = {page.name for page in project.pages}
    for name in NEEDED:
        if name not in there and not any(f"/{name}.md" in one.position.file for one in project.problems):
            hint = f"Write docs/en/{name}.md and docs/cy/{name}.md; the law or the site needs them."
            yield Problem(Position(f"docs/en/{name}.md"), ID, "this page is missing", hint)
    for page in project.pages:
        for side in (page.en, page.cy):
            if not is_slug(side.front.slug):
                hint = "Use small letters without accents, digits and single hyphens."
                slug = side.front.slug
                message = f'"{slug}" cannot be part of an address' if slug else '"slug" is empty'
                yield Problem(side.source.position(("slug",)), ID, message, hint)
