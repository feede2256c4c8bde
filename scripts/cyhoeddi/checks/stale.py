"""A side that changed since both were accepted is followed by the other, whichever was written first.

What was accepted stands in translations.lock. A text that it does not know is new, and one whose sides both
changed is for `cyhoeddi accept`; neither is stale. Moving a text makes nothing stale.

pass:  accepted: {en: "Ten homes", cy: "Deg cartref"}; now: {en: "Nine homes", cy: "Naw cartref"}
fail:  accepted: {en: "Ten homes", cy: "Deg cartref"}; now: {en: "Nine homes", cy: "Deg cartref"}
fail:  accepted: {en: "Ten homes", cy: "Deg cartref"}; now: {en: "Ten homes", cy: "Naw cartref"}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cyhoeddi.checks.both_languages import NAMES
from cyhoeddi.language import Language
from cyhoeddi.memory import Standing, show_change
from cyhoeddi.problems import Problem

ID = "stale"


def check(standings: Iterable[Standing]) -> Iterator[Problem]:
    """Yield a problem for each text with a side that must follow the other, at the block that must."""
    for standing in standings:
        if standing.changed is not None and standing.held.is_published:
            yield _problem(standing, standing.changed)


def _problem(standing: Standing, changed: Language) -> Problem:
    held, text, behind = standing.held, standing.held.text, changed.other
    change = show_change(
        standing.before, text[changed], text[behind], markdown=text.markdown, headings=text.headings
    )
    there = text.place(changed, change.here)
    mended = text.place(behind, change.there)
    message = f"the {NAMES[changed]} of {held.name} changed, and the {NAMES[behind]} did not"
    stop = "" if change.words.endswith('."') else "."
    hint = (
        f"{there.file}:{there.line}:{there.column}: {change.words}{stop} Change the {NAMES[behind]} too; "
        f'or, if it need not follow, run: cyhoeddi accept {mended.file}/{held.name} --minor "the reason"'
    )
    return Problem(mended, ID, message, hint)
