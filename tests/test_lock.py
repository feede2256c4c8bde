"""The memory of addresses: one line each, sorted; a line that cannot be read is a problem at that line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.lock import FILE, Lock, read_lock, write_lock

LINE = "/en/minutes/ publication/minutes"


def told(root: Path, text: str | bytes) -> list[tuple[int, str]]:
    (root / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    _, problems = read_lock(root)
    return [(problem.position.line, problem.message) for problem in problems]


def test_without_the_file_nothing_is_remembered(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == (Lock(), ())


def test_each_line_is_an_address_in_use_or_one_that_moved(tmp_path: Path) -> None:
    assert told(tmp_path, f"{LINE}\n/en/old/ publication/minutes moved\n/cy/y/x/ series/y/x\n") == []
    lock, _ = read_lock(tmp_path)
    assert lock.current == {"/en/minutes/": "publication/minutes", "/cy/y/x/": "series/y/x"}
    assert lock.moved == {"/en/old/": "publication/minutes"}


def test_it_does_not_matter_how_lines_end(tmp_path: Path) -> None:
    assert told(tmp_path, f"{LINE}\r\n/cy/y/ series/y") == []


@pytest.mark.parametrize(
    "line",
    [
        "",
        "/en/minutes publication/minutes",
        "/fr/minutes/ publication/minutes",
        "/en/Minutes/ publication/minutes",
        "/en/minutes/",
        "/en/minutes/  publication/minutes",
        "/en/minutes/ briefing/minutes",
        "/en/minutes/ publication/minutes gone",
        "# a comment",
        "\xe9\xff",
    ],
)
def test_a_line_that_says_something_else_is_told(tmp_path: Path, line: str) -> None:
    message = "this line is not an address and its publication, once each"
    assert told(tmp_path, f"/cy/y/ series/y\n{line}\n{LINE}\n".encode("latin-1")) == [(2, message)]


@pytest.mark.parametrize("again", [f"{LINE} moved", "/en/minutes/ publication/other"])
def test_an_address_stands_once(tmp_path: Path, again: str) -> None:
    assert [line for line, _ in told(tmp_path, f"{LINE}\n{again}\n")] == [2]


def test_a_publication_has_one_address_in_use_in_each_language(tmp_path: Path) -> None:
    both = f"{LINE}\n/cy/cofnodion/ publication/minutes\n"
    assert told(tmp_path, both) == []
    message = "publication/minutes has an address on line 1 already"
    assert told(tmp_path, f"{both}/en/other/ publication/minutes\n") == [(3, message)]


def test_the_marks_of_a_conflict_have_their_own_hint(tmp_path: Path) -> None:
    text = f"<<<<<<< here\n{LINE}\n=======\n/cy/y/ series/y\n>>>>>>> there\n"
    assert [line for line, _ in told(tmp_path, text)] == [1, 3, 5]
    _, problems = read_lock(tmp_path)
    assert {problem.hint for problem in problems} == {
        "Keep the lines of both branches, and take the lines with arrows and equals signs away."
    }


IDS = st.text("ab-1", min_size=1, max_size=4)
ADDRESSES = st.builds(lambda side, name: f"/{side}/{name}/", st.sampled_from(["en", "cy"]), IDS)


@given(targets=st.dictionaries(ADDRESSES, IDS, max_size=8), moved=st.dictionaries(ADDRESSES, IDS, max_size=8))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, targets: dict[str, str], moved: dict[str, str]
) -> None:
    homes = {(address[1:3], name): address for address, name in targets.items()}
    lock = Lock(
        {address: f"publication/{name}" for (_, name), address in homes.items()},
        {old: f"series/{name}" for old, name in moved.items() if old not in homes.values()},
    )
    root = tmp_path_factory.mktemp("lock")
    write_lock(root, lock)
    assert read_lock(root) == (lock, ())
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
