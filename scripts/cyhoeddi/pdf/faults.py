"""Why a PDF cannot be made, as problems at the lines of the publication that a writer can mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.pdf import letters
from cyhoeddi.pdf.typeset import fault_of
from cyhoeddi.problems import Position, Problem
from cyhoeddi.source import read_source
from cyhoeddi.texts import Text, walk_texts

RULE = "pdf"

_ELSEWHERE = (
    "The fonts lack this letter. It stands in words from another file: the title of what replaces this "
    "publication, or the organisation in mkdocs.yml. Write it with other letters there."
)
_UNUSUAL = "Look for what is unusual in this publication; if nothing is, report this as a fault of Cyhoeddi."
_SIDE = {Language.EN: "English", Language.CY: "Welsh"}


def missing_letters(root: Path, publication: Publication, language: Language) -> Iterator[Problem]:
    """Yield a problem for each letter of *publication* that its PDF in *language* cannot show."""
    yield from letters.check(_texts(root, publication), language)


def explained(root: Path, publication: Publication, language: Language, reason: str) -> Iterator[Problem]:
    """Yield why the PDF of *publication* failed with typst's *reason*: its pictures, if it is they."""
    found = list(_pictures(root, publication, language))
    if not found:
        message = f"the {_SIDE[language]} PDF cannot be made: {reason}"
        hint = _ELSEWHERE if "could not be displayed" in reason else _UNUSUAL
        found = [Problem(Position(publication.file), RULE, message, hint)]
    yield from found


def _pictures(root: Path, publication: Publication, language: Language) -> Iterator[Problem]:
    folder = root / "briefings" / "files" / publication.id
    for text in _texts(root, publication):
        if text.path[0] != "sections" or not text.markdown:
            continue
        side = letters.shown_side(text, language)
        for node in b.walk(parse(text[side]).body):
            reason = fault_of(folder / node.target) if isinstance(node, b.Image) else None
            if isinstance(node, b.Image) and reason is not None:
                message = f'the {_SIDE[language]} PDF cannot show the picture "{node.target}": {reason}'
                hint = "Open the picture and save it again as PNG, JPEG or plain SVG."
                yield Problem(text.place(side, node.offset), RULE, message, hint)


def _texts(root: Path, publication: Publication) -> Iterator[Text]:
    source, _ = read_source(root / publication.file, publication.file)
    if source is not None:
        yield from walk_texts(source)
