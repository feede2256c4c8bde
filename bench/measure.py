"""Build the same pages with Cyhoeddi and with others: from nothing, after an edit, and with nothing to do.

In each round of a step everyone has a turn, so that what else the machine does disturbs all alike. Cyhoeddi
builds as `cyhoeddi build` does, with every check, PDFs and search left out. After all edits its site must be
what a build from nothing makes of the same files, byte for byte.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bench.command import TOOL, run
from bench.corpus import edit_body, edit_title, write_corpus
from bench.measured import COMMANDS, OURS, Measured, Run, Step
from bench.peers.pages import read_pages, read_shared
from bench.peers.peer import Peer
from bench.preview import saves

PROJECT: Final = Path(__file__).parent.parent
BUILD: Final = (TOOL, "build", "--skip", "pdf,search")
CHECK: Final = (TOOL, "check")
CACHE: Final = ".cyhoeddi"
MADE: Final = ("site", CACHE, "docs/en/generated", "docs/cy/generated", "evidence.json")
"""What a build of ours leaves behind; the site comes first."""

Edit = Callable[[Path, int, int], None]
"""Of a project, its publication of that number, for that turn."""
EDITS: Final[Mapping[Step, Edit]] = {Step.EDITED: edit_body, Step.RETITLED: edit_title}


def measure(
    folder: Path, publications: int, peers: Sequence[Peer], rounds: int, say: Callable[[str], object]
) -> Measured:
    """Measure in *folder*, which is empty, those of *peers* that are installed; *say* hears of progress.

    RuntimeError if a command fails: the corpus or a template is at fault then.
    """
    room = _Room(folder, publications, [peer for peer in peers if peer.command])
    write_corpus(PROJECT, room.ours, publications)
    run((TOOL, "accept"), room.ours)
    turns = range(1, rounds + 1)
    for step in COMMANDS:
        for turn in turns:
            say(f"{publications:,} publications, {step}: {turn} of {rounds}")
            room.take_turns(step, turn)
    say(f"{publications:,} publications, {Step.SHOWN}: {rounds} saves")
    room.save(turns)
    sizes = {OURS: size(room.ours / MADE[0])}
    sizes |= {peer.name: size(room.place(peer) / peer.leftovers[0]) for peer in room.peers}
    say(f"{publications:,} publications: is it the same from nothing?")
    differing = tuple(unequal(room.ours, folder / "again"))
    return Measured(publications, room.pages(), rounds, room.runs, sizes, differing)


class _Room:
    """A folder in which all build, and what was timed in it."""

    def __init__(self, folder: Path, publications: int, peers: Sequence[Peer]) -> None:
        self.ours, self.peers = folder / "ours", peers
        self.runs: dict[tuple[str, Step], list[Run]] = {}
        self._folder = folder
        self._publications = publications
        self._newest = publications - 1
        """Its edits touch most: the newest stands in the lists' first pages, the feeds and the home page."""

    def place(self, peer: Peer) -> Path:
        return self._folder / peer.name.partition(" ")[0]

    def pages(self) -> int:
        return sum(not page.is_feed for page in read_pages(self.ours))

    def take_turns(self, step: Step, turn: int) -> None:
        """Time *step* once for everyone who takes it."""
        if step in (Step.CHECK, Step.RECHECK):
            self._check(step, turn)
            return
        edit = EDITS.get(step)
        if step is Step.COLD:
            remove(self.ours, MADE)
        if edit:
            edit(self.ours, self._newest, turn)
        self._time(OURS, step, BUILD, self.ours)
        for peer in self.peers:
            if (step is Step.COLD or peer.edited) and peer.takes_turn(self._publications, turn):
                self._build(peer, step, fresh=bool(edit) or (step is Step.COLD and turn == 1))

    def save(self, turns: Iterable[int]) -> None:
        """Time how soon a preview shows an edit, at each turn."""
        self.runs[OURS, Step.SHOWN] = saves(self.ours, self._newest, turns)

    def _build(self, peer: Peer, step: Step, *, fresh: bool) -> None:
        place = self.place(peer)
        if fresh:
            peer.write(place, read_pages(self.ours), read_shared(self.ours))
        if step is Step.COLD:
            remove(place, peer.leftovers)
        self._time(peer.name, step, peer.command or (), place)

    def _check(self, step: Step, turn: int) -> None:
        if step is Step.CHECK:
            remove(self.ours, [CACHE])
        else:
            # The builds have had the first months.
            edit_body(self.ours, self._newest, -turn)
        self._time(OURS, step, CHECK, self.ours)

    def _time(self, builder: str, step: Step, command: Sequence[str], place: Path) -> None:
        self.runs.setdefault((builder, step), []).append(run(command, place))


def unequal(project: Path, again: Path) -> Iterator[str]:
    """Build *project* as it is, and its copy *again* from nothing; yield the files that differ."""
    run(BUILD, project)
    made = {project / name for name in MADE}
    shutil.copytree(
        project, again, ignore=lambda place, names: [one for one in names if Path(place, one) in made]
    )
    run(BUILD, again)
    ours, anew = (_files(one / MADE[0]) for one in (project, again))
    for name in sorted(ours.keys() | anew.keys()):
        if name not in ours or name not in anew or ours[name].read_bytes() != anew[name].read_bytes():
            yield name


def size(folder: Path) -> int:
    """Give the bytes of all files in *folder*."""
    return sum(file.stat().st_size for file in _files(folder).values())


def remove(folder: Path, names: Sequence[str]) -> None:
    """Remove the files and folders of these names from *folder*, if they are there."""
    for name in names:
        if (folder / name).is_file():
            (folder / name).unlink()
        else:
            shutil.rmtree(folder / name, ignore_errors=True)


def _files(folder: Path) -> dict[str, Path]:
    return {one.relative_to(folder).as_posix(): one for one in folder.rglob("*") if one.is_file()}
