"""Words by key, with placeholders, and counted."""

from __future__ import annotations

import jinja2
import pytest

from cyhoeddi.language import Language
from cyhoeddi.words import in_language


def test_a_word_is_found_by_its_key_in_code_and_in_a_template() -> None:
    words = in_language(Language.CY)
    assert words["skip_link"] == "Neidio i'r prif gynnwys"
    assert jinja2.Template("{{ words.skip_link }}").render(words=words) == words["skip_link"]


def test_placeholders_are_filled_and_none_may_be_missing() -> None:
    words = in_language(Language.CY)
    assert words.text("pager_place", page=1, pages=20) == "1 o 20"
    with pytest.raises(KeyError, match="pages"):
        words.text("pager_place", page=1)


def test_a_value_with_braces_is_printed_as_it_is() -> None:
    assert in_language(Language.EN).text("copyright_line", organisation="{x}") == "© {x}"


def test_a_language_named_by_its_code_is_the_same_as_the_language() -> None:
    assert in_language(Language("cy")) is in_language(Language.CY)


PLURALS = [
    ("publications", 0, "0 publications", "Dim cyhoeddiadau"),
    ("publications", 1, "1 publication", "1 cyhoeddiad"),
    ("publications", 2, "2 publications", "2 gyhoeddiad"),
    ("publications", 3, "3 publications", "3 chyhoeddiad"),
    ("publications", 4, "4 publications", "4 cyhoeddiad"),
    ("publications", 6, "6 publications", "6 chyhoeddiad"),
    ("publications", 1234, "1,234 publications", "1,234 cyhoeddiad"),
    ("pages", 1, "1 page", "1 dudalen"),
    ("pages", 2, "2 pages", "2 dudalen"),
    ("pages", 3, "3 pages", "3 tudalen"),
    ("pages", 6, "6 pages", "6 thudalen"),
    ("pages", 7, "7 pages", "7 tudalen"),
    ("problems", 2, "2 problems", "2 broblem"),
    ("problems", 6, "6 problems", "6 phroblem"),
]


@pytest.mark.parametrize(("key", "number", "english", "welsh"), PLURALS)
def test_things_are_counted_in_the_form_that_each_language_asks_for(
    key: str, number: int, english: str, welsh: str
) -> None:
    assert in_language(Language.EN).count(key, number) == english
    assert in_language(Language.CY).count(key, number) == welsh
