from __future__ import annotations

from typing import Any

import jinja2
import pytest
from mkdocs.structure.files import Files

from cyhoeddi.language import Language
from cyhoeddi.site.environment import dress


def shown(template: str, **context: Any) -> str:
    plain = jinja2.Environment()  # noqa: S701 (as MkDocs makes it)
    env = dress(plain, Language.CY, {}, Files([]), serving=False)
    return env.from_string(template).render(context)


@pytest.mark.parametrize("template", ["{{ said }}", "{{ said|e }}", "{{ said|phrases }}", "{{ said|plain }}"])
def test_whatever_a_template_prints_is_escaped_once(template: str) -> None:
    assert shown(template, said="a < b") == "a &lt; b"


def test_a_phrase_keeps_its_language_or_is_words_alone() -> None:
    assert shown("{{ said|phrases }}", said="[Body]{lang=en} & co") == '<span lang="en">Body</span> &amp; co'
    assert shown("{{ said|plain }}", said="[Body]{lang=en} & co") == "Body &amp; co"


def test_front_matter_is_asked_for_its_keys_whatever_their_names() -> None:
    assert shown("{{ meta.items }} {{ meta.title }}", meta={"items": 2, "title": "T"}) == "2 T"
    assert shown("{{ meta.none or meta.cite.text or '-' }}", meta={"cite": None}) == "-"


def test_a_method_and_a_word_are_found_under_one_name() -> None:
    assert shown("{{ words.home }} {{ words.count('pages', 2) }}") == "Hafan 2 dudalen"
    assert shown("{{ '2023-11-14'|date }}, {{ 46080|size }}") == "14 Tachwedd 2023, 45 KB"
