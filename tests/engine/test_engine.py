from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.site import SiteError, engine, sharing
from cyhoeddi.site.early import early
from cyhoeddi.site.engine import build_site, merge
from cyhoeddi.steady import SavedMeanwhileError
from tests.conftest import PROJECT
from tests.engine.hand_made import (
    ADDRESSES,
    EN,
    SETTINGS,
    files,
    make_project,
    mkdocs,
    notes,
    page,
    write,
    write_page,
)

PAGES = {
    "index.html",
    "404.html",
    "en/404.html",
    "cy/404.html",
    "en/index.html",
    "cy/index.html",
    "en/rents-2023-html/index.html",
    "cy/rhenti-2023-html/index.html",
}

COUNTED = """
import cProfile, pstats, sys
from pathlib import Path
from cyhoeddi.language import Language
from cyhoeddi.site.one_language import build_language
from cyhoeddi.site.prepared import Task

project, docs, into = map(Path, sys.argv[1:])
pages = [str(page.relative_to(docs)) for page in docs.glob("cy/generated/*/*.md")]
profile = cProfile.Profile()
task = Task(str(project), str(docs), "", Language.CY, pages, str(into / "site"), "")
assert profile.runcall(build_language, task) == []
print(pstats.Stats(profile).total_calls)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("project"))
    build_site(project, docs_dir=project / "docs", into=project / "out")
    return project


def test_every_file_stands_at_its_address_and_nothing_else_is_made(built: Path) -> None:
    others = {"robots.txt", "en/rents-2023-html/data ôl.csv", "cy/rhenti-2023-html/data ôl.csv"}
    theme = {"assets/style.css"} | {
        f"assets/{path.relative_to(PROJECT / 'theme/assets').as_posix()}"
        for path in (PROJECT / "theme/assets").rglob("*")
        if path.is_file()
    }
    assert set(files(built / "out")) == PAGES | others | theme


def test_every_html_page_passes_through_mkdocs_with_the_i18n_plugin(built: Path) -> None:
    counted = notes(built, "page")
    assert sorted(dest for *_, dest in counted) == sorted(PAGES)
    assert all(plugin == "I18n" and active == locale for plugin, active, locale, _ in counted)
    assert {active for _, active, *_ in counted} == set(Language)


def test_a_page_is_given_what_the_theme_was_promised(built: Path) -> None:
    html = (built / "out/cy/rhenti-2023-html/index.html").read_text(encoding="utf-8")
    assert re.search(r'href="../../assets/style.css\?[0-9a-f]{12}"', html)
    for promised in (
        "<title>Title &amp; rents</title>",
        '<link rel="canonical" href="https://example.org/cy/rhenti-2023-html/">',
        '<a href="../../en/rents-2023-html/">default-src &#39;none&#39;; script-src &#39;self&#39;; ',
        "Hafan Hafan",
        "14 Tachwedd 2023 45 KB False",
        'a <span lang="cy">b</span> a b',
        "Name cy",
        '<h2 id="heading">Heading</h2>',
        '<a href="../">home</a>',
    ):
        assert promised in html


def test_a_404_page_links_from_the_root_of_the_site(built: Path) -> None:
    html = (built / "out/cy/404.html").read_text(encoding="utf-8")
    assert '<a href="/cy/">home</a>' in html
    assert 'href="/assets/style.css?' in html


def test_each_language_takes_its_own_copy_of_an_attachment(built: Path) -> None:
    assert (built / "out/cy/rhenti-2023-html/data ôl.csv").read_text(encoding="utf-8") == "a,cy\n"


def test_two_builds_are_the_same_bytes(built: Path) -> None:
    build_site(built, docs_dir=built / "docs", into=built / "again")
    assert files(built / "again") == files(built / "out")


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_built_a_few_at_a_time_are_the_same_bytes(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    tasks: list[int] = []
    share = sharing._shares

    def noted(*given: object) -> Iterator[sharing._Share]:
        for one in share(*given):  # type: ignore[arg-type]
            tasks.append(len(one.pages))
            yield one

    monkeypatch.setattr(sharing, "_MOST", 3)
    monkeypatch.setattr(sharing, "_shares", noted)
    build_site(built, docs_dir=built / "docs", into=tmp_path / "out", jobs=jobs)
    # A share may have the home page besides, without which there is no site to MkDocs.
    assert len(tasks) > len(Language)
    assert max(tasks) <= 4
    assert files(tmp_path / "out") == files(built / "out")


def test_plain_mkdocs_builds_the_same_site(tmp_path: Path, built: Path) -> None:
    project = make_project(tmp_path)
    write(project / "briefings/one.yaml", "SAID")
    run = mkdocs(project, "build", "--strict", "--quiet")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert files(project / "site") == files(built / "out")
    assert notes(project, "prepare") == [["False"]]


def test_plain_mkdocs_says_in_plain_words_what_cannot_be_written(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / "tree").rename(project / "away")
    run = mkdocs(project, "build", "--quiet")
    assert run.returncode == 1
    assert "tree: No such file or directory" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_the_engine_is_told_that_the_tree_is_ready(built: Path) -> None:
    assert notes(built, "prepare") == []


def test_a_project_without_theme_and_hooks_is_built_with_those_of_the_package(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write(project / "mkdocs.yml", SETTINGS)
    shutil.rmtree(project / "theme")
    shutil.rmtree(project / "scripts")
    build_site(project, docs_dir=project / "docs", into=project / "out")
    assert 'id="main"' in (project / "out/cy/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["", "theme: {custom_dir: theme}\n", "theme: {name: material}\n"])
def test_settings_that_say_less_of_theme_and_hooks_give_the_same_pages(tmp_path: Path, theme: str) -> None:
    project = make_project(tmp_path)
    write(project / "mkdocs.yml", SETTINGS)
    build_site(project, docs_dir=project / "docs", into=project / "full")
    ours = re.search(r"(?s)theme:.*?\n\nhooks:.*?\n\n", SETTINGS)
    assert ours
    write(project / "mkdocs.yml", SETTINGS.replace(ours[0], theme))
    build_site(project, docs_dir=project / "docs", into=project / "less")
    assert files(project / "less") == files(project / "full")


def test_a_theme_of_the_project_may_hold_a_logo_only(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write(project / "theme/assets/logo.svg", "<svg/>")
    build_site(project, docs_dir=project / "docs", into=project / "out")
    assert (project / "out/assets/logo.svg").read_text(encoding="utf-8") == "<svg/>"
    assert (project / "out/assets/favicon.svg").is_file()


@pytest.mark.parametrize(
    ("broken", "text", "said"),
    [
        ("theme/page.html", "\n{{ nothing.at.all }}", "theme/page.html:2: 'nothing' is undefined"),
        ("theme/page.html", "\n\n{{ 1 / 0 }}", "theme/page.html:3: ZeroDivisionError: division by zero"),
        ("theme/page.html", "\n\n{% nothing %}", "theme/page.html:3: Encountered unknown tag"),
        ("theme/page.html", '{% include "not-there.html" %}', "not-there.html"),
        (
            "scripts/spy.py",
            "\ndef on_env(*_, **__):\n    1 / 0",
            "scripts/spy.py:3: ZeroDivisionError: division by zero",
        ),
        ("scripts/spy.py", "\ndef on_env(env):\n    return env", "scripts/spy.py:2: TypeError: on_env()"),
        ("scripts/spy.py", "import json\njson.loads('nope')", "scripts/spy.py:2: JSONDecodeError"),
        ("scripts/spy.py", "\nopen('words.csv')", "scripts/spy.py:2: words.csv: No such file"),
        ("scripts/spy.py", "\nexit(3)", "scripts/spy.py:2: SystemExit: 3"),
        ("scripts/spy.py", "raise SystemExit('I give up')", "scripts/spy.py:1: SystemExit: I give up"),
        ("scripts/spy.py", "\ndef on_env(:", "scripts/spy.py:2: SyntaxError: invalid syntax"),
        (
            "scripts/spy.py",
            "import nowhere",
            "scripts/spy.py:1: ModuleNotFoundError: No module named 'nowhere'",
        ),
        (
            "docs/cy/generated/document/rents.md",
            "no front matter",
            "cy/generated/document/rents.md is not a generated",
        ),
        ("docs/cy/generated/furniture.json", "{", "furniture.json"),
        ("mkdocs.yml", "site_name: 1\n", "site_name"),
        ("mkdocs.yml", "a: [", "mkdocs.yml could not be read"),
        ("mkdocs.yml", "site_name: Site\n", "does not list the plugin i18n"),
    ],
)
def test_a_failing_build_says_why(tmp_path: Path, broken: str, text: str, said: str) -> None:
    project = make_project(tmp_path)
    write(project / broken, text)
    with pytest.raises(SiteError, match=re.escape(said)) as raised:
        build_site(project, docs_dir=project / "docs", into=project / "out")
    assert "Traceback" not in str(raised.value)
    assert [path.name for path in project.glob("languages-*")] == []


def test_a_warning_of_mkdocs_is_not_lost(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / "docs/cy/generated/home/index.md").unlink()
    with pytest.raises(SiteError, match="Could not find a homepage for locale 'cy'"):
        build_site(project, docs_dir=project / "docs", into=project / "out")


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write_page(project / "docs", page(EN, "page", "second", "/en/", None))
    with pytest.raises(SiteError, match="have the same address: /en/index"):
        build_site(project, docs_dir=project / "docs", into=project / "out")


def test_an_address_outside_the_site_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write_page(project / "docs", page(EN, "page", "second", "/../en/", None))
    with pytest.raises(SiteError, match="outside the site"):
        build_site(project, docs_dir=project / "docs", into=project / "out")


def test_a_missing_attachment_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / "docs/en/generated/files/rents/data ôl.csv").unlink()
    with pytest.raises(SiteError, match="is not there"):
        build_site(project, docs_dir=project / "docs", into=project / "out")


def test_languages_that_disagree_on_a_shared_file_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "en/robots.txt", "a")
    write(tmp_path / "cy/robots.txt", "b")
    (tmp_path / "out").mkdir()
    with pytest.raises(SiteError, match="robots"):
        merge([tmp_path / "en", tmp_path / "cy"], tmp_path / "out")


def test_a_page_costs_the_same_among_ten_times_as_many(tmp_path: Path) -> None:
    # Calls of functions are counted, not seconds: they are the same on a busy machine. The smallest site
    # shows what starting costs.
    few, some, many = (_calls(tmp_path / str(number), number) for number in (1, 21, 201))
    assert (many - few) / 200 == pytest.approx((some - few) / 20, rel=0.05)


def _calls(folder: Path, number: int) -> int:
    project = make_project(folder)
    for language in Language:
        for n in range(number):
            address = f"/{language}/page-{n}/"
            write_page(
                project / "docs",
                page(language, "page", f"{n:05}", address, ADDRESSES[language]["home/index"]),
            )
    arguments = [str(project), str(project / "docs"), str(project / "out")]
    run = subprocess.run(
        [sys.executable, "-c", COUNTED, *arguments], capture_output=True, text=True, check=True
    )
    return int(run.stdout)


def test_what_a_hook_prints_starts_or_reads_is_between_nobody(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    hook = (
        "import subprocess, sys\nprint('hello')\nsubprocess.run(['echo', 'hello'])\nsubprocess.run(['cat'])\n"
    )
    write(project / "scripts/spy.py", hook + "assert not sys.stdin.read()\n")
    with early() as one:
        one.start(project)
        build_site(project, docs_dir=project / "docs", into=project / "out", early=one)
    assert (project / "out/cy/index.html").is_file()


def test_no_hook_is_loaded_before_pages_are_built() -> None:
    script = """
import sys
from pathlib import Path
from cyhoeddi.site.one_language import warm_up
warm_up(Path(sys.argv[1]))
files = [getattr(module, "__file__", None) or "" for module in sys.modules.values()]
print(any(file.endswith("adapter.py") for file in files), [f for f in files if f.endswith("_hooks.py")])
"""
    command = [sys.executable, "-c", script, str(PROJECT)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told == "True []\n"


def test_a_hook_that_was_saved_twice_in_a_moment_is_the_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    project = make_project(tmp_path)
    spy = "import said\n\ndef on_post_page(output, **_):\n    return said.WORDS\n"
    write(project / "scripts/spy.py", spy)
    for words in ("One", "Two"):
        write(project / "scripts/said.py", f"WORDS = {words!r}\n")
        os.utime(project / "scripts/said.py", (10**9, 10**9))
        build_site(project, docs_dir=project / "docs", into=project / words)
        assert (project / words / "cy/index.html").read_text(encoding="utf-8") == words


def test_a_design_that_is_saved_meanwhile_makes_it_begin_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path)
    versions = iter(["one", "another"])
    monkeypatch.setattr(engine, "design_version", lambda _project: next(versions))
    with pytest.raises(SavedMeanwhileError):
        build_site(project, docs_dir=project / "docs", into=project / "out")
