from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.sample import choose, shapes
from cyhoeddi.audit.site import Site

TAGS = st.sampled_from(["p", "div", "ul", "table", "button"])
CLASSES = st.sampled_from(["", "card", "wide", "card wide"])
BODIES = st.lists(st.tuples(TAGS, CLASSES), max_size=4)
PAGES = st.lists(st.tuples(st.sampled_from(["en", "cy"]), BODIES), min_size=1, max_size=12)


def site_of(*pages: tuple[str, str]) -> Site:
    """A site of pages, each with a language and the inside of its body."""
    site = Site(Path("nowhere"), "http://127.0.0.1:1")
    made = [
        Page(f"/{number:02}/", f'<html lang="{language}"><body>{body}</body></html>')
        for number, (language, body) in enumerate(pages)
    ]
    # A cached value may be set before it is asked for.
    site.__dict__["pages"] = tuple(made)
    return site


def addresses(site: Site, *, extra: int = 0, seed: int = 0, everything: bool = False) -> list[str]:
    return [page.address for page in choose(site, extra=extra, seed=seed, everything=everything)]


def test_pages_of_one_kind_are_met_once_in_each_language() -> None:
    site = site_of(*[("en", "<p>One</p>")] * 5, *[("cy", "<p>Un</p>")] * 5)
    assert addresses(site) == ["/00/", "/05/"]


def test_a_page_with_an_element_or_class_of_its_own_is_met() -> None:
    plain, dressed, field = "<p>x</p>", '<p class="warning">x</p>', '<p>x</p><input type="date">'
    site = site_of(*[("en", plain)] * 9, ("en", dressed), *[("en", plain)] * 9, ("en", field))
    assert addresses(site) == ["/09/", "/19/"]


def test_more_pages_are_drawn_and_the_draw_follows_the_seed() -> None:
    site = site_of(*[("en", "<p>x</p>")] * 60)
    drawn = addresses(site, extra=5, seed=1)
    assert len(drawn) == 6
    assert addresses(site, extra=5, seed=1) == drawn
    assert addresses(site, extra=5, seed=2) != drawn
    assert len(addresses(site, extra=500)) == 60


def test_pages_that_only_lead_on_are_never_met() -> None:
    onward = '<meta http-equiv="refresh" content="0; url=/"><p class="only-here">x</p>'
    site = site_of(("en", "<p>x</p>"), ("en", onward))
    assert addresses(site, extra=9) == addresses(site, everything=True) == ["/00/"]


@given(PAGES)
def test_every_shape_that_occurs_in_a_language_is_met_there(
    pages: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    bodies = [
        (language, "".join(f'<{tag} class="{names}"></{tag}>' for tag, names in body))
        for language, body in pages
    ]
    site = site_of(*bodies)
    chosen = choose(site, extra=0, seed=0, everything=False)
    for language in ("en", "cy"):
        own = [page for page in site.pages if page.language == language]
        met = [shapes(page) for page in chosen if page.language == language]
        assert frozenset().union(*met) == frozenset().union(*map(shapes, own))
    assert len({page.address for page in chosen}) == len(chosen)
