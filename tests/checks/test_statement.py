from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import statement
from tests.project_folder import found, page, replace, write
from tests.statement.stated import FACTS, ISSUE, SIGNED, write_stated

AT = "accessibility.yaml"


def test_is_named_after_its_file() -> None:
    assert statement.ID == "statement"


@pytest.mark.parametrize("facts", [FACTS, FACTS + ISSUE, FACTS + SIGNED])
def test_a_statement_in_order_passes(tmp_path: Path, facts: str) -> None:
    assert found(write_stated(tmp_path, facts)) == []


def test_a_statement_has_one_source(tmp_path: Path) -> None:
    root = write_stated(tmp_path)
    write(root, "docs/en/accessibility.md", page("Accessibility", "accessibility", "Text.\n"))
    write(root, "docs/cy/accessibility.md", page("Hygyrchedd", "hygyrchedd", "Testun.\n"))
    message = "the statement is made from accessibility.yaml, and written here too"
    assert found(root) == [
        f"docs/{side}/accessibility.md:1:1: error: {message} (statement)" for side in ("cy", "en")
    ]


def test_readers_are_told_how_to_ask(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + "contact:\n  note: {en: Come and see us., cy: Dewch i'n gweld.}\n")
    message = "readers are told neither an e-mail address nor a telephone number"
    assert found(root) == [f"{AT}:5:3: error: {message} (statement)"]


def test_the_contact_of_the_site_is_enough_if_it_says_how(tmp_path: Path) -> None:
    root = write_stated(tmp_path)
    replace(root, "mkdocs.yml", "    email: team@example.org\n", "")
    assert [one.rpartition(" ")[2] for one in found(root)] == ["(statement)"]


def test_it_is_reviewed_after_it_is_prepared(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS.replace("reviewed: 2024-05-20", "reviewed: 2024-01-09"))
    assert found(root) == [f"{AT}:3:11: error: reviewed before it was prepared (statement)"]


def test_an_issue_is_put_right_after_it_is_found(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + ISSUE.replace("2024-09-30", "2024-02-02"))
    assert f"{AT}:7:12: error: to be put right before it was found (statement)" in found(root)


def test_a_check_is_signed_once(tmp_path: Path) -> None:
    again = "  - {check: zoom, name: {en: A, cy: A}, date: 2024-05-03, result: passed}\n"
    root = write_stated(tmp_path, FACTS + SIGNED + again)
    assert found(root) == [f'{AT}:25:13: error: the check "zoom" is signed twice (statement)']
