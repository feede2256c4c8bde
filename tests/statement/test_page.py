"""The page in both languages: the prescribed shape, and what the facts and the audit say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.body.blocks import Heading, plain_text
from cyhoeddi.body.parse import parse
from cyhoeddi.checks import PARITY_RULES, TEXT_RULES
from cyhoeddi.clock import read_clock
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from cyhoeddi.project import read_project
from cyhoeddi.statement import Digests
from tests.conftest import PROJECT
from tests.project_folder import NOW
from tests.statement.stated import AUDITED, BURDEN, FACTS, ISSUE, SIGNED, fault, page_of, result, write_stated

EVERYTHING = (
    FACTS
    + ISSUE
    + BURDEN
    + SIGNED
    + """\
name: {en: Other Body, cy: Corff Arall}
note: {en: "This is *not* a [real] body: 1 < 2.", cy: "Nid *corff* go iawn [yw hwn]: 1 < 2."}
contact:
  telephone: 0300 000 0001
  note: {en: You can also write to us., cy: Cewch hefyd ysgrifennu atom.}
limits:
  - note: {en: "1. Nobody else has looked.", cy: "1. Nid oes neb arall wedi edrych."}
out_of_scope:
  - note: {en: Maps are not covered., cy: Nid yw mapiau wedi'u cynnwys.}
plans:
  - note: {en: "- We will mend the tables.", cy: "- Byddwn yn cywiro'r tablau."}
"""
)
NEW = Digests(design="e" * 64, content="e" * 64)
CASES: list[tuple[str, dict[str, Any] | None, Digests | None]] = [
    (FACTS, None, None),
    (FACTS, None, AUDITED),
    (FACTS + ISSUE, None, AUDITED),
    (FACTS, result(), AUDITED),
    (FACTS + SIGNED, result(), AUDITED),
    (FACTS + SIGNED, result(), None),
    (FACTS + SIGNED, result(date="2020-01-02"), AUDITED),
    (FACTS + SIGNED, result(fault()), NEW),
    (EVERYTHING, result(fault(), fault("", "/en/a/", "/cy/a/"), fault("1.1.1"), complete=False), NEW),
    (FACTS, result(*(fault(f"3.3.{n}") for n in (1, 2, 7)), *(fault(f"2.5.{n}") for n in range(1, 5))), NEW),
]

SHAPE = {
    Language.EN: (
        "How accessible this website is",
        "Feedback and contact information",
        "Reporting accessibility problems with this website",
        "Enforcement procedure",
        "Technical information about this website's accessibility",
        "Compliance status",
        "Non-accessible content",
        "Preparation of this accessibility statement",
    ),
    Language.CY: (
        "Pa mor hygyrch yw'r wefan hon",
        "Adborth a gwybodaeth gyswllt",
        "Rhoi gwybod am broblemau hygyrchedd ar y wefan hon",
        "Y weithdrefn orfodi",
        "Gwybodaeth dechnegol am hygyrchedd y wefan hon",
        "Statws cydymffurfio",
        "Cynnwys nad yw'n hygyrch",
        "Paratoi'r datganiad hygyrchedd hwn",
    ),
}
"""The headings that the law prescribes, in its order."""

STATUS = {
    "untested": ("so we do not say that it is compliant", "felly nid ydym yn dweud ei bod yn cydymffurfio"),
    "full": ("This website is fully compliant", "Mae'r wefan hon yn cydymffurfio'n llawn"),
    "partial": ("This website is partially compliant", "Mae'r wefan hon yn cydymffurfio'n rhannol"),
    "none": ("This website is not compliant", "Nid yw'r wefan hon yn cydymffurfio"),
}


def sides(
    root: Path, facts: str, audit: dict[str, Any] | None, made: Digests | None = AUDITED
) -> tuple[str, str]:
    page = page_of(write_stated(root, facts, audit), made)
    return page.en.body, page.cy.body


def headings(body: str) -> list[str]:
    blocks = parse(body, headings=True).body.blocks
    return [plain_text(block.inlines) for block in blocks if isinstance(block, Heading)]


def status(sides: tuple[str, str]) -> str:
    """Give the status that both sides of the statement tell."""
    (found,) = [name for name, words in STATUS.items() if words[0] in sides[0]]
    assert [name for name, words in STATUS.items() if words[1] in sides[1]] == [found]
    return found


@pytest.mark.parametrize(("facts", "audit", "made"), CASES)
def test_the_statement_has_the_prescribed_shape(
    tmp_path: Path, facts: str, audit: dict[str, Any] | None, made: Digests | None
) -> None:
    page = page_of(write_stated(tmp_path, facts, audit), made)
    for language, wanted in SHAPE.items():
        body = page[language].body
        assert [one for one in headings(body) if one in wanted] == list(wanted)
        assert parse(body, headings=True).refusals == ()
        for name in (
            "2018",
            "EHRC",
            "https://www.equalityadvisoryservice.com/",
            "https://www.w3.org/TR/WCAG22/",
        ):
            assert name in body
    assert len(headings(page.en.body)) == len(headings(page.cy.body))


@pytest.mark.parametrize(("facts", "audit", "made"), CASES)
def test_both_languages_say_the_same_by_the_rules_for_every_page(
    tmp_path: Path, facts: str, audit: dict[str, Any] | None, made: Digests | None
) -> None:
    terms = read_project(PROJECT, read_clock(NOW)).terms
    found = []
    for text in page_of(write_stated(tmp_path, facts, audit), made).texts():
        for rule in TEXT_RULES:
            found += list(rule.check(text))
        for parity in PARITY_RULES:
            found += list(parity.check(text, ParityContext(terms=terms)))
    assert found == []


def test_one_finding_more_or_less_changes_status_and_text_in_both_languages(tmp_path: Path) -> None:
    clean = sides(tmp_path / "clean", FACTS + SIGNED, result())
    faulty = sides(tmp_path / "faulty", FACTS + SIGNED, result(fault("1.4.3", "/en/", "/cy/")))
    assert (status(clean), status(faulty)) == ("full", "partial")
    assert "success criterion 1.4.3, contrast (minimum), on 2 pages or files." in faulty[0]
    assert "maen prawf llwyddiant 1.4.3, cyferbyniad (lleiafswm), ar 2 dudalen neu ffeil." in faulty[1]
    assert "They found no faults." in clean[0]
    assert "Ni chafwyd hyd i unrhyw ddiffygion." in clean[1]
    assert not any("1.4.3" in side for side in clean)


@pytest.mark.parametrize(
    ("facts", "audit", "wanted"),
    [
        (FACTS + SIGNED, None, "untested"),
        (FACTS + SIGNED, result(), "full"),
        (FACTS, result(), "partial"),
        (FACTS + SIGNED + ISSUE, result(), "partial"),
        (
            FACTS,
            result(*(fault(f"3.3.{n}") for n in (1, 2, 7)), *(fault(f"1.2.{n}") for n in (1, 2, 3))),
            "partial",
        ),
        (
            FACTS,
            result(*map(fault, ("1.1.1", "1.2.1", "1.2.2", "1.2.3", "2.1.1", "2.1.2", "2.2.1", "2.2.2"))),
            "none",
        ),
    ],
)
def test_the_status_is_told_in_both_languages(
    tmp_path: Path, facts: str, audit: dict[str, Any] | None, wanted: str
) -> None:
    assert status(sides(tmp_path, facts, audit)) == wanted


def test_a_statement_before_the_first_audit_says_so(tmp_path: Path) -> None:
    english, welsh = sides(tmp_path, FACTS, None)
    assert english.count("not been tested with automatic tools yet") == 2
    assert welsh.count("wedi'i phrofi ag offer awtomatig eto") == 2
    assert "we do not know what is not accessible" in english


@pytest.mark.parametrize(
    ("made", "design", "content"),
    [
        (AUDITED, False, False),
        (AUDITED.model_copy(update={"design": "e" * 64}), True, False),
        (AUDITED.model_copy(update={"content": "e" * 64}), False, True),
        (NEW, True, True),
        (None, False, False),
    ],
)
def test_what_has_changed_since_the_audit_is_told_in_both_languages(
    tmp_path: Path, made: Digests | None, *, design: bool, content: bool
) -> None:
    english, welsh = sides(tmp_path, FACTS + SIGNED, result(), made)
    told = ("The design of the website has changed since", "Mae dyluniad y wefan wedi newid ers")
    assert [words in side for words, side in zip(told, (english, welsh), strict=True)] == [design, design]
    told = ("The content of the website has changed since", "Mae cynnwys y wefan wedi newid ers")
    assert [words in side for words, side in zip(told, (english, welsh), strict=True)] == [content, content]


def test_findings_are_told_by_criterion_in_its_order_and_each_page_once(tmp_path: Path) -> None:
    findings = [
        fault("2.4.11", "/en/b/"),
        fault("1.4.3", "/en/a/", "/en/b/"),
        fault("", "/en/"),
        fault("1.4.3", "/en/b/", "/en/c/"),
        fault("1.4.6"),
    ]
    english, _ = sides(tmp_path, FACTS, result(*findings))
    assert re.findall(r"^- (.*tools found \d.*)$", english, re.MULTILINE) == [
        "Automatic tools found 2 faults under success criterion 1.4.3, contrast (minimum), "
        "on 3 pages or files.",
        "Automatic tools found 1 fault under success criterion 2.4.11, focus not obscured (minimum), "
        "on 1 page or file.",
        "Outside the success criteria of levels A and AA, automatic tools found 2 faults, on 1 page or file.",
    ]
    assert "Too pale" not in english


def test_what_people_know_is_told_with_its_criterion_and_days(tmp_path: Path) -> None:
    english, welsh = sides(tmp_path, FACTS + ISSUE, None)
    assert (
        "- Some tables have no headings. This does not meet success criterion 1.3.1, info and relationships. "
        "We have known of it since 3 February 2024. We plan to put it right by 30 September 2024.\n"
    ) in english
    assert "ers 3 Chwefror 2024. Rydym yn bwriadu ei gywiro erbyn 30 Medi 2024.\n" in welsh


def test_what_authors_write_is_printed_as_written(tmp_path: Path) -> None:
    english, welsh = sides(tmp_path, EVERYTHING, None)
    printed = "\n".join(_texts(english))
    assert "This is *not* a [real] body: 1 < 2." in printed
    assert "1. Nobody else has looked." in printed
    assert "- We will mend the tables." in printed
    assert "Other Body" in english
    assert "Corff Arall" in welsh


def _texts(body: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", line.removeprefix("- ")) for line in body.splitlines()]


def test_readers_are_told_whom_to_ask_in_the_ways_that_there_are(tmp_path: Path) -> None:
    by_both, _ = sides(tmp_path / "1", FACTS + "contact: {email: a@example.org, telephone: 0300 1}\n", None)
    assert "- [email a@example.org](mailto:a@example.org)\n- ring 0300 1\n" in by_both
    by_telephone, _ = sides(tmp_path / "2", FACTS + "contact: {telephone: 0300 1}\n", None)
    assert "mailto:" not in by_telephone
    assert by_telephone.count("ring 0300 1") == 2
    by_default, welsh = sides(tmp_path / "3", FACTS, None)
    assert "[report the problem by email](mailto:team@example.org)" in by_default
    assert "Ein nod yw ateb o fewn 5 diwrnod gwaith." in welsh


def test_checks_by_hand_are_shown_with_their_days_and_the_others_as_missing(tmp_path: Path) -> None:
    english, welsh = sides(tmp_path, FACTS + SIGNED, result())
    assert "- pages with a screen reader: no problems were found on 1 May 2024 (The team)\n" in english
    assert "- tudalennau â darllenydd sgrin: ni chafwyd hyd i broblemau ar 1 Mai 2024 (Y tîm)\n" in welsh
    missing = english.partition("These checks have not been made by a person yet:")[2]
    assert missing.strip().splitlines() == ["- pages on paper", "- plain words in both languages"]


def test_what_was_tested_with_what_is_told(tmp_path: Path) -> None:
    tools = [
        {"name": "axe-core", "version": "4.14.0", "run": True},
        {"name": "pdf_ua", "version": "", "run": False},
    ]
    english, welsh = sides(tmp_path, FACTS, result(tools=tools, complete=False))
    for line in ("pages checked: 1,200", "PDF documents checked: 6", "tools: axe-core 4.14.0"):
        assert f"- {line}\n" in english
    assert "- tools that could not be run: pdf\\_ua\n" in english
    assert "- offer: [axe-core]{lang=en} 4.14.0\n" in welsh


def test_the_same_files_give_the_same_page(tmp_path: Path) -> None:
    once, again = (sides(tmp_path / name, EVERYTHING, result(fault()), NEW) for name in ("1", "2"))
    assert once == again


def test_another_day_changes_the_page_only_by_what_has_become_too_old(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + SIGNED, result())
    first, later, old = (
        page_of(root, today=date(*day)) for day in ((2024, 6, 1), (2025, 5, 1), (2025, 6, 1))
    )
    assert (first.en.body, first.cy.body) == (later.en.body, later.cy.body)
    assert status((later.en.body, later.cy.body)) == "full"
    assert status((old.en.body, old.cy.body)) == "partial"
    assert "- the website has not been tested with automatic tools in the last year\n" in old.en.body
    assert "- nid yw'r wefan wedi cael ei phrofi ag offer awtomatig yn ystod y flwyddyn" in old.cy.body
    assert "- in the last year, people have not made every check" in old.en.body
    assert "- yn ystod y flwyddyn ddiwethaf, nid yw pobl wedi gwneud pob gwiriad" in old.cy.body


def test_a_page_of_no_known_design_does_not_claim_too_much(tmp_path: Path) -> None:
    told = sides(tmp_path, FACTS + SIGNED, result(), None)
    assert status(told) == "partial"
    assert "- we do not know whether the design of the website has changed" in told[0]
    assert "- nid ydym yn gwybod a yw dyluniad y wefan wedi newid" in told[1]
