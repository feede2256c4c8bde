from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.site.links import Links

ONE = {"en": "https://example.org/", "cy": "https://example.org/"}
FOLDER = {"en": "https://example.org/some/where/", "cy": "https://example.org/some/where/"}
TWO = {"en": "https://gov.example/", "cy": "https://llyw.example/"}

SEGMENT = st.text("abcô-&%", min_size=1, max_size=5)
ADDRESS = st.builds(
    lambda language, segments, name: f"/{language}/" + "".join(f"{one}/" for one in segments) + name,
    st.sampled_from(["en", "cy"]),
    st.lists(SEGMENT, max_size=3),
    st.sampled_from(["", "404.html", "data.csv"]),
) | st.sampled_from(["/", "/404.html"])


@given(ADDRESS, ADDRESS, st.sampled_from([ONE, FOLDER, TWO]))
def test_a_link_leads_to_the_whole_address(page: str, address: str, bases: dict[str, str]) -> None:
    links = Links(page, bases)
    reached = urljoin(links.absolute(page), links.href(address))
    if address in {"/", "/404.html"}:
        # What belongs to no language stands on both hosts.
        assert reached in {base.rstrip("/") + address for base in bases.values()}
    else:
        assert reached == links.absolute(address)
    assert unquote(urlsplit(reached).path).endswith(address)


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("/en/a/", "/cy/b/", "../../cy/b/"),
        ("/en/a/", "/en/a/", "./"),
        ("/en/a/", "/en/a/#here", "#here"),
        ("/en/a/", "/en/b/#there", "../b/#there"),
        ("/", "/en/", "en/"),
        ("/en/a/", "/en/a/data.csv", "data.csv"),
        ("/en/a/data.csv", "/en/a/", "./"),
        ("/en/a/", "/en//b/../c/", "../c/"),
        ("/en/a/", "/en/a/#", "#"),
        ("/en/404.html", "/en/a/", "/some/where/en/a/"),
        ("/en/a/", "https://example.com/", "https://example.com/"),
        ("/en/a/", "mailto:a@example.org", "mailto:a@example.org"),
        ("/en/a/", "#here", "#here"),
    ],
)
def test_links_are_relative_but_on_404_pages(page: str, address: str, link: str) -> None:
    assert Links(page, FOLDER).href(address) == link


def test_a_language_with_its_own_host_is_reached_by_its_whole_address() -> None:
    assert Links("/en/a/", TWO).href("/cy/b/") == "https://llyw.example/cy/b/"
    assert Links("/cy/a/", TWO).href("/cy/b/") == "../b/"
    assert Links("/en/404.html", TWO).href("/cy/") == "https://llyw.example/cy/"


def test_a_page_takes_its_style_sheet_from_its_own_host() -> None:
    assert Links("/cy/a/", TWO).href("/assets/style.css") == "../../assets/style.css"
    assert Links("/cy/404.html", TWO).href("/assets/style.css") == "/assets/style.css"
