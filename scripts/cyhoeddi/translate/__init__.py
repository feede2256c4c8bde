"""Files for translators, out and in, and the page that shows both languages side by side.

`selection` takes from a project what waits for a translator, as the units of `units`, whose words and codes
are `content`; `formats` writes and reads them as CSV and XLIFF, `tmx` writes what was accepted. `answers`
judges what comes back, `take_in` writes it into the files. `review` makes the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ENDINGS: Mapping[str, str] = MappingProxyType(
    {"csv": ".csv", "xliff12": ".xlf", "xliff21": ".xlf", "tmx": ".tmx"}
)
"""The kinds of files, each with the ending of its name; here, so that typing needs nothing else of this."""
