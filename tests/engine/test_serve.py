"""The preview as a writer meets it: the command itself, its answers, and what it says."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from cyhoeddi import pipeline
from cyhoeddi.clock import read_clock
from cyhoeddi.problems import Problem
from cyhoeddi.site import serve
from cyhoeddi.site.served import Served
from cyhoeddi.site.swap import locked
from tests.conftest import PROJECT
from tests.engine.hand_made import files, make_project, mkdocs
from tests.project_folder import MINUTES, replace, write, write_project

COMMAND = [sys.executable, "-c", "from cyhoeddi.cli import run; run()", "serve", "--address"]
FILE = "briefings/2023/minutes.yaml"
DOCUMENT = {"en": "/en/board-minutes-html/", "cy": "/cy/cofnodion-y-bwrdd-html/"}
BROKEN = MINUTES.replace("type: minutes", "type: nothing")
WRONG = "briefings/2023/minutes.yaml:1:"
HOOK = """\
import said

def on_post_page(output, **_):
    return output.replace("</body>", said.WORDS + "one</body>")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with a theme of its own, to be changed."""
    root = write_project(tmp_path / "project")
    shutil.copytree(PROJECT / "theme", root / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


@dataclass(frozen=True)
class Server:
    project: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://{self.address}{path}", timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def wait_for(self, path: str, text: str) -> str:
        """Give the page at *path* as soon as it holds *text*."""
        found = ""

        def is_there() -> bool:
            nonlocal found
            with suppress(OSError):
                _, found = self.get(path)
            return text in found

        self.wait_until(is_there, f"{text} does not come at {path}")
        return found

    def wait_until(self, done: Callable[[], bool], failure: str = "it never is so") -> None:
        until = time.monotonic() + 30
        while not done():
            assert time.monotonic() < until, f"{failure}\n{self.told()}"
            time.sleep(0.1)

    def save(self, text: str) -> None:
        """Put a whole file in the place of the old one, as many editors do: nobody sees a part of it."""
        whole = self.project.parent / "whole"
        whole.write_text(text, encoding="utf-8")
        whole.replace(self.project / FILE)

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def builds(self) -> int:
        """Give how often the site was made again."""
        return self.told().count("Reloading browsers")


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    address, log = free_address(), project.parent / "log"
    # As for users: Python writes down what it has compiled.
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with (
        log.open("w") as told,
        subprocess.Popen([*COMMAND, address], cwd=project, stderr=told, env=given) as process,
    ):
        try:
            yield Server(project, address, log, process)
        finally:
            process.terminate()


def free_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def saying(words: str) -> str:
    """Give the minutes with other words in both languages."""
    return MINUTES.replace("The board met.", f"{words}.").replace("Cyfarfu'r bwrdd.", f"{words}.")


def epoch(html: str) -> int:
    """Give the moment that a page names to be told of a later one."""
    found = re.search(r"livereload\((\d+), \d+\)", html)
    assert found
    return int(found[1])


def test_one_save_builds_once_and_an_error_is_shown_until_it_is_mended(project: Path) -> None:
    sources = files(project)
    with serving(project) as server:
        first = server.wait_for(DOCUMENT["cy"], "Cyfarfu'r bwrdd.")
        assert "script-src &#39;self&#39; &#39;unsafe-inline&#39;" in first
        assert f'<link rel="canonical" href="http://{server.address}{DOCUMENT["cy"]}">' in first
        assert f'href="http://{server.address}{DOCUMENT["en"]}"' in first
        assert server.get("/en/board-minutes.bib")[0] == 200

        server.save(saying("Second words"))
        for address in DOCUMENT.values():
            assert epoch(server.wait_for(address, "Second words")) > epoch(first)
        assert int(server.get(f"/livereload/{epoch(first)}/1")[1]) > epoch(first)
        time.sleep(2)
        assert server.builds() == 1

        server.save(BROKEN)
        for path in (*DOCUMENT.values(), "/", "/en/", "/en/not/there/", "/en/report/data.csv"):
            found = server.wait_for(path, WRONG)
            assert epoch(found) > epoch(first)
            style = re.search(r'href="(/assets/style.css\?\w+)"', found)
            assert style
            assert server.get(style[1])[0] == 200
        assert WRONG in server.told()

        server.save(saying("Third words"))
        for address in DOCUMENT.values():
            server.wait_for(address, "Third words")
        assert server.get("/en/not/there/")[0] == 404
        assert "/en/" in server.get("/en/not/there/")[1]
        assert server.builds() == 3
    write(project, FILE, MINUTES)
    assert {name: data for name, data in files(project).items() if ".cyhoeddi/" not in name} == sources


def test_a_page_that_stays_the_same_is_not_built_again(project: Path) -> None:
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "The board met.")
        site = project / f".cyhoeddi/preview/served-{server.address.replace(':', '-')}"
        about = site / "en/about/index.html"
        made = about.stat().st_mtime_ns
        for text, shown in (
            (saying("Second words"), "Second words"),
            (BROKEN, WRONG),
            (saying("Third words"), "Third words"),
        ):
            server.save(text)
            server.wait_for(DOCUMENT["en"], shown)
        assert about.stat().st_mtime_ns == made

        replace(project, "theme/base.html", "</body>", "by another design</body>")
        server.wait_for("/en/about/", "by another design")
        replace(project, "docs/en/about.md", "Text.", "Another text.")
        server.wait_for("/en/about/", "Another text.")
        replace(project, "mkdocs.yml", "Cyhoeddi Demonstration", "Another name")
        server.wait_for("/en/about/", "Another name")


def test_a_hook_of_its_own_is_followed_and_so_is_what_it_imports(project: Path) -> None:
    replace(project, "mkdocs.yml", "hooks:\n", "hooks:\n  - scripts/mine.py\n")
    write(project, "scripts/mine.py", HOOK)
    write(project, "scripts/said.py", "WORDS = 'Hook '\n")
    shutil.copy(PROJECT / "scripts/mkdocs_hooks.py", project / "scripts")
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "Hook one")
        write(project, "scripts/mine.py", HOOK.replace("one", "two"))
        server.wait_for(DOCUMENT["en"], "Hook two")
        write(project, "scripts/said.py", "WORDS = 'Another hook '\n")
        server.wait_for(DOCUMENT["cy"], "Another hook two")
        write(project, "scripts/mine.py", HOOK.replace("said.WORDS", "1 / 0"))
        server.wait_for(DOCUMENT["cy"], "scripts/mine.py:4: ZeroDivisionError")
        write(project, "scripts/mine.py", HOOK)
        server.save(saying("Second words"))
        assert "Another hook one" in server.wait_for(DOCUMENT["cy"], "Second words")
        # It would be written beside hooks, where each save is followed, and be taken for a later one.
        assert not list((project / "scripts").rglob("*.pyc"))
        warning = "import logging\nlogging.getLogger('mkdocs').warning('Mind this.')\n"
        write(project, "scripts/mine.py", warning + HOOK)
        server.wait_for(DOCUMENT["en"], "Mind this.")


def test_what_a_hook_leaves_running_is_waited_for_by_nobody(project: Path) -> None:
    replace(project, "mkdocs.yml", "hooks:\n", "hooks:\n  - scripts/mine.py\n")
    wait = "import threading, time\n\ndef on_post_build(**_):\n    "
    write(project, "scripts/mine.py", f"{wait}threading.Thread(target=time.sleep, args=(60,)).start()\n")
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "The board met.")
        write(project, "scripts/mine.py", f"{wait}open('begun', 'w').close()\n    time.sleep(60)\n")
        server.wait_until((project / "begun").exists)
        server.process.terminate()
        assert server.process.wait(20) == 130
        host, _, port = server.address.rpartition(":")
        socket.create_server((host, int(port))).close()
        with locked(project):
            pass


def test_what_is_no_fault_of_a_text_is_told_and_the_preview_stays(project: Path) -> None:
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "The board met.")
        replace(project, "theme/base.html", "</body>", "{% nothing %}</body>")
        found = server.wait_for(DOCUMENT["cy"], "unknown tag &#x27;nothing&#x27;")
        assert "theme/base.html:" in found
        assert "Traceback" not in server.told()
        assert '<span lang="cy">Nid oedd modd' in found
        settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
        write(project, "mkdocs.yml", "site_name: [")
        assert epoch(server.wait_for(DOCUMENT["en"], "mkdocs.yml:1:")) > epoch(found)
        write(project, "mkdocs.yml", settings)
        replace(project, "theme/base.html", "{% nothing %}", "")
        server.wait_for(DOCUMENT["en"], "The board met.")


def test_a_folder_that_was_away_is_followed_again(project: Path) -> None:
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "The board met.")
        (project / "briefings").rename(project.parent / "away")
        server.wait_until(lambda: server.get(DOCUMENT["en"])[0] == 404)
        (project.parent / "away").rename(project / "briefings")
        server.wait_for(DOCUMENT["cy"], "Cyfarfu'r bwrdd.")
        server.save(saying("Second words"))
        server.wait_for(DOCUMENT["cy"], "Second words")


def test_a_server_that_starts_with_an_error_stays_up(project: Path) -> None:
    write(project, FILE, BROKEN)
    with serving(project) as server:
        for path in ("/", *DOCUMENT.values(), "/en/not/there/"):
            server.wait_for(path, WRONG)
        server.save(saying("Mended"))
        server.wait_for(DOCUMENT["cy"], "Mended")


def test_what_is_saved_while_the_preview_is_first_made_is_shown(project: Path) -> None:
    made: list[str] = []

    def make(_served: Served) -> tuple[Problem, ...]:
        made.append((project / FILE).read_text(encoding="utf-8"))
        if len(made) == 1:
            write(project, FILE, saying("Saved meanwhile"))
        return ()

    serve._Server(project, free_address(), make, print).build_first()
    assert len(made) == 2
    assert "Saved meanwhile" in made[1]


def test_no_address_is_an_error_of_the_server(project: Path) -> None:
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "The board met.")
        assert server.get("/en/%00/")[0] == 404


def test_a_draft_is_shown_and_marked(project: Path) -> None:
    write(project, FILE, MINUTES.replace("type: minutes", "type: minutes\nstatus: draft"))
    with serving(project) as server:
        assert '<p class="preview">' in server.wait_for(DOCUMENT["en"], "The board met.")


def test_a_preview_and_builds_go_on_side_by_side(project: Path) -> None:
    with serving(project) as server:
        server.wait_for(DOCUMENT["en"], "The board met.")
        for preview in (False, True):
            outcome = pipeline.build(
                project, now=read_clock(), say=print, preview=preview, skip=("pdf", "search")
            )
            assert outcome.folder
            page = (outcome.folder / DOCUMENT["en"][1:] / "index.html").read_text(encoding="utf-8")
            assert server.address not in page
            assert "unsafe-inline" not in page
        with locked(project):
            server.save(saying("Second words"))
            time.sleep(1)
        page = server.wait_for(DOCUMENT["en"], "Second words")
        assert f'href="http://{server.address}{DOCUMENT["en"]}"' in page


def test_another_address_after_a_restart_is_that_of_every_page(project: Path) -> None:
    for _ in range(2):
        with serving(project) as server:
            for address in DOCUMENT.values():
                canonical = f'<link rel="canonical" href="http://{server.address}{address}">'
                server.wait_for(address, canonical)


def test_two_previews_of_a_project_know_nothing_of_each_other(project: Path) -> None:
    with serving(project) as one:
        one.wait_for(DOCUMENT["en"], "The board met.")
        with serving(project) as other:
            other.wait_for(DOCUMENT["en"], f'href="http://{other.address}/')
            one.save(saying("Second words"))
            for each in (one, other):
                page = each.wait_for(DOCUMENT["en"], "Second words")
                assert f'href="http://{each.address}{DOCUMENT["en"]}"' in page


def test_an_address_in_use_is_told_in_plain_words(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        run = subprocess.run([*COMMAND, address], cwd=project, capture_output=True, text=True, timeout=60)
    assert run.returncode == 1
    assert f"The preview could not be served at {address}" in run.stderr
    assert "Traceback" not in run.stderr


def test_mkdocs_alone_serves_no_preview(tmp_path: Path) -> None:
    run = mkdocs(make_project(tmp_path), "serve")
    assert run.returncode == 1
    assert (run.stdout + run.stderr).strip() == (
        "MkDocs alone cannot show this site while it is being written: run `cyhoeddi serve`."
    )


def test_mkdocs_build_stops_at_an_error_and_leaves_the_site(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write(project, "briefings/one.yaml", "broken")
    write(project, "site/index.html", "the last good site")
    run = mkdocs(project, "build")
    assert run.returncode == 1
    assert "briefings/one.yaml this is broken" in run.stderr
    assert "Traceback" not in run.stderr
    assert files(project / "site") == {"index.html": b"the last good site"}
