"""Words are written as house style wants; its rules are the project's own, in terms/house-style.yaml.

pass:  {en: "care and support", cy: "eisoes"}
warn:  {en: "care & support", cy: "eisioes"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cyhoeddi.checks.wording import apart, may_hold_address
from cyhoeddi.language import Language
from cyhoeddi.lexicon import plain
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, Openings, Span, passages, small, whole, whole_letters
from cyhoeddi.terms import StyleRule, Terms
from cyhoeddi.texts import Text

ID = "house-style"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a warning for each word or phrase that house style does not want."""
    for language in Language:
        pattern, rules, openings = _sought(context.terms, language)
        if not rules:
            continue
        every = whole(text, language)
        # Without what is left out, other wordings may stand alone than those that are possible now.
        left_out_of_any = may_hold_address(every) or any(one.phrases for one in passages(text, language))
        if not left_out_of_any and not openings.possible(every, whole_letters(text, language)):
            continue
        for passage in passages(text, language):
            if passage.kind is Kind.SLUG:
                continue
            words = passage.text
            is_whole = not passage.phrases and not may_hold_address(words)
            if is_whole and not openings.possible(words):
                continue
            left_out = apart(Span(words, 0, len(words)), passage.phrases, language)
            words = plain(words)
            for start, end in left_out:
                words = words[:start] + " " * (end - start) + words[end:]
            for found in pattern.finditer(words):
                rule = rules[small(found.group())]
                where = text.place(language, passage.offset(found.start()))
                why = f" {rule.why}" if rule.why else ""
                hint = f"Write: {rule.right}.{why}"
                yield Problem(where, ID, f'house style does not use "{found.group()}"', hint, Level.WARNING)


@lru_cache(maxsize=8)
def _sought(terms: Terms, language: Language) -> tuple[re.Pattern[str], dict[str, StyleRule], Openings]:
    """Give what finds every unwanted wording of *language*, the rule of each, and their openings."""
    rules = {
        small(plain(wrong)): rule
        for rule in terms.house_style
        if rule.language is language
        for wrong in rule.wrong
    }
    # The longest first, so that "etc." is found whole.
    wordings = "|".join(re.escape(one) for one in sorted(rules, key=len, reverse=True))
    # An apostrophe after it makes it another word ("ty'n"), and "&" within a name is the name's ("M&S").
    pattern = re.compile(rf"(?<![\w'&@./-])(?:{wordings})(?![\w'@/-]|\.\w)", re.IGNORECASE)
    return pattern, rules, Openings(rules)
