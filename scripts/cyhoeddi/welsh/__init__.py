"""Which forms of a Welsh word are one word, for search: plant, blant, phlant and mhlant are all plentyn.

- `keys(word, table)`: what the forms of a word have in common; words that share a key are one word
- `families(vocabulary, table, is_radical)`: the words of a site by key; a dictionary settles doubts
- `chunks(families, table)`: the same as small files; `render_table()`: the rules as JSON
- `expand(word, families, table)`: the forms to search for, as `theme/assets/search/welsh.js` finds them

All rules stand in rules.yaml, the one place to read or mend them. What they do, in order:

1. A word is taken in small letters, without what is contracted to it: i'r is i, f'enw is enw. Hyphens count
   for nothing, and accents only as said below.
2. Its mutation is undone, in every way that the first letters allow: fawr may be fawr, bawr or mawr.
3. Endings are taken off, the longest first, until none fits, so that plurals, verb-nouns and verb forms lose
   theirs, and a singular that happens to end like a plural (person) loses as much as its plural (personau).
4. Letters that change when an ending is put to a word are made alike: bwrdd, byrddau; gair, geiriau; cyngor,
   cynghorau. Families that no rule gives are listed.

When the index is made, a dictionary says which readings are words, so that "gardd" is not also "cardd". A
form that the site does not have is read in all ways when it is typed, and meets only what the site has.

An accent that is typed counts: "tân" (fire) does not find "tan" (until), nor "môr" (sea) "mor" (so). One that
is left out does not: "tan" finds both, for many keyboards have no ŵ and many readers no patience.

Known to fail: plurals that change their vowels without an ending, unless listed (gafr, geifr), and the rarer
plurals (cathod, nyrsys). Adjectives and nouns made of the same root are words of their own (cyhoeddi,
cyhoeddiad). A noun and the verb made of it are joined (gwaith, gweithio), and so are some that mean different
things by now (nod, nodi). A form that is a word by itself is that word (dalwyd: dal, not talu). English needs
nothing of this: the search engine knows the forms of English words.
"""

from cyhoeddi.welsh.expand import expand
from cyhoeddi.welsh.families import chunks, families
from cyhoeddi.welsh.keys import keys
from cyhoeddi.welsh.table import Table, read_table, render_table

__all__ = ["Table", "chunks", "expand", "families", "keys", "read_table", "render_table"]
