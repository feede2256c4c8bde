from __future__ import annotations

import re
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

from tests.engine.hand_made import files, make_project, mkdocs, notes, write

SERVE = """
import sys
from pathlib import Path
from cyhoeddi.site.serve import serve
serve(Path("."), sys.argv[1])
"""


@dataclass(frozen=True)
class Server:
    project: Path
    address: str

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://{self.address}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def wait_for(self, path: str, text: str) -> str:
        """Give the page at *path* as soon as it holds *text*."""
        found, until = "", time.monotonic() + 20
        while time.monotonic() < until:
            with suppress(OSError):
                _, found = self.get(path)
            if text in found:
                return found
            time.sleep(0.1)
        log = (self.project / "log/server").read_text(encoding="utf-8")
        raise AssertionError(f"{text} does not come at {path}: {found}\n{log}")

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Wait until something is so, which takes a save a moment."""
        until = time.monotonic() + 20
        while not done():
            assert time.monotonic() < until, (self.project / "log/server").read_text(encoding="utf-8")
            time.sleep(0.1)

    def save(self, text: str) -> None:
        write(self.project / "briefings/one.yaml", text)

    def builds(self) -> int:
        return len(notes(self.project, "prepare"))


@contextmanager
def serving(project: Path, *command: str) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    arguments = [sys.executable, *command, address]
    log = write(project / "log/server", "").open("w")
    with log, subprocess.Popen(arguments, cwd=project, stdout=log, stderr=log) as process:
        try:
            yield Server(project, address)
        finally:
            process.terminate()


def without_reload(html: str) -> str:
    """Give a page without the script that reloads it, which names the moment."""
    return re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)


WAYS = pytest.mark.parametrize(
    "command", [("-c", SERVE), ("-m", "mkdocs", "serve", "--dev-addr")], ids=["cyhoeddi", "mkdocs"]
)


@WAYS
def test_one_save_builds_once_and_an_error_is_shown_until_it_is_mended(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    project = make_project(tmp_path)
    docs = files(project / "docs")
    with serving(project, *command) as server:
        first = server.wait_for("/cy/", "first words")
        assert "script-src &#39;self&#39; &#39;unsafe-inline&#39;" in first
        assert "livereload(" in first
        assert f'<link rel="canonical" href="http://{server.address}/cy/">' in first
        assert server.builds() == 1

        server.save("second words")
        server.wait_for("/cy/", "second words")
        time.sleep(4)
        assert server.builds() == 2
        assert len(notes(project, "built")) == 4

        settings = project / "mkdocs.yml"
        write(
            settings, settings.read_text(encoding="utf-8").replace("site_name: Cyhoeddi", "site_name: Other")
        )
        time.sleep(4)
        assert server.builds() == 3

        server.save("broken")
        for path in ("/cy/", "/", "/en/rents-2023-html/", "/en/not/there/"):
            found = server.wait_for(path, "this is broken")
            assert "briefings/one.yaml" in found
        assert "livereload(" in server.get("/en/rents-2023-html/")[1]

        server.save("third words")
        server.wait_for("/en/rents-2023-html/", "third words")
        assert server.get("/en/not/there/")[0] == 404
        assert notes(project, "prepare") == [["True"]] * 5
    assert files(project / "docs") == docs
    assert not (project / "site").exists()


def test_a_page_that_stays_the_same_is_not_built_again(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    document = "/en/rents-2023-html/"
    with serving(project, "-c", SERVE) as server:
        first = without_reload(server.wait_for(document, "first words"))
        made = len(notes(project, "page"))
        assert made > 4

        server.save("first words  ")
        server.wait_until(lambda: len(notes(project, "built")) == 4)
        assert [note[-1] for note in notes(project, "page")[made:]] == ["en/index.html", "cy/index.html"]
        assert without_reload(server.wait_for(document, "first words")) == first

        server.save("broken")
        server.wait_for(document, "this is broken")
        server.save("first words")
        assert without_reload(server.wait_for(document, "first words")) == first

        template = project / "theme/page.html"
        write(template, template.read_text(encoding="utf-8").replace("</body>", "by another design</body>"))
        server.wait_for(document, "by another design")
        furniture = project / "tree/en/generated/furniture.json"
        write(furniture, furniture.read_text(encoding="utf-8").replace("Name en", "Another name"))
        server.save("first words   ")
        server.wait_for(document, "Another name")


@WAYS
def test_a_server_that_starts_with_an_error_stays_up(tmp_path: Path, command: tuple[str, ...]) -> None:
    project = make_project(tmp_path)
    write(project / "briefings/one.yaml", "broken")
    with serving(project, *command) as server:
        for path in ("/", "/en/", "/cy/", "/en/not/there/"):
            server.wait_for(path, "this is broken")
        server.save("mended")
        server.wait_for("/cy/", "mended")


def test_mkdocs_build_stops_at_an_error_and_leaves_the_site(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    write(project / "briefings/one.yaml", "broken")
    write(project / "site/index.html", "the last good site")
    run = mkdocs(project, "build")
    assert run.returncode == 1
    assert "briefings/one.yaml this is broken" in run.stderr
    assert "Traceback" not in run.stderr
    assert files(project / "site") == {"index.html": b"the last good site"}


def test_an_address_in_use_is_told_in_plain_words(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        run = subprocess.run(
            [sys.executable, "-c", SERVE, address], cwd=project, capture_output=True, text=True, timeout=60
        )
    assert f"SiteError: The preview could not be served at {address}" in run.stderr
