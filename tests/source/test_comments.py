from __future__ import annotations

import pytest

from cyhoeddi.source import parse_source

LINES = """\
# accept on the first line
title:  # accept after a key
  en: 'a # accept in quotes'  # accept after quotes
  cy: "a # accept"
summary: {en: a#accept, cy: b}  # accept after brackets
  # accept above
  # another

  # accept above too
details:
  en: |  # accept on the header
    # accept in the block
    Words.

    # accept in the block too
  # accept below the block
  cy: >-  # accept on another header
    Words # accept in the block
plain: words
  and more # accept after plain
  # refuse
last: x
# accept at the end
"""


def test_finds_each_comment_and_the_line_that_it_is_about() -> None:
    source, problems = parse_source(LINES.encode(), "a.yaml")
    assert source is not None, problems
    found = [
        (place.line, words.removeprefix("accept "), line) for place, words, line in source.comments("accept")
    ]
    assert found == [
        (1, "on the first line", 2),
        (2, "after a key", 2),
        (3, "after quotes", 3),
        (5, "after brackets", 5),
        (6, "above", 8),
        (9, "above too", 10),
        (11, "on the header", 11),
        (16, "below the block", 17),
        (17, "on another header", 17),
        (20, "after plain", 20),
        (23, "at the end", 24),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_end_of_a_line_will_do(end: str) -> None:
    source, _ = parse_source(LINES.replace("\n", end).encode(), "a.yaml")
    plain, _ = parse_source(LINES.encode(), "a.yaml")
    assert source is not None
    assert plain is not None
    assert list(source.comments("accept")) == list(plain.comments("accept"))


def test_what_was_left_out_takes_its_comments_with_it() -> None:
    text = "a: x  # accept 1\nparts:\n  # accept 2\n  - id: one  # accept 3\n  # accept 4\n  - id: two\n"
    source, _ = parse_source(text.encode(), "a.yaml")
    assert source is not None
    assert [words for _, words, _ in source.without("parts", [0]).comments("accept")] == [
        "accept 1",
        "accept 4",
    ]
    assert [words for _, words, _ in source.without("parts", [1]).comments("accept")] == [
        "accept 1",
        "accept 2",
        "accept 3",
    ]
