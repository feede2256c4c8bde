"""The same short English text has the same Welsh throughout the project, and the reverse.

Headings, titles, captions and table cells are meant; in running text a choice of words is the writer's.

pass:  "Background" is "Cefndir" in each publication
warn:  "Background" is "Cefndir" in one and "Y cefndir" in another
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from cyhoeddi.checks.facts import Fact, Told, place_of
from cyhoeddi.checks.wording import LABELS, NAMES
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.project import Project
from cyhoeddi.prose import aligned
from cyhoeddi.texts import Text

ID = "translated-two-ways"


def check(project: Project, told: Told) -> Iterator[Problem]:
    """Yield a warning at each translation of a short text that differs from the most frequent one."""
    uses: dict[tuple[Language, str], list[tuple[str, Fact]]] = defaultdict(list)
    for unit, found in told.items():
        for fact in found:
            uses[fact.side, fact.words[0]].append((unit, fact))
    for (mended, words), group in uses.items():
        if len({fact.words[1] for _, fact in group}) == 1:
            continue
        keys = [_key(fact.words[1]) for _, fact in group]
        counts = Counter(keys)
        # Of equally frequent ones, the first that was written.
        usual = max(counts, key=lambda key: counts[key])
        unit, shown = group[keys.index(usual)]
        first = place_of(project, unit, shown)
        for key, (unit, fact) in zip(keys, group, strict=True):
            if key != usual:
                message = (
                    f'"{words}" is "{fact.words[1]}" here, and "{shown.words[1]}" at '
                    f"{first.file}:{first.line}:{first.column}"
                )
                hint = f"Use the same {NAMES[mended]} for the same words, unless the meaning differs."
                yield Problem(place_of(project, unit, fact), ID, message, hint, Level.WARNING)


def facts(text: Text) -> Iterator[Fact]:
    """Yield each short text of *text*: as it compares, and what it is in the side that is to be mended."""
    original, mended = text.source_language, text.source_language.other
    for pair in aligned(text):
        if pair.en.kind in LABELS and pair[original].text.strip():
            there, here = pair[original], pair[mended]
            yield Fact(text.path, mended, here.start, (_key(there.text), here.text))


def _key(words: str) -> str:
    """Give *words* without what makes no difference."""
    return " ".join(words.casefold().replace("’", "'").rstrip(".:").split())
