"""What the owner of a site sets in mkdocs.yml, and how a slip there is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.settings import read_settings
from tests.project_folder import problems_of, replace, write, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def told(root: Path) -> list[str]:
    _, problems = read_settings(root)
    return [
        f"{one.position.line}:{one.position.column} {one.message}"
        for one in problems
        if one.position.file == "mkdocs.yml"
    ]


def test_what_is_set_is_read(root: Path) -> None:
    settings, problems = read_settings(root)
    assert problems == ()
    assert settings is not None
    assert settings.organisation.cy == "Corff Enghreifftiol"
    assert settings.base(Language.CY) == settings.site_url == "https://example.org/"
    assert settings.extra.items_per_page == 20


def test_each_language_may_have_an_address_of_its_own(root: Path) -> None:
    addresses = "extra:\n  addresses: {en: https://gov.example, cy: https://llyw.example/a}"
    replace(root, "mkdocs.yml", "extra:", addresses)
    settings, _ = read_settings(root)
    assert settings is not None
    assert settings.base(Language.EN) == "https://gov.example/"
    assert settings.base(Language.CY) == "https://llyw.example/a/"


@pytest.mark.parametrize(
    "logo", ["/assets/none.svg", "https://example.com/logo.svg", "../../mkdocs.yml", "logo.svg", "/assets/"]
)
def test_a_logo_that_the_site_does_not_hold_is_told(root: Path, logo: str) -> None:
    replace(root, "mkdocs.yml", "extra:", f"extra:\n  logo: {logo}")
    write(root, "theme/assets/logo.svg", "<svg/>")
    assert told(root) == [f'4:9 "{logo}" is not a picture of this site']
    replace(root, "mkdocs.yml", logo, "/assets/logo.svg")
    assert told(root) == []


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("theme: {name: material, custom_dir: design}", '"design" cannot be the folder of the theme'),
        ("theme: {name: material, custom_dir: .theme}", '".theme" cannot be the folder of the theme'),
        ("theme:\n  custom_dir: ../theme/", '"../theme/" cannot be the folder of the theme'),
        ("theme: {name: material, custom_dir: ''}", '"" cannot be the folder of the theme'),
        ("theme: {name: material, custom_dir: }", '"" cannot be the folder of the theme'),
        ("theme: material", '"theme" must be a group of lines'),
        ("hooks: [scripts/mkdocs_hooks.py, tools/mine.py]", '"tools/mine.py" cannot be a hook'),
        ("hooks: [scripts/mkdocs_hooks.py, mine.py]", '"mine.py" cannot be a hook'),
        (
            "hooks: [scripts/mkdocs_hooks.py, scripts/../tools/mine.py]",
            "cannot be a hook: it is not the name",
        ),
        ("hooks: [scripts/mkdocs_hooks.py, 'scripts\\\\mine.py']", "cannot be a hook: it is not the name"),
        ("hooks: [scripts/mkdocs_hooks.py, scripts]", '"scripts" cannot be a hook'),
        ("hooks: [scripts/mkdocs_hooks.py, '']", '"" cannot be a hook'),
        ("hooks: [scripts/mkdocs_hooks.py, scripts/mien.py]", 'there is no hook "scripts/mien.py"'),
        ("hooks: [scripts/mine.py]", "the hook scripts/mkdocs_hooks.py is missing"),
        ("hooks: []", "the hook scripts/mkdocs_hooks.py is missing"),
        ("hooks: scripts/mkdocs_hooks.py", '"hooks" must be a list'),
        ("hooks:\n  - scripts/mkdocs_hooks.py\n  -", '"" cannot be a hook'),
        ("INHERIT: base.yml", "the settings of a site stand in this file alone"),
        ("theme: {name: material, <<: {custom_dir: design}}", '"<<" cannot be used here'),
        ("<<: {INHERIT: base.yml}", '"<<" cannot be used here'),
    ],
)
def test_a_design_that_nobody_would_look_at_for_changes_is_refused(
    root: Path, written: str, problem: str
) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root, "scripts/mine.py", "")
    kept = [line for line in text.splitlines() if not line.startswith(("theme", "hooks", "  custom_dir"))]
    write(root, "mkdocs.yml", "\n".join([*kept, written, ""]))
    (found,) = told(root)
    assert problem in found
    assert not found.startswith("1:1 ")


@pytest.mark.parametrize(
    "written",
    [
        "theme: {name: material, custom_dir: theme/}",
        "theme: {}",
        "hooks: [scripts/mkdocs_hooks.py]",
        "hooks: [scripts/mine.py, scripts/mkdocs_hooks.py]",
    ],
)
def test_a_design_that_stands_in_its_place_is_not_refused(root: Path, written: str) -> None:
    write(root, "scripts/mine.py", "")
    replace(root, "mkdocs.yml", "extra:", f"{written}\nextra:")
    assert told(root) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("site_name: Example\n", "", '1:1 "site_name" is missing'),
        ("site_url: https://example.org/\n", "", '1:1 "site_url" is missing'),
        ("https://example.org/", "", '2:10 "site_url" is empty'),
        ("https://example.org/", "example.org", '2:11 "example.org" is not the address of a site'),
        (
            "https://example.org/",
            "ftp://example.org",
            '2:11 "ftp://example.org" is not the address of a site',
        ),
        (
            "https://example.org/",
            "https://example.org/a b/",
            '2:11 "https://example.org/a b/" is not the address of a site',
        ),
        ("https://example.org/", "'http://['", '2:11 "http://[" is not the address of a site'),
        ("cy: Corff Enghreifftiol", 'cy: ""', '4:40 "cy" is empty'),
        ("cy: Corff Enghreifftiol", 'cy: "  "', '4:40 "cy" is empty'),
        (", cy: Corff Enghreifftiol", "", '4:3 "cy" is missing'),
        ("organisation:", "organization:", '4:3 "organization" is not a key of the format'),
        ("{en: Team, cy: Tîm}", "Team", '6:11 "name" must be a group of lines'),
        ("email: team@example.org", "email: team", '7:12 "team" cannot be used here'),
        ("extra:", "extra:\n  items_per_page: many", '4:19 "many" is not a whole number from 1 to 1000'),
        ("extra:", "extra:\n  items_per_page: 0", '4:19 "0" is not a whole number from 1 to 1000'),
        ("extra:", "extra:\n  items_per_page: true", "4:19 true is not a whole number from 1 to 1000"),
        ("extra:", "extra:\n  addresses: {en: https://a.example}", '4:3 "cy" is missing'),
    ],
)
def test_a_slip_is_told_at_its_place(root: Path, old: str, new: str, problem: str) -> None:
    replace(root, "mkdocs.yml", old, new)
    assert problem in told(root)


def test_what_is_for_mkdocs_is_left_to_it(root: Path) -> None:
    replace(root, "mkdocs.yml", "site_name: Example", "site_name: Example\nplugins: [search]\nunheard_of: 1")
    assert told(root) == []


@pytest.mark.parametrize("content", [b"", b"- a\n", b"a: [\n", b"\xff\xfea"])
def test_broken_settings_are_problems_and_stop_no_other_check(root: Path, content: bytes) -> None:
    write(root, "mkdocs.yml", content)
    write(root, "briefings/broken.yaml", "a: [")
    assert {problem.position.file for problem in problems_of(root)} == {"mkdocs.yml", "briefings/broken.yaml"}
