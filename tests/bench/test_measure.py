"""How the benchmark measures: one process apart, medians, and a site that is the same from nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.command import run
from bench.corpus import edit_body, edit_title
from bench.measure import BUILD, MADE, remove, size, unequal
from bench.measured import OURS, Measured, Run, Step, exponent
from tests.conftest import PROJECT

MIB = 1024 * 1024


def test_memory_is_that_of_the_largest_process_and_not_of_who_starts_it(tmp_path: Path) -> None:
    ballast = bytearray(300 * MIB)
    small = run([sys.executable, "-c", "pass"], tmp_path)
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(200 * 1024 * 1024)'])"
    large = run([sys.executable, "-c", child], tmp_path)
    assert len(ballast) > small.memory
    assert 200 * MIB < large.memory < 300 * MIB


def test_time_is_that_of_the_command_and_a_failure_says_why(tmp_path: Path) -> None:
    assert run([sys.executable, "-c", "import time; time.sleep(0.3)"], tmp_path).seconds > 0.3
    with pytest.raises(RuntimeError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_what_builds_is_ended_with_the_benchmark(tmp_path: Path) -> None:
    builder = """
import os, time
with open("number", "w") as number:
    number.write(str(os.getpid()))
os.rename("number", "begun")
time.sleep(60)
"""
    bench = f"""
import signal, sys
from pathlib import Path
from bench.command import run
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
run([sys.executable, "-c", {builder!r}], Path({str(tmp_path)!r}))
"""
    with subprocess.Popen([sys.executable, "-c", bench], cwd=PROJECT) as process:
        wait_for(lambda: (tmp_path / "begun").exists())
        builds = int((tmp_path / "begun").read_text(encoding="utf-8"))
        assert is_running(builds)
        process.terminate()
    assert process.returncode == 3
    wait_for(lambda: not is_running(builds))


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that has ended stays in the list until its parent, or whoever takes its place, has looked.
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def test_seconds_are_medians_and_memory_is_the_most_of_any_step() -> None:
    runs = {
        (OURS, Step.COLD): [Run(3, 50), Run(1, 10), Run(2, 10)],
        (OURS, Step.NOTHING): [Run(1, 90)],
        ("Hugo", Step.COLD): [Run(4, 200)],
    }
    measured = Measured(1, 1, 3, runs, {OURS: 1, "Hugo": 1})
    assert measured.seconds(OURS, Step.COLD) == 2
    assert measured.memory(OURS) == 90
    assert measured.ratio(Step.COLD, "Hugo") == 0.5
    assert measured.ratio(Step.NOTHING, "Hugo") is None


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_exponent_is_that_of_the_growth(power: float) -> None:
    assert exponent([(x, 7 * x**power) for x in (100, 1000, 5000)]) == pytest.approx(power)


def test_a_site_after_edits_is_the_same_from_nothing(invented: Path, tmp_path: Path) -> None:
    project = shutil.copytree(invented, tmp_path / "project")
    for edit in (edit_body, edit_title):
        edit(project, 9, 1)
        run(BUILD, project)
    assert list(unequal(project, tmp_path / "again")) == []
    assert size(project / "site") == size(tmp_path / "again" / "site")


def test_a_difference_is_found(invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = shutil.copytree(invented, tmp_path / "project")

    def spoiled(_command: object, folder: Path) -> Run:
        if folder != project:
            shutil.copytree(invented / "site", folder / "site")
            (folder / "site" / "index.html").write_text("Other.", encoding="utf-8")
            (folder / "site" / "robots.txt").unlink()
        return Run(1, 1)

    monkeypatch.setattr("bench.measure.run", spoiled)
    assert list(unequal(project, tmp_path / "again")) == ["index.html", "robots.txt"]


def test_what_a_build_leaves_behind_is_removed_and_nothing_else(invented: Path, tmp_path: Path) -> None:
    project = shutil.copytree(invented, tmp_path / "project")
    remove(project, MADE)
    left = {file.relative_to(project).as_posix() for file in project.rglob("*") if file.is_file()}
    built = {name for name in left if name.startswith(("site/", ".cyhoeddi/")) or "/generated/" in name}
    assert built == set()
    assert {"addresses.lock", "translations.lock", "briefings/publication-0.yaml"} <= left
