from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import pytest

from cyhoeddi.fingerprint import digest
from cyhoeddi.ledger import put_off, read_ledger, write_ledger


def sealed(content: bytes) -> bytes:
    """Give a ledger with a seal that holds this."""
    whole = b'{"name": "some.json", "version": "1"}\n' + content + b"\n"
    return whole + blake2b(whole).hexdigest().encode()


def test_gives_back_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / ".cyhoeddi" / "some.json"
    entries = {"ŵ": ["1", 2, None], "b": {"c": []}}
    write_ledger(file, "1", entries)
    assert read_ledger(file, "1") == entries


@pytest.mark.parametrize("name", ["ŵ", "\udcff", "x" * 1_000_000, "\udcff" * 1_000_000])
def test_names_of_files_may_hold_anything(tmp_path: Path, name: str) -> None:
    write_ledger(tmp_path / "some.json", "1", {name: [2**62, True]})
    assert read_ledger(tmp_path / "some.json", "1") == {name: [2**62, True]}


@pytest.mark.parametrize("held", [b"{" * 2_000_000, b"[" * 2_000_000, b'{"a":' + b" " * 2_000_000])
def test_a_large_ledger_may_be_damaged_too(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "some.json").write_bytes(held)
    assert read_ledger(tmp_path / "some.json", "1") == {}


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"version": "1"}\n',
        b'{"version": "1"}\n{"a": 3}\n',
        sealed(b"3"),
        sealed(b"{"),
    ],
)
def test_a_damaged_ledger_is_an_empty_one(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "some.json").write_bytes(held)
    assert read_ledger(tmp_path / "some.json", "1") == {}
    (tmp_path / "some.json").write_bytes(sealed(b'{"a": 3}'))
    assert read_ledger(tmp_path / "some.json", "1") == {"a": 3}


def test_one_in_which_anything_was_changed_is_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "some.json"
    write_ledger(file, "1", {"a": ["b", 12]})
    whole = file.read_bytes()
    for number in range(len(whole)):
        file.write_bytes(whole[:number] + bytes([whole[number] ^ 1]) + whole[number + 1 :])
        assert read_ledger(file, "1") == {}
    for other in (whole.replace(b"12", b"13"), whole[:-4], whole + b" ", whole[1:], b" " + whole):
        file.write_bytes(other)
        assert read_ledger(file, "1") == {}


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1500])
def test_a_large_one_is_written_by_and_by(tmp_path: Path, number: int) -> None:
    many = {f"{each}": [each, {"\udcff": "ŵ"}] for each in range(number)}
    entries = {"first": 1, "many": many, "more": {"deeper": many}, **many, "last": {}}
    write_ledger(tmp_path / "some.json", "1", entries)
    assert read_ledger(tmp_path / "some.json", "1") == entries
    write_ledger(tmp_path / "some.json", "1", many)
    assert read_ledger(tmp_path / "some.json", "1") == many


def test_one_in_the_place_of_another_is_an_empty_one(tmp_path: Path) -> None:
    write_ledger(tmp_path / "some.json", "1", {"a": "b"})
    (tmp_path / "some.json").rename(tmp_path / "other.json")
    assert read_ledger(tmp_path / "other.json", "1") == {}


def test_one_of_another_version_is_an_empty_one(tmp_path: Path) -> None:
    write_ledger(tmp_path / "some.json", "1", {"a": "b"})
    assert read_ledger(tmp_path / "some.json", "2") == {}


def test_where_it_cannot_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    write_ledger(tmp_path / "taken" / "some.json", "1", {"a": "b"})
    assert read_ledger(tmp_path / "taken" / "some.json", "1") == {}


def test_where_one_part_ends_makes_a_difference() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert digest("a") == digest(b"a")


def test_ledgers_that_are_put_off_wait_until_it_is_time(tmp_path: Path) -> None:
    now, later, never = (tmp_path / name for name in ("now.json", "later.json", "never.json"))
    with put_off() as write_them:
        write_ledger(later, "1", {"a": 1})
        write_ledger(later, "1", {"a": 2})
        with put_off():
            write_ledger(never, "1", {})
    write_ledger(now, "1", {"b": 1})
    assert read_ledger(now, "1") == {"b": 1}
    assert not later.exists()
    write_them()
    assert read_ledger(later, "1") == {"a": 2}
    later.unlink()
    write_them()
    assert not later.exists(), "they are written once"
    assert not never.exists()
