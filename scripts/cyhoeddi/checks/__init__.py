"""The rules that a project is held to, one a module; the order here is the order in which they run."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks import (
    addresses_unique,
    both_languages,
    dates,
    dates_agree,
    emails_agree,
    end_punctuation,
    exemptions,
    files,
    glossary,
    house_style,
    identical,
    left_untranslated,
    length,
    links_agree,
    long_title,
    markdown,
    money_agree,
    mutations,
    names_known,
    numbers_agree,
    parts,
    percentages_agree,
    sentence_counts,
    site_pages,
    stale,
    statement,
    statement_dates,
    structure,
    telephones_agree,
    times_agree,
    translated_two_ways,
    weekday_right,
    welsh_spelling,
    wrong_language,
)
from cyhoeddi.language import Language
from cyhoeddi.load import RULE as SHAPE
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project

TEXT_RULES = (both_languages, markdown, structure)
"""Rules about one text: `check(text)`."""

PARITY_RULES = (
    numbers_agree,
    percentages_agree,
    money_agree,
    dates_agree,
    weekday_right,
    times_agree,
    telephones_agree,
    emails_agree,
    links_agree,
    wrong_language,
    identical,
    left_untranslated,
    welsh_spelling,
    mutations,
    glossary,
    house_style,
    length,
    end_punctuation,
    sentence_counts,
    long_title,
)
"""Rules about one text that need what the project adds: `check(text, context)`."""

PROJECT_RULES = (
    parts,
    dates,
    exemptions,
    files,
    names_known,
    site_pages,
    statement,
    statement_dates,
    addresses_unique,
    translated_two_ways,
)
"""Rules that look at more: `check(project)`."""


_PARITY = {rule.ID for rule in (*PARITY_RULES, translated_two_ways)}

ACCEPTABLE = {rule.ID: rule.ID in _PARITY for rule in (*TEXT_RULES, *PARITY_RULES, *PROJECT_RULES, stale)}
"""Whether a false alarm of a rule can be accepted in place: refusals of the format cannot."""


BETWEEN_LANGUAGES = frozenset({*_PARITY, both_languages.ID, structure.ID, stale.ID})
"""The rules about what the two languages owe each other, which a text still being written may break."""

OF_TIME = frozenset({statement_dates.ID})
"""The rules that are broken by nothing but the passing of time, which must not hold back a publication."""


def check(project: Project) -> Iterator[Problem]:
    """Yield everything that is wrong in *project*: what reading it found, then what each rule finds."""
    yield from project.problems
    yield from stale.check(project.standings)
    # A value that could not be read is not judged a second time; what is missing stands at the file's start.
    starts = {source.key_position(()) for source in project.sources.values()}
    unread = {problem.position for problem in project.problems if problem.rule == SHAPE} - starts
    for text in project.texts():
        for rule in TEXT_RULES:
            yield from rule.check(text)
        read = text.both and not any(text.place(side, None) in unread for side in Language)
        for parity in PARITY_RULES if read else ():
            yield from parity.check(text, project.parity)
    for rule in PROJECT_RULES:
        yield from (problem for problem in rule.check(project) if problem.position not in unread)
