from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from cyhoeddi.audit.tools import PARTS, Tool, find_tools
from cyhoeddi.language import Language


def package(folder: Path, name: str, told: str, script: str) -> Path:
    home = folder / "node_modules" / name
    (home / script).parent.mkdir(parents=True)
    (home / "package.json").write_text(told, encoding="utf-8")
    (home / script).write_text("", encoding="utf-8")
    return home / script


def test_the_parts_name_the_tools_that_they_borrow() -> None:
    assert list(find_tools(["pdf"], [])) == ["page-validation", "outloud", "pdfua", "pikepdf"]
    every = [name for part in PARTS.values() for name in part]
    assert list(find_tools(PARTS, [])) == every


def test_a_package_of_npm_is_found_in_the_first_folder_that_has_it_whole(tmp_path: Path) -> None:
    damaged, whole, later = (tmp_path / name for name in ("damaged", "whole", "later"))
    package(damaged, "axe-core", "{", "axe.min.js")
    file = package(whole, "axe-core", json.dumps({"version": "4.14.1"}), "axe.min.js")
    package(later, "axe-core", json.dumps({"version": "1"}), "axe.min.js")
    found = find_tools(["browser"], [tmp_path, damaged, whole, later])["axe-core"]
    assert found == Tool("axe-core", "4.14.1", file)


def test_a_package_without_its_script_is_not_installed(tmp_path: Path) -> None:
    package(tmp_path, "vnu-jar", json.dumps({"version": "1"}), "build/dist/vnu.jar").unlink()
    assert not find_tools(["static"], [tmp_path])["vnu-jar"].is_installed


@pytest.mark.parametrize("name", PARTS["pdf"])
def test_a_package_of_python_is_told_by_its_version(name: str) -> None:
    assert find_tools(["pdf"], [])[name] == Tool(name, version(name))


@pytest.mark.parametrize("name", PARTS["pdf"])
def test_each_package_of_python_that_is_missing_is_named_by_itself(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = version
    monkeypatch.setattr(
        "cyhoeddi.audit.tools.version", lambda asked: _missing(asked) if asked == name else there(asked)
    )
    found = find_tools(["pdf"], [])
    assert [one.name for one in found.values() if not one.is_installed] == [name]


def test_programs_that_are_not_there_are_named_with_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cyhoeddi.audit.tools.version", _missing)
    monkeypatch.setenv("PATH", "")
    found = find_tools(["static", "pdf"], [])
    assert not any(tool.is_installed for tool in found.values())
    told = {name: tool.how_to_get(Language.EN) for name, tool in found.items()}
    assert told["java"] == "Install it; on Debian, with: apt-get install default-jre-headless"
    assert told["vnu-jar"] == "Install it with: npm install vnu-jar"
    assert told["outloud"] == "Install it with: pip install outloud"
    assert told["pikepdf"] == "Install it with: pip install pikepdf"


def test_without_what_drives_the_browser_that_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cyhoeddi.audit.tools.version", _missing)
    monkeypatch.setattr("cyhoeddi.audit.tools.find_spec", lambda _name: None)
    found = find_tools(["browser"], [])
    told = [tool.how_to_get(Language.EN) for tool in found.values() if not tool.is_installed]
    assert told[0] == "Install it with: pip install playwright"
    assert "chromium" in told[1]


@pytest.mark.parametrize("name", sorted({name for part in PARTS.values() for name in part}))
def test_how_to_get_a_tool_is_told_in_both_languages_with_the_same_command(name: str) -> None:
    english, welsh = (Tool(name).how_to_get(language) for language in Language)
    assert english != welsh
    assert english.rpartition(": ")[2] == welsh.rpartition(": ")[2] != ""


def test_a_program_that_does_not_start_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java = tmp_path / "java"
    monkeypatch.setenv("PATH", str(tmp_path))
    java.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    java.chmod(0o755)
    assert find_tools(["static"], [])["java"] == Tool("java")
    java.write_text("#!/bin/sh\necho 'openjdk version \"17.0.9\"' >&2\n", encoding="utf-8")
    assert find_tools(["static"], [])["java"] == Tool("java", "17.0.9", java)


def _missing(name: str) -> str:
    from importlib.metadata import PackageNotFoundError

    raise PackageNotFoundError(name)
