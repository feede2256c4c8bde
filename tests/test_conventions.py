"""The conventions of the house, held by machine: who imports whom, how long, what no file may name."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from importlib.metadata import metadata, packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from tests.conftest import PROJECT

PACKAGE = PROJECT / "scripts" / "cyhoeddi"
MODULES = sorted(PACKAGE.rglob("*.py"))
LOCKS = ("requirements.txt", "requirements-test.txt")

SHAPE = PROJECT / "decisions" / "001-the-shape.md"
AUDIT = PROJECT / "decisions" / "010-the-audit.md"

LONGEST = 250

NOT_OURS = (
    re.compile(r"(?<![\w.~])/(?:home|root|work|Users|opt)/\w"),
    re.compile(r"(?:pypi|files\.pythonhosted|registry\.npmjs|deb\.debian)\.\w+"),
    re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host"),
)
"""A path of somebody's machine, the host of a package registry, an address to install from."""

OLDEST = "3.11.2"
"""The Python of Debian 12: not every package that runs on 3.11 runs on this one."""

COPYLEFT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)


def test_every_room_stands_in_the_table_of_the_shape() -> None:
    assert {_room(file) for file in MODULES} - _rows().keys() - {"__init__"} == set()


def test_modules_import_only_from_their_own_row_and_those_above() -> None:
    row = _rows()
    wrong = [
        f"{file.relative_to(PROJECT)} imports {imported}"
        for file in MODULES
        for imported in _imports(file)
        if row.get(imported, 0) > row.get(_room(file), 0)
    ]
    assert wrong == []


def test_the_audit_imports_only_from_what_stands_above_in_its_decision() -> None:
    listed = re.findall(r"^ {4}audit/(\w+)", AUDIT.read_text(encoding="utf-8"), re.MULTILINE)
    files = {
        file: file.relative_to(PACKAGE / "audit").with_suffix("").parts[0]
        for file in MODULES
        if _room(file) == "audit"
    }
    assert set(files.values()) - {"__init__"} == set(listed)
    wrong = [
        f"{own} imports {other}"
        for file, own in files.items()
        for other in _imports(file, "cyhoeddi.audit")
        if own in listed and other in listed and listed.index(other) > listed.index(own)
    ]
    assert wrong == []


def test_only_the_room_site_knows_mkdocs() -> None:
    knowing = {_room(file) for file in MODULES if "mkdocs" in _top_level_imports(file)}
    assert knowing <= {"site"}


def test_no_module_is_long_enough_to_hold_two_things() -> None:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}
    assert {file: length for file, length in lengths.items() if length > LONGEST} == {}


def test_no_module_is_named_after_nothing() -> None:
    assert not {file.stem for file in MODULES} & {"utils", "util", "helpers", "common", "manager", "misc"}


def test_every_check_is_named_after_its_file_and_has_a_test_of_that_name() -> None:
    for file in (PACKAGE / "checks").glob("*.py"):
        found = re.search(r'^ID(?:: \S+)? = "(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)
        if found:
            assert found[1] == file.stem.replace("_", "-")
            assert (PROJECT / "tests" / "checks" / f"test_{file.stem}.py").is_file(), file.stem


def test_no_file_names_a_machine_or_a_registry() -> None:
    wrong = [
        f"{name}: {found[0]}"
        for name, text in _own_texts()
        for pattern in NOT_OURS
        if (found := pattern.search(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_hashes(lock: str) -> None:
    for block in _requirements(lock):
        assert re.match(r"[\w.-]+==\S+ \\\n    --hash=sha256:", block), block.splitlines()[0]


def test_both_locks_name_the_same_versions() -> None:
    site, test = ({block.splitlines()[0] for block in _requirements(lock)} for lock in LOCKS)
    assert site <= test


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_installs_on_the_oldest_python_that_we_name(lock: str) -> None:
    names = [block.partition("==")[0] for block in _requirements(lock)]
    asked = {name: metadata(name).get("Requires-Python", "") for name in names}
    assert {name: versions for name, versions in asked.items() if OLDEST not in SpecifierSet(versions)} == {}


def test_nothing_that_a_site_needs_is_under_a_copyleft_licence() -> None:
    names = [block.partition("==")[0] for block in _requirements("requirements.txt")]
    wrong = {name: text for name in names if COPYLEFT.search(text := _licence(name))}
    assert wrong == {}


def test_the_words_of_the_two_languages_have_the_same_keys_and_no_blank() -> None:
    english, welsh = (_words(language) for language in ("en", "cy"))
    assert english.keys() == welsh.keys()
    assert [key for words in (english, welsh) for key, text in words.items() if not str(text).strip()] == []


def _words(language: str) -> dict[str, object]:
    files = [file for file in (PACKAGE / "words").glob("*.yaml") if file.stem == language]
    assert files, language
    loaded = yaml.safe_load(files[0].read_text(encoding="utf-8"))
    # The categories of a plural are the language's own: Welsh has six.
    return dict(loaded)


def _rows() -> dict[str, int]:
    """Give the row of each room, from the table "The rows" of the decision on the shape."""
    lines = re.findall(r"^\| (\d+) \| (`.+?) \|", SHAPE.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: int(row) for row, names in lines for name in re.findall(r"`(\w+)[/\w<>]*`", names)}


def _room(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def _imports(file: Path, package: str = "cyhoeddi") -> Iterator[str]:
    """Yield what *file* imports of our own *package*: its rooms, or the modules of one."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        inside = (name.removeprefix(f"{package}.") for name in names if name.startswith(f"{package}."))
        yield from (name.split(".")[0] for name in inside)


def _top_level_imports(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {
        alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names
    }
    return plain | {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}


def _own_texts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file that git keeps or would keep, this one apart."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(
        listed, cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for name in sorted(set(names)):
        file = PROJECT / name
        if file.is_file() and file != Path(__file__):
            yield name, file.read_bytes().decode("utf-8", errors="ignore")


def _requirements(lock: str) -> list[str]:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    return re.findall(r"^[\w.-]+==.*(?:\n    --hash=.*)+", text, re.MULTILINE)


def _licence(name: str) -> str:
    """Give what a package says of its licence, classifiers before the free text that may quote others'."""
    facts = metadata(name)
    classifiers = [one for one in facts.get_all("Classifier", []) if one.startswith("License ::")]
    return facts.get("License-Expression") or " ".join(classifiers) or facts.get("License", "")[:200]


def test_no_package_installs_a_folder_of_the_name_of_ours() -> None:
    """Some ship their tests as `tests`, which then stands before ours where Python looks for both."""
    assert {"tests", "bench"} & packages_distributions().keys() == set()
