from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest

from cyhoeddi.checked import look_at_texts
from cyhoeddi.checks import files, names_known, translated_two_ways
from cyhoeddi.checks.facts import Told, fact_of
from tests.project_folder import BODIES, project_of, replace, write_project

RULES = (files, names_known, translated_two_ways)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Give a project in which each of the rules finds something, in a briefing and in a hand-written page."""
    root = write_project(tmp_path)
    minutes = "briefings/2023/minutes.yaml"
    replace(
        root, minutes, "The board met. See [the report](pub:report).", "![A map](map.png) [Here](pub:none)."
    )
    replace(root, minutes, "cy: Cofnodion y bwrdd", "cy: Amdanom")
    replace(root, minutes, "en: Board minutes", "en: About")
    replace(root, "docs/en/about.md", BODIES["en"], "## Who\n\n[Here](contact.md#post) ![A map](map.png)")
    return root


@pytest.mark.parametrize("rule", RULES)
def test_what_is_judged_is_the_same_from_facts_that_were_kept(wrong: Path, rule: ModuleType) -> None:
    project = project_of(wrong)
    seen = look_at_texts(project, jobs=1).told[rule.ID]
    kept = json.loads(json.dumps(seen))
    told: Told = {unit: [fact_of(row) for row in rows] for unit, rows in kept.items()}
    assert told == {unit: list(found) for unit, found in seen.items()}
    problems = list(rule.check(project, told))
    assert problems == list(rule.check(project, seen))
    assert any(problem.position.file.startswith("docs/") for problem in problems)
