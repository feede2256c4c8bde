from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from cyhoeddi.audit.static import policy
from tests.audit.static.small import POLICY, page, told

CODE = "document.title = 'x'"
HASH = b64encode(sha256(CODE.encode()).digest()).decode()


@pytest.mark.parametrize(
    ("told_policy", "message"),
    [
        (None, "The page has no Content-Security-Policy"),
        ("default-src 'self' 'unsafe-inline'", "The policy allows 'unsafe-inline' in default-src"),
        (
            "default-src 'self'; script-src 'self' 'unsafe-eval'",
            "The policy allows 'unsafe-eval' in script-src",
        ),
        ("default-src *", "The policy allows * in default-src"),
        ("default-src 'self' http://cdn.example", "The policy allows http://cdn.example in default-src"),
        ("default-src 'self' https:", "The policy allows https: in default-src"),
        ("script-src 'self' data:", "The policy allows data: in script-src"),
        ("img-src 'self'", "The policy says nothing of scripts: it has neither default-src nor script-src"),
    ],
)
def test_finds_a_policy_that_is_missing_or_lax(tmp_path: Path, told_policy: str | None, message: str) -> None:
    html = page("/new.html", policy=told_policy)
    assert told(policy.check, tmp_path, {"/new.html": html}) == [f"/new.html: {message}"]


@pytest.mark.parametrize(
    ("main", "refused"),
    [
        (f"<script>{CODE}</script>", "a script in the page"),
        ("<script type=module>1</script>", "a script in the page"),
        ("<style>b{color:red}</style>", "a style element"),
        ('<b style="color:red">x</b>', "a style attribute"),
        ('<b onclick="x()">x</b>', "an onclick attribute"),
        ('<a href="javascript:x()">x</a>', "a javascript: link"),
    ],
)
def test_finds_what_the_page_s_own_policy_refuses(tmp_path: Path, main: str, refused: str) -> None:
    html = page("/new.html", main=main)
    assert told(policy.check, tmp_path, {"/new.html": html}) == [
        f"/new.html: The page's own policy refuses {refused}"
    ]


@pytest.mark.parametrize(
    ("told_policy", "main"),
    [
        (POLICY, '<script type="application/ld+json">{"a": 1}</script>'),
        (POLICY, "<script src=/a.js></script><b data-on=1>one or two</b>"),
        (f"default-src 'self'; script-src 'sha256-{HASH}'", f"<script>{CODE}</script>"),
        ("default-src 'self'; style-src 'nonce-abc'", "<style nonce=abc>b{}</style>"),
        ("default-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:", "<p>x</p>"),
    ],
)
def test_lets_what_is_allowed_pass(tmp_path: Path, told_policy: str, main: str) -> None:
    assert told(policy.check, tmp_path, {"/new.html": page("/new.html", policy=told_policy, main=main)}) == []


def test_a_hash_of_other_code_allows_nothing(tmp_path: Path) -> None:
    html = page(
        "/new.html", policy=f"default-src 'self'; script-src 'sha256-{HASH}'", main="<script>other()</script>"
    )
    assert told(policy.check, tmp_path, {"/new.html": html}) == [
        "/new.html: The page's own policy refuses a script in the page"
    ]


def test_finds_a_policy_that_is_told_too_late(tmp_path: Path) -> None:
    late = f'<script src=/a.js></script><meta http-equiv="content-security-policy" content="{POLICY}">'
    html = page("/new.html", policy=None, head=late)
    assert told(policy.check, tmp_path, {"/new.html": html}) == [
        "/new.html: Something is loaded before the policy is told, and so is not held to it"
    ]
