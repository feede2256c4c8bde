from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import requests
from tests.audit.static.small import HOST, page, told

ELSEWHERE = "https://cdn.example/a"


@pytest.mark.parametrize(
    ("head", "main"),
    [
        (f"<script src={ELSEWHERE}></script>", ""),
        ("<script src=//cdn.example/a></script>", ""),
        (f"<link rel=stylesheet href={ELSEWHERE}>", ""),
        (f"<link rel=preconnect href={ELSEWHERE}>", ""),
        (f"<link rel='shortcut icon' href={ELSEWHERE}>", ""),
        (f"<style>@import url({ELSEWHERE});</style>", ""),
        ("", f"<img src={ELSEWHERE} alt=x>"),
        ("", f"<img srcset='/b.png 1x, {ELSEWHERE} 2x' alt=x>"),
        ("", f"<iframe src={ELSEWHERE} title=x></iframe>"),
        ("", f"<video poster={ELSEWHERE}></video>"),
        ("", f"<p style='background:url({ELSEWHERE})'>x</p>"),
        ("", f"<form action={ELSEWHERE}></form>"),
        ("", f"<form><button formaction={ELSEWHERE}>x</button></form>"),
    ],
)
def test_finds_what_is_asked_of_another_host(tmp_path: Path, head: str, main: str) -> None:
    (found,) = told(requests.check, tmp_path, {"/new.html": page("/new.html", head=head, main=main)})
    assert found.startswith("/new.html: ")
    assert "cdn.example/a" in found


def test_finds_it_in_a_style_sheet_once(tmp_path: Path) -> None:
    files = {"/look.css": f"@font-face {{ src: url('{ELSEWHERE}') }} /* url(https://old.example/) */"}
    assert told(requests.check, tmp_path, files) == [
        f"/look.css: The style sheet asks another site for {ELSEWHERE}"
    ]


@pytest.mark.parametrize(
    ("head", "main"),
    [
        (f"<link rel=license href={ELSEWHERE}><meta property=og:image content={ELSEWHERE}>", ""),
        ("", f"<a href={ELSEWHERE}>x</a><a href=mailto:a@b.example>x</a>"),
        (f"<script src={HOST}/a.js></script>", "<img src=data:image/png;base64,AA== alt=x>"),
        ("<style>b{background:url(a.png)}</style>", "<form action=/send></form>"),
    ],
)
def test_lets_what_readers_follow_or_this_site_has_pass(tmp_path: Path, head: str, main: str) -> None:
    assert told(requests.check, tmp_path, {"/new.html": page("/new.html", head=head, main=main)}) == []
