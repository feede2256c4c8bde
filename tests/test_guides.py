"""The guides say the same in both languages, and what they say is so: names, commands, examples, output."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cyhoeddi.body.parse import parse
from cyhoeddi.examine import check_project
from cyhoeddi.model import PublicationFile, SeriesFile
from cyhoeddi.report import render_text
from cyhoeddi.site.environment import content_security_policy
from cyhoeddi.words import publication_types
from tests.conftest import PROJECT, Copy, Run

PAIRS = (
    ("en/writing.md", "cy/ysgrifennu.md"),
    ("en/running.md", "cy/rhedeg.md"),
    ("en/translating.md", "cy/cyfieithu.md"),
    ("en/checking.md", "cy/gwirio.md"),
)
"""The files of guides/ that say the same."""

WRITING = PAIRS[0]
GUIDES = tuple(f"guides/{name}" for pair in PAIRS for name in pair)
DOCUMENTS = (
    *GUIDES,
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(file.relative_to(PROJECT).as_posix() for file in (PROJECT / "decisions").glob("*.md")),
)

MADE = (
    ".cyhoeddi",
    ".venv",
    "site",
    "preview",
    "status",
    "evidence.json",
    "addresses.lock",
    "docs/en/generated",
    "docs/cy/generated",
)
"""What the commands make, and git does not keep or need not hold yet."""

OWNERS = ("briefings/", "terms/")
"""What a new owner may put other files into."""

EXAMPLE = "briefings/2026/opening-new-family-centre.yaml"
MISTAKES = (
    ("type: briefing", "type: breifing"),
    ("status: draft", "status: published"),
    ("first_published: 2026-06-01", "first_published: 21/11/2026"),
    ('cy: "Agor y ganolfan newydd i deuluoedd"', 'cy: ""'),
    ("The centre is for **all families** in the county.", "You can [click here](https://example.org/)."),
    ("Mae'r ganolfan ar gyfer **pob teulu** yn y sir.", "Gallwch [drefnu ymweliad](https://example.org/)."),
)
"""The four mistakes of the guide, with the change of status and the Welsh link that leave no others."""

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")


@pytest.mark.parametrize(("english", "welsh"), PAIRS)
def test_the_two_languages_have_the_same_headings(english: str, welsh: str) -> None:
    assert _HEADING.findall(_prose(f"guides/{english}")) == _HEADING.findall(_prose(f"guides/{welsh}"))


@pytest.mark.parametrize(("english", "welsh"), PAIRS)
def test_the_two_languages_have_the_same_paragraphs_lists_and_tables(english: str, welsh: str) -> None:
    assert _shape(f"guides/{english}") == _shape(f"guides/{welsh}")


@pytest.mark.parametrize(("english", "welsh"), PAIRS)
def test_the_two_languages_have_the_same_commands_outputs_and_settings(english: str, welsh: str) -> None:
    there, here = (_FENCE.findall(_read(f"guides/{name}")) for name in (english, welsh))
    assert [kind for kind, _ in there] == [kind for kind, _ in here]
    assert [text for kind, text in there if kind != "markdown"] == [
        text for kind, text in here if kind != "markdown"
    ]


def test_every_command_that_is_named_exists_and_the_readme_lists_them_all(run_cyhoeddi: Run) -> None:
    listed = run_cyhoeddi(PROJECT, "--help").stdout.partition("commands:")[2]
    known = re.findall(r"^ {4}(\w+)(?: |$)", listed, re.MULTILINE)
    assert sorted(re.findall(r"^\| `cyhoeddi (\w+)` \|", _read("README.md"), re.MULTILINE)) == sorted(known)
    for name in DOCUMENTS:
        named = {word for code in _code(name) for word in re.findall(r"cyhoeddi ([a-z]+)\b", code)}
        assert named - set(known) == set(), name


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_make_that_is_named_exists(name: str) -> None:
    known = set(re.findall(r"^([\w-]+):", _read("Makefile"), re.MULTILINE))
    named = {word for code in _code(name) for word in re.findall(r"(?:^|\$ )make ([\w-]+)", code)}
    assert named - known == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_is_named_exists(name: str) -> None:
    tops = {entry.name for entry in PROJECT.iterdir()} - {"site", "preview"}
    named = {code for code in _CODE.findall(_prose(name)) if re.fullmatch(r"[\w.][\w./-]*", code)}
    paths = {code for code in named if code.split("/")[0] in tops and ("/" in code or "." in code)}
    assert {
        path for path in paths if not path.startswith((*MADE, *OWNERS)) and not (PROJECT / path).exists()
    } == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_there(name: str) -> None:
    targets = {link for link in _LINK.findall(_prose(name)) if not re.match(r"[a-z]+:", link)}
    assert {link for link in targets if not ((PROJECT / name).parent / link).exists()} == set()


def test_the_policy_that_servers_are_told_lets_the_search_work() -> None:
    # Both hold, the header and the page's own: the header must allow what the most generous page does.
    own = content_security_policy(searching=True)
    told = re.findall(r"default-src[^\"]*", _read(f"guides/{PAIRS[1][0]}"))
    assert told == [f"{own}; frame-ancestors 'none'"] * 2


@pytest.mark.parametrize("name", WRITING)
def test_every_example_of_markdown_is_allowed(name: str) -> None:
    examples = [text for kind, text in _FENCE.findall(_read(f"guides/{name}")) if kind == "markdown"]
    assert examples
    assert [parse(text).refusals for text in examples if parse(text).refusals] == []


def test_the_example_of_a_publication_has_no_problems(copy_project: Copy, tmp_path: Path) -> None:
    assert _problems(copy_project(tmp_path), _example()) == "No problems found\n"


def test_the_problems_that_the_guide_shows_are_those_that_check_prints(
    copy_project: Copy, tmp_path: Path
) -> None:
    text = _example()
    for right, wrong in MISTAKES:
        assert right in text
        text = text.replace(right, wrong, 1)
    shown = next(text for _, text in _FENCE.findall(_read(f"guides/{WRITING[0]}")) if "breifing" in text)
    assert _problems(copy_project(tmp_path), text) == shown.partition("\n")[2]


@pytest.mark.parametrize("name", WRITING)
def test_the_tables_list_every_field_and_type(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", _prose(f"guides/{name}"), re.MULTILINE)
    wanted = [*PublicationFile.model_fields, *SeriesFile.model_fields]
    assert sorted(rows) == sorted(wanted)
    types = next(line for line in _read(f"guides/{name}").splitlines() if line.startswith("| `type` "))
    assert {kind for kind in publication_types() if kind not in types} == set()


def _read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def _prose(name: str) -> str:
    """Give the document without its examples."""
    return _FENCE.sub("```", _read(name))


def _code(name: str) -> list[str]:
    """Give every piece of code: the lines of commands, and what stands in backticks."""
    blocks = [text for kind, text in _FENCE.findall(_read(name)) if kind == "console"]
    lines = [line for text in blocks for line in text.splitlines() if line.startswith("$ ")]
    return lines + _CODE.findall(_prose(name))


def _shape(name: str) -> list[tuple[str, int]]:
    """Give the kind of each block, with the number of its rows or items, from the top down."""
    kinds = []
    for block in re.split(r"\n{2,}", _prose(name).strip()):
        found = re.match(r"#+ |\||- |\d+[.] |```", block)
        mark = re.sub(r"\d+", "1", found[0]) if found else ""
        lines = [re.sub(r"^\d+", "1", line) for line in block.splitlines()]
        kinds.append((mark, sum(line.startswith(mark) for line in lines) if mark else 1))
    return kinds


def _example() -> str:
    kind, text = next(fence for fence in _FENCE.findall(_read(f"guides/{WRITING[0]}")) if fence[0] == "yaml")
    assert kind == "yaml"
    return str(text)


def _problems(root: Path, text: str) -> str:
    """Give what `check` prints of *text* in the project *root* without its own publications."""
    shutil.rmtree(root / "briefings", ignore_errors=True)
    (root / "translations.lock").touch()
    (root / EXAMPLE).parent.mkdir(parents=True)
    (root / EXAMPLE).write_text(text, encoding="utf-8")
    # A moment long after every date of the samples, at which somebody has just reviewed the statement.
    facts = root / "accessibility.yaml"
    reviewed = re.sub(r"(?m)^reviewed: .*$", "reviewed: 2031-01-01", facts.read_text(encoding="utf-8"))
    facts.write_text(reviewed, encoding="utf-8")
    (root / "audit.json").unlink(missing_ok=True)
    return render_text(check_project(root, datetime(2031, 1, 1, tzinfo=UTC)))
