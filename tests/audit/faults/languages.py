"""Faults of language: of a page, of its parts, and of the pair that two pages are."""

from __future__ import annotations

import re

from tests.audit.faults.fault import Fault, Sheet

ALTERNATE = r'<link rel="alternate" hreflang="{}" href="([^"]*)">'


def _other(sheet: Sheet) -> str:
    return sheet.say("cy", "en")


def _says_the_other_language(sheet: Sheet) -> None:
    sheet.sub(r'<html lang="\w+"', f'<html lang="{_other(sheet)}"')


def _is_not_translated(sheet: Sheet) -> None:
    """The words of the twin under this address: English text under /cy/, or the reverse."""
    main = re.search(r"<main.*?</main>", sheet.twin, flags=re.DOTALL)
    assert main
    words = re.sub(r' lang="\w+"', "", main[0])
    sheet.sub(r"<main.*?</main>", lambda _: words)


def _foreign_sentence(sheet: Sheet) -> None:
    sheet.add(
        "<p>"
        + sheet.say(
            "Mae croeso i chi gysylltu â ni ar unrhyw adeg os oes gennych gwestiwn am y gwasanaeth hwn.",
            "You are welcome to contact us at any time if you have a question about this service.",
        )
        + "</p>"
    )


def _sentence_with_the_wrong_language(sheet: Sheet) -> None:
    sentence = sheet.say(
        "You are welcome to contact us at any time if you have a question about this service.",
        "Mae croeso i chi gysylltu â ni ar unrhyw adeg os oes gennych gwestiwn am y gwasanaeth hwn.",
    )
    sheet.add(f'<p lang="{_other(sheet)}">{sentence}</p>')


def _button(sheet: Sheet, attribute: str, value: str) -> None:
    """Change an attribute of the language button, the first link to the other language."""

    def changed(found: re.Match[str]) -> str:
        tag, times = re.subn(rf'(?<=\s){attribute}="[^"]*"', f'{attribute}="{value}"', found[2])
        assert times == 1
        return found[1] + tag

    sheet.sub(r'(<header.*?)(<a [^>]*hreflang="[^>]*>)', changed)


def _twin_leads_elsewhere(sheet: Sheet) -> None:
    """The twin names another page as its own twin: the pair is one from this side only."""
    changed = re.sub(
        ALTERNATE.format(sheet.language),
        lambda found: found[0].replace(sheet.address, f"/{sheet.language}/"),
        sheet.twin,
    )
    assert changed != sheet.twin
    sheet.twin = changed


def _twin_is_missing(sheet: Sheet) -> None:
    sheet.twin = ""
    sheet.sub(r'\s*<link rel="alternate"[^>]*>', "", count=0)
    sheet.sub(r'<a [^>]*hreflang="[^>]*>.*?</a>', "", count=0)


def _relative(sheet: Sheet) -> None:
    sheet.sub(
        ALTERNATE.format(_other(sheet)),
        f'<link rel="alternate" hreflang="{_other(sheet)}" href="{sheet.twin_address}">',
    )


def _to_a_missing_page(sheet: Sheet) -> None:
    sheet.sub(
        ALTERNATE.format(_other(sheet)),
        lambda found: found[0].replace(sheet.twin_address, sheet.twin_address + "gone/"),
    )


def _unknown_code(sheet: Sheet) -> None:
    sheet.sub(r'(<link rel="alternate" hreflang=)"cy"', r'\1"welsh"')


def _not_itself(sheet: Sheet) -> None:
    sheet.sub(ALTERNATE.format(sheet.language), "")


LANGUAGES = (
    Fault("page-without-language", ("page-language",), lambda s: s.sub(r'<html lang="\w+"', "<html")),
    Fault(
        "page-with-an-empty-language",
        ("page-language",),
        lambda s: s.sub(r'<html lang="\w+"', '<html lang=""'),
    ),
    Fault(
        "page-with-no-such-language",
        ("page-language",),
        lambda s: s.sub(r'<html lang="\w+"', '<html lang="welsh-and-english"'),
    ),
    Fault("page-with-the-other-language", ("page-language",), _says_the_other_language, "main p"),
    Fault("page-not-translated", ("page-language", "part-language"), _is_not_translated, "main p"),
    Fault("foreign-sentence", ("part-language",), _foreign_sentence),
    Fault("sentence-with-the-wrong-language", ("part-language",), _sentence_with_the_wrong_language),
    Fault(
        "part-with-no-such-language",
        ("part-language",),
        lambda s: s.add(f'<p lang="x1">{s.say("Welcome to all of you", "Croeso i bob un ohonoch")}</p>'),
    ),
    Fault(
        "language-button-with-the-wrong-lang",
        ("language-pairs", "part-language"),
        lambda s: _button(s, "lang", s.language),
    ),
    Fault(
        "language-button-with-the-wrong-hreflang",
        ("language-pairs", "hreflang"),
        lambda s: _button(s, "hreflang", s.language),
    ),
    Fault(
        "language-button-to-the-home-page",
        ("language-pairs",),
        lambda s: _button(s, "href", f"/{_other(s)}/"),
    ),
    Fault("pair-from-one-side", ("language-pairs", "hreflang"), _twin_leads_elsewhere),
    Fault("missing-twin", ("twins",), _twin_is_missing),
    Fault("relative-hreflang", ("hreflang",), _relative),
    Fault("hreflang-to-a-missing-page", ("hreflang",), _to_a_missing_page),
    Fault("hreflang-with-no-such-language", ("hreflang",), _unknown_code),
    Fault("hreflang-without-itself", ("hreflang",), _not_itself),
)
