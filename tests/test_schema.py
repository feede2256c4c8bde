"""The schemas for editors are the definition, and say of a file what the checker says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from cyhoeddi.audit.known import read_known
from cyhoeddi.entry import is_series
from cyhoeddi.schema import SHAPES, render_schema, write_schemas
from cyhoeddi.source import Plain, read_source
from tests.conftest import PROJECT
from tests.project_folder import replace, write_project
from tests.test_load import MINUTES, WRONG

SCHEMAS = {name: json.loads(render_schema(shape)) for name, shape in SHAPES.items()}


def mistakes(file: Path, root: Path) -> list[str]:
    name = file.relative_to(root).as_posix()
    source, problems = read_source(file, name)
    assert source is not None, problems
    schema = SCHEMAS["series.schema.json" if is_series(name) else "publication.schema.json"]
    return _mistakes(source.data, schema)


def _mistakes(data: Plain, schema: dict[str, object]) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("name", SHAPES)
def test_the_schema_in_the_repository_is_the_definition(name: str) -> None:
    assert (PROJECT / "schema" / name).read_text(encoding="utf-8") == render_schema(SHAPES[name])


@pytest.mark.parametrize("name", SHAPES)
def test_a_schema_is_a_schema_in_which_every_key_is_explained(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    properties = SCHEMAS[name]["properties"]
    assert [key for key, value in properties.items() if not value.get("description")] == []


def test_all_schemas_are_written(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schema")
    assert {file.name for file in (tmp_path / "schema").iterdir()} == set(SHAPES)


def test_what_is_published_keeps_to_its_schema_and_names_no_other() -> None:
    for file in sorted((PROJECT / "briefings").rglob("*.yaml")):
        if (PROJECT / "briefings" / "files") in file.parents:
            continue
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        # An owner may leave the line for editors out; one that leads nowhere would only be an empty promise.
        if match := re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first):
            shape = "series" if is_series(file.relative_to(PROJECT).as_posix()) else "publication"
            assert (file.parent / match[1]).resolve() == PROJECT / "schema" / f"{shape}.schema.json", file
        assert mistakes(file, PROJECT) == [], file


def test_the_project_of_the_tests_keeps_to_the_schema(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert [mistakes(file, root) for file in sorted((root / "briefings").rglob("*.yaml"))] == [[], [], []]


def test_the_known_faults_that_the_guide_shows_keep_to_the_schema_that_they_name(tmp_path: Path) -> None:
    guide = (PROJECT / "guides" / "en" / "running.md").read_text(encoding="utf-8")
    shown = next(text for text in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "known:" in text)
    assert shown.partition("\n")[0] == "# yaml-language-server: $schema=schema/known-faults.schema.json"
    assert _mistakes_of_known(tmp_path, shown) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rule: title", "rule: ' '"),
        ("reason: Wanted", "reason:"),
        ("reason: Wanted", "pages: /a/"),
        ("2027-01-31", "soon"),
        ("known:", "knwon:"),
    ],
)
def test_an_editor_marks_a_known_fault_that_the_audit_refuses(tmp_path: Path, old: str, new: str) -> None:
    right = "known:\n  - rule: title\n    reason: Wanted\n    expires: 2027-01-31\n"
    assert _mistakes_of_known(tmp_path, right) == []
    assert _mistakes_of_known(tmp_path, right.replace(old, new)) != []


def _mistakes_of_known(folder: Path, text: str) -> list[str]:
    file = folder / "known-faults.yaml"
    file.write_text(text, encoding="utf-8")
    source, problems = read_source(file, file.name)
    assert source is not None, problems
    found = _mistakes(source.data, SCHEMAS["known-faults.schema.json"])
    assert bool(read_known(file, file.name)[1]) == bool(found)
    return found


@pytest.mark.parametrize(("old", "new"), [case[:2] for case in WRONG if "2023-02-30" not in case[1]])
def test_an_editor_marks_what_the_checker_refuses(tmp_path: Path, old: str, new: str) -> None:
    if "T25:30" in new or new == "type:":
        return  # Only a calendar knows; and an editor sees an empty value as it is typed.
    root = write_project(tmp_path)
    replace(root, MINUTES, old, new)
    assert mistakes(root / MINUTES, root) != []
