"""Faults in the head of a page: title, canonical address, policy, weight, and what it asks of others."""

from __future__ import annotations

import re
from random import Random

from tests.audit.faults.fault import Fault, Sheet

TITLE = r"<title>.*?</title>"
CANONICAL = r'<link rel="canonical" href="[^"]*">'
POLICY = r'<meta http-equiv="Content-Security-Policy"[^>]*>'


def _same_title(sheet: Sheet) -> None:
    """The title of the page that this is a copy of."""
    file = sheet.site / sheet.original.lstrip("/")
    original = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    found = re.search(TITLE, original, flags=re.DOTALL)
    assert found
    sheet.sub(TITLE, lambda _: found[0])


def _canonical_elsewhere(sheet: Sheet) -> None:
    sheet.sub(
        CANONICAL, lambda found: re.sub(r"(https://[^/]+/)[^\"]*", rf"\g<1>{sheet.language}/", found[0])
    )


def _too_heavy(sheet: Sheet) -> None:
    """Five megabytes that no compression makes smaller."""
    noise = Random(sheet.address).randbytes(2_500_000).hex()  # noqa: S311 (nothing secret)
    sheet.script(f'"use strict";\n// {noise}\n')


def _foreign_font(sheet: Sheet) -> None:
    sheet.style(
        '@font-face { font-family: Fine; src: url("https://fonts.example.net/fine.woff2"); }\n'
        "h1 { font-family: Fine, serif; }\n"
    )


HEADS = (
    Fault("no-title", ("title",), lambda s: s.sub(TITLE, "")),
    Fault("empty-title", ("title",), lambda s: s.sub(TITLE, "<title> </title>")),
    Fault("same-title", ("title",), _same_title),
    Fault("no-canonical", ("canonical",), lambda s: s.sub(CANONICAL, "")),
    Fault("canonical-elsewhere", ("canonical",), _canonical_elsewhere),
    Fault(
        "relative-canonical",
        ("canonical",),
        lambda s: s.sub(CANONICAL, f'<link rel="canonical" href="{s.address}">'),
    ),
    Fault("no-policy", ("policy",), lambda s: s.sub(POLICY, "")),
    Fault(
        "policy-that-lets-inline-scripts-run",
        ("policy",),
        lambda s: s.sub("script-src (?:'|&#39;)self", "script-src 'unsafe-inline' 'self"),
    ),
    Fault("inline-script", ("policy",), lambda s: s.head("<script>document.title += '!';</script>")),
    Fault("inline-style", ("policy",), lambda s: s.sub("<h1", '<h1 style="color: #333333"')),
    Fault("inline-handler", ("policy",), lambda s: s.sub("<main", '<main onclick="this.remove()"')),
    Fault(
        "foreign-script",
        ("requests",),
        lambda s: s.head('<script src="https://cdn.example.net/count.js" defer></script>'),
    ),
    Fault(
        "foreign-picture",
        ("requests",),
        lambda s: s.add('<img src="//pictures.example.net/dot.png" alt="" width="1" height="1">'),
    ),
    Fault("foreign-font", ("requests",), _foreign_font),
    Fault("too-heavy", ("weight",), _too_heavy),
    Fault(
        "no-zoom",
        ("axe:meta-viewport*", "equal-access:meta_viewport_zoomable"),
        lambda s: s.sub(
            r'(<meta name="viewport" content="[^"]*)"', r'\1, maximum-scale=1, user-scalable=no"'
        ),
    ),
    Fault(
        "reloads-itself",
        ("axe:meta-refresh*", "equal-access:meta_redirect_optional"),
        lambda s: s.head('<meta http-equiv="refresh" content="60">'),
    ),
)
