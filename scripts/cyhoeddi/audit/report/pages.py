"""An outcome as a page in each language, with one style sheet and pictures beside them, and no script."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.group import Fault
from cyhoeddi.audit.outcome import Outcome
from cyhoeddi.language import Language
from cyhoeddi.problems import Level
from cyhoeddi.whole import write_whole
from cyhoeddi.words import Words, format_date, in_language
from cyhoeddi.words.audit import audit_words, rule_titles
from cyhoeddi.words.statement import criteria

STYLE = "page.css"
_HERE = Path(__file__).parent

_SHOWN = 10
"""Pages of a fault that are named."""
_COUNTED = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.NOTE: "notes"}

Pictures = Mapping[Finding, Path]
"""Files that show where on its page a finding is."""
_NONE: Pictures = MappingProxyType({})


def render_pages(outcome: Outcome, pictures: Mapping[Finding, str]) -> dict[str, str]:
    """Give the page in each language by the name of its file, en.html and cy.html, which name each other.

    *pictures* are named by their addresses from the pages.
    """
    return {f"{language}.html": _render(outcome, pictures, language) for language in Language}


def write_pages(outcome: Outcome, folder: Path, pictures: Pictures = _NONE) -> tuple[Path, ...]:
    """Write both pages and their style sheet into *folder*, and give the pages.

    *pictures* stay where they are, which is best in that folder too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    named = {one: Path(os.path.relpath(file, folder)).as_posix() for one, file in pictures.items()}
    pages = render_pages(outcome, named)
    for name, text in (pages | {STYLE: (_HERE / STYLE).read_text(encoding="utf-8")}).items():
        write_whole(folder / name, text)
    return tuple(folder / name for name in pages)


def _render(outcome: Outcome, pictures: Mapping[Finding, str], language: Language) -> str:
    # Here, since the command line reads this module for every audit and not every audit prints pages.
    import jinja2

    words = audit_words(language)
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string((_HERE / "page.html").read_text(encoding="utf-8")).render(
        words=words,
        language=language,
        other=language.other,
        other_name=in_language(language.other)["language_name"],
        style=STYLE,
        title=words.text("title", target=outcome.target),
        moment=words.text("moment", date=format_date(outcome.date, language)),
        verdict=words[_verdict(outcome)],
        counts=list(_counts(outcome, words)),
        outcome=outcome,
        views="; ".join(_view(name, words) for name in outcome.views),
        faults=[_fault(fault, pictures, words, f"fault-{n}") for n, fault in enumerate(outcome.faults, 1)],
        known=[_fault(fault, pictures, words, f"known-{n}") for n, fault in enumerate(outcome.known, 1)],
    )


def _verdict(outcome: Outcome) -> str:
    if outcome.passed:
        return "passed"
    levels = {fault.level for fault in outcome.faults} | {problem.level for problem in outcome.problems}
    return "failed" if Level.ERROR in levels else "failed_tools"


def _counts(outcome: Outcome, words: Words) -> Iterator[str]:
    levels = Counter(fault.level for fault in outcome.faults)
    yield from (words.count(key, levels[level]) for level, key in _COUNTED.items() if levels[level])
    if outcome.known:
        yield words.count("known_faults", len(outcome.known))


def _fault(fault: Fault, pictures: Mapping[Finding, str], words: Words, anchor: str) -> dict[str, Any]:
    language = words.language
    own = rule_titles().get(fault.rule)
    tool, _, rule = fault.rule.partition(":")
    shown = next((one for one in fault.findings if one in pictures), None)
    example = shown or next((one for one in fault.findings if one.snippet), fault.findings[0])
    pages, at = fault.pages, fault.position
    places = [words.count("pages", len(pages))]
    if fault.count > len(pages):
        places.insert(0, words.count("places", fault.count))
    return {
        "anchor": anchor,
        "title": own[language] if own else f"{tool}: {rule}" if rule else tool,
        "is_foreign": own is None,
        "level": fault.level.value,
        "level_name": words[f"level_{fault.level}"],
        "rule": fault.rule,
        "message": fault.message,
        "hint": fault.hint,
        "criterion": _criterion(fault.criterion, words),
        "places": ", ".join(places),
        "pages": pages[:_SHOWN],
        "more": words.count("more_pages", len(pages) - _SHOWN) if len(pages) > _SHOWN else "",
        "example": example,
        "view": _view(example.view, words),
        "source": at.file if at else "",
        "source_line": words.text("source_line", line=at.line) if at else "",
        "picture": pictures[shown] if shown else "",
        "reason": fault.reason,
        "expires": format_date(fault.expires, language) if fault.expires else "",
    }


def _view(name: str, words: Words) -> str:
    """Give how a page was looked at, such as "320 px, forced colours", in the language of *words*."""
    return ", ".join(words.get(f"view_{part.lower().replace(' ', '_')}", part) for part in name.split(", "))


def _criterion(number: str, words: Words) -> str:
    known = criteria().get(number)
    if known is None:
        return number or words["criterion_none"]
    name = known.names[words.language]
    return words.text("criterion_level", number=number, name=name[0].upper() + name[1:], level=known.level)
