from __future__ import annotations

from dataclasses import replace

import pytest

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.group import group, shape
from cyhoeddi.problems import Level, Position


def finding(**more: object) -> Finding:
    return replace(Finding("names", "/en/", "A link has no name", "Give it one.", "2.4.4"), **more)  # type: ignore[arg-type]


def nowhere(_: Finding) -> Position | None:
    return None


def test_a_fault_of_a_template_is_one_with_its_pages() -> None:
    findings = [
        finding(address=f"/en/{n}/", snippet=f'<a class="card" id="c{n}" href="/{n}">') for n in range(99)
    ]
    (fault,) = group(findings, nowhere)
    assert (fault.count, len(fault.pages)) == (99, 99)
    assert (fault.rule, fault.criterion, fault.hint) == ("names", "2.4.4", "Give it one.")
    assert fault.pages[:2] == ("/en/0/", "/en/1/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"selector": "#a > p:nth-child(2)"}, {"selector": "p"}),
        ({"selector": ".list > li:nth-of-type(1) a"}, {"selector": ".list > li:nth-of-type(12) a"}),
        ({"selector": 'a[href$="one/"]'}, {"selector": 'a[href$="two/"]'}),
        ({"snippet": '<a class="b a">x</a>'}, {"snippet": '<a href="/" class="a b"><b>y</b></a>'}),
        ({"snippet": '<a class="x">', "selector": "main a"}, {"snippet": '<a class="x">', "selector": "a"}),
        ({"message": "3 links have the words “Read”"}, {"message": "12 links have the words “More”"}),
        ({"view": "320 px"}, {"view": "1280 px"}),
    ],
)
def test_what_differs_from_page_to_page_makes_no_other_fault(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert shape(finding(**one)) == shape(finding(**other))
    assert len(group([finding(**one), finding(**other)], nowhere)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"snippet": '<a class="x">'}, {"snippet": '<a class="y">'}),
        ({"snippet": "<a>"}, {"snippet": "<b>"}),
        ({"selector": "main > a"}, {"selector": "footer > a"}),
        ({"rule": "names"}, {"rule": "links"}),
        ({"message": "The page has no title"}, {"message": "The page has no language"}),
    ],
)
def test_what_is_not_alike_is_not_put_together(one: dict[str, str], other: dict[str, str]) -> None:
    assert len(group([finding(**one), finding(**other)], nowhere)) == 2


def test_what_an_author_wrote_in_two_places_is_two_faults_and_in_one_place_is_one() -> None:
    places = {"/a/": Position("docs/en/a.md", 3), "/b/": Position("docs/en/b.md", 3)}
    findings = [finding(address=address, selector=n) for address in places for n in ("p", "em")]
    faults = group(findings, lambda one: places[one.address])
    assert [(fault.position, fault.count) for fault in faults] == [(place, 2) for place in places.values()]


def test_errors_come_first_and_then_what_is_on_most_pages() -> None:
    findings = [
        finding(rule="warned", level=Level.WARNING),
        finding(rule="rare"),
        *(finding(rule="often", address=f"/{n}/") for n in range(3)),
    ]
    assert [fault.rule for fault in group(findings, nowhere)] == ["often", "rare", "warned"]


def test_a_fault_is_as_bad_as_its_worst_finding_and_says_what_that_says() -> None:
    findings = [finding(level=Level.WARNING, selector="p"), finding(address="/z/", selector="p", hint="Now.")]
    (fault,) = group(findings, nowhere)
    assert (fault.level, fault.hint) == (Level.ERROR, "Now.")


def test_the_same_finding_twice_counts_once_and_the_order_of_finding_does_not_matter() -> None:
    findings = [finding(address=address) for address in ("/b/", "/a/", "/b/")]
    assert group(findings, nowhere) == group(findings[::-1], nowhere)
    assert group(findings, nowhere)[0].count == 2
