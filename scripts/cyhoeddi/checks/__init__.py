"""The rules that a project is held to, one a module; the order here is the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from types import MappingProxyType

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
from cyhoeddi.checks.facts import Fact, Told
from cyhoeddi.entry import Entry
from cyhoeddi.language import Language
from cyhoeddi.load import RULE as SHAPE
from cyhoeddi.parity import ParityContext
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.texts import Text

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

FACT_RULES = (files, names_known, translated_two_ways)
"""Rules that look at more, and go by what is found in each text: `check(project, told)`, `facts(text)`."""

FACTS: Mapping[str, Callable[[Text], Iterable[Fact]]] = MappingProxyType(
    {rule.ID: rule.facts for rule in FACT_RULES}
)
"""What finds the facts for each of them, by its name."""

PROJECT_RULES = (
    parts,
    dates,
    exemptions,
    site_pages,
    statement,
    statement_dates,
    addresses_unique,
)
"""Rules that look at more: `check(project)`. After an edit of `details` or `sections` alone they are not
asked again (`rejudged`), so of publications they read nothing but the rest."""


_PARITY = {rule.ID for rule in (*PARITY_RULES, translated_two_ways)}

ACCEPTABLE = {
    rule.ID: rule.ID in _PARITY for rule in (*TEXT_RULES, *PARITY_RULES, *FACT_RULES, *PROJECT_RULES, stale)
}
"""Whether a false alarm of a rule can be accepted in place: refusals of the format cannot."""


BETWEEN_LANGUAGES = frozenset({*_PARITY, both_languages.ID, structure.ID, stale.ID})
"""The rules about what the two languages owe each other, which a text still being written may break."""

OF_TIME = frozenset({statement_dates.ID})
"""The rules that are broken by nothing but the passing of time, which must not hold back a publication."""


def check(project: Project, of_texts: Iterable[Problem], told: Mapping[str, Told]) -> Iterator[Problem]:
    """Yield everything that is wrong in *project*: what reading it found, then what each rule finds.

    *of_texts* is what the rules about one text and one file find, and *told* are the facts that other rules
    go by (`look`).
    """
    yield from project.problems
    yield from stale.check(project.unsettled)
    unread = unread_in(project)
    yield from of_texts
    for rule in FACT_RULES:
        found = rule.check(project, told[rule.ID])
        yield from (problem for problem in found if problem.position not in unread)
    for other in PROJECT_RULES:
        yield from (problem for problem in other.check(project) if problem.position not in unread)


def check_file(entry: Entry, unread: Set[Position]) -> Iterator[Problem]:
    """Yield what is wrong with the parts of one file of briefings/; nothing outside it matters."""
    yield from (problem for problem in parts.check_file(entry) if problem.position not in unread)


def unread_in(project: Project) -> frozenset[Position]:
    """Give the places of values that could not be read, which have their problem and are not judged again."""
    found = {problem.position for problem in project.problems if problem.rule == SHAPE}
    # What is missing stands at the file's start, as other problems may.
    starts = {project.sources[at.file].key_position(()) for at in found if at.file in project.sources}
    return frozenset(found - starts)


def check_texts(texts: Iterable[Text], unread: Set[Position], context: ParityContext) -> Iterator[Problem]:
    """Yield what is wrong with each of *texts* by itself; nothing outside a text and *context* matters."""
    for text in texts:
        for rule in TEXT_RULES:
            yield from rule.check(text)
        is_read = text.both and not (unread and any(text.place(side, None) in unread for side in Language))
        for parity in PARITY_RULES if is_read else ():
            yield from parity.check(text, context)
