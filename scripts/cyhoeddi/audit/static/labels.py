"""Every field of a form has a label, and every label a field.

pass:  <label for="q">Search</label><input id="q">; <label>Search <input></label>; aria-label; title
fail:  a field with a placeholder alone; an empty label; <label for="x"> where no field has that id
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import is_exposed, stated_name, words
from cyhoeddi.audit.static.place import finding
from cyhoeddi.lexicon import each_of

ID = "labels"

CRITERION = "4.1.2"

_ROLES = each_of("textbox searchbox combobox checkbox radio switch slider spinbutton listbox")
_FIELDS = f":is(input, select, textarea, {', '.join(f'[role={role}]' for role in sorted(_ROLES))})"
_NO_FIELDS = {"hidden", "submit", "reset", "button", "image"}
_NAMED_BY_WORDS = {"checkbox", "radio", "switch"}
"""Roles whose own words are their name."""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each field without a label, and for each label that belongs to nothing."""
    for page in site.pages:
        fields = [
            node
            for node in page.all(_FIELDS)
            if (node.attributes.get("type") or "").lower() not in _NO_FIELDS
        ]
        labels = page.all("label")
        labelled = {node.attributes["for"] for node in labels if node.attributes.get("for") and words(node)}
        for node in fields:
            if is_exposed(node) and node.attributes.get("id") not in labelled and not _is_named(page, node):
                said = "A field of a form has no label"
                hint = "Give it a label that stays on the screen, for the field's id; a placeholder is none."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)
        ids = page.ids if labels else frozenset()
        for node in labels:
            target = node.attributes.get("for")
            if target and target not in ids:
                said = f'A label is for "{target}", which is not on the page'
                hint = "Make the label's for the same as the id of its field."
                yield finding(ID, page, node, said, hint, criterion="1.3.1")


def _is_named(page: Page, node: LexborNode) -> bool:
    if stated_name(page, node):
        return True
    if node.attributes.get("role") in _NAMED_BY_WORDS and words(node):
        return True
    around = node.parent
    while around is not None and around.tag != "label":
        around = around.parent
    return around is not None and bool(words(around))
