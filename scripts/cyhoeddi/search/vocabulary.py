"""The words of a language's pages, as families in small files: a browser fetches those that a query needs.

Of English only the list itself matters, for "did you mean": Pagefind knows which English forms are one word.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.lexicon import roots
from cyhoeddi.welsh import chunks, families, read_table

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_MARK = b"pagefind_dcd"


def read_indexed(index: Path) -> Iterator[str]:
    """Yield the texts in which Pagefind's *index* finds words: no form is asked for that is in none."""
    for file in (index / "fragment").iterdir():
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))
        yield page["content"]
        yield from page["meta"].values()


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the words of *texts*, which are HTML without elements."""
    return frozenset(word for text in texts for word in _WORD.findall(unescape(text)))


def render_vocabulary(words: Iterable[str], language: Language) -> Mapping[str, bytes]:
    """Give the files of words, by name, of the pages with these *words*."""
    table = read_table()
    if language is Language.CY:
        return chunks(families(words, table, _is_radical), table)
    return chunks(families(words, table), table)


@cache
def _is_radical(word: str) -> bool:
    """Tell whether the dictionary has *word* without mutation."""
    return any(not root.prefix for root in roots(word))
