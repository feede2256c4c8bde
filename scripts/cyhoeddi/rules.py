"""Every rule in words, for reports and for the guides: what it wants in both languages, and its examples.

The examples and details are those of the rule's own docstring. The guides are written again by:

    python -m cyhoeddi.rules
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cyhoeddi import checks
from cyhoeddi.checks import ACCEPTABLE, recorded, stale
from cyhoeddi.language import Language
from cyhoeddi.problems import Level
from cyhoeddi.words import in_language
from cyhoeddi.words.texts import read_entries

GUIDES: Mapping[Language, str] = MappingProxyType(
    {Language.EN: "guides/en/rules.md", Language.CY: "guides/cy/rheolau.md"}
)
"""Where the guide to the rules stands in each language."""

_EXAMPLE = re.compile(r"^(pass|warn|fail): ")
_LEVELS = {"fail": Level.ERROR, "warn": Level.WARNING}


@dataclass(frozen=True)
class Rule:
    """What a rule wants, in words."""

    name: str
    """As problems give it."""
    wants: Mapping[Language, str]
    """In a sentence of each language."""
    details: str = ""
    """The further paragraphs of its docstring, in English; of a rule without a module, none."""
    examples: tuple[str, ...] = ()
    """The lines of its docstring, each with "pass:", "warn:" or "fail:" before it."""
    is_check: bool = False
    """Whether it has a module of its own in checks/."""
    can_be_accepted: bool = False
    """Whether a false alarm of it can be accepted in place."""

    @property
    def levels(self) -> tuple[Level, ...]:
        """How bad the problems are that it finds, by its examples; a rule without any may find errors."""
        told = {_LEVELS[kind] for line in self.examples if (kind := line[:4]) in _LEVELS}
        return tuple(level for level in Level if level in told) or (Level.ERROR,)

    @property
    def help(self) -> str:
        """Everything the docstring says, as paragraphs of plain English."""
        parts = (self.wants[Language.EN], self.details, "\n".join(self.examples))
        return "\n\n".join(part for part in parts if part)


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its name: those of checks/ in the order in which they run, then the others."""
    entries: dict[str, Any] = read_entries("rules.yaml")
    modules = (
        *checks.TEXT_RULES,
        *checks.PARITY_RULES,
        *checks.FACT_RULES,
        *checks.PROJECT_RULES,
        stale,
        recorded,
    )
    found = {rule.name: rule for rule in (_of_module(module, entries) for module in modules)}
    others = {name: Rule(name, _sides(entries[name])) for name in entries if name not in found}
    return MappingProxyType(found | others)


def render_guide(language: Language) -> str:
    """Give the guide to the rules in *language*, as Markdown; the details are in the English one alone."""
    words = in_language(language)
    rules = all_rules().values()
    groups = {
        "parity": [rule for rule in rules if rule.can_be_accepted],
        "format": [rule for rule in rules if rule.is_check and not rule.can_be_accepted],
        "reading": [rule for rule in rules if not rule.is_check],
    }
    parts = [f"# {words['rules_title']}", words["rules_text"]]
    for name, members in groups.items():
        parts += [f"## {words[f'rules_{name}']}", words[f"rules_{name}_text"], _table(members, language)]
    parts += [f"## {words['rules_examples']}", words["rules_examples_text"]]
    if language is Language.EN:
        parts += [part for rule in rules if rule.is_check for part in _explained(rule)]
    return "\n\n".join(parts) + "\n"


def write_guides(root: Path) -> None:
    """Write the guide in both languages below *root*."""
    for language, name in GUIDES.items():
        (root / name).write_text(render_guide(language), encoding="utf-8", newline="\n")


def _of_module(module: Any, entries: Mapping[str, Any]) -> Rule:
    name: str = module.ID
    paragraphs = (inspect.getdoc(module) or "").split("\n\n")[1:]
    details = "\n\n".join(text for text in paragraphs if not _EXAMPLE.match(text))
    examples = [line for text in paragraphs if _EXAMPLE.match(text) for line in text.splitlines()]
    wants = _sides(entries[name])
    return Rule(name, wants, details, tuple(examples), True, ACCEPTABLE.get(name, False))


def _sides(entry: Mapping[str, str]) -> Mapping[Language, str]:
    return MappingProxyType({language: entry[language] for language in Language})


def _table(rules: list[Rule], language: Language) -> str:
    words = in_language(language)
    rows = [(words["rules_rule"], words["rules_level"], words["rules_wants"])]
    for rule in rules:
        levels = ", ".join(words[level] for level in rule.levels)
        rows.append((f"`{rule.name}`", levels, rule.wants[language]))
    # Without examples nothing tells how bad the problems are.
    shown = (0, 1, 2) if any(rule.examples for rule in rules) else (0, 2)
    head, *lines = (f"| {' | '.join(row[column] for column in shown)} |" for row in rows)
    return "\n".join((head, f"|{'---|' * len(shown)}", *lines))


def _explained(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield rule.wants[Language.EN]
    if rule.details:
        yield rule.details
    yield "\n".join(("```text", *rule.examples, "```"))


if __name__ == "__main__":
    write_guides(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
