"""Every rule is explained in both languages, and the guides to the rules are what the code says."""

from __future__ import annotations

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

from cyhoeddi.checks import ACCEPTABLE
from cyhoeddi.language import Language
from cyhoeddi.problems import Level
from cyhoeddi.rules import GUIDES, all_rules, render_guide
from tests.conftest import PROJECT

PACKAGE = PROJECT / "scripts" / "cyhoeddi"


def names_in(file: Path) -> set[str]:
    """Give the names of rules that a module states: as its ID or RULE, or in a problem that it makes."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Assign(targets=[ast.Name(id="ID" | "RULE")], value=ast.Constant(value=str(name))):
                found.add(name)
            case ast.Call(func=ast.Name(id="Problem"), args=[_, ast.Constant(value=str(name)), *_]):
                found.add(name)
    return found


def test_every_rule_has_an_entry_and_every_entry_a_rule() -> None:
    # What the audit looks for is not about files that people write: words/audit.yaml tells of it.
    files = [file for file in PACKAGE.rglob("*.py") if file.parts[len(PACKAGE.parts)] != "audit"]
    stated = {name for file in files for name in names_in(file)}
    assert stated == set(all_rules())


def test_every_rule_says_what_it_wants_in_a_sentence_of_each_language() -> None:
    for rule in all_rules().values():
        for language in Language:
            assert re.fullmatch(r"[A-Z][^\n]+[.]", rule.wants[language]), rule.name
        assert rule.wants[Language.EN] != rule.wants[Language.CY]


def test_the_english_of_a_check_is_the_opening_of_its_docstring() -> None:
    # Whoever changes the docstring comes past the Welsh beside it.
    for rule in all_rules().values():
        if rule.is_check:
            module = import_module(f"cyhoeddi.checks.{rule.name.replace('-', '_')}")
            opening = (inspect.getdoc(module) or "").partition("\n\n")[0]
            assert rule.wants[Language.EN] == " ".join(opening.split())


def test_every_check_has_examples_of_what_passes_and_what_does_not() -> None:
    checks = [rule for rule in all_rules().values() if rule.is_check]
    assert {rule.name for rule in checks} >= set(ACCEPTABLE)
    for rule in checks:
        kinds = {line[:4] for line in rule.examples}
        assert "pass" in kinds, rule.name
        assert kinds & {"fail", "warn"}, rule.name
        assert rule.details not in rule.examples


def test_levels_come_from_the_examples() -> None:
    rules = all_rules()
    assert rules["identical"].levels == (Level.ERROR, Level.WARNING)
    assert rules["glossary"].levels == (Level.WARNING,)


@pytest.mark.parametrize("language", Language)
def test_the_guide_is_as_the_code_writes_it(language: Language) -> None:
    assert (PROJECT / GUIDES[language]).read_text(encoding="utf-8") == render_guide(language)


def test_the_two_guides_have_the_same_parts_and_rules() -> None:
    english, welsh = (
        re.findall(r"^(?:#{1,2} |\| `[\w-]+` \|)", render_guide(side), re.MULTILINE) for side in Language
    )
    assert english == welsh
