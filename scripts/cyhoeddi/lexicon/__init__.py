"""The words of both languages: known or not, mutations undone, and which language words are in.

- `known(word, language)`: in any form, mutated or contracted; `listed(words, language)`: as they are;
  `roots(word)`: what a Welsh word is a form of
- `mutate(word, mutation)`, `radicals(word)` and `forms(word)`: mutations made and undone
- `evidence(words, language)` and `language_of(words)`: which language; `evidence_of` and `weigh`: by one word
- `suggestions(word, is_known)`: what a misspelt Welsh word may have been

The dictionaries beside this file are read when first asked, once. Welsh: Prifysgol Bangor and Troi, LGPL 3 or
later; English: SCOWL (en_GB-ise), free for any use. They are data: newer ones may take their place.
"""

from cyhoeddi.lexicon.identify import (
    Evidence,
    Has,
    each_of,
    evidence,
    evidence_of,
    is_code,
    is_foreign,
    language_of,
    small_words,
    weigh,
)
from cyhoeddi.lexicon.lexicon import bare, known, listed, plain, roots
from cyhoeddi.lexicon.mutations import Mutation, forms, mutate, radicals
from cyhoeddi.lexicon.suggest import suggestions

__all__ = [
    "Evidence",
    "Has",
    "Mutation",
    "bare",
    "each_of",
    "evidence",
    "evidence_of",
    "forms",
    "is_code",
    "is_foreign",
    "known",
    "language_of",
    "listed",
    "mutate",
    "plain",
    "radicals",
    "roots",
    "small_words",
    "suggestions",
    "weigh",
]
