from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cyhoeddi import assemble, pipeline
from cyhoeddi.cli import main
from cyhoeddi.examine import check_project
from cyhoeddi.words import publication_types
from tests.conftest import Run
from tests.one_page import build_one_page
from tests.render.folders import publication, write_file, write_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_folder(tmp_path, {"one.yaml": publication("One")})


def run(*arguments: str | Path) -> int:
    """Run the command in this process and give its exit status, misuse included."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as exit_:
        return int(exit_.code or 0)


@pytest.mark.parametrize("place", ["before", "after"])
def test_another_folder_is_named_before_or_after_the_command(root: Path, place: str) -> None:
    arguments = ["-C", str(root), "check"] if place == "before" else ["check", "-C", str(root)]
    assert run(*arguments) == 0


def test_the_exit_status_tells_errors_from_none_and_from_misuse(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("-C", root, "check") == 0
    assert capsys.readouterr().out == "No problems found\n"
    write_file(root, "two.yaml", publication("Two", titel="x"))
    assert run("-C", root, "check") == 1
    assert re.match(r"briefings/two.yaml:\d+:\d+: error: .* \(format\)\n    hint: ", capsys.readouterr().out)
    for command in ("build", "accept"):
        assert run("-C", root, command) == 1
    assert "what was there before is untouched" in capsys.readouterr().err
    assert not (root / "addresses.lock").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "invalid choice: 'chekc'"),
        ([], "required"),
        (["build", "--skip", "pdf,pages"], "pages is not an output: use pdf, search"),
        (["build", "--now", "yesterday"], "yesterday is not a moment such as 2023-11-14T09:30"),
        (["build", "--now", "0001-01-01T00:00+09:00"], "is not a moment"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--preview"], "unrecognized arguments"),
        (["serve", "--address", "8000"], "8000 is not a host and port such as 127.0.0.1:8000"),
        (["serve", "--address", "127.0.0.1:99999"], "127.0.0.1:99999 is not a host and port"),
        (["new", "poem", "A", "B"], "invalid choice: 'poem'"),
        (["new", "briefing", " ", "B"], "a title cannot be empty"),
        (["new", "briefing", "A", "x" * 121], "at most 120 characters, not 121"),
    ],
)
def test_misuse_is_told_with_status_2(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run("-C", root, *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_folder_without_mkdocs_yml_is_no_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert run("-C", folder, "check") == 2
        assert "it has no mkdocs.yml" in capsys.readouterr().err


def test_problems_are_text_unless_asked_for_in_another_form(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("CI", "true")
    write_file(root, "two.yaml", publication("Two", titel="x"))
    run("-C", root, "check")
    assert capsys.readouterr().out.startswith("briefings/two.yaml:")
    run("-C", root, "check", "--format", "json")
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["file"] == "briefings/two.yaml"
    run("-C", root, "check", "--format", "github")
    assert capsys.readouterr().out.startswith("::error file=briefings/two.yaml,")


def test_skip_takes_the_names_of_outputs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skipped: list[set[str]] = []

    def build(*_arguments: object, skip: Iterable[str], **_named: object) -> pipeline.Outcome:
        skipped.append(set(skip))
        return pipeline.Outcome((), root)

    monkeypatch.setattr(pipeline, "build", build)
    words = ("--skip pdf", "--skip search", "--skip pdf,search", "--skip pdf --skip search", "--skip=", "")
    for typed in words:
        assert run("-C", root, "build", *typed.split()) == 0
    assert skipped == [{"pdf"}, {"search"}, {"pdf", "search"}, {"pdf", "search"}, set(), set()]


@pytest.mark.parametrize(
    ("english", "welsh", "name"),
    [
        ('Profit: "out" & in', "Elw: 'allan' & #mewn", "profit-out"),
        ("Café – Rôle", "Caffi – Rôl", "cafe-role"),
        ("★ ★", "Seren", "seren"),
        ("★", "★", "briefing"),
        ("- [x]: {y} | > &z *w !v %u @t `s`", "- [a]: {o} | > &i *y !yr %neu @na `ni`", "x-y-z-w-v-u-t-s"),
        ("true", "no", "true"),
        ("2024-01-01", "2024-01-01", "2024-01-01"),
        ("Two\nlines\tand\x7f\u2028more", "Dwy \\ linell", "two-lines-more"),
    ],
)
def test_a_new_file_is_a_draft_that_check_accepts(
    root: Path, capsys: pytest.CaptureFixture[str], english: str, welsh: str, name: str
) -> None:
    assert run("-C", root, "new", "briefing", english, welsh) == 0
    file = root / capsys.readouterr().out.strip()
    assert (file.stem, file.suffix) == (name, ".yaml")
    assert check_project(root, datetime.now(UTC)) == ()
    text = file.read_text(encoding="utf-8")
    assert "\nstatus: draft\n" in text
    assert text.startswith("# yaml-language-server: $schema=")

    before = file.read_bytes()
    assert run("-C", root, "new", "briefing", english, welsh) == 1
    assert f"{file.relative_to(root)} is there already" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_title_as_long_as_the_format_allows_is_only_warned_of(root: Path) -> None:
    assert run("-C", root, "new", "briefing", "x" * 120, "x" * 120) == 0
    (file,) = (root / "briefings").rglob("x*.yaml")
    assert file.stem == "x" * 100
    problems = check_project(root, datetime.now(UTC))
    assert [(one.rule, one.level) for one in problems] == [("long-title", "warning")] * 2


@pytest.mark.parametrize("kind", sorted(publication_types()))
def test_every_type_can_be_new(root: Path, kind: str) -> None:
    assert run("-C", root, "new", kind, "A title", "Teitl") == 0
    assert check_project(root, datetime.now(UTC)) == ()


def test_due_prints_the_next_moment_or_that_there_is_none(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_file(root, "later.yaml", publication("Secret", publish_at="2030-07-01T09:30"))
    assert run("-C", root, "due", "--now", "2024-01-01T00:00") == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("2030-07-01T09:30+01:00\n", "")
    assert run("-C", root, "due", "--now", "2030-07-01T09:30") == 0
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err == "The public site does not change by itself: nothing waits for its moment.\n"


def test_accept_says_how_many_addresses_it_remembers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-C", root, "accept") == 0
    assert "addresses.lock remembers 6 addresses, translations.lock" in capsys.readouterr().err
    assert (root / "addresses.lock").is_file()


# Nothing ends in a traceback -----------------------------------------------------


def spoil(root: Path, what: str) -> None:
    match what:
        case "the cache is a file":
            (root / ".cyhoeddi").write_bytes(b"")
        case "docs/en/generated cannot be made":
            for language in ("en", "cy"):
                (root / "docs" / language).rename(root / "docs" / f"{language}-away")
                (root / "docs" / language).symlink_to(root / "docs" / f"{language}-away")
            (root / "docs/en-away/generated").symlink_to("/proc/none")
            (root / "docs/en-away").rename(root / "docs/gone")
            (root / "docs/en").unlink()
            (root / "docs/en").write_bytes(b"")
        case "addresses.lock is a folder":
            (root / "addresses.lock").mkdir()
        case "a briefing is a folder":
            (root / "briefings/two.yaml").mkdir()
            (root / "briefings/three.yaml").symlink_to("nowhere")
        case "mkdocs.yml is broken":
            (root / "mkdocs.yml").write_text("a: [", encoding="utf-8")
        case "mkdocs.yml is a list":
            (root / "mkdocs.yml").write_text("- a\n", encoding="utf-8")
        case "briefings is a file":
            (root / "briefings/one.yaml").unlink()
            (root / "briefings").rmdir()
            (root / "briefings").write_bytes(b"")
        case _:
            raise ValueError(what)


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("the cache is a file", 1),
        ("docs/en/generated cannot be made", 1),
        ("addresses.lock is a folder", 1),
        ("a briefing is a folder", 0),
        ("mkdocs.yml is broken", 1),
        ("mkdocs.yml is a list", 1),
        ("briefings is a file", 0),
    ],
)
def test_a_folder_in_disorder_gets_a_sentence(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, what: str, status: int
) -> None:
    monkeypatch.setattr(assemble, "build_site", build_one_page)
    monkeypatch.setattr(assemble, "build_search", lambda *_, **__: {})
    spoil(root, what)
    assert run("-C", root, "build") == status
    assert "Traceback" not in capsys.readouterr().err
    for command in ("check", "due", "accept"):
        assert run("-C", root, command) in (0, 1)


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (OSError(28, "No space left on device"), 1, "No space left on device"),
        (PermissionError(13, "Permission denied", "site/en"), 1, "site/en: Permission denied"),
        (OSError("odd"), 1, "odd"),
        (KeyboardInterrupt(), 130, "Stopped."),
    ],
)
def test_what_the_system_refuses_is_told_in_a_sentence(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    status: int,
    said: str,
) -> None:
    def build_site(*_arguments: object, **_named: object) -> None:
        raise fault

    monkeypatch.setattr(assemble, "build_site", build_site)
    assert run("-C", root, "build") == status
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("blocks", [2, 9], ids=["while generating", "in the engine"])
def test_a_disk_that_is_full_is_told_in_a_sentence(root: Path, blocks: int) -> None:
    # No file may grow past so many KiB: what the site needs is refused in the midst of writing.
    command = f'ulimit -f {blocks}; exec "{Path(sys.executable).with_name("cyhoeddi")}" build'
    done = subprocess.run(["bash", "-c", command], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
    assert not (root / "site").exists()


def test_output_that_nobody_reads_and_letters_that_cannot_be_shown_are_no_fault(
    root: Path, run_cyhoeddi: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = publication("Two", ŵŷ="x")
    write_file(root, "two.yaml", wrong)
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    shown = run_cyhoeddi(root, "check")
    assert (shown.returncode, shown.stderr) == (1, "")
    assert r"\u0175\u0177" in shown.stdout
    read, write = os.pipe()
    os.close(read)
    command = [str(Path(sys.executable).with_name("cyhoeddi")), "check"]
    done = subprocess.run(command, cwd=root, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_the_pdf_of_what_is_not_there_is_misuse(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(root), "pdf", "nothing"]) == 2
    assert "nothing is not the id of a publication with sections." in capsys.readouterr().err
    assert not list(root.glob("*.pdf"))
