"""Faults in the text of a page: headings, landmarks, tables, pictures, links, buttons, fields."""

from __future__ import annotations

from tests.audit.faults.fault import Fault, Sheet

DAYS = ("Monday and Tuesday", "Dydd Llun a dydd Mawrth")
PICTURE = '<svg role="img" viewBox="0 0 9 9" width="36" height="36"><circle cx="4" cy="4" r="4"/></svg>'


def _skipped_heading(sheet: Sheet) -> None:
    sheet.add(f"<h2>{sheet.say('Times', 'Amserau')}</h2><h4>{sheet.say(*DAYS)}</h4><p>10am – 5pm</p>")


def _second_heading_one(sheet: Sheet) -> None:
    sheet.add(f"<h1>{sheet.say('Times', 'Amserau')}</h1><p>10am – 5pm</p>")


def _second_main(sheet: Sheet) -> None:
    sheet.sub("</main>", f"</main><main><p>{sheet.say('The end.', 'Y diwedd.')}</p></main>")


def _unnamed_navigation(sheet: Sheet) -> None:
    words = sheet.say("All pages", "Pob tudalen")
    sheet.add(f'<nav><ul><li><a href="/{sheet.language}/">{words}</a></li></ul></nav>')


def _ambiguous_headers(sheet: Sheet) -> None:
    """Two rows of headers, the upper one spanning, none saying what it heads."""
    who, when, early, late = (
        sheet.say(*words)
        for words in (
            ("Place", "Lle"),
            ("Open", "Ar agor"),
            ("In the morning", "Yn y bore"),
            ("In the evening", "Gyda’r nos"),
        )
    )
    sheet.add(
        f"<table><tr><th rowspan='2'>{who}</th><th colspan='2'>{when}</th></tr>"
        f"<tr><th>{early}</th><th>{late}</th></tr>"
        "<tr><th>Aberwen</th><td>9am</td><td>7pm</td></tr><tr><th>Glanrafon</th><td>10am</td><td>6pm</td></tr>"
        "</table>"
    )


def _layout_table(sheet: Sheet) -> None:
    welcome, where = sheet.say("Welcome to us.", "Croeso atom."), sheet.say("We are here.", "Rydym yma.")
    sheet.add(f"<table><tr><td><p>{welcome}</p></td><td><p>{where}</p></td></tr></table>")


def _field(sheet: Sheet, before: str, attributes: str) -> None:
    sheet.add(
        f'<form action="{sheet.address}" method="get"><p>{before}<input type="text" {attributes}></p></form>'
    )


def _picture_button(sheet: Sheet) -> None:
    sheet.files["own.svg"] = PICTURE.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"').encode()
    button = '<input type="image" src="own.svg" width="30" height="30">'
    sheet.add(f'<form action="{sheet.address}" method="get"><p>{button}</p></form>')


def _click_here(sheet: Sheet) -> None:
    sheet.add(f'<p><a href="/{sheet.language}/">{sheet.say("Click here", "Cliciwch yma")}</a></p>')


TEXTS = (
    Fault("no-heading-one", ("headings",), lambda s: s.sub(r"<h1([^>]*)>(.*?)</h1>", r"<p\1>\2</p>")),
    Fault("two-headings-one", ("headings",), _second_heading_one),
    Fault("skipped-heading", ("headings",), _skipped_heading),
    Fault("empty-heading", ("headings",), lambda s: s.add("<h2> </h2><p>10am – 5pm</p>")),
    Fault("no-main", ("landmarks",), lambda s: s.sub(r"<main([^>]*)>(.*)</main>", r"<div\1>\2</div>")),
    Fault("two-mains", ("landmarks",), _second_main),
    Fault("unnamed-navigation", ("landmarks",), _unnamed_navigation),
    Fault(
        "text-outside-landmarks",
        ("landmarks",),
        lambda s: s.sub("</body>", f"<p>{s.say('See you soon.', 'Welwn ni chi cyn hir.')}</p></body>"),
    ),
    Fault("table-without-headers", ("tables",), lambda s: s.sub(r"(</?)th\b[^>]*>", r"\1td>", 0), "main th"),
    Fault("table-with-ambiguous-headers", ("tables",), _ambiguous_headers),
    Fault(
        "table-with-an-empty-header",
        ("tables",),
        lambda s: s.sub(r"(<thead>.*?<th[^>]*>)[^<]+", r"\1"),
        "main thead th",
    ),
    Fault("table-for-looks", ("tables",), _layout_table),
    Fault(
        "picture-without-alternative", ("alternatives",), lambda s: s.sub(r'\s+alt="[^"]*"', ""), "main img"
    ),
    Fault(
        "picture-named-after-its-file",
        ("alternatives",),
        lambda s: s.sub(r'\balt="[^"]*"', 'alt="shelves_2026-final.svg"'),
        "main img",
    ),
    Fault("drawing-without-a-name", ("alternatives",), lambda s: s.add(f"<p>{PICTURE}</p>")),
    Fault("picture-button-without-alternative", ("alternatives", "names"), _picture_button),
    Fault("empty-link", ("names",), lambda s: s.add(f'<p><a href="/{s.language}/"><span></span></a></p>')),
    Fault("link-that-says-click-here", ("names",), _click_here),
    Fault("empty-button", ("names",), lambda s: s.add('<p><button type="button"> </button></p>')),
    Fault(
        "button-named-by-nothing",
        ("names",),
        lambda s: s.add('<p><button type="button" aria-labelledby="gone"></button></p>'),
    ),
    Fault("field-without-label", ("labels",), lambda s: _field(s, f"{s.say('Name', 'Enw')} ", "")),
    Fault(
        "field-with-a-placeholder-alone",
        ("labels",),
        lambda s: _field(s, "", f'placeholder="{s.say("Your name", "Eich enw")}"'),
    ),
    Fault(
        "label-of-no-field",
        ("labels",),
        lambda s: _field(s, f'<label for="nome">{s.say("Name", "Enw")}</label> ', 'id="own-name"'),
    ),
    Fault(
        "dead-link",
        ("links",),
        lambda s: s.add(
            f'<p><a href="/{s.language}/gone/">{s.say("More about us", "Rhagor amdanom")}</a></p>'
        ),
    ),
    Fault(
        "dead-fragment",
        ("links",),
        lambda s: s.add(f'<p><a href="#gone">{s.say("More below", "Rhagor isod")}</a></p>'),
    ),
    Fault(
        "dead-fragment-elsewhere",
        ("links",),
        lambda s: s.add(
            f'<p><a href="{s.twin_address}#gone">{s.say("More about us", "Rhagor amdanom")}</a></p>'
        ),
    ),
    Fault(
        "missing-picture",
        ("links",),
        lambda s: s.add('<img src="gone.png" alt="" width="20" height="20">'),
    ),
)
