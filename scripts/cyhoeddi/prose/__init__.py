"""The prose of a side: passages of plain words with their places, pairs of them, sentences and words.

- `passages(text, language)`: a side of a text, one passage for each block that holds words;
  `whole(text, language)` and `whole_letters(text, language)`: of all of them together
- `aligned(text)`: the passages of both sides in pairs, or nothing where the blocks differ
- `compared(text)`: the same, but where the blocks differ all of the text as one pair
- `sentences(words, language)`: spans of a passage's plain words; `words(words)`: where each word matches,
  `words_of(words)`: those words alone
- `letters(words)` and `Openings`: by which a rule soon knows that what it looks for is not in them
- `passage.offset(index)`: from a character of those words to the character of the side
"""

from cyhoeddi.prose.openings import Openings, letters, small
from cyhoeddi.prose.pairs import Pair, aligned, compared
from cyhoeddi.prose.passages import Kind, Link, Passage, Phrase, passages, whole, whole_letters
from cyhoeddi.prose.sentences import Span, sentences, words, words_of

__all__ = [
    "Kind",
    "Link",
    "Openings",
    "Pair",
    "Passage",
    "Phrase",
    "Span",
    "aligned",
    "compared",
    "letters",
    "passages",
    "sentences",
    "small",
    "whole",
    "whole_letters",
    "words",
    "words_of",
]
