from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.acceptance import Acceptance, acceptances_in, acceptances_in_page, apply_acceptances
from cyhoeddi.language import Language
from cyhoeddi.look import units_of
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from tests.project_folder import project_of, replace, write_project

MINUTES = "briefings/2023/minutes.yaml"
ABOUT = "docs/cy/about.md"
RULES = {"numbers-agree": True, "spelling": True, "markdown": False}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def alarms(project: Project, rule: str = "numbers-agree") -> list[Problem]:
    """Give an alarm on the Welsh of every text."""
    places = (text.place(Language.CY, 0) for unit in units_of(project) for text in unit.texts())
    return [Problem(place, rule, "an alarm", "Look.") for place in places]


def accepted(project: Project) -> list[Acceptance]:
    """Give what authors accepted, in the order of the files."""
    found = [one for source in project.sources.values() for one in acceptances_in(source, RULES)]
    return found + [one for page in project.pages for one in acceptances_in_page(page, RULES)]


def hidden(root: Path, rule: str = "numbers-agree") -> list[str]:
    """Give the places of the alarms of *rule* that are accepted."""
    project = project_of(root)
    found = alarms(project, rule)
    left = apply_acceptances(found, accepted(project), RULES)
    return [f"{one.position.file}:{one.position.line}" for one in found if one not in left]


def mistakes(root: Path, rule: str = "numbers-agree") -> list[str]:
    project = project_of(root)
    found = apply_acceptances(alarms(project, rule), accepted(project), RULES)
    return [
        f"{at.file}:{at.line}:{at.column}: {one.level}: {one.message}"
        for one in found
        for at in (one.position,)
        if one.rule == "acceptance"
    ]


COMMENT = "# accept numbers-agree: the Welsh counts in scores"


def test_nothing_is_accepted_without_a_comment(root: Path) -> None:
    assert hidden(root) == []
    assert mistakes(root) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("summary:\n", f"summary:  {COMMENT}\n", 9),
        ("summary:\n", f"{COMMENT}\nsummary:\n", 11),
        ("summary:\n", f"{COMMENT}\n# accept spelling: a name\nsummary:\n", 12),
        ("  cy: Beth ddywedodd y bwrdd.", f"  cy: Beth ddywedodd y bwrdd.  {COMMENT}", 10),
        ("  cy: Beth ddywedodd y bwrdd.", f"  {COMMENT}\n  cy: Beth ddywedodd y bwrdd.", 11),
        ("  en: What the board said.", f"  en: What the board said.  {COMMENT}", 10),
        ("      cy: |", f"      cy: |  {COMMENT}", 17),
        ("      cy: |", f"      {COMMENT}\n      cy: |", 18),
        ("    body:", f"    body: {COMMENT}", 17),
        ("heading: {en: Background, cy: Cefndir}", "heading: {en: Background, cy: Cefndir} " + COMMENT, 12),
    ],
)
def test_a_comment_accepts_the_alarm_of_its_text_alone(root: Path, old: str, new: str, line: int) -> None:
    replace(root, MINUTES, old, new)
    assert [int(place.rpartition(":")[2]) - line in (0, 1) for place in hidden(root)] == [True]
    assert hidden(root, "spelling") == ([] if "spelling" not in new else hidden(root))


def test_a_comment_within_a_text_is_a_part_of_it(root: Path) -> None:
    replace(root, MINUTES, "        Cyfarfu'r", f"        {COMMENT}\n        Cyfarfu'r")
    assert hidden(root) == []
    assert mistakes(root) == []


@pytest.mark.parametrize("side", ["en", "cy"])
def test_the_front_matter_of_a_page_accepts_for_the_page(root: Path, side: str) -> None:
    replace(root, f"docs/{side}/about.md", "slug:", f"{COMMENT}\nslug:")
    assert {place.partition(":")[0] for place in hidden(root)} == {ABOUT}
    assert len(hidden(root)) == 3


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# accept numbers-agree", "error: what is accepted here has no reason"),
        ("# accept numbers-agree:", "error: what is accepted here has no reason"),
        ("# accept numbers-agree because", "error: what is accepted here has no reason"),
        ("# accept number-agree: so", 'error: no rule is called "number-agree"'),
        ("# accept markdown: so", "error: the rule markdown cannot be accepted"),
        ("# accept spelling: so", "warning: the rule spelling finds nothing here that could be accepted"),
    ],
)
def test_an_acceptance_that_accepts_nothing_is_a_problem(root: Path, comment: str, message: str) -> None:
    replace(root, MINUTES, "summary:\n", f"summary:  {comment}\n")
    assert mistakes(root) == [f"{MINUTES}:8:11: {message}"]
    replace(root, MINUTES, f"  {comment}", "")
    replace(root, ABOUT, "slug:", f"{comment}\nslug:")
    assert mistakes(root) == [f"{ABOUT}:4:1: {message}"]


def test_an_acceptance_must_stand_at_a_text(root: Path) -> None:
    replace(root, MINUTES, "sections:", f"{COMMENT}\nsections:")
    assert mistakes(root) == [f"{MINUTES}:11:1: error: there is no text where this stands"]


def test_other_comments_are_left_alone(root: Path) -> None:
    replace(root, MINUTES, "summary:\n", "# accept this for now, please\nsummary:  # acceptable: yes\n")
    assert mistakes(root) == []


def test_an_acceptance_waits_while_its_text_is_incomplete(root: Path) -> None:
    replace(root, MINUTES, "summary:\n", f"{COMMENT}\nsummary:\n")
    replace(root, MINUTES, "cy: Beth ddywedodd y bwrdd.", "cy: ''")
    project = project_of(root)
    assert apply_acceptances([], accepted(project), RULES) == ()


def test_the_reasons_can_be_listed(root: Path) -> None:
    replace(root, MINUTES, "summary:\n", f"{COMMENT}\nsummary:\n")
    (found,) = accepted(project_of(root))
    assert (found.rule, found.reason) == ("numbers-agree", "the Welsh counts in scores")
    assert (found.position.line, found.files) == (8, {MINUTES})
