"""Each sentence is in the language of its side; phrases in the other language are marked.

Names, codes and figures are no reason to complain, nor is a text under four words unless its language knows
none of them. Headings, captions and the like are for the rule left-untranslated.

pass:  cy: "Cyfarfu'r Bwrdd ym mis Mehefin."
pass:  cy: "Daeth [Voices from Care]{lang=en} i'r cyfarfod."
fail:  cy: "The Board met in June."
fail:  cy: "Cyfarfu'r Bwrdd ar 14 June 2024."
fail:  cy: "Cyfarfu'r Bwrdd ym mis Mehefin, and it agreed the new plan at once."
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.wording import LABELS, NAMES, foreign_dates, judged, may_be_foreign, quoted
from cyhoeddi.figures import may_name_in
from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.prose import Kind, passages, sentences, whole
from cyhoeddi.texts import Text

ID = "wrong-language"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each sentence that is in the other language, or holds a run of its words."""
    for language in Language:
        # Nearly every text is as it should be, which its words tell sooner than its sentences.
        dated = may_name_in(language.other, whole(text, language))
        doubtful = may_be_foreign(whole(text, language), language, context.terms)
        for passage in passages(text, language) if dated or doubtful else ():
            if passage.kind in LABELS or passage.kind is Kind.SLUG:
                continue
            dates = foreign_dates(passage, language) if dated else []
            if not dates and not (doubtful and may_be_foreign(passage.text, language, context.terms)):
                continue
            for sentence in sentences(passage.text, language):
                words, first = judged(sentence, passage.phrases, language, context.terms)
                if first is None and dates:
                    # Only the month or the weekday was left, in "1 April 2024".
                    words = tuple(word for word in dates if sentence.start <= word.start < sentence.end)
                    first = next(iter(words), None)
                if first is not None:
                    other = language.other
                    message = f"{NAMES[other]} in the {NAMES[language]} text: {quoted(words, first)}"
                    hint = (
                        f"Write it in {NAMES[language]}; mark a name or quotation: [words]{{lang={other}}}."
                    )
                    yield Problem(text.place(language, passage.offset(first.start)), ID, message, hint)
