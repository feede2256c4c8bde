"""The accessibility statement as a page in both languages, in the shape that the law prescribes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cyhoeddi.handwritten import FrontMatter, Page, Side
from cyhoeddi.language import Language
from cyhoeddi.settings import Settings
from cyhoeddi.source import Source
from cyhoeddi.statement.digest import Digests
from cyhoeddi.statement.facts import NAME, Facts, HandCheck
from cyhoeddi.statement.result import Result
from cyhoeddi.statement.telling import Telling, bullets
from cyhoeddi.statement.verdict import Status
from cyhoeddi.words.statement import statement_words


def render_statement(
    facts: Facts,
    result: Result | None,
    settings: Settings,
    source: Source,
    made: Digests | None,
    today: date,
) -> Page:
    """Give the statement on the site that is *made* now, as if somebody had written the page by hand.

    *source* is the file of the facts; *result* is None before the first audit, *made* where it is not known;
    *today* is the day of the build, and the page follows from these alone.
    """
    sides = {
        language: _side(Telling(facts, result, settings, made, today, language), source)
        for language in Language
    }
    return Page(NAME, sides[Language.EN], sides[Language.CY])


def _side(telling: Telling, source: Source) -> Side:
    words = statement_words(telling.language)
    front = FrontMatter(title=words["title"], description=words["description"], slug=words["slug"])
    body = "\n\n".join(block for block in _blocks(telling) if block)
    return Side(source, front, f"{body}\n", 1)


def _blocks(telling: Telling) -> Iterator[str]:
    words = telling.words
    yield words.text("scope", organisation=telling.organisation)
    if telling.facts.note:
        yield f"!!! note\n    {telling.said(telling.facts.note)}"
    yield words["wishes"]
    for heading, section in (
        ("how_accessible", _how_accessible),
        ("feedback", _feedback),
        ("reporting", _reporting),
        ("enforcement", _enforcement),
        ("technical", _technical),
        ("not_accessible", _not_accessible),
        ("doing", _doing),
        ("preparation", _preparation),
    ):
        blocks = list(section(telling))
        if any(blocks):
            yield f"## {words[heading]}"
            yield from blocks


def _how_accessible(telling: Telling) -> Iterator[str]:
    words, facts, result, made = telling.words, telling.facts, telling.result, telling.made
    if result is None:
        yield words["untested"]
    else:
        tested = words.text(
            "tested_faulty" if result.findings else "tested_clean", date=telling.day(result.date)
        )
        yield f"{tested} {words['not_every_fault']}"
        if made and made.design != result.audited.design:
            yield words["design_changed"]
        if made and made.content != result.audited.content:
            yield words["content_changed"]
    if facts.issues or facts.burdens:
        yield words["known_faults"]
    if facts.limits:
        yield words["limits"]
        yield bullets(telling.remarks(facts.limits))


def _feedback(telling: Telling) -> Iterator[str]:
    words, facts = telling.words, telling.facts
    yield words["other_format"]
    yield bullets(
        (
            words.text("by_email", email=telling.email) if telling.email else "",
            words.text("by_telephone", telephone=telling.telephone) if telling.telephone else "",
        )
    )
    yield telling.said(facts.contact.note) if facts.contact else ""
    yield f"{words['what_to_say']} {words.count('reply_within', facts.reply_within)}"


def _reporting(telling: Telling) -> Iterator[str]:
    if telling.email:
        yield telling.words.text("report_by_email", email=telling.email)
    else:
        yield telling.words.text("report_by_telephone", telephone=telling.telephone)


def _enforcement(telling: Telling) -> Iterator[str]:
    yield telling.words["enforcement_text"]


def _technical(telling: Telling) -> Iterator[str]:
    words, verdict = telling.words, telling.verdict
    yield words.text("commitment", organisation=telling.organisation)
    yield f"### {words['compliance']}"
    yield words[f"status_{verdict.status}"]
    yield bullets(words[f"because_{reason}"] for reason in verdict.reasons)


def _not_accessible(telling: Telling) -> Iterator[str]:
    words, facts, result = telling.words, telling.facts, telling.result
    found = list(telling.found(result.findings if result else ()))
    parts = {
        "non_compliance": [*found, *map(telling.issue, facts.issues)],
        "burdens": list(map(telling.burden, facts.burdens)),
        "out_of_scope": telling.remarks(facts.out_of_scope),
    }
    if any(parts.values()):
        yield words["listed"]
    else:
        yield words["none_known_untested" if telling.verdict.status is Status.UNTESTED else "none_known"]
    for heading, items in parts.items():
        if items:
            yield f"### {words[heading]}"
            yield bullets(items)


def _doing(telling: Telling) -> Iterator[str]:
    yield bullets(telling.remarks(telling.facts.plans))


def _preparation(telling: Telling) -> Iterator[str]:
    words, facts, result = telling.words, telling.facts, telling.result
    days = {"prepared": telling.day(facts.prepared), "reviewed": telling.day(facts.reviewed)}
    yield words.text("prepared", **days)
    if result is None:
        yield words["not_tested"]
    else:
        yield words.text("tested_on", date=telling.day(result.date))
        yield bullets(_coverage(telling, result))
    if facts.checks:
        yield words["by_hand"]
        yield bullets(map(telling.signed, facts.checks))
    missing = [check for check in HandCheck if check not in {one.check for one in facts.checks}]
    if missing:
        yield words["by_hand_missing"]
        yield bullets(map(telling.check, missing))


def _coverage(telling: Telling, result: Result) -> Iterator[str]:
    words = telling.words
    yield words.text("pages_checked", all=f"{result.pages.all:,}")
    yield words.text("pages_in_browser", in_browser=f"{result.pages.in_browser:,}")
    yield words.text("pdfs_checked", pdfs=f"{result.pdfs:,}")
    for key, were_run in (("tools_run", True), ("tools_left_out", False)):
        tools = [telling.tool(one) for one in result.tools if one.run is were_run]
        if tools:
            yield words.text(key, tools=", ".join(tools))
