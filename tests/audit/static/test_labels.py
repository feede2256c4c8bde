from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import labels
from tests.audit.static.small import said_of


@pytest.mark.parametrize(
    ("form", "messages"),
    [
        ("<input name=q>", ["A field of a form has no label"]),
        ("<input name=q placeholder=Search>", ["A field of a form has no label"]),
        ("<label for=q> </label><input id=q>", ["A field of a form has no label"]),
        (
            "<label for=x>Tool</label><input id=q>",
            ["A field of a form has no label", 'A label is for "x", which is not on the page'],
        ),
        ("<select><option>Drill</option></select>", ["A field of a form has no label"]),
        ("<textarea>words</textarea>", ["A field of a form has no label"]),
        ("<div role=textbox contenteditable>words</div>", ["A field of a form has no label"]),
        ("<input aria-labelledby=nothing>", ["A field of a form has no label"]),
    ],
)
def test_finds_a_field_without_a_label(tmp_path: Path, form: str, messages: list[str]) -> None:
    assert said_of(labels.check, tmp_path, f"<h1>Tools</h1><form>{form}</form>") == messages


@pytest.mark.parametrize(
    "form",
    [
        "<label for=q>Tool</label><input id=q>",
        "<label>Tool <select><option>Drill</option></select></label>",
        "<input aria-label=Tool>",
        "<b id=t>Tool</b><input aria-labelledby=t>",
        "<input title=Tool>",
        "<input type=hidden><input type=submit><button>Go</button>",
        "<span role=checkbox aria-checked=false>Drill</span>",
        "<div hidden><input></div>",
    ],
)
def test_lets_a_labelled_field_pass(tmp_path: Path, form: str) -> None:
    assert said_of(labels.check, tmp_path, f"<h1>Tools</h1><form>{form}</form>") == []
