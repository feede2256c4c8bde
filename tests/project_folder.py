"""A tiny project that has everything it needs and nothing wrong, for tests to break one thing in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cyhoeddi.checked import look_at_texts
from cyhoeddi.checks import check
from cyhoeddi.clock import read_clock
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project, read_project

NOW = "2024-06-01T12:00"
"""The moment, in London, at which the tests look at the project."""

SETTINGS = """\
site_name: Example
site_url: https://example.org/
extra:
  organisation: {en: Example Body, cy: Corff Enghreifftiol}
  contact:
    name: {en: Team, cy: Tîm}
    email: team@example.org
"""
MINUTES = """\
type: minutes
series: programme
workstreams: [one]
first_published: 2023-11-14
title:
  en: Board minutes
  cy: Cofnodion y bwrdd
summary:
  en: What the board said.
  cy: Beth ddywedodd y bwrdd.
sections:
  - heading: {en: Background, cy: Cefndir}
    id: background
    body:
      en: |
        The board met. See [the report](pub:report).
      cy: |
        Cyfarfu'r bwrdd. Gweler [yr adroddiad](pub:report).
"""
REPORT = """\
type: report
first_published: 2024-01-10
title: {en: Yearly report, cy: Adroddiad blynyddol}
summary: {en: The year in figures., cy: Y flwyddyn mewn ffigurau.}
attachments:
  - title: {en: Data, cy: Data}
    file: data.csv
"""
SERIES = """\
title: {en: The programme, cy: Y rhaglen}
summary: {en: What it is for., cy: Beth yw ei diben.}
workstreams:
  - id: one
    title: {en: Workstream 1, cy: Ffrwd waith 1}
    summary: {en: The first., cy: Y gyntaf.}
    remit:
      en: |
        To begin.
      cy: |
        Dechrau.
"""
PAGES = {
    "index": ("Home", "Hafan", "home", "hafan"),
    "about": ("About", "Amdanom ni", "about", "amdanom-ni"),
    "contact": ("Contact", "Cysylltu", "contact", "cysylltu"),
    "accessibility": ("Accessibility", "Hygyrchedd", "accessibility", "hygyrchedd"),
    "copyright": ("Copyright", "Hawlfraint", "copyright", "hawlfraint"),
}
BODIES = {"en": "Text.", "cy": "Testun."}
"""What each hand-written page says."""


def page(title: str, slug: str, body: str | None = None) -> str:
    """Give one side of a hand-written page, which says its title and nothing else unless *body* is given."""
    body = f"{title}.\n" if body is None else body
    return f"---\ntitle: {title}\ndescription: {title}.\nslug: {slug}\n---\n\n{body}"


def files() -> dict[str, str]:
    """Give the text of each file of the project, by its path."""
    found = {
        "mkdocs.yml": SETTINGS,
        "briefings/2023/minutes.yaml": MINUTES,
        "briefings/report.yaml": REPORT,
        "briefings/series/programme.yaml": SERIES,
        "briefings/files/report/data.csv": "a,b\n1,2\n",
    }
    for name, (english, welsh, slug, slug_cy) in PAGES.items():
        found[f"docs/en/{name}.md"] = page(english, slug, f"{BODIES['en']}\n")
        found[f"docs/cy/{name}.md"] = page(welsh, slug_cy, f"{BODIES['cy']}\n")
    return found


def write_project(root: Path) -> Path:
    """Write the project into *root* and give *root*."""
    for name, text in files().items():
        write(root, name, text)
    return root


def write(root: Path, name: str, text: str | bytes) -> None:
    """Write the file *name* of the project, in place of what it held."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Put *new* in the place of *old*, which stands once in the file *name*."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    write(root, name, text.replace(old, new))


def project_of(root: Path, now: str = NOW) -> Project:
    return read_project(root, read_clock(now))


def problems_of(root: Path, now: str = NOW) -> list[Problem]:
    """Give every problem of the project in *root*, in the order of places."""
    return sorted(set(every_problem(project_of(root, now))))


def every_problem(project: Project) -> Iterator[Problem]:
    """Yield every problem of *project*, some perhaps twice."""
    seen = look_at_texts(project, jobs=1)
    return check(project, seen.problems, seen.told)


def found(root: Path, now: str = NOW) -> list[str]:
    """Give every problem as `place: message (rule)`, to compare at a glance."""
    return [
        f"{at.file}:{at.line}:{at.column}: {problem.level}: {problem.message} ({problem.rule})"
        for problem in problems_of(root, now)
        for at in (problem.position,)
    ]
