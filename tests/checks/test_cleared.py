from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.checks import mutations, welsh_spelling, wrong_language
from cyhoeddi.checks.cleared import Cleared
from tests.written import told

PIECES = (
    *("mae", "Mae'r", "yn", "y", "ei", "Cymru", "Caerdydd", "plant", "blant", "cyfres", "i", "o", "wedi'i"),
    *(
        "the",
        "The",
        "board",
        "Board",
        "met",
        "June",
        "Mehefin",
        "CIW",
        "68m",
        "iPhone",
        "diweddary",
        "-",
        "&",
    ),
    *("[Voices from Care]{lang=en}", "[yn y bwrdd]{lang=cy}", "a@b.wales", "www.gov.wales/the-board"),
    *(".", ". ", "? ", "e.g.", "'n", "’r", "(", '"', "\n\n", "\n- "),
)
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", "", "\u00a0"))), max_size=12).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def test_what_was_told_to_be_none_is_not_asked_again() -> None:
    asked: list[str] = []
    none_long = Cleared(lambda word: asked.append(word) or len(word) > 3)  # type: ignore[func-returns-value]
    assert none_long.all(("a", "b", "a"))
    assert none_long.all(("b", "a"))
    assert asked == ["a", "b"]
    assert not none_long.all(("a", "long", "c"))
    assert not none_long.all(("long",))
    assert asked == ["a", "b", "long", "long"]
    assert none_long.all(())


@given(TEXTS, TEXTS)
def test_no_passage_is_passed_over_that_has_a_problem(en: str, cy: str) -> None:
    rules = (wrong_language.check, welsh_spelling.check, mutations.check)
    quick = [told(rule, en, cy) for rule in rules]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cleared, "all", lambda *_: False)
        patch.setattr(mutations, "_suspects", lambda _: [("", "")])
        assert [told(rule, en, cy) for rule in rules] == quick
