from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from cyhoeddi.audit.finding import Box, Finding
from cyhoeddi.audit.outcome import LeftOut, Outcome
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.run import Checks, Plan, audit
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.target import AuditError
from cyhoeddi.audit.tasks import Means, Task, tasks
from cyhoeddi.audit.tools import Tool, find_tools

PAGE = '<!doctype html><html lang="en"><title>T</title><p class="k{kind}">{n}</p></html>'
TODAY = date(2026, 11, 22)


@dataclass
class Fake:
    """Finds a fault on each page whose text holds the word; tells which pages it was asked to look at."""

    word: str = "fault"
    version: str = "1"
    installed: bool = True
    depends: str = ""
    silent: bool = False
    finds: str = "fake"
    box: Box | None = None
    asked: list[str] = field(default_factory=list)

    def checks(self) -> Checks:
        return Checks(rules=lambda: {"title": self.rule}, tasks=self.tasks, tools=self.tools)

    def rule(self, site: Site) -> Iterator[Finding]:
        for page in site.pages:
            if "untitled" in page.html:
                yield Finding("title", page.address, "The page has no title", "Give it one.")

    def tools(self, parts: object, folders: object) -> Mapping[str, Tool]:
        assert parts
        assert folders
        return {"chromium": Tool("chromium", self.version if self.installed else "")}

    def tasks(self, site: Site, pages: tuple[Page, ...], means: Means) -> Iterator[Task]:
        def look(addresses: tuple[str, ...]) -> Iterator[tuple[str, list[Finding]]]:
            self.asked += addresses
            for address in addresses[self.silent :]:
                found = self.word in site.by_address[address].html
                yield address, [Finding(self.finds, address, "A fault", "Mend it.", box=self.box)] * found

        if self.installed:
            yield Task(
                "browser",
                "In the browser",
                "pages",
                tuple(page.address for page in pages),
                look,
                tuple(means.tools.values()),
                lambda _: self.depends,
                ("1280 px",),
            )


def write(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        page = folder / f"{number}" / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format(kind=number % 2, n=text), encoding="utf-8")
    return folder


def run(target: Path, fake: Fake, root: Path | None = None, **more: object) -> tuple[Outcome, list[str]]:
    said: list[str] = []
    plan = replace(Plan(TODAY, root, parts=("static", "browser")), **more)  # type: ignore[arg-type]
    return audit(str(target), plan, said.append, fake.checks()), said


def test_a_clean_site_passes_and_a_fault_on_it_does_not(tmp_path: Path) -> None:
    outcome, said = run(write(tmp_path, "a", "b", "c"), Fake(), everything=True)
    assert outcome.passed
    assert (outcome.pages_static, outcome.pages_browser, outcome.views) == (3, 3, ("1280 px",))
    assert said == [
        "By 1 rule: 3 pages",
        "In the browser: 0 of 3 pages",
        "In the browser: 3 of 3 pages",
    ]
    outcome, _ = run(write(tmp_path, "a", "fault", "untitled"), Fake(), everything=True)
    assert not outcome.passed
    assert [(fault.rule, fault.pages) for fault in outcome.faults] == [
        ("fake", ("/1/",)),
        ("title", ("/2/",)),
    ]


def test_a_sample_meets_every_kind_and_says_what_it_left_out(tmp_path: Path) -> None:
    fake = Fake()
    outcome, _ = run(write(tmp_path, *"abcdefgh"), fake, extra=1)
    assert len(fake.asked) == outcome.pages_browser == 3
    assert outcome.left_out == (LeftOut("part_pdf"), LeftOut("of_sample", 5))


def test_after_an_edit_only_what_changed_is_looked_at_again(tmp_path: Path) -> None:
    site, root = write(tmp_path / "site", "a", "fault", "c"), tmp_path / "project"
    first, _ = run(site, fake := Fake(), root, everything=True)
    assert fake.asked == ["/0/", "/1/", "/2/"]
    again, said = run(site, fake := Fake(), root, everything=True)
    assert fake.asked == []
    assert again == first
    assert said[-1] == "In the browser: 3 of 3 pages, as they were before"
    run(write(site, "a", "fault", "new"), fake := Fake(), root, everything=True)
    assert fake.asked == ["/2/"]


@pytest.mark.parametrize("change", [{"version": "2"}, {"depends": "other"}])
def test_another_tool_or_another_state_of_things_is_looked_at_anew(
    tmp_path: Path, change: dict[str, str]
) -> None:
    site, root = write(tmp_path / "site", "a"), tmp_path / "project"
    run(site, Fake(), root, everything=True)
    fake = Fake(**change)  # type: ignore[arg-type]
    run(site, fake, root, everything=True)
    assert fake.asked == ["/0/"]


def test_without_a_project_folder_nothing_is_remembered_or_written(tmp_path: Path) -> None:
    site = write(tmp_path, "a")
    for _ in range(2):
        run(site, fake := Fake(), everything=True)
        assert fake.asked == ["/0/"]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["index.html"]


def test_a_tool_that_is_not_installed_is_named_and_in_ci_a_failure(tmp_path: Path) -> None:
    site = write(tmp_path, "fault")
    outcome, _ = run(site, Fake(installed=False))
    assert outcome.passed
    assert [tool.name for tool in outcome.not_run] == ["chromium"]
    assert outcome.pages_browser == 0
    assert LeftOut("without_browser", 1) in outcome.left_out
    assert not run(site, Fake(installed=False), insists=True)[0].passed


def test_a_page_that_a_tool_says_nothing_of_does_not_pass_for_a_clean_one(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="nothing was said of /0/"):
        run(write(tmp_path, "a", "b"), Fake(silent=True), everything=True)


def test_known_faults_do_not_count_until_their_day(tmp_path: Path) -> None:
    site, root = write(tmp_path / "site", "fault"), tmp_path / "project"
    root.mkdir()
    entry = "known:\n  - {rule: fake, reason: In the spring, expires: 2026-11-22}\n"
    (root / "known-faults.yaml").write_text(entry, encoding="utf-8")
    outcome, _ = run(site, Fake(), root)
    assert outcome.passed
    assert [(fault.rule, fault.reason) for fault in outcome.known] == [("fake", "In the spring")]
    outcome, _ = run(site, Fake(), root, today=date(2026, 11, 23))
    assert [fault.rule for fault in outcome.faults] == ["fake"]
    assert [problem.position.file for problem in outcome.problems] == ["known-faults.yaml"]


def test_a_mistake_in_the_file_of_known_faults_is_a_failure(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("known:\n  - {rule: fake}\n", encoding="utf-8")
    outcome, _ = run(write(tmp_path / "site", "a"), Fake(), known=file)
    assert not outcome.passed
    assert {problem.position.file for problem in outcome.problems} == {str(file)}


def test_with_no_tool_at_all_the_rules_and_our_own_checks_of_pdfs_are_left(tmp_path: Path) -> None:
    write(tmp_path, "a")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    tools = {name: Tool(name) for name in find_tools(("static", "browser", "pdf"), [])}
    means = Means(("static", "browser", "pdf"), tools, 1)
    site = Site(tmp_path, "http://127.0.0.1:1")
    assert [(task.part, task.addresses) for task in tasks(site, site.pages, means)] == [("pdf", ("/a.pdf",))]


def test_a_report_shows_one_picture_of_each_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Finding] = []

    def take(_: Site, findings: Iterator[Finding], folder: Path) -> Mapping[Finding, Path]:
        asked.extend(findings)
        return dict.fromkeys(asked, folder / "a.png")

    monkeypatch.setattr("cyhoeddi.audit.browser.pictures.take", take)
    fake = Fake(box=Box(1, 2, 3, 4))
    site = write(tmp_path, "fault", "fault", "untitled")
    outcome, _ = run(site, fake, everything=True, pictures=tmp_path / "pictures")
    assert [one.address for one in asked] == ["/0/"]
    assert outcome.pictures == {asked[0]: tmp_path / "pictures" / "a.png"}
    assert run(site, fake, everything=True)[0].pictures == {}


def test_what_could_not_be_looked_at_is_tried_again_the_next_time(tmp_path: Path) -> None:
    site, root = write(tmp_path / "site", "fault"), tmp_path / "project"
    for _ in range(2):
        run(site, fake := Fake(finds="nu:not-checked"), root)
        assert fake.asked == ["/0/"]
