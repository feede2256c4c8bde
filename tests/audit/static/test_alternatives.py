from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import alternatives
from tests.audit.static.small import said_of


@pytest.mark.parametrize(
    ("picture", "message"),
    [
        ("<img src=a.png>", "A picture has no words in its place"),
        (
            "<img src=a.png alt=chart-v2.png>",
            'The words in place of a picture are the name of a file, "chart-v2.png"',
        ),
        (
            "<img src=/x/chart_2.png alt=chart_2>",
            'The words in place of a picture are the name of a file, "chart_2"',
        ),
        (
            "<img src=a.png alt='IMG_2041'>",
            'The words in place of a picture are the name of a file, "IMG_2041"',
        ),
        ("<img src=a.png alt=Llun>", 'The words in place of a picture, "Llun", say nothing of what it shows'),
        ("<svg role=img><path d=''/></svg>", "A picture has no words in its place"),
        ("<map name=m><area href=/ shape=default></map>", "A part of an image map has no words in its place"),
        ("<object data=a.svg></object>", "An embedded object has no words in its place"),
        ("<input type=image src=go.png>", "A picture that is a button has no words in its place"),
        ("<div role=img></div>", "A picture has no words in its place"),
    ],
)
def test_finds_a_picture_without_words(tmp_path: Path, picture: str, message: str) -> None:
    assert said_of(alternatives.check, tmp_path, "<h1>Tools</h1>" + picture) == [message]


@pytest.mark.parametrize(
    "picture",
    [
        "<img src=a.png alt='Three drills on a shelf'>",
        "<img src=drill.png alt=drill>",
        "<img src=a.png alt=''>",
        "<img src=a.png alt>",
        "<img src=a.png role=presentation>",
        "<a href=/ aria-hidden=true><img src=a.png></a>",
        "<svg role=img><title>Three drills</title></svg>",
        "<svg role=img aria-label='Three drills'></svg>",
        "<svg aria-hidden=true></svg>",
        "<object data=a.svg>Three drills</object>",
        "<input type=image src=go.png alt=Search>",
    ],
)
def test_lets_a_picture_with_words_or_for_decoration_pass(tmp_path: Path, picture: str) -> None:
    assert said_of(alternatives.check, tmp_path, "<h1>Tools</h1>" + picture) == []
