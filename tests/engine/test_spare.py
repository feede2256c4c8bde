"""The site before the last, as it is or damaged, becomes the very site that a build from nothing gives."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from cyhoeddi.left import is_folder, keep_left, read_left, states_in
from cyhoeddi.site import swap
from cyhoeddi.site.engine import build_site, look_back
from cyhoeddi.site.spare import Reused, Spare, fetch, keep, link, look_at_spare
from tests.engine.hand_made import CY, EN, files, make_project, page, write, write_page
from tests.ledgers import change_ledger

SPARE = ".cyhoeddi/spare-site"
ABOUT = {EN: "/en/about-us/", CY: "/cy/amdanom-ni/"}


def build(project: Path, name: str = "site") -> None:
    """Build as the pipeline does."""
    swap.recover(project)
    new = swap.private_folder(project) / "site"
    last = look_back(project, project / name)
    built = build_site(project, docs_dir=project / "docs", into=new, looked_back=last, jobs=1)
    states = states_in(new, built.hashes.keys(), *built.reused)
    swap.swap_in(new, project / name, project)
    built.keep(project, project / name, states)
    shutil.rmtree(new.parent)


def anew(project: Path) -> dict[str, bytes]:
    """Give the files of a site built from nothing."""
    build_site(project, docs_dir=project / "docs", into=project / "anew")
    return files(project / "anew")


def folders(top: Path) -> set[str]:
    return {str(path.relative_to(top)) for path in top.rglob("*") if path.is_dir()}


def numbers(top: Path) -> dict[str, int]:
    """Give the number of each file of *top*, by which a file is told from a copy of it."""
    return {str(path.relative_to(top)): path.stat().st_ino for path in top.rglob("*") if path.is_file()}


def add_page(project: Path) -> None:
    """Add a page in both languages, at the address of a file of the last site if there is one."""
    for language, address in ABOUT.items():
        write_page(project / "docs", page(language, "page", "about", address, ABOUT[CY]))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("project"))
    add_page(project)
    build(project)
    (project / "docs/en/generated/page/about.md").unlink()
    (project / "docs/cy/generated/page/about.md").unlink()
    build(project)
    return project


@pytest.fixture
def project(tmp_path: Path, built: Path) -> Path:
    """Give a project with a spare in which two pages stand that the site has no more."""
    copy = shutil.copytree(built, tmp_path / "project")
    for name in files(copy / "site"):
        if (built / SPARE / name).samefile(built / "site" / name):
            (copy / SPARE / name).unlink()
            os.link(copy / "site" / name, copy / SPARE / name)
    for folder in ("", *folders(built / SPARE)):
        shutil.copystat(built / SPARE / folder, copy / SPARE / folder)
    assert (copy / SPARE / "en/about-us/index.html").is_file()
    assert not (copy / "site/en/about-us").exists()
    return copy


def test_a_file_that_has_not_changed_stays_where_it_is(project: Path) -> None:
    before = numbers(project / SPARE)
    build(project)
    gone = {"en/about-us/index.html", "cy/amdanom-ni/index.html"}
    assert numbers(project / "site") == {name: one for name, one in before.items() if name not in gone}
    assert not (project / "site/en/about-us").exists()


def overwrite(spare: Path) -> None:
    # In the file itself, as no build does.
    (spare / "en/index.html").write_text("Mine", encoding="utf-8")


def replace_by_one_as_long(spare: Path) -> None:
    size = (spare / "en/index.html").stat().st_size
    (spare / "en/index.html").unlink()
    (spare / "en/index.html").write_bytes(b"x" * size)


def lose_a_file(spare: Path) -> None:
    (spare / "en/index.html").unlink()


def lose_a_folder(spare: Path) -> None:
    shutil.rmtree(spare / "cy")


def lose_all(spare: Path) -> None:
    shutil.rmtree(spare)


def empty_it(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.mkdir()


def add_strangers(spare: Path) -> None:
    write(spare / "stranger.html", "Mine")
    write(spare / "en/deep/er/stranger.html", "Mine")
    (spare / "empty/er").mkdir(parents=True)
    os.mkfifo(spare / "en/pipe")


def link_a_file(spare: Path) -> None:
    (spare / "en/index.html").rename(spare.parent / "moved.html")
    (spare / "en/index.html").symlink_to(spare.parent / "moved.html")


def link_a_folder(spare: Path) -> None:
    (spare / "en").rename(spare.parent / "moved")
    (spare / "en").symlink_to(spare.parent / "moved")


def put_a_folder_in_place_of_a_file(spare: Path) -> None:
    (spare / "404.html").unlink()
    write(spare / "404.html/index.html", "Mine")


def put_a_file_in_place_of_a_folder(spare: Path) -> None:
    shutil.rmtree(spare / "en")
    write(spare / "en", "Mine")


def close_a_folder(spare: Path) -> None:
    (spare / "en").chmod(0o500)


def be_a_file(spare: Path) -> None:
    shutil.rmtree(spare)
    write(spare, "Mine")


def be_a_link(spare: Path) -> None:
    spare.rename(spare.parent / "moved")
    spare.symlink_to(spare.parent / "moved")


def be_a_link_to_the_site(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.symlink_to(spare.parent.parent / "site")


DAMAGES = (
    replace_by_one_as_long,
    lose_a_file,
    lose_a_folder,
    lose_all,
    empty_it,
    add_strangers,
    link_a_file,
    link_a_folder,
    put_a_folder_in_place_of_a_file,
    put_a_file_in_place_of_a_folder,
    close_a_folder,
    be_a_file,
    be_a_link,
    be_a_link_to_the_site,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_whatever_is_in_the_spare_the_new_site_is_the_same(
    project: Path, damage: Callable[[Path], None]
) -> None:
    good, rooms, mode = files(project / "site"), folders(project / "site"), (project / "site").stat().st_mode
    damage(project / SPARE)
    moved = project / ".cyhoeddi/moved"
    kept = files(moved) if moved.is_dir() else {}
    # The second time, what was damaged is neither the site nor its spare.
    for _ in range(2):
        build(project)
        assert files(project / "site") == good
        assert folders(project / "site") == rooms
        assert {path.stat().st_mode for path in (project / "site").rglob("*") if path.is_dir()} == {mode}
        assert not any(path.is_symlink() for path in (project / "site").rglob("*"))
    assert list((project / ".cyhoeddi").glob("build-*")) == []
    assert (project / SPARE).is_dir()
    assert not (project / SPARE).is_symlink()
    # What a link led to is nobody's but its owner's.
    assert (files(moved) if moved.is_dir() else {}) == kept


def test_a_file_changed_in_site_and_spare_at_once_is_made_anew(project: Path) -> None:
    shutil.rmtree(project / SPARE)
    build(project)
    good = files(project / "site")
    assert (project / SPARE / "en/index.html").samefile(project / "site/en/index.html")
    overwrite(project / SPARE)
    assert files(project / "site") != good
    build(project)
    assert files(project / "site") == good


def test_a_site_that_was_lost_is_there_again(project: Path) -> None:
    good = files(project / "site")
    shutil.rmtree(project / "site")
    build(project)
    assert files(project / "site") == good
    build(project)
    assert files(project / "site") == good


def test_no_build_writes_into_a_file_of_the_site_in_place(project: Path) -> None:
    """Both have robots.txt; that of one language is made anew while that of the other stands."""
    for language in (EN, CY):
        write(project / f"docs/{language}/generated/root/robots.txt", "User-agent: *\n")
    build(project)
    build(project)
    before = (project / "site/robots.txt").stat().st_mtime_ns
    change_ledger(
        project / ".cyhoeddi/site.json",
        lambda held: json.loads(json.dumps(held).replace("cy/generated/root/", "cy/generated/x/")),
    )
    build(project)
    assert (project / "site/robots.txt").stat().st_mtime_ns == before
    assert (project / SPARE / "robots.txt").stat().st_mtime_ns == before
    assert files(project / "site") == anew(project)


def test_what_was_lost_is_made_along_with_what_was_changed(project: Path) -> None:
    (project / "site/robots.txt").unlink()
    (project / SPARE / "robots.txt").unlink()
    for name in ("en/rents-2023-html/index.html", "assets/style.css"):
        (project / "site" / name).unlink()
        write(project / SPARE / name, "Mine")
    add_page(project)
    (project / "docs/cy/generated/page/about.md").unlink()
    build(project)
    assert files(project / "site") == anew(project)
    assert (project / "site/en/about-us/index.html").is_file()


@pytest.mark.parametrize("first", ["page", "file"])
def test_an_address_that_turns_from_file_to_folder_or_back(project: Path, first: str) -> None:
    def make(what: str) -> None:
        shutil.rmtree(project / "docs/en/generated/page", ignore_errors=True)
        (project / "docs/en/generated/root/en/about-us").unlink(missing_ok=True)
        if what == "page":
            add_page(project)
        else:
            write(project / "docs/en/generated/root/en/about-us", "A file without an ending\n")

    for what in (first, first, {"page": "file", "file": "page"}[first]):
        make(what)
        build(project)
    assert (project / "site/en/about-us").is_file() is (first == "page")
    assert files(project / "site") == anew(project)


def test_site_and_preview_have_a_spare_each(project: Path) -> None:
    good = files(project / "site")
    build(project, "preview")
    build(project, "preview")
    assert (project / ".cyhoeddi/spare-preview").is_dir()
    write(project / ".cyhoeddi/spare-preview/stranger.html", "Mine")
    build(project)
    assert (project / ".cyhoeddi/spare-preview/stranger.html").is_file()
    build(project, "preview")
    assert files(project / "site") == files(project / "preview") == good


def _killed_at(project: Path, number: int) -> bool:
    """Build in a process that kills itself before its *number*th step; tell whether it lived."""

    def run() -> None:
        steps = 0

        def killing(owner: object, attribute: str) -> None:
            real = getattr(owner, attribute)

            def step(*arguments: object, **named: object) -> object:
                nonlocal steps
                steps += 1
                if steps == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*arguments, **named)

            setattr(owner, attribute, step)

        for name in ("unlink", "rmdir", "link", "rename"):
            killing(os, name)
        killing(Path, "rename")
        killing(swap, "exchange")
        build(project)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode == 0


def test_a_build_killed_at_any_step_leaves_a_whole_site(project: Path) -> None:
    good = files(project / "site")
    for number in range(1, 99):
        if (project / SPARE).is_dir():
            add_strangers(project / SPARE)
            lose_a_file(project / SPARE)
        lived = _killed_at(project, number)
        assert files(project / "site") == good
        build(project)
        assert files(project / "site") == good
        assert list((project / ".cyhoeddi").glob("build-*")) == []
        assert (project / SPARE).is_dir()
        if lived:
            break
    assert lived
    assert number > 10


# The spare by itself --------------------------------------------------------------


def test_of_a_spare_only_what_differs_is_changed(tmp_path: Path) -> None:
    for path in ("a/b.html", "a/c.html", "d/e/f.html"):
        write(tmp_path / "new" / path, path)
        write(tmp_path / "site" / path, f"{path} of the site")
    os.utime(tmp_path / "new/a/b.html", ns=(5, 5))
    (tmp_path / "site/a/b.html").unlink()
    os.link(tmp_path / "new/a/b.html", tmp_path / "site/a/b.html")
    write(tmp_path / "site/g/h.html", "New")
    before = states_in(tmp_path / "new", ["a/b.html", "a/c.html", "d/e/f.html"])
    wanted = {"a/b.html", "a/c.html", "g/h.html"}
    held = Spare(tmp_path / "new", before).fit(
        wanted, tmp_path / "site", states_in(tmp_path / "site", wanted)
    )
    assert held == Reused(before, {"a/b.html"})
    assert files(tmp_path / "new") == {
        "a/b.html": b"a/b.html",
        "a/c.html": b"a/c.html of the site",
        "g/h.html": b"New",
    }
    assert folders(tmp_path / "new") == {"a", "g"}
    assert states_in(tmp_path / "new", wanted, *held) == states_in(tmp_path / "new", wanted)


def test_a_spare_that_cannot_be_cleared_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "site/a/b.html", "Good")
    write(tmp_path / "new/a/b.html", "Held")
    write(tmp_path / "new/old.html", "Old")
    own = states_in(tmp_path / "new", ["a/b.html", "old.html"])

    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "unlink", refuse)
    held = Spare(tmp_path / "new", own).fit(
        {"a/b.html"}, tmp_path / "site", states_in(tmp_path / "site", ["a/b.html"])
    )
    assert files(tmp_path / "new") == {"a/b.html": b"Good"}
    assert held == Reused({}, frozenset())


def test_a_spare_is_used_only_if_it_is_as_a_build_left_it(tmp_path: Path) -> None:
    (tmp_path / ".cyhoeddi/spare-site").mkdir(parents=True)
    assert not look_at_spare(tmp_path, "site")
    write(tmp_path / SPARE / "en/a.html", "Held")
    keep_left(tmp_path, tmp_path / SPARE, states := states_in(tmp_path / SPARE, ["en/a.html"]))
    assert look_at_spare(tmp_path, "site")
    (tmp_path / "new").mkdir()
    assert fetch(tmp_path, "site", tmp_path / "new", None) == Spare(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []
    assert fetch(tmp_path, "site", tmp_path / "new", states) == Spare(tmp_path / "new", states)
    assert files(tmp_path / "new") == {"en/a.html": b"Held"}


def test_what_was_left_in_the_site_is_known_of_its_spare(project: Path) -> None:
    before = read_left(project, "site")
    build(project)
    spare = read_left(project, "spare-site")
    assert before is not None
    assert spare == before
    assert {path for path, state in spare.states.items() if not is_folder(state)} == set(
        files(project / SPARE)
    )
    assert look_at_spare(project, "site")


def test_a_folder_that_cannot_be_kept_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "old/a.html", "Old")
    os.link(tmp_path / "old/a.html", tmp_path / "b.html")
    (tmp_path / ".cyhoeddi").mkdir()

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    keep(tmp_path / "old", tmp_path, "site")
    assert not (tmp_path / "old").exists()


def test_a_folder_that_has_no_file_in_common_is_not_kept(tmp_path: Path) -> None:
    write(tmp_path / ".cyhoeddi/spare-site/a.html", "Older")
    write(tmp_path / "old/a.html", "Old")
    keep(tmp_path / "old", tmp_path, "site")
    assert not (tmp_path / "old").exists()
    assert not (tmp_path / SPARE).exists()
    write(tmp_path / "old/a/b.html", "Old")
    os.link(tmp_path / "old/a/b.html", tmp_path / "b.html")
    keep(tmp_path / "old", tmp_path, "site")
    assert files(tmp_path / SPARE) == {"a/b.html": b"Old"}


@pytest.mark.parametrize("linked", [True, False])
def test_what_had_the_name_loses_it_and_is_not_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, linked: bool
) -> None:
    write(tmp_path / "new", "new")
    write(tmp_path / "old", "old")
    (tmp_path / "elsewhere").hardlink_to(tmp_path / "old")
    if not linked:
        monkeypatch.setattr(os, "link", be_unable)
    for name in ("old", "fresh"):
        link(tmp_path / "new", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8") == "new"
        assert (tmp_path / name).samefile(tmp_path / "new") == linked
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "old"


def be_unable(*_: object) -> None:
    raise OSError
