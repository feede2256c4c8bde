"""What the memory says of a project folder, for tests that edit one between two looks."""

from __future__ import annotations

from pathlib import Path

from cyhoeddi.memory import Standing, accept_texts, read_memory, write_memory
from tests.project_folder import project_of


def standings_of(root: Path) -> tuple[Standing, ...]:
    """Give how each text of the project in *root* stands to its memory."""
    _, problems = read_memory(root)
    assert problems == ()
    return project_of(root).standings


def accept(root: Path, *paths: str, minor: str | None = None) -> None:
    """Accept the texts of the project in *root*, and see that to do it again changes nothing."""
    for _ in range(2):
        memory, _ = read_memory(root)
        accepted = accept_texts(standings_of(root), memory, paths, minor)
        write_memory(root, accepted)
        assert read_memory(root) == (accepted, ())
    assert accept_texts(standings_of(root), accepted, paths, minor) == accepted


def states_of(root: Path) -> dict[str, str]:
    """Give the state of each text that is not as it was accepted, by its file's stem and its name."""
    found: dict[str, str] = {}
    for one in standings_of(root):
        file = Path(one.held.text.place(one.held.text.source_language, 0).file).stem
        side = f": {one.changed} changed" if one.changed else ""
        if one.state != "agreed":
            found[f"{file}/{one.held.name}"] = f"{one.state}{side}"
    return found
