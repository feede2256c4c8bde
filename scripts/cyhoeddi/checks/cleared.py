"""A question about words that is nearly always answered with no, asked of many words at once. No rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable

_MOST = 65536
"""Words that are kept; a language has more, but a collection of texts uses fewer."""


class Cleared:
    """Remembers the words that were found to be no case of what *ask* asks about."""

    def __init__(self, ask: Callable[[str], object]) -> None:
        self._ask = ask
        self._cleared: set[str] = set()

    def all(self, words: Iterable[str]) -> bool:
        """Tell whether the answer is no for each of *words*, which can be gone through again and again."""
        # Nearly always they are all known, and one look at the set tells so.
        if self._cleared.issuperset(words):
            return True
        if len(self._cleared) > _MOST:
            self._cleared.clear()
        for word in words:
            if word not in self._cleared:
                if self._ask(word):
                    return False
                self._cleared.add(word)
        return True
