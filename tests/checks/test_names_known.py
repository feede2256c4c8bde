from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import names_known
from tests.project_folder import BODIES, found, problems_of, replace, write, write_project

MINUTES = "briefings/2023/minutes.yaml"
REPORT = "briefings/report.yaml"
SERIES = "briefings/series/programme.yaml"
LINK = "See [the report](pub:report)."
UNSEEN = "is not public when this text is"
EMBARGO = "publish_at: 2024-07-01T09:30"
WITHDRAWN = (
    "status: withdrawn\nwithdrawn: {{date: 2024-01-02, reason: {{en: Old., cy: Hen.}}, replaced_by: {}}}"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def places(root: Path) -> list[str]:
    return [line.partition(" error: ")[0] for line in found(root)]


def test_is_named_after_its_file() -> None:
    assert names_known.ID == "names-known"


@pytest.mark.parametrize(
    ("old", "new", "problem", "hint"),
    [
        ("series: programme", "series: programe", '2:9: error: "programe"', 'Did you mean "programme"?'),
        ("[one]", "[ones]", '3:15: error: "ones"', 'Did you mean "one"?'),
        (
            "the report](pub:report)",
            "the report](pub:repotr)",
            '16:28: error: "pub:repotr"',
            'Did you mean "report"?',
        ),
        (
            "the report](pub:report)",
            "the report](pub:series/progamme/one)",
            '16:28: error: "pub:series/progamme/one"',
            'Did you mean "series/programme/one"?',
        ),
        ("the report](pub:report)", "the report](pub:xyz)", '16:28: error: "pub:xyz"', names_known._LOOK),
    ],
)
def test_a_name_that_leads_nowhere_stands_where_it_is_written(
    root: Path, old: str, new: str, problem: str, hint: str
) -> None:
    replace(root, MINUTES, old, new)
    assert f"{MINUTES}:{problem} is not the id of anything here (names-known)" in found(root)
    assert hint in [one.hint for one in problems_of(root)]


def test_every_link_of_the_format_is_known(root: Path) -> None:
    replace(root, MINUTES, LINK, "See [a](pub:series/programme), [b](pub:series/programme/one).")
    replace(
        root,
        MINUTES,
        "[yr adroddiad](pub:report)",
        "[a](pub:series/programme), [b](pub:series/programme/one)",
    )
    assert found(root) == []


@pytest.mark.parametrize("hidden", ["status: draft", EMBARGO])
def test_a_public_text_links_to_nothing_that_is_not(root: Path, hidden: str) -> None:
    replace(root, REPORT, "type: report", f"type: report\n{hidden}")
    assert found(root) == [
        f'{MINUTES}:16:28: error: "pub:report" {UNSEEN} (names-known)',
        f'{MINUTES}:18:33: error: "pub:report" {UNSEEN} (names-known)',
    ]


def test_what_is_public_by_then_may_be_named_before(root: Path) -> None:
    replace(root, REPORT, "type: report", f"type: report\n{EMBARGO}")
    replace(root, MINUTES, "type: minutes", f"type: minutes\n{EMBARGO}")
    assert found(root) == []
    replace(root, MINUTES, EMBARGO, "publish_at: 2024-07-01T09:29")
    assert places(root) == [f"{MINUTES}:17:28:", f"{MINUTES}:19:33:"]


def test_a_draft_may_name_a_draft_and_still_nothing_that_is_not_there(root: Path) -> None:
    for name, kind in ((MINUTES, "minutes"), (REPORT, "report")):
        replace(root, name, f"type: {kind}", f"type: {kind}\nstatus: draft")
    assert found(root) == []
    replace(root, MINUTES, "series: programme", "series: program")
    assert places(root) == [f"{MINUTES}:3:9:"]


@pytest.mark.parametrize("hidden", ["status: draft", EMBARGO])
def test_a_public_text_belongs_to_no_series_that_is_not(root: Path, hidden: str) -> None:
    write(root, SERIES, f"{hidden}\n{(root / SERIES).read_text(encoding='utf-8')}")
    assert found(root) == [
        f'{MINUTES}:2:9: error: "programme" {UNSEEN} (names-known)',
        f'{MINUTES}:3:15: error: "one" {UNSEEN} (names-known)',
    ]


@pytest.mark.parametrize("hidden", ["status: draft", EMBARGO])
def test_a_public_text_belongs_to_no_workstream_that_is_not(root: Path, hidden: str) -> None:
    replace(root, SERIES, "  - id: one", f"  - {hidden}\n    id: one")
    assert found(root) == [f'{MINUTES}:3:15: error: "one" {UNSEEN} (names-known)']


def test_a_series_that_no_publication_shows_cannot_be_linked_to(root: Path) -> None:
    series = (root / SERIES).read_text(encoding="utf-8")
    write(
        root,
        "briefings/series/other.yaml",
        series.replace("programme", "project").replace("rhaglen", "prosiect"),
    )
    replace(root, MINUTES, LINK, "See [a](pub:series/other).")
    replace(root, MINUTES, "[yr adroddiad](pub:report)", "[a](pub:series/other)")
    assert places(root) == [f"{MINUTES}:16:28:", f"{MINUTES}:18:33:"]
    write(
        root,
        "briefings/series/other.yaml",
        "status: published\n" + (root / "briefings/series/other.yaml").read_text(),
    )
    assert found(root) == []


def test_a_workstream_is_held_to_its_own_moment(root: Path) -> None:
    for old in ("To begin.", "Dechrau."):
        replace(root, SERIES, old, f"{old} [A](pub:report).")
    replace(root, REPORT, "type: report", f"type: report\n{EMBARGO}")
    for old, new in ((LINK, "End."), ("Gweler [yr adroddiad](pub:report).", "Diwedd.")):
        replace(root, MINUTES, old, new)
    replace(root, MINUTES, "workstreams: [one]\n", "")
    assert places(root) == [f"{SERIES}:9:19:", f"{SERIES}:11:18:"]
    replace(root, SERIES, "  - id: one", f"  - id: one\n    {EMBARGO}")
    assert found(root) == []
    replace(root, SERIES, f"    {EMBARGO}", "    status: draft")
    assert found(root) == []


@pytest.mark.parametrize(
    ("successor", "message"),
    [
        ("reprot", '"reprot" is not the id of anything here'),
        ("minutes", "a publication cannot take its own place"),
    ],
)
def test_the_successor_is_another_publication_that_is_there(root: Path, successor: str, message: str) -> None:
    replace(root, MINUTES, "type: minutes", f"type: minutes\n{WITHDRAWN.format(successor)}")
    assert found(root) == [f"{MINUTES}:3:74: error: {message} (names-known)"]


def test_the_successor_is_public(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", f"type: minutes\n{WITHDRAWN.format('report')}")
    assert found(root) == []
    replace(root, REPORT, "type: report", "type: report\nstatus: draft")
    assert f'{MINUTES}:3:74: error: "report" {UNSEEN} (names-known)' in found(root)


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("contacts.md", "there is no page contacts.md", 'Did you mean "contact.md"?'),
        ("xyz.md#a", "there is no page xyz.md", "Name a file that stands beside this one."),
        ("contact.md#post", 'there is no heading "post" on contact.md', "Take # and the name away."),
        ("#post", 'there is no heading "post" on about.md', "Take # and the name away."),
        ("contact/", '"contact/" is not the file of a page', "Name the file of the page"),
        (
            "pub:report",
            "a hand-written page cannot link to a publication, which may come and go",
            "Link to the list",
        ),
    ],
)
def test_a_link_of_a_hand_written_page_names_a_page(root: Path, target: str, message: str, hint: str) -> None:
    for side, before, words in (("cy", "Y", "ffurflen holi"), ("en", "A", "form for questions")):
        replace(root, f"docs/{side}/about.md", BODIES[side], f"{before} [{words}]({target}).")
    problems = problems_of(root)
    assert [(one.position.file, one.position.line, one.position.column) for one in problems] == [
        ("docs/cy/about.md", 7, 3),
        ("docs/en/about.md", 7, 3),
    ]
    assert {one.message for one in problems} == {message}
    assert all(one.hint.startswith(hint) for one in problems)


@pytest.mark.parametrize(
    "target", ["contact.md", "./contact.md#a", "#top", "/en/", "https://example.org/", "mailto:a@b.org"]
)
def test_a_hand_written_page_may_link_to(root: Path, target: str) -> None:
    for side, before, words in (("cy", "Y", "ffurflen holi"), ("en", "A", "form for questions")):
        replace(root, f"docs/{side}/about.md", BODIES[side], f"{before} [{words}]({target}).")
        text = (root / f"docs/{side}/contact.md").read_text(encoding="utf-8")
        write(root, f"docs/{side}/contact.md", f"{text}\n## {words.capitalize()} {{#a}}\n\n{before}.\n")
    assert found(root) == []
