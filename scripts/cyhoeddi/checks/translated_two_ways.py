"""The same short English text has the same Welsh throughout the project, and the reverse.

Headings, titles, captions and table cells are meant; in running text a choice of words is the writer's.

pass:  "Background" is "Cefndir" in each publication
warn:  "Background" is "Cefndir" in one and "Y cefndir" in another
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from cyhoeddi.checks.wording import LABELS, NAMES
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.prose import aligned
from cyhoeddi.texts import Text

ID = "translated-two-ways"

_Use = tuple[str, Position]
"""The words of the other side as written, and where."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a warning at each translation of a short text that differs from the most frequent one."""
    uses: dict[tuple[Language, str], list[_Use]] = defaultdict(list)
    for text in project.texts():
        for original, words, use in _short(text):
            uses[original, words].append(use)
    for (original, words), group in uses.items():
        counts = Counter(_key(use[0]) for use in group)
        if len(counts) == 1:
            continue
        # Of equally frequent ones, the first that was written.
        usual = max(counts, key=lambda key: counts[key])
        shown, first = next(use for use in group if _key(use[0]) == usual)
        for other, where in group:
            if _key(other) != usual:
                message = (
                    f'"{words}" is "{other}" here, and "{shown}" at {first.file}:{first.line}:{first.column}'
                )
                hint = f"Use the same {NAMES[original.other]} for the same words, unless the meaning differs."
                yield Problem(where, ID, message, hint, Level.WARNING)


def _short(text: Text) -> Iterator[tuple[Language, str, _Use]]:
    original, mended = text.source_language, text.source_language.other
    for pair in aligned(text):
        if pair.en.kind in LABELS and pair[original].text.strip():
            where = text.place(mended, pair[mended].start)
            yield original, _key(pair[original].text), (pair[mended].text, where)


def _key(words: str) -> str:
    """Give *words* without what makes no difference."""
    return " ".join(words.casefold().replace("’", "'").rstrip(".:").split())
