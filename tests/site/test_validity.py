"""The Nu HTML checker on every page and style sheet: no error and no warning."""

from __future__ import annotations

import json
import subprocess

from tests.conftest import PROJECT
from tests.site.built import Site

CHECKER = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_nu_html_checker_finds_nothing_on_any_page(site: Site, host: str) -> None:
    # Over HTTP, so that the 'self' of the Content-Security-Policy means what it means to a reader.
    assert _check(*(f"{host}{page.address}" for page in site.pages)) == []


def test_the_nu_html_checker_finds_nothing_in_the_style_sheet(site: Site) -> None:
    assert _check("--skip-non-css", site.folder) == []


def _check(*arguments: object) -> list[str]:
    java = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", CHECKER]
    command = [*java, "--format", "json", "--exit-zero-always", *arguments]
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{one.get('url')}:{one.get('lastLine')}: {one['message']}"
        for one in messages
        if not _is_mistaken(one)
    ]


def _is_mistaken(message: dict[str, str]) -> bool:
    """Tell whether the checker took a data block for a script.

    JSON-LD is never run, so no policy governs it (HTML, "prepare the script element"), and no browser
    complains: test_quiet.py holds them to that.
    """
    is_about_scripts = message["message"].startswith("Inline script violates Content Security Policy")
    return is_about_scripts and 'type="application/ld+json"' in message.get("extract", "")
