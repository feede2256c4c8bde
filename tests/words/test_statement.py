"""The words of the statement, and the success criteria by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cyhoeddi import words as package
from cyhoeddi.language import Language
from cyhoeddi.words.statement import criteria, statement_words


def test_all_criteria_of_levels_a_and_aa_are_there_in_the_order_of_wcag() -> None:
    found = criteria()
    assert [sum(one.level == level for one in found.values()) for level in ("A", "AA")] == [31, 24]
    numbers = [tuple(map(int, number.split("."))) for number in found]
    assert numbers == sorted(set(numbers))
    for one in found.values():
        assert one.names[Language.EN].strip() != one.names[Language.CY].strip()
        assert one.names[Language.EN][0].islower()


@pytest.mark.parametrize("file", ["statement.yaml", "criteria.yaml"])
def test_no_key_is_written_twice(file: str) -> None:
    text = (Path(package.__file__).parent / file).read_text(encoding="utf-8")
    keys = re.findall(r'^("[\d.]+"|\w+):', text, re.MULTILINE)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", Language)
def test_apostrophes_are_straight(language: Language) -> None:
    assert not [key for key, text in statement_words(language).items() if set("‘’“”") & set(text)]


def test_days_and_faults_are_counted_as_welsh_counts_them() -> None:
    welsh = statement_words(Language.CY)
    assert [welsh.count("faults", number) for number in (1, 2, 3, 6)] == [
        "1 diffyg",
        "2 ddiffyg",
        "3 diffyg",
        "6 diffyg",
    ]
    assert "2 ddiwrnod gwaith" in welsh.count("reply_within", 2)
    assert welsh.count("pages", 6) == "6 thudalen neu ffeil"
