"""How number words are put together in each language: "twenty-five", "pump ar hugain", "dau ddeg pump"."""

from __future__ import annotations

from collections.abc import Sequence

from cyhoeddi.figures import numerals as n

Read = tuple[int, int]
"""A value, and the index of the word after it."""


def read_english(words: Sequence[str], at: int) -> Read | None:
    """Read the number that starts at word *at*, if one does; *words* are small letters, all in one run."""
    if words[at] in ("a", "an", "half"):
        return _english_article(words, at)
    group = _english_group(words, at)
    if group is None:
        return None
    total, (value, at) = 0, group
    if tuple(words[at : at + 3]) == ("and", "a", "half") and _word(words, at + 3) in n.ENGLISH_SCALES:
        return (2 * value + 1) * n.ENGLISH_SCALES[words[at + 3]] // 2, at + 4
    while at < len(words) and words[at] in n.ENGLISH_SCALES:
        total += value * n.ENGLISH_SCALES[words[at]]
        value, at = 0, at + 1
        rest = _english_group(words, at + 1 if _word(words, at) == "and" else at)
        if rest is None or (_word(words, at) == "and" and rest[0] >= 100) or _word(words, rest[1]) == "per":
            break
        value, at = rest
    return total + value, at


def _english_article(words: Sequence[str], at: int) -> Read | None:
    """Read "a hundred", "a million", "half a million"."""
    half = words[at] == "half"
    at += 2 if half and _word(words, at + 1) in ("a", "an") else 1
    name = _word(words, at)
    scale = 100 if name == "hundred" else n.ENGLISH_SCALES.get(name, 0)
    return (scale // 2 if half else scale, at + 1) if scale else None


def _english_group(words: Sequence[str], at: int) -> Read | None:
    """Read a number below a thousand, or the word "hundred" or a scale alone."""
    if _word(words, at) in n.ENGLISH_SCALES:
        return 1, at
    read = (1, at) if _word(words, at) == "hundred" else _english_tens(words, at)
    if read is None:
        return None
    value, at = read
    if _word(words, at) != "hundred":
        return read
    value, at = value * 100, at + 1
    rest = _english_tens(words, at + 1) if _word(words, at) == "and" else _english_tens(words, at)
    return (value + rest[0], rest[1]) if rest else (value, at)


def _english_tens(words: Sequence[str], at: int) -> Read | None:
    word = _word(words, at)
    if word in n.ENGLISH_SMALL:
        return n.ENGLISH_SMALL[word], at + 1
    if word not in n.ENGLISH_TENS:
        return None
    unit = n.ENGLISH_SMALL.get(_word(words, at + 1), 10)
    return (n.ENGLISH_TENS[word] + unit, at + 2) if unit < 10 else (n.ENGLISH_TENS[word], at + 1)


def read_welsh(words: Sequence[str], at: int) -> Read | None:
    """Read the number that starts at word *at*, if one does; *words* are small letters, all in one run."""
    if words[at] == "hanner" and _word(words, at + 1) in ("miliwn", "biliwn"):
        return n.WELSH_SCALES[words[at + 1]] // 2, at + 2
    between = at > 0 and words[at - 1] == "rhwng"
    group = _welsh_group(words, at, between=between)
    if group is None:
        return None
    total, (value, after) = 0, group
    gender = words[after - 1]
    while _word(words, after) in n.WELSH_SCALES:
        scale = n.WELSH_SCALES[words[after]]
        # "dwy filiwn" is two million; after the masculine "dau" it is the soft form of "biliwn".
        if words[after] == "filiwn" and gender in ("dau", "ddau"):
            scale = 10**9
        total, value, after = total + value * scale, 0, after + 1
        if _half(words, after):
            return total + scale // 2, after + 2
        rest = _welsh_rest(words, after, below=scale)
        if rest is None:
            break
        value, after = rest
        gender = words[after - 1]
    return total + value, after


def _welsh_rest(words: Sequence[str], at: int, *, below: int) -> Read | None:
    """Read what is added to thousands or hundreds, with or without "a"."""
    joined = _word(words, at) in ("a", "ac")
    start = at + 1 if joined else at
    rest = _welsh_group(words, start, between=True)
    if rest is None or rest[1] == start or words[rest[1] - 1] == "un":
        return None
    return rest if rest[0] < below else None


def _welsh_group(words: Sequence[str], at: int, *, between: bool) -> Read | None:
    """Read a number below a thousand, or a scale alone.

    With *between*, "a" does not add: "rhwng deg a deugain" is ten and forty.
    """
    word = _word(words, at)
    if word in ("mil", "miliwn", "biliwn"):
        return 1, at
    if word in n.WELSH_HUNDREDS or (word == "can" and _word(words, at + 1) in n.WELSH_SCALES):
        value, at = 1, at
    else:
        read = _welsh_tens(words, at, between=between)
        if read is None:
            return None
        value, at = read
    if _word(words, at) not in n.WELSH_HUNDREDS | n.WELSH_SHORT_HUNDREDS or value > 9:
        return value, at
    value, at = value * 100, at + 1
    if _half(words, at):
        return value + 50, at + 2
    rest = None if between else _welsh_rest(words, at, below=100)
    return (value + rest[0], rest[1]) if rest else (value, at)


def _welsh_tens(words: Sequence[str], at: int, *, between: bool) -> Read | None:
    word = _word(words, at)
    if word == "hanner" and _word(words, at + 1) in n.WELSH_HUNDREDS | n.WELSH_SHORT_HUNDREDS:
        return 50, at + 2
    if word in n.WELSH_SCORES:
        return n.WELSH_SCORES[word], at + 1
    if word not in n.WELSH_UNITS:
        return None
    value, after = n.WELSH_UNITS[word], at + 1
    following = _word(words, after)
    if following in ("deg", "ddeg", "deng", "ddeng") and value < 10:
        unit = n.WELSH_UNITS.get(_word(words, after + 1), 10)
        # "dau ddeg un", but "un deg o": a unit counts only if no other number word takes it.
        return (value * 10 + unit, after + 2) if unit < 10 else (value * 10, after + 1)
    if following == "ugain" and value < 10:
        return value * 20, after + 1
    return (
        _welsh_upon(words, value, after) or _welsh_and(words, value, after, between=between) or (value, after)
    )


def _welsh_upon(words: Sequence[str], value: int, at: int) -> Read | None:
    """Read "ar ddeg" and its like, with the thing counted between or not: "pedair awr ar hugain"."""
    for after in (at, at + 1):
        upon = n.WELSH_UPON.get(_word(words, after + 1), 0) if _word(words, after) == "ar" else 0
        if upon and (value < 5 or upon == 20):
            # "pedwar ar bymtheg ar hugain" is thirty-nine.
            if upon == 15 and _word(words, after + 2) == "ar" and _word(words, after + 3) == "hugain":
                return value + 35, after + 4
            return value + upon, after + 2
    return None


def _welsh_and(words: Sequence[str], value: int, at: int, *, between: bool) -> Read | None:
    """Read "a deugain" and its like, with the thing counted between or not: "pum mlynedd a deugain"."""
    if between or value > 19:
        return None
    if _word(words, at) == "a":
        more = _word(words, at + 1)
        if more in ("deugain", "thrigain"):
            return value + n.WELSH_SCORES[more], at + 2
        if more == "phedwar" and _word(words, at + 2) == "ugain":
            return value + 80, at + 3
    return None


def _half(words: Sequence[str], at: int) -> bool:
    """Tell whether "a hanner" adds half of the hundred or the scale before it."""
    return _word(words, at) == "a" and _word(words, at + 1) == "hanner"


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""
