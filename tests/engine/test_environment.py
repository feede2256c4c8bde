from __future__ import annotations

from itertools import count
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from mkdocs.structure.files import Files

from cyhoeddi.language import Language
from cyhoeddi.site.environment import dress
from cyhoeddi.site.links import Links


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


@pytest.mark.parametrize("said", ["", " ", "Tŷ & a/b?c=d e", "100%\r\n  é ~", "a\u00a0b"])
def test_a_text_is_encoded_for_an_address_as_jinja_does_it(said: str) -> None:
    assert shown("{{ said|urlencode }}", said=said) == jinja2.filters.do_urlencode(said)


def test_front_matter_is_asked_for_its_keys_whatever_their_names() -> None:
    assert shown("{{ meta.items }} {{ meta.title }}", meta={"items": 2, "title": "T"}) == "2 T"
    assert shown("{{ meta.none or meta.cite.text or '-' }}", meta={"cite": None}) == "-"


def test_a_method_and_a_word_are_found_under_one_name() -> None:
    assert shown("{{ words.home }} {{ words.count('pages', 2) }}") == "Hafan 2 dudalen"
    assert shown("{{ '2023-11-14'|date }}, {{ 46080|size }}") == "14 Tachwedd 2023, 45 KB"


def test_a_part_that_pages_have_alike_is_rendered_once_for_all_that_stand_alike() -> None:
    part = "{% call alike('part', ['/cy/is/'], also) %}{{ href('/cy/is/') }} {{ number }}{% endcall %}"
    plain = jinja2.Environment()  # noqa: S701 (as MkDocs makes it)
    template = dress(plain, Language.CY, {}, Files([]), serving=False).from_string(part)
    numbers = count()

    def said(address: str, also: str = "") -> str:
        links = Links(address, dict.fromkeys(Language, "https://example.org/site/"))
        page = SimpleNamespace(links=links)
        return template.render(page=page, href=links.href, also=also, number=next(numbers))

    assert [said("/cy/un/"), said("/cy/dau/")] == ["../is/ 0", "../is/ 0"]
    assert [said("/cy/un/dau/"), said("/cy/is/"), said("/cy/")] == ["../../is/ 2", "./ 3", "is/ 4"]
    assert [said("/cy/un/", "more"), said("/cy/un/")] == ["../is/ 5", "../is/ 0"]
    assert [said("/cy/404.html"), said("/404.html")] == ["/site/cy/is/ 7", "/site/cy/is/ 7"]


FILES = {
    "page.html": '{% set said = 1 %}{%- include "inner.html" %}|{%- include "inner.html" -%} {{ said }}',
    "inner.html": "{# a comment #}\n{% set said = '<' %}{{ said|e }}\n",
}


def test_what_a_template_includes_is_put_in_its_place() -> None:
    plain = jinja2.Environment(loader=jinja2.DictLoader(FILES), autoescape=True)
    expected = plain.get_template("page.html").render()
    env = dress(plain.overlay(), Language.CY, {}, Files([]), serving=False)
    env.cache = {}
    assert env.get_template("page.html").render() == expected == "\n&lt;|\n&lt;1"


def test_a_mistake_in_what_is_included_is_told_of_the_file_that_it_is_in() -> None:
    plain = jinja2.Environment(loader=jinja2.DictLoader(FILES | {"inner.html": "a\n{% if %}"}))  # noqa: S701
    env = dress(plain, Language.CY, {}, Files([]), serving=False)
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        env.get_template("page.html")
    assert (caught.value.name, caught.value.lineno) == ("inner.html", 2)
