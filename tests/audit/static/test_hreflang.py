from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import hreflang
from tests.audit.static.small import HOST, alternates, canonical, page, told

HERE = "/borrow.html"
TWIN = "/cymraeg/benthyg.html"
SELF = alternates({"en": HERE})


@pytest.mark.parametrize(
    ("links", "message"),
    [
        (SELF + f'<link rel="alternate" hreflang="cy" href="{TWIN}">', f'"{TWIN}" is not a whole address'),
        (SELF + alternates({"cy": "/cymraeg/dim.html"}), f"This site has no page at {HOST}/cymraeg/dim.html"),
        (
            SELF + '<link rel="alternate" hreflang="cy" href="https://other.example/">',
            "This site has no page at",
        ),
        (SELF + alternates({"cy": "/cymraeg/"}), f"{HOST}/cymraeg/ does not name this page back"),
        (SELF + alternates({"cy": TWIN, "wel": TWIN}), 'hreflang="wel" is no language'),
        (
            SELF + alternates({"cy": TWIN}) + alternates({"cy": "/cymraeg/"}),
            'Two addresses are given for hreflang="cy"',
        ),
        (alternates({"cy": TWIN}), "The page does not name itself among its languages"),
        (SELF, "Search engines are not told of the Welsh page"),
        ("", "Search engines are not told of the Welsh page"),
        (SELF + alternates({"cy": TWIN, "de": "/"}), "is not in"),
    ],
)
def test_finds_what_search_engines_are_told_wrongly(tmp_path: Path, links: str, message: str) -> None:
    files = {HERE: page(HERE, head=links + canonical(HERE))}
    found = [one for one in told(hreflang.check, tmp_path, files) if one.startswith(HERE)]
    assert len(found) == 1
    assert message in found[0]


def test_a_page_is_missed_where_it_is_named(tmp_path: Path) -> None:
    files = {HERE: page(HERE, head=canonical(HERE))}
    assert f"{TWIN}: {HOST}{HERE} does not name this page back" in told(hreflang.check, tmp_path, files)


@pytest.mark.parametrize(
    "files",
    [
        {"/gone/": page("/gone/", head='<meta http-equiv="refresh" content="0; url=/">')},
        {"/404.html": page("/404.html", head="")},
        {"/draft.html": page("/draft.html", head='<meta name="robots" content="noindex, nofollow">')},
        {
            "/choose.html": page(
                "/choose.html", head=alternates({"en": "/", "cy": "/cymraeg/", "x-default": "/choose.html"})
            )
        },
        {
            HERE: page(
                HERE,
                head=f"{SELF}{alternates({'cy': TWIN})}{canonical(HERE)}"
                '<link rel="alternate" type="application/rss+xml" hreflang="cy" href="/porthiant.xml">',
            )
        },
        {HERE: page(HERE, head=alternates({"en-GB": HERE, "cy": TWIN, "x-default": HERE}) + canonical(HERE))},
    ],
)
def test_lets_what_needs_none_or_has_all_pass(tmp_path: Path, files: dict[str, str]) -> None:
    assert told(hreflang.check, tmp_path, files) == []
