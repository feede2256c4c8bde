"""The golden cases: each folder of `cases/` holds the files in which a project differs from the valid one.

`problems.txt` is what `cyhoeddi check` prints of it; a file that is empty is taken out of the project. A new
case is a new folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.report import render_text
from tests.project_folder import problems_of, write, write_project

CASES = sorted(folder for folder in (Path(__file__).parent / "cases").iterdir() if folder.is_dir())
EXPECTED = "problems.txt"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_check_prints_what_the_case_says(case: Path, tmp_path: Path) -> None:
    write_project(tmp_path)
    for file in sorted(case.rglob("*")):
        name = file.relative_to(case).as_posix()
        if file.is_file() and name != EXPECTED:
            write(tmp_path, name, file.read_bytes())
            if not file.stat().st_size:
                (tmp_path / name).unlink()
    assert render_text(problems_of(tmp_path)) == (case / EXPECTED).read_text(encoding="utf-8")
