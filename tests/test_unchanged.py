"""An answer is given again only while it would be found again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cyhoeddi import assemble, fingerprint, inputs, pipeline, unchanged
from cyhoeddi.cli import main
from cyhoeddi.examine import examine
from cyhoeddi.left import keep_left, states_in
from cyhoeddi.unchanged import Answer, ask
from tests.one_page import build_one_page
from tests.project_folder import REPORT, write, write_project

NOW = datetime(2024, 6, 1, 11, tzinfo=UTC)
ANSWER = Answer(
    "No problems found\n", "done\n", 0, NOW.isoformat(), (NOW + timedelta(hours=1)).isoformat(), "site"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project with a site."""
    root = write_project(tmp_path)
    write(root, "site/en/index.html", "Home")
    write(root, "docs/en/generated/page/a.md", "a")
    write(root, "evidence.json", "{}")
    return root


def recall(root: Path, now: datetime = NOW, typed: Sequence[str] = ("build",)) -> Answer | None:
    question = ask(["-C", str(root), *typed])
    return question.recall(now) if question else None


def remember(root: Path, answer: Answer = ANSWER) -> None:
    question = ask(["-C", str(root), "build"])
    assert question is not None
    question.remember(answer, seal_of(root))


def seal_of(root: Path) -> str:
    site = root / "site"
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    return keep_left(root, site, states_in(site, files))


def test_the_same_question_has_the_same_answer(root: Path) -> None:
    assert recall(root) is None
    remember(root)
    assert recall(root) == ANSWER
    assert recall(root, typed=["build", "--preview"]) is None


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "briefings/report.yaml",
        "docs/en/about.md",
        "theme/base.html",
        "new.lock",
        "briefings/status/a.yaml",
        "briefings/files/site/a.csv",
    ],
)
def test_any_file_that_people_write_makes_it_another_question(root: Path, name: str) -> None:
    remember(root)
    write(root, name, "other")
    assert recall(root) is None


@pytest.mark.parametrize(
    "name", ["site/en/index.html", "site/new.html", "site/en/a/b/c/new.html", "evidence.json"]
)
def test_what_a_build_left_must_be_as_it_was(root: Path, name: str) -> None:
    remember(root)
    write(root, name, "other")
    assert recall(root) is None


def test_what_only_serves_to_make_the_site_is_mended_when_it_is_made_again(root: Path) -> None:
    remember(root)
    write(root, "docs/en/generated/page/a.md", "other")
    assert recall(root) == ANSWER


def test_a_file_saved_again_at_once_at_the_same_size_makes_it_another_question(root: Path) -> None:
    write(root, "briefings/report.yaml", REPORT)
    remember(root)
    write(root, "briefings/report.yaml", REPORT[::-1])
    assert recall(root) is None
    write(root, "briefings/report.yaml", REPORT)
    assert recall(root) == ANSWER


def test_a_site_that_is_gone_is_built_again(root: Path) -> None:
    remember(root)
    shutil.rmtree(root / "site")
    assert recall(root) is None


def test_of_files_that_were_saved_meanwhile_nothing_is_kept(root: Path) -> None:
    question = ask(["-C", str(root), "build"])
    assert question is not None
    before = (root / "briefings/report.yaml").read_bytes()
    write(root, "briefings/report.yaml", before + b"# saved while the site was built\n")
    question.remember(ANSWER, seal_of(root))
    write(root, "briefings/report.yaml", before)
    assert recall(root) is None


def test_of_a_site_that_nothing_is_known_of_nothing_is_kept(root: Path) -> None:
    question = ask(["-C", str(root), "build"])
    assert question is not None
    question.remember(ANSWER)
    assert not (root / unchanged.FILE).exists()


@pytest.mark.parametrize(
    ("moment", "is_known"),
    [
        (NOW, True),
        (NOW + timedelta(minutes=59), True),
        (NOW + timedelta(hours=1), False),
        (NOW - timedelta(seconds=1), False),
    ],
)
def test_it_holds_until_the_next_moment_that_matters(root: Path, moment: datetime, is_known: bool) -> None:
    remember(root)
    assert (recall(root, moment) is not None) == is_known


def begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program be looked at as by a process that has just begun."""
    monkeypatch.setattr(fingerprint, "_HASHES", {})
    monkeypatch.setattr(inputs, "code_digest", fingerprint.code_digest.__wrapped__)


def test_another_program_finds_its_own_answer(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path_factory.mktemp("other") / "cyhoeddi"
    shutil.copytree(fingerprint.PACKAGE, package)
    monkeypatch.setattr(inputs, "PACKAGE", package)
    begin_anew(monkeypatch)
    remember(root)
    assert recall(root) == ANSWER
    # This folder bears a name that is not read in a project; in the program it is.
    write(package, "site/engine.py", "other")
    # The process that has begun goes on as the program that it was.
    assert recall(root) == ANSWER
    begin_anew(monkeypatch)
    assert recall(root) is None


def test_a_program_of_other_parts_finds_its_own_answer(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path_factory.mktemp("packages")
    (place / "some-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(place)
    begin_anew(monkeypatch)
    remember(root)
    assert recall(root) == ANSWER
    (place / "some-1.0.dist-info").rename(place / "some-1.1.dist-info")
    assert recall(root) is None
    (place / "some-1.1.dist-info").rmdir()
    assert recall(root) is None


def test_a_program_without_its_theme_can_be_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "HOME", root / "nowhere")
    remember(root)
    assert recall(root) == ANSWER


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b"{"),
        lambda file: file.write_bytes(b'{"version":"2","entries":{"-C":3}}'),
    ],
)
def test_what_is_lost_or_damaged_is_not_known(root: Path, spoil: Callable[[Path], object]) -> None:
    remember(root)
    spoil(root / unchanged.FILE)
    assert recall(root) is None


@pytest.mark.parametrize(
    "typed",
    [
        ["build", "--now", "2024-06-01T12:00"],
        ["check", "--baseline", "x"],
        ["serve"],
        ["build", "check"],
        ["--help"],
        [],
    ],
)
def test_other_questions_are_not_kept(root: Path, typed: list[str]) -> None:
    assert ask(["-C", str(root), *typed]) is None


def test_a_folder_without_settings_is_no_project(tmp_path: Path) -> None:
    assert ask(["-C", str(tmp_path), "build"]) is None


def test_the_digest_of_the_program_follows_its_files(tmp_path: Path) -> None:
    write(tmp_path, "a.py", "a")
    before = fingerprint.files_digest(tmp_path, fingerprint.folder_files(tmp_path))
    write(tmp_path, "a.pyc", "compiled")
    assert fingerprint.files_digest(tmp_path, fingerprint.folder_files(tmp_path)) == before
    write(tmp_path, "b.py", "")
    assert fingerprint.files_digest(tmp_path, fingerprint.folder_files(tmp_path)) != before


def test_a_command_says_the_same_again_without_doing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(assemble, "build_site", build_one_page)
    root = write_project(tmp_path)
    typed = ["-C", str(root), "build", "--skip", "pdf,search"]
    assert main(typed) == 0
    first = capsys.readouterr()
    monkeypatch.setattr(pipeline, "build", None)
    assert main(typed) == 0
    assert capsys.readouterr() == first


def test_an_embargo_in_a_file_that_is_passed_over_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "build_site", build_one_page)
    root = write_project(tmp_path)
    write(root, "briefings/later.yaml", f"publish_at: 2024-06-01T15:30\n{REPORT}")
    outcome = pipeline.build(root, now=NOW, say=print, skip=("pdf", "search"))
    assert outcome.until == datetime(2024, 6, 1, 14, 30, tzinfo=UTC)
    # One that cannot be read may end at any moment.
    write(root, "briefings/later.yaml", "publish_at: 2024-06-01T15:30\ntitle: {")
    assert pipeline.build(root, now=NOW, say=print, skip=("pdf", "search")).until == NOW


def test_without_an_embargo_it_holds_until_midnight_in_london(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    outcome = examine(root, NOW)
    assert outcome.until == datetime(2024, 6, 1, 23, tzinfo=UTC)
