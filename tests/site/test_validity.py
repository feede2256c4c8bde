"""The Nu HTML checker on every page: no error and no warning."""

from __future__ import annotations

import json
import subprocess

from tests.conftest import PROJECT
from tests.site.built import Site

CHECKER = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_nu_html_checker_finds_nothing_in_any_file(site: Site) -> None:
    assert _check("--skip-non-html", site.folder) == []


def test_the_nu_html_checker_finds_nothing_in_any_style_sheet_or_picture(site: Site) -> None:
    assert _check("--skip-non-html", "--also-check-css", "--also-check-svg", site.folder) == []


def _check(*arguments: object) -> list[str]:
    command = ["java", "-jar", CHECKER, "--format", "json", "--exit-zero-always", *arguments]
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{one.get('url', '').rpartition('/site/')[2]}:{one.get('lastLine', 0)}: {one['message']}"
        for one in messages
    ]
