"""A project's files for translators, sent out, worked on and taken back, for tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.project import Project
from cyhoeddi.translate import ENDINGS
from cyhoeddi.translate.answers import Answer
from cyhoeddi.translate.formats import WRITERS, read_answers
from cyhoeddi.translate.selection import Batch, directions, select
from cyhoeddi.translate.take_in import Taken, take_in, write_files
from tests.project_folder import project_of, write, write_project

FORMATS = tuple(WRITERS)
STORY = "briefings/2024/story.yaml"


def story(english: str, welsh: str, *, first: Language = Language.EN) -> str:
    """Give a publication with one section whose body says *english* and *welsh*."""
    sides = {"en": english, "cy": welsh}
    written = "".join(
        f"      {side}: |\n" + "".join(f"        {line}\n" if line else "\n" for line in text.split("\n"))
        for side, text in sides.items()
        if text
    )
    return (
        f"type: report\nfirst_published: 2024-01-10\nsource_language: {first}\nstatus: draft\n"
        "title: {en: A story, cy: Stori}\nsummary: {en: It tells of much., cy: Mae'n sôn am lawer.}\n"
        "sections:\n  - heading: {en: Beginning, cy: Dechrau}\n    id: beginning\n"
        f"    body:   # said twice\n{written}"
    )


def project_with(root: Path, text: str) -> Project:
    """Write the small project into *root* with *text* as one more publication, and read it."""
    write_project(root)
    write(root, STORY, text)
    return project_of(root)


def send(
    project: Project, form: str, *paths: str, everything: bool = False, to: Language | None = None
) -> dict[Language, bytes]:
    """Give the file of each direction."""
    batches = select(project, paths, everything=everything, to=to)
    return {side: written(batches, form, side) for side in sorted(directions(batches))}


def written(batches: tuple[Batch, ...], form: str, side: Language) -> bytes:
    return WRITERS[form]([batch for batch in batches if batch.to is side])


def answers_of(data: bytes, form: str) -> tuple[Answer, ...]:
    """Read a file that must have nothing wrong with it."""
    answers, problems = read_answers(data, f"answers{ENDINGS[form]}")
    assert problems == ()
    return answers


def with_words(answer: Answer, to: Language, change: Callable[[str], str]) -> Answer:
    """Give *answer* with its first words changed, as a translator would, whatever the format."""
    if answer.cells is not None:
        cells = list(answer.cells)
        at = list(Language).index(to)
        cells[at] = change(cells[at])
        return replace(answer, cells=(cells[0], cells[1]))
    pieces = list(answer.target)
    at = next((number for number, piece in enumerate(pieces) if isinstance(piece, str)), len(pieces))
    pieces[at : at + 1] = [change("".join(piece for piece in pieces[at : at + 1] if isinstance(piece, str)))]
    return replace(answer, target=tuple(pieces))


def saying(answer: Answer, to: Language, words: str) -> Answer:
    """Give *answer* with nothing but *words*, which may hold Markdown in a table only."""
    if answer.cells is not None:
        return with_words(answer, to, lambda _: words)
    return replace(answer, target=(words,))


def take(project: Project, *answers: Answer) -> Taken:
    """Take the answers in and write the files."""
    taken = take_in(project, answers)
    write_files(taken.files)
    return taken


def messages(taken: Taken) -> list[str]:
    """Give what is wrong, without the keys."""
    return [problem.message.partition(": ")[0] for problem in taken.problems]


def tree(root: Path) -> dict[str, bytes]:
    """Give the bytes of each file of the project."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }
