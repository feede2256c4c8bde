from __future__ import annotations

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse
from cyhoeddi.checks.siblings import paired
from cyhoeddi.language import Language

EN = (
    "The plan costs £3m.",
    "It was agreed in Bangor on 4 May, after a long debate and with many amendments.",
    "Why now?",
)
CY = (
    "Mae'r cynllun yn costio £3 miliwn.",
    "Fe'i cytunwyd ym Mangor ar 4 Mai, ar ôl dadl hir a gyda llawer o welliannau.",
    "Pam nawr?",
)


def steps(there: tuple[str, ...], here: tuple[str, ...]) -> tuple[list[tuple[int | None, int | None]], bool]:
    one, other = (list(parse("\n\n".join(side)).body.blocks) for side in (there, here))
    found, is_sure = paired(one, other, type, (Language.EN, Language.CY))
    return [(_index(one, first), _index(other, second)) for first, second in found], is_sure


def _index(blocks: list[b.Block], block: b.Node | None) -> int | None:
    return None if block is None else [id(each) for each in blocks].index(id(block))


def test_blocks_of_the_same_kinds_go_by_their_order() -> None:
    assert steps(EN, CY) == ([(0, 0), (1, 1), (2, 2)], True)


def test_the_words_tell_which_is_missing() -> None:
    for gone in range(3):
        left = CY[:gone] + CY[gone + 1 :]
        expected = [(n, None if n == gone else n - (n > gone)) for n in range(3)]
        assert steps(EN, left) == (expected, True)


def test_they_tell_on_the_other_side_too() -> None:
    assert steps(EN[1:], CY) == ([(None, 0), (0, 1), (1, 2)], True)


def test_where_they_do_not_tell_it_is_not_sure() -> None:
    assert steps(("Some words.", "More words.", "Some cats."), ("Mwy o hyn.", "Rhai cŵn."))[1] is False


def test_another_kind_takes_the_place_of_one_rather_than_both_being_alone() -> None:
    assert steps(("- a", "One."), ("1. a", "Un.")) == ([(0, 0), (1, 1)], True)


def test_very_many_are_paired_in_their_order() -> None:
    found, is_sure = steps(("One.",) * 300, ("Un.",) * 299)
    assert found[-1] == (299, None)
    assert not is_sure
