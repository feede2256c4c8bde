"""Faults of the language HTML, and of ARIA."""

from __future__ import annotations

from collections.abc import Callable

from tests.audit.faults.fault import Fault, Sheet

VALIDITY = ("nu:*",)


def _ids_twice(sheet: Sheet) -> None:
    sheet.add(
        f'<p id="twice">{sheet.say("As on your card", "Fel ar eich cerdyn")}</p>'
        f'<p id="twice">{sheet.say("In full", "Yn llawn")}</p>'
        f'<form action="{sheet.address}"><p><label for="own">{sheet.say("Name", "Enw")}</label>'
        '<input type="text" id="own" aria-describedby="twice"></p></form>'
    )


def _button(attributes: str) -> Callable[[Sheet], None]:
    return lambda sheet: sheet.add(
        f'<p><button type="button" {attributes}>{sheet.say("Print", "Argraffu")}</button></p>'
    )


def _wrong_autocomplete(sheet: Sheet) -> None:
    sheet.add(
        f'<form action="{sheet.address}"><p><label for="own">{sheet.say("Your name", "Eich enw")}</label>'
        '<input type="text" id="own" autocomplete="naem"></p></form>'
    )


MARKUP = (
    Fault("id-given-twice", (*VALIDITY, "duplicate-ids"), _ids_twice),
    Fault(
        "list-in-a-paragraph",
        VALIDITY,
        lambda s: s.add(f"<p>{s.say('These:', 'Y rhain:')}<ul><li>1</li><li>2</li></ul></p>"),
    ),
    Fault("paragraph-in-a-list", VALIDITY, lambda s: s.add("<ul><p>1</p><li>2</li></ul>")),
    Fault(
        "link-in-a-button",
        VALIDITY,
        lambda s: s.add(
            f'<button type="button"><a href="/{s.language}/">{s.say("Start", "Dechrau")}</a></button>'
        ),
    ),
    Fault(
        "element-left-open",
        VALIDITY,
        lambda s: s.add(f"<div><p><strong>{s.say('Please note', 'Sylwch')}</p>"),
    ),
    Fault(
        "obsolete-element",
        VALIDITY,
        lambda s: s.add(f"<center>{s.say('Welcome', 'Croeso')}</center>"),
    ),
    Fault(
        "attribute-given-twice",
        VALIDITY,
        lambda s: s.add(f'<p class="a" class="b">{s.say("Welcome", "Croeso")}</p>'),
    ),
    Fault("no-such-role", (*VALIDITY, "axe:aria-roles"), _button('role="buton"')),
    Fault(
        "value-that-aria-does-not-know",
        (*VALIDITY, "axe:aria-valid-attr-value"),
        _button('aria-expanded="open"'),
    ),
    Fault(
        "description-that-is-not-there",
        ("axe:aria-valid-attr-value", "equal-access:aria_id_unique"),
        _button('aria-describedby="gone"'),
    ),
    Fault("no-such-autocomplete", (*VALIDITY, "axe:autocomplete-valid"), _wrong_autocomplete),
    Fault(
        "list-role-without-items",
        ("axe:aria-required-children", "equal-access:aria_child_valid"),
        lambda s: s.add(f'<div role="list"><p>{s.say("One", "Un")}</p><p>{s.say("Two", "Dau")}</p></div>'),
    ),
    Fault(
        "name-other-than-its-words",
        ("axe:label-content-name-mismatch", "equal-access:label_name_visible"),
        lambda s: s.add(
            f'<p><button type="button" aria-label="{s.say("Send the form", "Anfon y ffurflen")}">'
            f"{s.say('Search', 'Chwilio')}</button></p>"
        ),
    ),
)
