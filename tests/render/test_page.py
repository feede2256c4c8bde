from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.render.page import PageText

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def page(**more: object) -> PageText:
    return PageText(
        language=Language.CY,
        kind="landing",
        name="one",
        address="/cy/un/",
        twin="/en/one/",
        title="Tŷ",
        head_title="Tŷ | Corff",
        description="Am y tŷ.",
        more=more,
    )


def front_of(one: PageText) -> str:
    return one.render().decode().removeprefix("---\n").partition("\n---\n")[0]


@given(st.dictionaries(st.sampled_from(["cards", "dates", "cite"]), VALUES, max_size=3))
def test_the_front_matter_of_a_page_is_read_as_it_was_given(more: dict[str, object]) -> None:
    front = json.loads(front_of(page(**more)))
    assert {key: front[key] for key in more} == more
    assert (front["title"], front["twin"], front["label"], front["files"]) == ("Tŷ", "/en/one/", None, {})


def test_a_person_can_compare_two_front_matters_line_by_line() -> None:
    one = front_of(page(count=2, cards=[{"title": "A"}, {"title": "Ŵ"}])).splitlines()
    other = front_of(page(count=2, cards=[{"title": "A"}, {"title": "B"}])).splitlines()
    assert '"title": "Tŷ",' in one
    changed = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    assert changed == [(' {"title": "Ŵ"}', ' {"title": "B"}')]
