from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import landmarks
from tests.audit.static.small import page, told

OUTSIDE = "This part of the page stands in no landmark, such as header, nav, main or footer"


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ("<header>x</header><div><h1>y</h1></div>", ["The page has no main part", OUTSIDE]),
        ("<main>a</main><div role=main>b</div>", ["The page has 2 main parts"]),
        ("<article><main>a</main></article>", ["The main part stands inside another landmark, a article"]),
        (
            "<nav>a</nav><nav aria-label=Pages>b</nav><main>c</main>",
            ["One of 2 navigation landmarks has no name"],
        ),
        (
            "<nav aria-labelledby=no>a</nav><nav title=b>b</nav><main>c</main>",
            ["One of 2 navigation landmarks has no name"],
        ),
        ("<div><p>Cookies?</p></div><main>a</main>", [OUTSIDE]),
        ("<div><main>a</main><p>Stray</p></div>", [OUTSIDE]),
        ("<main>a</main>Stray", [OUTSIDE]),
        ("<div><img src=x alt=x></div><main>a</main>", [OUTSIDE]),
        ("<section><p>b</p></section><main>a</main>", [OUTSIDE]),
        (
            "<a href=#content>Skip</a><main id=text>a</main>",
            ["The skip link leads to #content, which is not on the page"],
        ),
    ],
)
def test_finds_what_stands_outside_or_misleads(tmp_path: Path, body: str, messages: list[str]) -> None:
    found = told(landmarks.check, tmp_path, {"/new.html": page("/new.html", body=body)})
    assert found == [f"/new.html: {message}" for message in messages]


@pytest.mark.parametrize(
    "body",
    [
        "<a href=#m>Skip</a><div><header>x</header><div><main id=m>a</main></div></div><footer>z</footer>",
        "<div><a href=#m>Skip</a> <a href=#n>Skip to menu</a></div><nav id=n>x</nav><main id=m>a</main>",
        "<main>a</main><div hidden><p>b</p></div><div aria-hidden=true>c</div><script>1</script><div></div>",
        "<main>a</main><section aria-label=News>b</section><div role=dialog>c</div><search>d</search>",
        "<nav aria-label=a>a</nav><nav aria-labelledby=h><h2 id=h>b</h2></nav><main>c</main>",
        "<nav>only one</nav><main>c</main>",
    ],
)
def test_lets_a_page_in_landmarks_pass(tmp_path: Path, body: str) -> None:
    assert told(landmarks.check, tmp_path, {"/new.html": page("/new.html", body=body)}) == []
