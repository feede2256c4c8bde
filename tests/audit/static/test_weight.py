from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import weight
from tests.audit.static.small import page, told

SHEET = '<link rel="stylesheet" href="/look.css">'


@pytest.mark.parametrize(
    ("head", "before", "files"),
    [
        (SHEET, "", {"/look.css": "x" * 60_000}),
        ('<script src="/act.js"></script>', "", {"/act.js": "x" * 60_000}),
        (SHEET, "", {"/look.css": "@font-face{src:url('f/a.woff2')}", "/f/a.woff2": b"x" * 60_000}),
        (SHEET, "", {"/look.css": '@import "more.css";', "/more.css": "x" * 60_000}),
        ("", f"<nav>{'<b></b>' * 9_000}</nav>", {}),
        ("", '<img src="/logo.png" alt="">', {"/logo.png": b"x" * 60_000}),
    ],
)
def test_finds_a_page_whose_furniture_is_too_heavy(
    tmp_path: Path, head: str, before: str, files: dict[str, str | bytes]
) -> None:
    html = page("/new.html", head=head, before=before)
    (found,) = told(weight.check, tmp_path, {**files, "/new.html": html})
    assert found.startswith("/new.html: The page weighs 6")


def test_what_is_content_may_weigh_what_it_must(tmp_path: Path) -> None:
    files = {
        "/new.html": page("/new.html", head=SHEET, main=f'<img src="/big.png" alt="">{"<p>x</p>" * 20_000}'),
        "/big.png": b"x" * 200_000,
        "/look.css": "x" * 50_000 + "url(data:image/png;base64,AA==)",
    }
    assert told(weight.check, tmp_path, files) == []


def test_style_sheets_that_name_each_other_are_counted_once(tmp_path: Path) -> None:
    files = {
        "/new.html": page("/new.html", head=SHEET + SHEET),
        "/look.css": "@import 'more.css';" + "x" * 25_000,
        "/more.css": "@import 'look.css';" + "x" * 25_000,
    }
    assert told(weight.check, tmp_path, files) == []
