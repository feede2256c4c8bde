from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import mutations
from tests.written import told, written


def test_is_named_after_its_file() -> None:
    assert mutations.ID == "mutations"


@pytest.mark.parametrize(
    "cy",
    [
        "Aeth i Gaerdydd ddoe.",
        "Mae'n byw yng Nghaerdydd.",
        "Aeth i mewn i'r tŷ.",
        "am byth",
        "Rhieni a phlant",
        "a ddaeth i'r cyfarfod",
        "Mae ei phlant a'i blant yno.",
        "eu plant",
        "y gyfres",
        "y rhaglen",
        "gan Lywodraeth Cymru",
        "gan gynnwys",
        "i lawr",
        "i gyd",
        "o dan",
        "ar gyfer",
        "ar gael",
        "o leiaf",
        "o ran",
        "i fyny",
        "ar ben",
        "o blaid",
        "heb law",
        "un o grwpiau'r Bwrdd",
        "i grŵp arall",
        "am ddim",
        "ein gilydd",
        "eu gilydd",
        "eich barn",
        "ei gilydd",
        "i'w cyhoeddi",
        "dau berson",
        "dwy flynedd",
        "tri phwynt",
        "chwe mis",
        "a thri",
        "mwy na chant",
        "na ddylid",
        "yn Birmingham",
        "yn Gymraeg",
        "i Birmingham",
        "gan Mari Jones",
        "o Dwrci",
        "i David",
        "gan Gwen Davies",
        "eu dyletswyddau",
        "eu gwaith",
        "ein gwaith",
        "eich data",
        "o ddata",
        "i bob un",
        "pan fo",
        "gan mai",
        "drwy gydol y flwyddyn",
        "dan bwysau",
        "ar draws Cymru",
        "o Gymru",
        "a Chymru",
        "ar lefel leol",
        "i leihau",
        "i ddim",
        "gan eu bod",
        "eu bod",
        "ein bod",
        "wrth gwrs",
        "hyd yn oed",
        "gan nad oes",
        "o bryd i'w gilydd",
        "mor gyflym â phosibl",
        "a bod yn deg",
        "a bydd",
        "a gaiff",
        "a mwy",
        "a gofal",
        "â gofal",
        "gyda gofal",
        "y gwasanaeth",
        "y bwrdd",
        "y ddeddf",
        "y llywodraeth",
        "o fewn",
        "o gwmpas",
        "i bawb",
        "am hanner dydd",
        "at ei gilydd",
        "tan ddiwedd",
        "hyd at",
        "tua thraean",
        "a phob",
        "cartrefi gofal a ysgolion",
    ],
)
def test_passes(cy: str) -> None:
    assert told(mutations.check, "x", cy) == []


@pytest.mark.parametrize(
    ("cy", "column", "right"),
    [
        ("Aeth i Caerdydd ddoe.", 8, "i Gaerdydd"),
        ("Mae'n byw yn Caerdydd.", 14, "yng Nghaerdydd"),
        ("Maent yn Powys.", 10, "ym Mhowys"),
        ("Rhieni a plant oedd yno.", 10, "a phlant"),
        ("Mae ei plant yno.", 8, "ei blant (ef) or ei phlant (hi)"),
        ("Gwelodd eu blant.", 12, "eu plant"),
        ("Roedd dau pwyllgor yno.", 11, "dau bwyllgor"),
        ("Mae y cyfres yn hir.", 7, "y gyfres"),
        ("Mae'n rhan o'r cyfres newydd.", 16, "o'r gyfres"),
        ("Siaradodd am gofal.", 14, "am ofal"),
        ("Nodwyd gan Llywodraeth Cymru.", 12, "gan Lywodraeth"),
        ("Mae tri cyngor yno.", 9, "tri chyngor"),
        ("Cafodd wedi'i cyhoeddi.", 15, "wedi'i gyhoeddi (ef) or wedi'i chyhoeddi (hi)"),
        ("Dechreuwyd i datblygu'r rhaglen.", 14, "i ddatblygu'r"),
    ],
)
def test_advises_at_the_word_that_should_change(cy: str, column: int, right: str) -> None:
    (problem,) = mutations.check(written("x", cy))
    assert problem.level == "warning"
    assert (problem.position.file, problem.position.column) == ("cy", column)
    assert problem.hint.startswith(f"Write {right}, unless")


@pytest.mark.parametrize("cy", ["i [Caerdydd]{lang=en}", "ceir tri. Cyngor da", "i 'Caerdydd'", "a, plant"])
def test_only_neighbours_in_one_sentence_count(cy: str) -> None:
    assert told(mutations.check, "x", cy) == []


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in mutations.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
