from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cyhoeddi.audit.tools import PARTS
from cyhoeddi.cli import audit, main

CLEAN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Home</title></head>
<body><main><h1>Home</h1><p>Words.</p></main></body></html>
"""


def run(*arguments: str | Path) -> int:
    """Run the command in this process and give its exit status, misuse included."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as exit_:
        return int(exit_.code or 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A foreign site, on a machine that has no Java and in no CI."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "index.html").write_text(CLEAN, encoding="utf-8")
    return tmp_path / "foreign"


def test_a_foreign_folder_is_audited_without_a_project(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "index.html").write_text(CLEAN.replace("<p>", '<p><a href="/gone/">G</a>'), encoding="utf-8")
    assert run("audit", folder, "--parts", "static", "--format", "json") == 1
    told = capsys.readouterr()
    problems = {problem["rule"]: problem for problem in json.loads(told.out)["problems"]}
    assert problems["links"]["file"] == "foreign/index.html"
    assert "Not run: vnu-jar" in told.err
    assert "The site did not pass" in told.err


def test_a_tool_that_is_missing_is_a_failure_in_ci_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cyhoeddi.audit.run._rules", dict)
    assert run("audit", folder, "--parts", "static") == 0
    monkeypatch.setenv("CI", "true")
    assert run("audit", folder, "--parts", "static") == 1


def test_the_report_is_written_where_it_is_wanted(folder: Path) -> None:
    run("audit", folder, "--parts", "static", "--report", "out")
    assert {file.name for file in Path("out").glob("*.html")} == {"en.html", "cy.html"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "/nowhere is no folder and no address"),
        (["https://example.org/"], "is not on this machine"),
        (["foreign", "--record"], "--record is for the project's own site/ only"),
        (["foreign", "--parts", "pdf,words"], "words is not a part: use static, browser, pdf"),
        (["foreign", "--parts", ","], "name at least one of static, browser, pdf"),
        (["foreign", "--jobs", "0"], "0 is too few"),
        (["foreign", "--extra", "-1"], "-1 is not a number such as 10"),
        (["foreign", "--extra", "some"], "some is not a number such as 10"),
        ([], "is no project folder"),
    ],
)
def test_misuse_is_told_in_plain_words(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert folder.is_dir()
    assert run("audit", *arguments) == 2
    assert said in capsys.readouterr().err


def test_the_result_is_recorded_for_the_site_of_the_project_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = []
    monkeypatch.setattr("cyhoeddi.audit.run._rules", dict)
    monkeypatch.setattr(audit, "_record", lambda root, summary: recorded.append((root, summary)) or ())
    project = folder.parent
    (project / "mkdocs.yml").write_text("", encoding="utf-8")
    folder.rename(project / "site")
    assert run("audit", "--parts", "static", "--record", "--now", "2026-11-22T10:00") == 0
    (root, summary) = recorded[0]
    assert (root, summary["date"], summary["pages"]["all"]) == (project, "2026-11-22", 1)


def test_the_command_names_the_parts_that_there_are() -> None:
    assert tuple(PARTS) == audit.PARTS


def test_no_other_command_waits_for_the_audit_to_be_imported() -> None:
    program = "import sys, cyhoeddi.cli; print(*[name for name in sys.modules if '.audit.' in name])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
