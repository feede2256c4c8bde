from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cyhoeddi import assemble, pipeline
from cyhoeddi.accepting import accept
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.judged import has_errors
from cyhoeddi.prepare import prepare
from cyhoeddi.problems import Level
from cyhoeddi.proof import proof
from cyhoeddi.site import SiteError
from tests.conftest import Run
from tests.one_page import build_one_page
from tests.render.folders import (
    NOW,
    Data,
    both,
    publication,
    section,
    series,
    workstream,
    write_file,
    write_folder,
)

LATER = "2030-01-01T09:30"


def build(root: Path, *, preview: bool = False, now: str = "2024-06-01T12:00") -> pipeline.Outcome:
    return pipeline.build(root, now=read_clock(now), say=print, preview=preview)


INDEX = re.compile(r"search/../(now|before|archive)/")
"""What Pagefind writes: it numbers pages and words in another order every time."""


def content(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not INDEX.match(name)}


def indexed(root: Path) -> set[str]:
    """Give the keys of the indexes of a site, which are the hashes of all that each was made from."""
    return {folder.name for folder in (root / ".cyhoeddi" / "search").iterdir() if folder.is_dir()}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine make one page of all that was generated, so that a build takes no time."""

    monkeypatch.setattr(assemble, "build_site", build_one_page)
    monkeypatch.setattr(assemble, "build_search", lambda *_, **__: {})


# Real builds: each takes some seconds --------------------------------------------


def mixed() -> dict[str, Data]:
    """Give a folder of public things and of unpublished ones that are called secret in every text."""
    parts = [
        workstream("open", "Open work"),
        workstream("hidden", "Secret work", status="draft"),
        workstream("later", "Secret later work", publish_at=LATER, status="published"),
    ]
    figures = [{"title": both("Figures"), "file": "figures.csv"}]
    secrets = [{"title": both("Secret figures"), "file": "secret.csv"}]
    return {
        "series/s.yaml": series("Programme", *parts),
        "series/hidden.yaml": series("Secret programme", status="draft"),
        "series/unnamed.yaml": series("Secret unnamed"),
        "one.yaml": publication("One", series="s", workstreams=["open"], attachments=figures),
        "old.yaml": publication("Old", redirects={"en": ["older"], "cy": ["hyn"]}),
        "draft.yaml": publication("Secret draft", status="draft", attachments=secrets, series="hidden"),
        "later.yaml": publication(
            "Secret later", publish_at=LATER, series="s", workstreams=["later"], attachments=secrets
        ),
        "wrong.yaml": {"status": "draft", "titel": "Secret mistake"},
    }


def write_mixed(root: Path, *, whole: bool) -> Path:
    files = mixed()
    owners = {"one": "figures.csv", "draft": "secret.csv", "later": "secret.csv"}
    if not whole:
        for name in ("series/hidden.yaml", "draft.yaml", "later.yaml", "wrong.yaml"):
            del files[name]
        del files["series/s.yaml"]["workstreams"][1:]
        owners = {"one": "figures.csv"}
    write_folder(root, files)
    for owner, name in owners.items():
        folder = root / "briefings/files" / owner
        folder.mkdir(parents=True)
        (folder / name).write_text(name, encoding="utf-8")
    lock = "/cy/gynt/ publication/old moved\n/en/before/ publication/old\n/en/was-secret/ publication/draft\n"
    (root / "addresses.lock").write_text(lock, encoding="utf-8")
    return root


def test_a_real_public_build_is_that_of_the_folder_without_what_is_unpublished(
    tmp_path: Path, run_cyhoeddi: Run
) -> None:
    whole = write_mixed(tmp_path / "whole", whole=True)
    public = write_mixed(tmp_path / "public", whole=False)
    runs = [run_cyhoeddi(root, "build", "--now", "2024-06-01T12:00") for root in (whole, public)]
    assert [run.returncode for run in runs] == [0, 0], runs
    assert (runs[0].stdout, runs[0].stderr) == (runs[1].stdout, runs[1].stderr)
    assert content(whole / "site") == content(public / "site")
    assert indexed(whole) == indexed(public)
    assert (whole / "site/search/pagefind.js").is_file()
    assert (whole / "site/search/cy/now").is_dir()
    for language in ("en", "cy"):
        place = f"docs/{language}/generated"
        assert content(whole / place) == content(public / place)
    built = b"".join(name.encode() + data for name, data in content(whole / "site").items()).lower()
    assert b"secret" not in built
    assert b"secret" not in f"{runs[0].stdout}{runs[0].stderr}".lower().encode()
    assert (whole / "site/en/before/index.html").is_file()
    assert (whole / "site/en/before-html/index.html").is_file()
    assert not (whole / "site/en/was-secret").exists()

    # The same input again, over what the first build left: the same bytes, and nothing of the build stays.
    (whole / "site").rename(tmp_path / "first")
    again = run_cyhoeddi(whole, "build", "--now", "2024-06-01T12:00")
    assert again.returncode == 0
    assert content(tmp_path / "first") == content(whole / "site")
    assert list((whole / ".cyhoeddi").glob("build-*")) == []


def test_a_real_preview_shows_and_marks_everything_in_a_folder_of_its_own(
    tmp_path: Path, run_cyhoeddi: Run
) -> None:
    root = write_mixed(tmp_path, whole=True)
    for name in ("wrong.yaml", "draft.yaml"):
        (root / "briefings" / name).unlink()
    half = publication("Half", status="draft", sections=[section("Aims")])
    del half["first_published"]
    half["sections"][0]["body"]["cy"] = half["summary"]["cy"] = half["title"]["cy"] = ""
    write_file(root, "half.yaml", half)
    new = run_cyhoeddi(root, "new", "briefing", 'A: "new" one', "& 'Un' newydd: #1")
    assert new.returncode == 0, new.stderr
    before = content(root / "docs")
    run = run_cyhoeddi(root, "build", "--preview", "--now", "2024-06-01T12:00")
    assert run.returncode == 0, run.stdout + run.stderr
    assert not (root / "site").exists()
    assert content(root / "docs") == before
    pages = {
        name: data.decode() for name, data in content(root / "preview").items() if name.endswith(".html")
    }
    assert [name for name, text in pages.items() if 'content="noindex"' not in text] == []
    marks = {
        "en/half/index.html": "Draft",
        "cy/half-html/index.html": "Drafft",
        "en/new-one-html/index.html": "Draft",
        "en/secret-later/index.html": "Not public until 09:30 on 1 January 2030",
        "en/programme/secret-later-work/index.html": "Not public until",
        "en/programme/secret-work/index.html": "Draft",
    }
    for name, mark in marks.items():
        assert mark in pages[name]
    assert "Heb ei gyfieithu eto" in pages["cy/half-html/index.html"]


# Everything else, with an engine that takes no time ------------------------------


@pytest.mark.usefixtures("quick")
def test_the_clock_repeats_the_build_of_any_moment(tmp_path: Path) -> None:
    embargo = "2024-07-01T09:30"
    root = write_folder(tmp_path, {"later.yaml": publication("Secret", publish_at=embargo)})
    seen: dict[str, dict[str, bytes]] = {}
    for moment in ("2024-07-01T09:29", embargo, "2024-07-01T09:29", "2024-07-01T08:30+00:00"):
        build(root, now=moment)
        seen.setdefault(moment, content(root / "site"))
        assert content(root / "site") == seen[moment]
        assert (b"Secret" in seen[moment]["index.html"]) is (moment not in {"2024-07-01T09:29"})
    assert seen[embargo] == seen["2024-07-01T08:30+00:00"]
    assert pipeline.due(root, read_clock("2024-07-01T09:29")) == read_clock(embargo)
    assert pipeline.due(root, read_clock(embargo)) is None


@pytest.mark.usefixtures("quick")
def test_a_mistake_stops_the_build_and_leaves_the_site_and_the_generated_pages(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One")})
    build(root)
    before = content(root / "site"), content(root / "docs/en/generated")
    write_file(root, "two.yaml", publication("Two", titel="x"))
    outcome = build(root)
    assert outcome.folder is None
    assert [problem.position.file for problem in outcome.problems] == ["briefings/two.yaml"]
    assert (content(root / "site"), content(root / "docs/en/generated")) == before


@pytest.mark.usefixtures("quick")
def test_check_reports_what_a_public_build_passes_over(tmp_path: Path) -> None:
    wrong = publication("Two", status="draft", titel="x")
    root = write_folder(tmp_path, {"one.yaml": publication("One"), "two.yaml": wrong})
    assert build(root).problems == ()
    (problem,) = check_project(root, NOW)
    assert (problem.position.file, problem.level) == ("briefings/two.yaml", Level.ERROR)
    assert build(root, preview=True).problems == (problem,)
    assert accept(root, NOW)[0] == ()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "fault", [SiteError("no"), OSError(28, "full"), RuntimeError("a bug"), KeyboardInterrupt()]
)
def test_an_engine_that_fails_leaves_the_last_good_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One")})
    build(root)
    before = content(root / "site")

    def failing(_project: Path, *, docs_dir: Path, into: Path, **_: object) -> None:
        into.mkdir()
        (into / "index.html").write_bytes(docs_dir.name.encode())
        raise fault

    monkeypatch.setattr(assemble, "build_site", failing)
    with pytest.raises(type(fault)):
        build(root)
    assert content(root / "site") == before
    assert list((root / ".cyhoeddi").glob("build-*")) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from cyhoeddi import assemble, pipeline
from cyhoeddi.clock import read_clock
from cyhoeddi.site import swap
from cyhoeddi.site.standing import Built

def build_site(project, *, docs_dir, into, **_):
    into.mkdir()
    (into / "index.html").write_bytes(b"new")
    (into / "more.html").write_bytes(b"new")
    return Built({"index.html": "", "more.html": ""})

assemble.build_site = build_site
assemble.build_search = lambda *_, **__: {}
swap.exchange = lambda one, other: False
step, number = sys.argv[2], int(sys.argv[3])

def killing(real):
    def call(*arguments, **named):
        global number
        number -= 1
        if number == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)
    return call

if step == "write":
    Path.write_bytes = killing(Path.write_bytes)
elif step == "rename":
    Path.rename = killing(Path.rename)
else:
    setattr(assemble, step, killing(getattr(assemble, step)))
pipeline.build(Path(sys.argv[1]), now=read_clock("2024-06-01T12:00"), say=print, jobs=int(sys.argv[4]))
"""


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("step", "number", "told"),
    [
        ("write", 1, False),
        ("write", 4, False),
        ("build_site", 1, False),
        ("swap_in", 1, False),
        ("rename", 1, False),
        ("rename", 2, True),
        ("rename", 3, False),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_killed_anywhere_leaves_a_whole_site_or_puts_it_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: int, step: str, number: int, told: bool
) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One")})
    build(root)
    good = content(root / "site")
    write_file(root, "two.yaml", publication("Two"))
    run = subprocess.run([sys.executable, "-c", KILLED, str(root), step, str(number), str(jobs)], check=False)
    # If another process of it is killed, it ends with an error; the first to write are those that make PDFs.
    is_other = jobs > 1 and (step, number) != ("write", 4)
    assert run.returncode == (1 if is_other else -signal.SIGKILL)
    # The next start mends what is to be mended, even one that finds mistakes.
    write_file(root, "three.yaml", publication("Three", titel="x"))
    assert build(root).folder is None
    new = {"index.html": b"new", "more.html": b"new"}
    assert content(root / "site") in (good, new)
    assert ("has been put back" in capsys.readouterr().out) is told
    (root / "briefings/three.yaml").unlink()
    build(root)
    assert content(root / "site")["index.html"].count(b'"kind": "landing"') == 4
    assert list((root / ".cyhoeddi").glob("build-*")) == []


@pytest.mark.usefixtures("quick")
def test_generated_pages_left_half_written_do_no_harm(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One")})
    build(root)
    whole = content(root / "docs")
    generated = root / "docs/en/generated"
    (generated / "landing/one.md").write_bytes((generated / "landing/one.md").read_bytes()[:40])
    (generated / "furniture.json").write_bytes(b"")
    (generated / "landing/stranger.md").write_bytes(b"---\n{")
    (generated / "home/index.md").unlink()
    build(root)
    assert content(root / "docs") == whole


def spoil(tree: Path, *names: str) -> None:
    """Write over files of a generated tree, so that no folder tells of it; each is of another length then."""
    for name in names:
        (tree / name).write_bytes(b"---\n{" + (tree / name).read_bytes())


@pytest.mark.parametrize("lost", [True, False])
@pytest.mark.parametrize(
    "spoiled",
    ["home/index.md", "furniture.json", "landing/one.md", "files/one/figures.csv", "root/sitemap.xml"],
)
def test_generated_files_that_somebody_wrote_over_are_not_read(
    tmp_path: Path, spoiled: str, lost: bool
) -> None:
    root = write_mixed(tmp_path, whole=False)

    def write(text: str) -> None:
        write_file(root, "old.yaml", mixed()["old.yaml"] | {"sections": [section("Text", text, "Geiriau.")]})

    def built() -> dict[str, bytes]:
        outcome = pipeline.build(root, now=read_clock("2024-06-01T12:00"), say=print, skip=("pdf", "search"))
        assert outcome.folder, outcome.problems
        return content(root / "site")

    write("Words.")
    built()
    write("Others.")
    spoil(root / "docs/en/generated", spoiled)
    if lost:
        # So that all is made again of the tree.
        shutil.rmtree(root / "site")
    after = built()
    for name in (".cyhoeddi", "site", "docs/en/generated", "docs/cy/generated"):
        shutil.rmtree(root / name)
    assert after == built()


def test_a_page_of_a_shard_that_somebody_wrote_over_is_made_again(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One"), "two.yaml": publication("Two")})
    build(root)
    whole = (root / "docs/en/generated/landing/two.md").read_bytes()
    write_file(root, "one.yaml", publication("One", sections=[section("Text", "One more.", "Un arall.")]))
    (root / "docs/en/generated/landing/two.md").write_bytes(b"---\n{")
    assert build(root).folder
    assert (root / "docs/en/generated/landing/two.md").read_bytes() == whole


@pytest.mark.usefixtures("quick")
def test_accepting_is_all_or_nothing_and_twice_is_once(tmp_path: Path) -> None:
    root = write_folder(
        tmp_path, {"one.yaml": publication("One"), "two.yaml": publication("Secret", status="draft")}
    )
    problems, lock = accept(root, NOW)
    assert problems == ()
    assert lock is not None
    written = (root / "addresses.lock").read_bytes()
    assert written.decode().splitlines() == lock.lines() == sorted(lock.lines())
    assert b"/en/one/ publication/one\n" in written
    assert b"secret" not in written
    accept(root, NOW)
    assert (root / "addresses.lock").read_bytes() == written
    write_file(root, "three.yaml", publication("Three", titel="x"))
    assert accept(root, NOW)[1] is None
    assert (root / "addresses.lock").read_bytes() == written
    assert [path.name for path in root.glob("addresses*")] == ["addresses.lock"]


def test_nothing_is_accepted_while_a_text_under_embargo_is_stale(tmp_path: Path) -> None:
    later = publication("Later", publish_at=LATER)
    root = write_folder(tmp_path, {"one.yaml": publication("One"), "later.yaml": later})
    assert accept(root, NOW)[0] == ()
    written = (root / "translations.lock").read_bytes()
    later["summary"]["en"] = "About something else."
    write_file(root, "later.yaml", later)
    write_file(root, "two.yaml", publication("Two"))
    (problem,), lock = accept(root, NOW)
    assert (problem.rule, problem.position.file, lock) == ("stale", "briefings/later.yaml", None)
    assert (root / "translations.lock").read_bytes() == written


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_site_that_is_no_folder_is_told_of_and_left(tmp_path: Path, kind: str) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One")})
    (root / "elsewhere").mkdir()
    if kind == "link":
        (root / "site").symlink_to(root / "elsewhere")
    else:
        (root / "site").write_bytes(b"mine")
    with pytest.raises(SiteError, match="site is not a folder"):
        build(root)
    assert (root / "site").is_symlink() is (kind == "link")
    assert list((root / "elsewhere").iterdir()) == []


def test_a_preview_shows_a_text_whose_languages_still_differ(tmp_path: Path) -> None:
    half = section("Background", "Words.", "Geiriau.\n\nMwy o eiriau.")
    root = write_folder(tmp_path, {"one.yaml": publication("One", sections=[half])})
    (found,) = check_project(root, NOW)
    assert (found.rule, found.level) == ("structure", Level.ERROR)
    seen = prepare(root, preview=True, into=root / "seen", now=NOW, skip=("pdf",))
    assert [(one.rule, one.level) for one in seen] == [("structure", Level.WARNING)]
    assert (root / "seen/cy/generated/document/one.md").is_file()
    public = prepare(root, preview=False, into=root / "out", now=NOW, skip=("pdf",))
    assert has_errors(public)
    assert not (root / "out").exists()


def test_a_proof_of_a_draft_is_made_while_its_languages_still_differ(tmp_path: Path) -> None:
    half = section("Background", "Words.", "Geiriau.\n\nMwy o eiriau.")
    broken = publication("Two", sections=[section("Background", "# Words")])
    one = publication("One", sections=[half], status="draft")
    root = write_folder(tmp_path, {"one.yaml": one, "two.yaml": broken})
    problems, files = proof(root, "one", NOW)
    assert [(found.rule, found.level) for found in problems] == [("structure", Level.WARNING)]
    assert sorted(file.name for file in files) == ["one-cy.pdf", "one-en.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)
    assert proof(root, "none", NOW) == ((), ())
    refused, made = proof(root, "two", NOW)
    assert (has_errors(refused), made) == (True, ())
