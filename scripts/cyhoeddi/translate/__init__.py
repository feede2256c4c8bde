"""Files for translators, out and in, and the page that shows both languages side by side.

`selection` takes from a project what waits for a translator, as the units of `units`, whose words and codes
are `content`; `formats` writes and reads them as CSV and XLIFF, `tmx` writes what was accepted. `answers`
judges what comes back, `take_in` writes it into the files. `review` makes the page.
"""
