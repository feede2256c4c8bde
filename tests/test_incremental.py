"""A build after a change gives the very site that a build from nothing gives."""

from __future__ import annotations

import multiprocessing
import random
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cyhoeddi import checked, pipeline
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.look import Unit
from cyhoeddi.problems import Problem
from cyhoeddi.site import engine
from cyhoeddi.site.standing import LastSite, Parts
from tests.conftest import PROJECT
from tests.project_folder import REPORT, page, write, write_project

NOW = read_clock("2024-06-01T12:00")
SEED = 20261122
DRAFT = """\
type: briefing
series: programme
workstreams: [one]
status: {status}
{embargo}first_published: 2024-0{number}-03
title: {{en: Number {number}, cy: Rhif {number}}}
summary: {{en: What number {number} says., cy: Beth mae rhif {number} yn ei ddweud.}}
sections:
  - heading: {{en: News, cy: Newyddion}}
    body:
      en: |
        {english}
      cy: |
        {welsh}
"""
SAID = (
    ("The board met.", "Cyfarfu'r bwrdd."),
    ("The board met again.", "Cyfarfu'r bwrdd eto."),
    ("See [the report](pub:report).", "Gweler [yr adroddiad](pub:report)."),
    ("Care is *close*.", "Mae gofal yn *agos*."),
)


class Folder:
    """A project folder that changes, and the moment for which it is built."""

    def __init__(self, root: Path, chance: random.Random, now: datetime = NOW) -> None:
        self.root, self.chance = root, chance
        self.now = now

    def build(self, root: Path | None = None) -> pipeline.Outcome:
        """Build the site without PDFs and search, which have caches and tests of their own."""
        return pipeline.build(root or self.root, now=self.now, say=print, skip=("pdf", "search"), jobs=1)

    def build_anew(self, folder: Path) -> pipeline.Outcome:
        """Build a copy of the folder that has never been built."""
        names = ("site", ".cyhoeddi", "generated", "evidence.json")
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns(*names))
        return self.build(folder)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace some words of a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text, f"{name} does not say {old}"
        write(self.root, name, text.replace(old, new))


def say_something(folder: Folder) -> None:
    """Write a publication, new or not: public, draft or under embargo."""
    number, (english, welsh) = folder.chance.randint(1, 4), folder.chance.choice(SAID)
    status = folder.chance.choice(["published", "published", "draft"])
    embargo = folder.chance.choice(["", "", "publish_at: 2024-06-02T09:30\n"])
    text = DRAFT.format(number=number, english=english, welsh=welsh, status=status, embargo=embargo)
    write(folder.root, f"briefings/number-{number}.yaml", text)


def take_away(folder: Folder) -> None:
    """Remove a publication that nothing names."""
    (folder.root / f"briefings/number-{folder.chance.randint(1, 4)}.yaml").unlink(missing_ok=True)


def rename(folder: Folder) -> None:
    """Give a publication another id."""
    for file in sorted((folder.root / "briefings").glob("number-*.yaml"))[:1]:
        file.rename(folder.root / "briefings/number-0.yaml")


def retitle(folder: Folder) -> None:
    """Change a title, which stands on many pages and in addresses."""
    words = f"Yearly report {folder.chance.randint(1, 99)}"
    text = (folder.root / "briefings/report.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("title:"))
    folder.edit(
        "briefings/report.yaml",
        line,
        f"title: {{en: {words}, cy: {words.replace('Yearly report', 'Adroddiad')}}}",
    )


def change_download(folder: Folder) -> None:
    """Change a file of the same length."""
    write(folder.root, "briefings/files/report/data.csv", f"a,b\n{folder.chance.randint(2, 9)},2\n")


def change_page(folder: Folder) -> None:
    """Change a hand-written page."""
    for language, words in zip(("en", "cy"), folder.chance.choice(SAID[:2]), strict=True):
        file = folder.root / f"docs/{language}/about.md"
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")


def change_template(folder: Folder) -> None:
    """Change what every page is dressed with."""
    folder.edit("theme/base.html", "<body", f"<!-- {folder.chance.random()} --><body")


def change_hook(folder: Folder) -> None:
    """Give the project a hook of its own, which changes every page."""
    ours = (PROJECT / "scripts/mkdocs_hooks.py").read_text(encoding="utf-8")
    own = f"def on_post_page(output, **_):\n    return output + '<!-- {folder.chance.random()} -->'\n"
    write(folder.root, "scripts/mkdocs_hooks.py", f"{ours}\n\n{own}")


def change_settings(folder: Folder) -> None:
    """Change how long lists are."""
    folder.edit("mkdocs.yml", "items_per_page: 2", "items_per_page: 12")


def pass_time(folder: Folder) -> None:
    """Let the embargo end."""
    folder.now += timedelta(days=1)


def lose_cache(folder: Folder) -> None:
    """Delete all that is remembered."""
    shutil.rmtree(folder.root / ".cyhoeddi", ignore_errors=True)


def damage_cache(folder: Folder) -> None:
    """Cut what is remembered in two."""
    for file in (folder.root / ".cyhoeddi").glob("*.json"):
        file.write_bytes(file.read_bytes()[: folder.chance.randint(0, 400)])


def touch_site(folder: Folder) -> None:
    """Change a page of the site by hand, and lose another; the same among what the pages are made from."""
    (folder.root / "site/en/index.html").write_text("Mine", encoding="utf-8")
    (folder.root / "site/cy/404.html").unlink()
    for language, spoil in (("en", lambda file: file.write_bytes(b"Mine")), ("cy", Path.unlink)):
        for file in sorted((folder.root / f"docs/{language}/generated/landing").iterdir())[:1]:
            spoil(file)
    for name in ("sitemap.xml", "en/feeds/all.atom"):
        (folder.root / "docs/en/generated/root" / name).write_text("Mine", encoding="utf-8")


def bring_back(folder: Folder) -> None:
    """Put some files of the cache back as they were before the last build, and lose one."""
    files = [file for file in sorted((folder.root / ".cyhoeddi").iterdir()) if file.is_file()]
    then = {file: file.read_bytes() for file in files}
    say_something(folder)
    folder.build()
    *back, lost = folder.chance.sample(files, 5)
    for file in back:
        file.write_bytes(then[file])
    lost.unlink(missing_ok=True)


def touch_spare(folder: Folder) -> None:
    """Add to the site before the last, lose some of it, and put links in the place of some."""
    folder.build()
    spare = folder.root / ".cyhoeddi/spare-site"
    assert spare.is_dir()
    pages = sorted(spare.rglob("*.html"))
    for file in folder.chance.sample(pages, 4):
        file.unlink()
    for file in [file for file in folder.chance.sample(pages, 4) if file.exists()]:
        file.unlink()
        file.symlink_to(folder.root / "site/index.html")
    write(spare, "stranger/index.html", "Mine")


def kill_build(folder: Folder) -> None:
    """End a build that something was changed for, somewhere on its way."""
    change_download(folder)
    change_template(folder)
    build = multiprocessing.get_context("fork").Process(target=folder.build)
    build.start()
    build.join(folder.chance.uniform(0.1, 1.5))
    build.kill()
    build.join()


def fail(folder: Folder) -> None:
    """Build once with a mistake, which leaves the site as it was, and mend it."""
    write(folder.root, "briefings/report-two.yaml", "type: nonsense\n")
    before = tree(folder.root / "site")
    assert folder.build().folder is None
    assert tree(folder.root / "site") == before
    (folder.root / "briefings/report-two.yaml").unlink()


CHANGES = (
    say_something,
    say_something,
    take_away,
    rename,
    retitle,
    change_download,
    change_page,
    change_template,
    change_hook,
    change_settings,
    pass_time,
    lose_cache,
    damage_cache,
    touch_site,
    bring_back,
    bring_back,
    bring_back,
    touch_spare,
    touch_spare,
    kill_build,
    kill_build,
    fail,
)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file of *folder*."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def differences(one: Path, other: Path) -> list[str]:
    """Give the names of the files in which two folders differ."""
    left, right = tree(one), tree(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give a project that was built, with a theme of its own."""
    root = write_project(tmp_path / "project")
    shutil.copytree(PROJECT / "theme", root / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return Folder(root, random.Random(SEED))  # noqa: S311 (the same changes at every run)


def test_any_changes_one_after_the_other_give_the_site_that_a_new_build_gives(
    folder: Folder, tmp_path: Path
) -> None:
    folder.build()
    done: list[str] = []
    for step, change in enumerate(folder.chance.sample(CHANGES, len(CHANGES))):
        change(folder)
        done.append(change.__name__)
        outcome, anew = folder.build(), folder.build_anew(tmp_path / str(step))
        assert outcome.problems == anew.problems, done
        assert outcome.folder is not None, (done, outcome.problems)
        assert differences(folder.root / "site", tmp_path / str(step) / "site") == [], done
        assert differences(folder.root / "docs", tmp_path / str(step) / "docs") == [], done
        evidence = [root / "evidence.json" for root in (folder.root, tmp_path / str(step))]
        assert evidence[0].read_bytes() == evidence[1].read_bytes(), done
        assert problems(folder) == problems(Folder(tmp_path / str(step), folder.chance, folder.now)), done


Forget = Callable[[pytest.MonkeyPatch], None]


def without_makings(name: str) -> Forget:
    """Give what takes all that a page is made from for the same, if *name* is part of its name."""

    def forget(patch: pytest.MonkeyPatch) -> None:
        real = LastSite.made_alike

        def alike(self: LastSite, now: Mapping[str, str]) -> Parts:
            return real(self, {**now, **{one: made for one, made in self.made_from.items() if name in one}})

        patch.setattr(LastSite, "made_alike", alike)

    return forget


def without_version(patch: pytest.MonkeyPatch) -> None:
    """Take every design for the same."""
    patch.setattr(engine, "design_version", lambda _project: "same")


def without_states(patch: pytest.MonkeyPatch) -> None:
    """Take every file of the last site for the one that was put there."""

    patch.setattr(LastSite, "still_standing", lambda _self, parts, _spare: parts)


def write_mine(folder: Folder) -> None:
    """Change a page of the site by hand."""
    (folder.root / "site/en/about/index.html").write_text("Mine", encoding="utf-8")


def add_footer_page(folder: Folder) -> None:
    """Add a page that the footer of every page leads to."""
    for language, slug in (("en", "privacy"), ("cy", "preifatrwydd")):
        words = SAID[0][language == "cy"]
        text = f"---\ntitle: {words[:-1]}\ndescription: {words}\nslug: {slug}\n---\n\n{words}\n"
        write(folder.root, f"docs/{language}/privacy.md", text)


def add_number(folder: Folder) -> None:
    """Add a publication, which the filters count."""
    text = DRAFT.format(number=1, english=SAID[0][0], welsh=SAID[0][1], status="published", embargo="")
    write(folder.root, "briefings/number-1.yaml", text)


@pytest.mark.parametrize(
    ("change", "forget"),
    [
        (change_page, without_makings("/page/")),
        (change_download, without_makings("/files/")),
        (add_footer_page, without_makings("furniture")),
        (add_number, without_makings("filters")),
        (change_template, without_version),
        (change_hook, without_version),
        (write_mine, without_states),
    ],
    ids=["own text", "download", "furniture", "filters", "design", "hooks", "files of the site"],
)
def test_a_site_is_wrong_if_any_one_thing_is_left_out_of_the_hash(
    folder: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Folder], None],
    forget: Forget,
) -> None:
    with monkeypatch.context() as patch:
        forget(patch)
        folder.build()
        change(folder)
        folder.build()
    folder.build_anew(tmp_path / "anew")
    assert differences(folder.root / "site", tmp_path / "anew" / "site") != []
    shutil.rmtree(folder.root / ".cyhoeddi")
    folder.build()
    assert differences(folder.root / "site", tmp_path / "anew" / "site") == []


def problems(folder: Folder) -> tuple[Problem, ...]:
    return check_project(folder.root, folder.now, jobs=1)


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("briefings/report.yaml", REPORT.replace("year in figures", "year in 12 figures"), "numbers-agree"),
        (
            "terms/house-style.yaml",
            "rules:\n- {language: en, wrong: [the year], right: figures}\n",
            "house-style",
        ),
        ("docs/en/about.md", page("About", "about", "Text, 2,023 words.\n"), "numbers-agree"),
    ],
    ids=["a briefing", "the house style", "a page"],
)
def test_a_check_after_a_change_finds_what_a_check_from_nothing_finds(
    folder: Folder, name: str, text: str, rule: str
) -> None:
    before = problems(folder)
    assert rule not in {problem.rule for problem in before}
    write(folder.root, name, text)
    after = problems(folder)
    assert rule in {problem.rule for problem in after}
    shutil.rmtree(folder.root / ".cyhoeddi")
    assert problems(folder) == after


def test_problems_are_kept_by_the_content_of_their_file(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems(folder)
    looked: list[str] = []
    real = checked.look

    def look(unit: Unit, *rest: object) -> tuple[Problem, ...]:
        looked.append(unit.name)
        return real(unit, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(checked, "look", look)
    problems(folder)
    assert looked == []
    folder.edit("briefings/2023/minutes.yaml", "What the board said.", "What the board agreed.")
    problems(folder)
    assert looked == ["briefings/2023/minutes.yaml"]
