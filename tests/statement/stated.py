"""A project folder with a statement, and the page that comes of it, for tests that change one fact."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.statement import Digests, Statement, read_statement
from cyhoeddi.statement.facts import FILE, OF_WCAG
from cyhoeddi.statement.result import FILE as RESULT
from tests.project_folder import project_of, write, write_project

FACTS = """\
reply_within: 5
prepared: 2024-01-10
reviewed: 2024-05-20
"""
"""The least that a statement needs."""

ISSUE = """\
issues:
  - criterion: "1.3.1"
    since: 2024-02-03
    until: 2024-09-30
    note: {en: Some tables have no headings, cy: Nid oes penawdau ar rai tablau}
"""
BURDEN = """\
burdens:
  - note:
      en: The old maps would take years to redraw.
      cy: Byddai'n cymryd blynyddoedd i ailwneud yr hen fapiau.
"""
SIGNED = "checks:\n" + "".join(
    f"  - check: {check}\n    name: {{en: The team, cy: Y tîm}}\n    date: 2024-05-01\n    result: passed\n"
    for check in OF_WCAG
)
"""Every check by hand that WCAG needs, made and passed."""

AUDITED = Digests(design="d" * 64, content="c" * 64)
"""What the audited site was made from."""
TODAY = date(2024, 6, 1)
"""The day of the build."""


def fault(criterion: str = "1.4.3", *pages: str, **more: Any) -> dict[str, Any]:
    """Give a finding of an audit."""
    told = {"rule": "axe:color-contrast", "message": "Too pale", "known": None, "expires": None}
    return {**told, "criterion": criterion, "pages": list(pages or ("/en/",)), **more}


def result(*findings: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Give what audit.json says: an audit with these findings."""
    return {
        "version": 1,
        "date": "2024-05-02",
        "pages": {"all": 1200, "in_browser": 40},
        "pdfs": 6,
        "complete": True,
        "tools": [{"name": "axe-core", "version": "4.14.0", "run": True}],
        "findings": list(findings),
        "audited": AUDITED.model_dump(),
        **more,
    }


def write_stated(root: Path, facts: str = FACTS, audit: dict[str, Any] | None = None) -> Path:
    """Write a project with a statement made from *facts*, and the result of an *audit*, into *root*."""
    write_project(root)
    for side in Language:
        (root / f"docs/{side}/accessibility.md").unlink()
    write(root, FILE, facts)
    if audit is not None:
        write(root, RESULT, json.dumps(audit))
    return root


def statement_of(root: Path) -> Statement:
    """Give the statement of the folder *root*, in which nothing is wrong."""
    statement, problems = read_statement(root)
    assert problems == ()
    assert statement is not None
    return statement


def page_of(root: Path, made: Digests | None = AUDITED, today: date = TODAY) -> Page:
    """Give the statement of the folder *root*, *today*, on the site that is *made* now."""
    settings = project_of(root).settings
    assert settings is not None
    page = statement_of(root).page(settings, today, made)
    assert page is not None
    return page
