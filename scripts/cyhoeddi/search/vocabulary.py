"""The words of a language's pages, as families in small files: a browser fetches those that a query needs.

Of English only the list itself matters, for "did you mean": Pagefind knows which English forms are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape

from cyhoeddi.language import Language
from cyhoeddi.lexicon import roots
from cyhoeddi.welsh import chunks, families, read_table

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")


def render_vocabulary(mains: Iterable[str], language: Language) -> Mapping[str, bytes]:
    """Give the files of words, by name, of the pages with the HTML *mains*."""
    words = {word for main in mains for word in _WORD.findall(unescape(_TAG.sub(" ", main)))}
    table = read_table()
    if language is Language.CY:
        return chunks(families(words, table, _is_radical), table)
    return chunks(families(words, table), table)


@cache
def _is_radical(word: str) -> bool:
    """Tell whether the dictionary has *word* without mutation."""
    return any(not root.prefix for root in roots(word))
