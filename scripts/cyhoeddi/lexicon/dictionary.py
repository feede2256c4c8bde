"""A Hunspell dictionary, read quickly: words with flags, and the rules by which affixes are put to them.

Only the part of the format that the two dictionaries beside this module use is read. Nothing is expanded: a
word is looked up by taking affixes off, so that reading a dictionary takes a twentieth of a second. In the
Welsh dictionary the prefixes are the mutations, so that a word's root is its radical form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Affix:
    """Letters put before or after a root in place of others, for roots with the flag."""

    flag: str
    stripped: str
    added: str
    further: str
    """The flags of what may be put to the outcome."""
    condition: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Root:
    """The word of the dictionary that a word comes from, and the flag of the prefix taken off, or ""."""

    word: str
    prefix: str


class Affixes:
    """Affixes by the letters that they add, and the lengths of those letters."""

    def __init__(self, affixes: Iterable[Affix]) -> None:
        self.by_letters: dict[str, list[Affix]] = {}
        for affix in affixes:
            self.by_letters.setdefault(affix.added, []).append(affix)
        self.lengths = sorted({len(letters) for letters in self.by_letters})


class Dictionary:
    """The words of one language; `word in dictionary` is exact, capitals included."""

    def __init__(
        self, words: Mapping[str, str], prefixes: Sequence[Affix], suffixes: Sequence[Affix], bare: str
    ) -> None:
        self.words = words
        """The flags of each word; those of words written twice stand in one, with a space between."""
        self._prefixes, self._suffixes, self._bare = Affixes(prefixes), Affixes(suffixes), bare
        # Few suffixes take a second one: those of each flag's outer suffixes are looked through alone.
        self._inner = {
            outer.flag: Affixes(inner for inner in suffixes if outer.flag in inner.further)
            for outer in suffixes
        }

    def __contains__(self, word: str) -> bool:
        return self.lists(word) or next(self.roots(word), None) is not None

    def lists(self, word: str) -> bool:
        """Tell whether *word* is written here as it is, which is found far sooner than that it is a form."""
        return word in self.words and (not self._bare or self._stands(word, ""))

    def roots(self, word: str) -> Iterator[Root]:
        """Yield each word of the dictionary that *word* may be a form of."""
        for stem in self._unsuffixed(word, ""):
            yield Root(stem, "")
        for length in self._prefixes.lengths:
            for prefix in self._prefixes.by_letters.get(word[:length], ()):
                rest = prefix.stripped + word[length:]
                if prefix.condition.match(rest):
                    for stem in self._unsuffixed(rest, prefix.flag):
                        yield Root(stem, prefix.flag)

    def _unsuffixed(self, word: str, prefix: str) -> Iterator[str]:
        """Yield the roots of *word* without and with suffixes, that may have *prefix* (a flag, or "")."""
        if self._stands(word, prefix):
            yield word
        for outer, base in _taken_off(word, self._suffixes):
            if self._allows(base, outer, prefix, outer.further) and not self._needs_affix(outer.further):
                yield base
            inners = self._inner[outer.flag]
            if inners.lengths and outer.condition.search(base):
                for inner, root in _taken_off(base, inners):
                    if self._allows(root, inner, prefix, inner.further + outer.further):
                        yield root

    def _stands(self, word: str, prefix: str) -> bool:
        """Tell whether *word* is one without a suffix, and may have *prefix*."""
        return word in self.words and any(
            prefix in flags and not self._needs_affix(flags) for flags in self._entries(word)
        )

    def _allows(self, root: str, suffix: Affix, prefix: str, further: str) -> bool:
        """Tell whether *root* takes *suffix*, and *prefix* by its own flags or by those *further* ones."""
        # Most roots are no words at all, which is told sooner than that their letters are wrong.
        return (
            root in self.words
            and any(suffix.flag in flags and prefix in flags + further for flags in self._entries(root))
            and suffix.condition.search(root) is not None
        )

    def _needs_affix(self, flags: str) -> bool:
        return bool(self._bare) and self._bare in flags

    def _entries(self, word: str) -> list[str]:
        return self.words[word].split(" ")


def _taken_off(word: str, suffixes: Affixes) -> Iterator[tuple[Affix, str]]:
    """Yield what each of *suffixes* may have been put to; whether its letters allow that is not asked."""
    for length in suffixes.lengths:
        end = len(word) - length
        if end > 0:
            for suffix in suffixes.by_letters.get(word[end:], ()):
                yield suffix, word[:end] + suffix.stripped


def read_dictionary(folder: Path, name: str) -> Dictionary:
    """Read *name*.aff and *name*.dic of *folder*."""
    prefixes: list[Affix] = []
    suffixes: list[Affix] = []
    bare = ""
    for line in (folder / f"{name}.aff").read_text(encoding="utf-8").splitlines():
        match line.split():
            case ["PFX" | "SFX", _, "Y" | "N", _]:
                pass  # The line over a group only counts its affixes.
            case ["PFX", flag, stripped, added, *condition]:
                prefixes.append(_affix(flag, stripped, added, "".join(condition) or "."))
            case ["SFX", flag, stripped, added, *condition]:
                suffixes.append(_affix(flag, stripped, added, ("".join(condition) or ".") + "$"))
            case ["NEEDAFFIX", flag]:
                bare = flag
    words: dict[str, str] = {}
    # The first line counts the words.
    for line in (folder / f"{name}.dic").read_text(encoding="utf-8").split("\n")[1:]:
        word, _, flags = line.partition("/")
        words[word] = f"{words[word]} {flags}" if word in words else flags
    words.pop("", None)
    return Dictionary(words, prefixes, suffixes, bare)


def _affix(flag: str, stripped: str, added: str, condition: str) -> Affix:
    letters, _, further = added.partition("/")
    letters, stripped = ("" if part == "0" else part for part in (letters, stripped))
    return Affix(flag, stripped, letters, further, re.compile(condition))
