"""What a build left is known again, and nothing that was changed in it is missed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cyhoeddi import left as module
from cyhoeddi import workers
from cyhoeddi.left import folder_states, forget_left, keep_left, read_left, seal_of, state_of, states_in

PLACES = ("index.html", "en/index.html", "en/one/index.html", "en/two/deep/er/index.html", "cy/un/a.bib")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project with a site that has files at every depth."""
    for place in PLACES:
        (tmp_path / "site" / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / place).write_bytes(b"one")
    (tmp_path / ".cyhoeddi").mkdir()
    return tmp_path


def let_be(root: Path) -> None:
    """Have everything in the site be changed long ago."""
    for place in sorted((root / "site").rglob("*"), reverse=True):
        os.utime(place, ns=(5, 5), follow_symlinks=False)
    os.utime(root / "site", ns=(5, 5))


def keep(root: Path, *places: str) -> str:
    """Keep that the site has files at *places*, and nothing else; else at those that it was made with."""
    return keep_left(root, root / "site", states_in(root / "site", places or PLACES))


def listed(root: Path) -> int:
    """Give how many folders are listed."""
    return len(json.loads((root / ".cyhoeddi/left-site").read_bytes().split(b"\n")[1]))


def written_over(file: Path) -> None:
    file.write_bytes(b"longer")


def touched(file: Path) -> None:
    os.utime(file, ns=(1, 1))


def closed(file: Path) -> None:
    file.chmod(0o400)


def renamed(file: Path) -> None:
    file.rename(file.with_name("other"))


def added(file: Path) -> None:
    file.with_name("other").write_bytes(b"")


def linked(file: Path) -> None:
    file.rename(file.with_name("other"))
    file.symlink_to("other")


@pytest.mark.parametrize("lately", [True, False])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("change", [written_over, touched, closed, renamed, added, linked, Path.unlink])
def test_a_folder_in_which_anything_was_changed_is_not_what_was_left(
    root: Path, place: str, change: Callable[[Path], object], lately: bool
) -> None:
    if not lately:
        let_be(root)
    seal = keep(root)
    assert seal_of(root, root / "site") == seal_of(root, root / "site") == seal
    assert bool(listed(root)) == lately
    change(root / "site" / place)
    assert seal_of(root, root / "site") is None


def test_a_folder_of_its_own_is_missed_or_met(root: Path) -> None:
    keep(root)
    (root / "site/empty").mkdir()
    assert seal_of(root, root / "site") is None
    (root / "site/empty").rmdir()
    assert seal_of(root, root / "site") is None, "a folder of the site was changed, and was changed back"


def test_what_nobody_made_is_no_part_of_it(root: Path) -> None:
    (root / "site/en/mine.html").write_bytes(b"mine")
    keep(root)
    assert seal_of(root, root / "site") is None


def test_a_folder_that_was_changed_a_moment_ago_is_listed_until_it_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = keep(root)
    assert listed(root) == 8
    now = module.time_ns()
    monkeypatch.setattr(module, "time_ns", lambda: now + module.A_WHILE)
    assert seal_of(root, root / "site") == seal
    assert listed(root) == 0
    assert seal_of(root, root / "site") == seal
    added(root / "site/en/index.html")
    assert seal_of(root, root / "site") is None


@pytest.mark.parametrize("early", [True, False])
def test_what_is_put_in_while_lists_are_dropped_is_not_missed(
    root: Path, monkeypatch: pytest.MonkeyPatch, early: bool
) -> None:
    keep(root)
    now, real = module.time_ns(), module._is_so
    monkeypatch.setattr(module, "time_ns", lambda: now + module.A_WHILE)

    def meanwhile(*given: object, **named: bool) -> bool:
        folder = (root / "site/en").stat()
        if early:
            # In the very step of the clock in which the folder was made: its list tells of it.
            added(root / "site/en/index.html")
            os.utime(root / "site/en", ns=(folder.st_atime_ns, folder.st_mtime_ns))
        is_so = real(*given, **named)  # type: ignore[arg-type]
        if not early:
            # Later than that: its time tells of it.
            added(root / "site/en/index.html")
        return is_so

    monkeypatch.setattr(module, "_is_so", meanwhile)
    seal_of(root, root / "site")
    monkeypatch.setattr(module, "_is_so", real)
    assert seal_of(root, root / "site") is None


def test_it_is_the_same_on_one_core(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seals = []
    for number in (1, 2):
        monkeypatch.setattr(workers, "cores", lambda number=number: number)
        seals += [keep(root), seal_of(root, root / "site")]
    assert len(set(seals)) == 1


def test_of_what_is_missing_nothing_is_kept(root: Path) -> None:
    keep(root)
    shutil.rmtree(root / "site")
    assert seal_of(root, root / "site") is None
    with pytest.raises(FileNotFoundError):
        keep(root)


@pytest.mark.parametrize(
    "held", [None, b"", b"seal", b"seal\0digest", b"seal\0digest\0a\0../b", b"\xff\0\xff"]
)
def test_damaged_it_is_none(root: Path, held: bytes | None) -> None:
    keep(root)
    file = root / ".cyhoeddi/left-site"
    file.unlink() if held is None else file.write_bytes(held)
    assert seal_of(root, root / "site") is None


def test_with_any_part_of_it_damaged_it_is_none(root: Path) -> None:
    keep(root)
    whole = (file := root / ".cyhoeddi/left-site").read_bytes()
    for number in range(len(whole)):
        file.write_bytes(whole[:number] + bytes([whole[number] ^ 1]) + whole[number + 1 :])
        assert seal_of(root, root / "site") is None
        assert read_left(root, "site") is None


def test_names_may_hold_anything(root: Path) -> None:
    name = os.fsdecode(b"en/a\nb \xff.csv")
    (root / "site" / name).write_bytes(b"1")
    seal = keep(root, *PLACES, name)
    assert seal_of(root, root / "site") == seal


def test_what_stayed_is_not_looked_at_again(root: Path) -> None:
    before = states_in(root / "site", PLACES)
    (root / "site/en/two/deep/er/index.html").unlink()
    for folder in ("en/two/deep/er", "en/two/deep", "en/two"):
        (root / "site" / folder).rmdir()
    (root / "site/en/new").mkdir()
    (root / "site/en/new/index.html").write_bytes(b"new")
    files = [*PLACES[:3], PLACES[4], "en/new/index.html"]
    held = frozenset(PLACES) - {"en/two/deep/er/index.html"}
    after = states_in(root / "site", files, before, held)
    assert after == states_in(root / "site", files)
    assert after["."] == state_of(str(root / "site"))
    os.utime(root / "site/index.html", ns=(1, 1))
    assert states_in(root / "site", files, before, held) == after


def test_a_file_in_the_place_of_a_folder_and_the_other_way_round(root: Path) -> None:
    before = states_in(root / "site", PLACES)
    shutil.rmtree(root / "site/en/two")
    (root / "site/en/two").write_bytes(b"two")
    (root / "site/index.html").unlink()
    (root / "site/index.html").mkdir()
    (root / "site/index.html/own").write_bytes(b"")
    files = ["index.html/own", "en/index.html", "en/one/index.html", "en/two", "cy/un/a.bib"]
    held = frozenset(["en/index.html", "en/one/index.html", "cy/un/a.bib"])
    assert states_in(root / "site", files, before, held) == states_in(root / "site", files)


def test_what_was_left_is_read_without_its_lists(root: Path) -> None:
    assert read_left(root, "site") is None
    seal = keep(root)
    assert read_left(root, "site") == (seal, states_in(root / "site", PLACES))


def test_it_goes_along_with_its_folder(root: Path) -> None:
    seal = keep(root)
    (root / "site").rename(root / "other")
    module.move_left(root, "site", "other")
    assert seal_of(root, root / "other") == seal
    assert read_left(root, "site") is None
    module.move_left(root, "site", "other")
    assert read_left(root, "other") is None, "nothing is known of what has taken its place"


def folders_kept(root: Path) -> str:
    states = folder_states(root / "site", PLACES, "en", "cy")
    assert {*states} == {"en", "en/one", "en/two", "en/two/deep", "en/two/deep/er", "cy", "cy/un"}
    return keep_left(root, root / "site", states, name="folders", files=PLACES)


@pytest.mark.parametrize("lately", [True, False])
@pytest.mark.parametrize("change", [renamed, added, linked, Path.unlink])
def test_folders_alone_tell_of_what_came_and_went(
    root: Path, change: Callable[[Path], object], lately: bool
) -> None:
    if not lately:
        let_be(root)
    seal = folders_kept(root)
    assert seal_of(root, root / "site", name="folders") == seal
    added(root / "site/index.html")
    written_over(root / "site/en/one/index.html")
    assert seal_of(root, root / "site", name="folders") == seal, "beside them, and in a file, is not looked"
    change(root / "site/en/two/deep/er/index.html")
    assert seal_of(root, root / "site", name="folders") is None


def test_what_is_forgotten_is_not_left(root: Path) -> None:
    folders_kept(root)
    forget_left(root, "folders")
    assert seal_of(root, root / "site", name="folders") is None
    forget_left(root, "folders")
