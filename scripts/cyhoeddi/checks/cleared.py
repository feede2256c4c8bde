"""A question about words that is nearly always answered with no, asked of many words at once. No rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

_MOST = 65536
"""Words that are kept; a language has more, but a collection of texts uses fewer."""


class Cleared:
    """Remembers the words that were found to be no case of what *ask* asks about."""

    def __init__(
        self, ask: Callable[[str], object], at_once: Callable[[Set[str]], Set[str]] = lambda _: frozenset()
    ) -> None:
        """Take what is asked of a word, and what finds *at_once* some of those of which the answer is no."""
        self._ask = ask
        self._at_once = at_once
        self._cleared: set[str] = set()

    def all(self, words: Iterable[str]) -> bool:
        """Tell whether the answer is no for each of *words*, which can be gone through again and again."""
        # Nearly always they are all known, and one look at the set tells so.
        if self._cleared.issuperset(words):
            return True
        if len(self._cleared) > _MOST:
            self._cleared.clear()
        self._cleared |= self._at_once({*words} - self._cleared)
        for word in words:
            if word not in self._cleared:
                if self._ask(word):
                    return False
                self._cleared.add(word)
        return True
