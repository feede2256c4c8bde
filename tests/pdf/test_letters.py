"""Which letters a PDF can show."""

from __future__ import annotations

from fontTools.ttLib import TTFont

from cyhoeddi.pdf.letters import is_shown, letters, read_letters
from cyhoeddi.pdf.typeset import FONTS


def test_reads_the_same_letters_as_another_reader_of_fonts() -> None:
    fonts = sorted(FONTS.glob("*.ttf"))
    assert len(fonts) == 4
    for font in fonts:
        assert read_letters(font) == {chr(code) for code in TTFont(font).getBestCmap()}


def test_every_letter_of_welsh_and_english_is_there() -> None:
    assert set("ŵŷâêîôûäëïöüáéíóúàèìòùẁẃẅỳýÿŴŶÂÊÎÔÛ£€–—‘’“”…°½²•") <= letters()


def test_a_letter_may_be_put_together_and_needs_no_shape_to_be_silent() -> None:
    assert all(map(is_shown, "\u2011\u00ad\u200b\n"))
    assert not any(map(is_shown, "✓☃😀漢ا"))


def test_the_fonts_come_with_their_licence() -> None:
    licence = (FONTS / "LICENSE").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Red Hat" in licence
