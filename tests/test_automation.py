"""What others run of ours by itself: the hook for pre-commit, and the notes on a pull request."""

from __future__ import annotations

import re
import shlex

import yaml

from cyhoeddi.cli.options import parser
from tests.conftest import PROJECT


def test_the_hook_checks_the_whole_project_when_a_text_or_lock_changes() -> None:
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook.keys() == {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("cyhoeddi-check", "python", False)
    program, *arguments = shlex.split(hook["entry"])
    assert program == "cyhoeddi"
    assert parser().parse_args(arguments).command == "check"
    looked_at = ("briefings/2023/a.yaml", "docs/cy/about.md", "terms/words.yaml", "translations.lock")
    assert all(re.search(hook["files"], name) for name in looked_at)
    assert not re.search(hook["files"], "README.md")


def test_a_pull_request_gets_the_problems_beside_its_lines() -> None:
    workflow = yaml.safe_load((PROJECT / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["annotate"]
    assert job["if"] == "github.event_name == 'pull_request'"
    assert job["steps"][0]["with"] == {"persist-credentials": False}
    program, *arguments = shlex.split(job["steps"][-1]["run"])
    assert program == ".venv/bin/cyhoeddi"
    options = parser().parse_args(arguments)
    assert (options.command, options.format, options.locked) == ("check", "github", True)
