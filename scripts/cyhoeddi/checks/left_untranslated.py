"""A heading, title, caption, call-out's title or alternative text is in the language of its side.

It is short, so the words alone decide: more of them are of the other language than of its own. Words of both
languages, names that no dictionary has, codes and figures decide nothing.

pass:  heading: {en: Background, cy: Cefndir}
pass:  heading: {en: Partner 1, cy: Partner 1}
fail:  heading: {en: Background, cy: Background}
fail:  heading: {en: Minutes of 14 June, cy: Cofnodion 14 June}
fail:  ![Map of the regions](map.svg) on both sides
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.wording import LABELS, NAMES, foreign_dates, judged, may_be_foreign, quoted
from cyhoeddi.language import Language
from cyhoeddi.lexicon import evidence
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.prose import Kind, Passage, Span, passages
from cyhoeddi.texts import Text

ID = "left-untranslated"

_WHAT = {
    Kind.HEADING: "heading",
    Kind.CAPTION: "caption",
    Kind.ALT: "alternative text",
    Kind.CALLOUT_TITLE: "call-out's title",
}


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each short text that stands in the other language."""
    for language in Language:
        for passage in passages(text, language):
            if passage.kind not in LABELS:
                continue
            dates = foreign_dates(passage, language)
            # Nearly every one is as it should be, which its words tell sooner than a closer look.
            if not dates and not may_be_foreign(passage.text, language, context.terms):
                continue
            whole = Span(passage.text, 0, len(passage.text))
            in_dates = {word.start for word in dates}
            every = judged(whole, passage.phrases, language, context.terms).words
            words = [word for word in every if word.start not in in_dates]
            found = evidence([word.text for word in words], language, context.terms.has)
            if found.foreign > found.own:
                state = "is"
            else:
                words, state = dates, "has a date"
            if words:
                message = (
                    f"the {NAMES[language]} {_name(text, passage)} {state} in {NAMES[language.other]}: "
                    f"{quoted(words, words[0])}"
                )
                hint = (
                    f"Translate it, or mark a name in the other language: [words]{{lang={language.other}}}."
                )
                yield Problem(text.place(language, passage.offset(words[0].start)), ID, message, hint)


def _name(text: Text, passage: Passage) -> str:
    """Say what the passage is: its key, or its kind in a body."""
    return _WHAT[passage.kind] if text.markdown else str(text.path[-1])
