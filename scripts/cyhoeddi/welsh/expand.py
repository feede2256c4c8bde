"""What `welsh.js` does with a word that a reader types, said in Python; tests hold both to be the same."""

from __future__ import annotations

from collections.abc import Mapping

from cyhoeddi.welsh.keys import bare, fold, keys, radicals
from cyhoeddi.welsh.table import Table


def expand(word: str, grouped: Mapping[str, tuple[str, ...]], table: Table) -> tuple[str, ...]:
    """Give *word* as it is searched for, and then the site's other forms of it in order of the alphabet.

    *grouped* is what `families` gives. A word that stands on the site is of the families it was put in there;
    one that does not is of all that it may be of. An accent that is typed counts: "môr" does not ask for
    "mor", but "mor" asks for both, as accents are often left out. A figure or a code is given as typed.
    """
    wanted = keys(word, table)
    if not wanted:
        return (word,)
    typed = bare(word, table)
    possible = [grouped[key] for key in wanted if key in grouped]
    own = [forms for forms in possible if any(fold(form) == fold(typed) for form in forms)]
    found = {form for forms in own or possible for form in forms}
    if fold(typed) != typed:
        found = {form for form in found if not _only_accents_differ(typed, form, table)}
    return (typed, *sorted(found - {typed}))


def _only_accents_differ(typed: str, form: str, table: Table) -> bool:
    mine, other = set(radicals(typed, table)), set(radicals(form, table))
    return not mine & other and bool({fold(one) for one in mine} & {fold(one) for one in other})
