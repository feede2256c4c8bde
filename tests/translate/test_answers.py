"""What is refused, unit by unit, and that everything else is taken."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from cyhoeddi.language import Language
from cyhoeddi.problems import Level
from cyhoeddi.project import Project
from cyhoeddi.translate.answers import Answer, Mark
from cyhoeddi.translate.formats import read_answers
from cyhoeddi.translate.take_in import take_in
from tests.project_folder import project_of
from tests.project_folder import replace as edit
from tests.remembered import accept
from tests.translate.exchange import (
    FORMATS,
    STORY,
    answers_of,
    messages,
    project_with,
    saying,
    send,
    story,
    take,
    with_words,
)

ENGLISH = "The **board** met; see [the report](pub:report).[^1]\n\nIt was short.\n\n[^1]: In May."
WELSH = "Cyfarfu'r **bwrdd**; gweler [yr adroddiad](pub:report).[^1]\n\nRoedd yn fyr.\n\n[^1]: Ym mis Mai."
PLACE = "body/cy/p1"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return project_with(tmp_path, story(ENGLISH, WELSH))


def sent(project: Project, form: str = "xliff21") -> dict[str, Answer]:
    """Give the answers as they went out, by the end of their keys."""
    data = send(project, form, STORY, everything=True)[Language.CY]
    return {
        one.key.removeprefix("publication/story/sections/beginning/"): one for one in answers_of(data, form)
    }


def pieces(answer: Answer) -> list[str | Mark]:
    return list(answer.target)


def of(marks: list[str | Mark]) -> str:
    return " ".join(one if isinstance(one, str) else f"<{one.id}:{one.nesting}>" for one in marks)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (lambda p: [one for one in p if one != Mark("3", 0)], "the marks differ"),
        (lambda p: [*p, Mark("3", 0)], "the marks differ"),
        (lambda p: [*p, Mark("9", 0)], "the mark 9 is not in the source"),
        (lambda p: [*p, Mark("3", 1), Mark("3", -1)], "the mark 3 is not in the source"),
        (lambda p: [one for one in p if one != Mark("1", -1)], "the mark 1 is not closed"),
        (lambda p: [one for one in p if one != Mark("1", 1)], "the mark 1 closes where"),
        (lambda p: [one for one in p if not isinstance(one, Mark) or one.id != "2"], "the marks differ"),
        (
            lambda _: [Mark("1", 1), "un", Mark("2", 1), "dau", Mark("1", -1), Mark("2", -1), Mark("3", 0)],
            "the mark 1 closes where",
        ),
        (
            lambda _: [Mark("2", 1), "dau", Mark("3", 0), Mark("2", -1), Mark("1", 1), "un", Mark("1", -1)],
            "this text cannot be written at its place (a footnote stands inside a link)",
        ),
        (lambda _: ["Dim ond geiriau."], "the marks differ"),
    ],
)
def test_broken_codes_are_refused(project: Project, broken: object, message: str) -> None:
    answer = sent(project)[PLACE]
    taken = take_in(project, [replace(answer, target=tuple(broken(pieces(answer))))])  # type: ignore[operator]
    assert [problem.message[: len(message)] for problem in taken.problems] == [message]
    assert taken.files == {}


def test_codes_may_be_put_into_another_order(project: Project) -> None:
    marks = [
        Mark("2", 1),
        "Yr adroddiad",
        Mark("2", -1),
        " yw ",
        Mark("1", 1),
        "hwn",
        Mark("1", -1),
        Mark("3", 0),
    ]
    taken = take(project, replace(sent(project)[PLACE], target=tuple(marks)))
    assert taken.problems == ()
    assert "[Yr adroddiad](pub:report) yw **hwn**[^1]" in (project.root / STORY).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "cell",
    [
        "Cyfarfu'r bwrdd; gweler [yr adroddiad](pub:report).[^1]",
        "Cyfarfu'r **bwrdd**; gweler [yr adroddiad](pub:other).[^1]",
        "Cyfarfu'r **bwrdd**; gweler [yr adroddiad](javascript:x).[^1]",
        "Cyfarfu'r **bwrdd**; gweler [yr adroddiad](pub:report).[^2]",
        "Cyfarfu'r **bwrdd**; gweler [yr adroddiad](pub:report).[^1] ![llun](a.svg)",
    ],
)
def test_broken_markdown_of_a_table_is_refused(project: Project, cell: str) -> None:
    taken = take_in(project, [saying(sent(project, "csv")[PLACE], Language.CY, cell)])
    assert [problem.message.partition(" (")[0] for problem in taken.problems] == [
        "the marks differ from those of the source"
    ]
    assert taken.files == {}


@pytest.mark.parametrize("form", FORMATS)
def test_a_link_keeps_its_own_address_in_each_language(tmp_path: Path, form: str) -> None:
    english, welsh = (
        "See [rates](https://gov.wales/rates).",
        "Gweler [cyfraddau](https://llyw.cymru/cyfraddau).",
    )
    project = project_with(tmp_path, story(english, welsh))
    taken = take(project, with_words(sent(project, form)[PLACE], Language.CY, lambda words: f"Nawr {words}"))
    assert taken.problems == ()
    assert "Nawr Gweler [cyfraddau](https://llyw.cymru/cyfraddau)." in (tmp_path / STORY).read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_phrase_in_the_other_language_may_go_or_come(tmp_path: Path, form: str) -> None:
    project = project_with(tmp_path, story("The [Senedd]{lang=cy} and a club.", "Y Senedd a chlwb."))
    answer = saying(sent(project, form)[PLACE], Language.CY, "Y Senedd a'r [Circle]{lang=en}.")
    assert take(project, answer).problems == ()
    assert "Y Senedd a'r [Circle]{lang=en}." in (tmp_path / STORY).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_that_changed_since_is_refused_and_the_rest_is_taken(project: Project, form: str) -> None:
    answers = sent(project, form)
    edit(project.root, STORY, "It was short.", "It was long.")
    changed = [with_words(answers[key], Language.CY, lambda w: f"Nawr {w}") for key in (PLACE, "body/cy/p2")]
    now = project_of(project.root)
    taken = take(now, *changed)
    assert messages(taken) == ["the English has changed since this was exported"]
    text = (project.root / STORY).read_text(encoding="utf-8")
    assert "Nawr Cyfarfu'r **bwrdd**" in text
    assert "Nawr Roedd" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_that_only_moved_is_found_again(project: Project, form: str) -> None:
    answer = with_words(sent(project, form)["body/cy/p2"], Language.CY, lambda words: f"Nawr {words}")
    for before, new in (("It was short.", "First."), ("Roedd yn fyr.", "Yn gyntaf.")):
        edit(project.root, STORY, f"        {before}", f"        {new}\n\n        {before}")
    taken = take(project_of(project.root), answer)
    assert taken.problems == ()
    assert "Yn gyntaf.\n\n        Nawr Roedd yn fyr." in (project.root / STORY).read_text(encoding="utf-8")


def test_an_unknown_key_and_a_key_twice_are_refused(project: Project) -> None:
    answer = with_words(sent(project, "csv")["body/cy/p2"], Language.CY, lambda words: f"Nawr {words}")
    stray = replace(answer, key="publication/nothing/title/cy")
    assert messages(take_in(project, [stray])) == ["there is no unit of this key"]
    assert messages(take_in(project, [answer, answer])) == ["this key stands a second time"]


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_answer_and_one_in_the_wrong_language_are_refused(project: Project, form: str) -> None:
    answer = sent(project, form)["body/cy/p2"]
    english = saying(answer, Language.CY, "It was a very short meeting of the whole board.")
    assert messages(take_in(project, [saying(answer, Language.CY, " ")])) == ["the Welsh is empty"]
    assert messages(take_in(project, [english])) == ["the text is in English, and should be in Welsh"]


def test_a_file_whose_languages_were_exchanged_is_refused(project: Project) -> None:
    data = send(project, "xliff21", STORY, everything=True)[Language.CY]
    turned = data.replace(b'srcLang="en" trgLang="cy"', b'srcLang="cy" trgLang="en"')
    found, _ = read_answers(turned, "a.xlf")
    assert set(messages(take_in(project, found))) == {"this unit is to be written in Welsh, not in English"}
    foreign = data.replace(b'trgLang="cy"', b'trgLang="fr"')
    assert [one.rule for one in read_answers(foreign, "a.xlf")[1]] == ["translate"]


@pytest.mark.parametrize(
    ("form", "state", "unfinished"),
    [
        ("xliff12", 'state="translated"', 'state="needs-translation"'),
        ("xliff21", 'state="translated"', 'state="initial"'),
    ],
)
def test_what_is_marked_as_not_finished_is_refused(
    project: Project, form: str, state: str, unfinished: str
) -> None:
    data = send(project, form, STORY, everything=True)[Language.CY].decode()
    data = data.replace(state, unfinished).replace("Roedd yn fyr.", "Roedd yn hir.")
    taken = take_in(project, read_answers(data.encode(), "a.xlf")[0])
    assert messages(taken) == [
        f'the translation is marked as not finished ("{unfinished.split(chr(34))[1]}")'
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_body_without_its_other_side_is_written_only_when_it_is_whole(tmp_path: Path, form: str) -> None:
    project = project_with(tmp_path, story("First one.\n\nSecond one.", ""))
    first, second = answers_of(send(project, form)[Language.CY], form)
    answer = saying(first, Language.CY, "Yn gyntaf.")
    assert set(messages(take_in(project, [answer, second]))) == {
        "this unit is not translated yet",
        "other parts of this text are not translated yet (1)",
    }
    assert take(project, answer, saying(second, Language.CY, "Yn ail.")).problems == ()
    text = (tmp_path / STORY).read_text(encoding="utf-8")
    assert text == story("First one.\n\nSecond one.", "Yn gyntaf.\n\nYn ail.")


@pytest.mark.parametrize("form", FORMATS)
def test_a_stale_text_goes_out_with_what_changed_only(tmp_path: Path, form: str) -> None:
    english, welsh = "First one.\n\nSecond one.", "Yn gyntaf.\n\nYn ail."
    text = story(english, welsh).replace("status: draft\n", "")
    root = project_with(tmp_path, text).root
    accept(root)
    assert send(project_of(root), form, STORY) == {}
    edit(root, STORY, "Second one.", "Second two.")
    project = project_of(root)
    (answer,) = answers_of(send(project, form)[Language.CY], form)
    assert answer.key.endswith("body/cy/p2")
    same = take_in(project, [answer])
    assert [(one.level, one.message.partition(":")[0]) for one in same.problems] == [
        (Level.WARNING, "the Welsh is as it was before the English changed")
    ]
    finished = replace(saying(answer, Language.CY, "Dau yn ail."), unfinished="")
    assert take(project, finished).problems == ()
    assert (root / STORY).read_text(encoding="utf-8").replace("status: draft\n", "") == text.replace(
        "Second one.", "Second two."
    ).replace("Yn ail.", "Dau yn ail.")


@pytest.mark.parametrize("form", FORMATS)
def test_a_paragraph_more_brings_the_accepted_translations_of_the_others(tmp_path: Path, form: str) -> None:
    text = story("First one.\n\nSecond one.", "Yn gyntaf.\n\nYn ail.").replace("status: draft\n", "")
    root = project_with(tmp_path, text).root
    accept(root)
    edit(root, STORY, "        Second one.", "        Between.\n\n        Second one.")
    project = project_of(root)
    answers = answers_of(send(project, form)[Language.CY], form)
    said = [one.cells[1] if one.cells else "".join(map(str, one.target)) for one in answers]
    assert said == ["Yn gyntaf.", "", "Yn ail."]
    taken = take(project, saying(answers[1], Language.CY, "Rhyngddynt."))
    assert taken.problems == ()
    written = (root / STORY).read_text(encoding="utf-8")
    assert re.search(r"Yn gyntaf\.\n\n +Rhyngddynt\.\n\n +Yn ail\.\n", written)


def test_alternative_text_is_a_unit_of_its_own(tmp_path: Path) -> None:
    english, welsh = (
        "![A map](a.svg)\n\nSee ![a dot](b.svg) here.",
        "![Map](a-cy.svg)\n\nGweler ![dot](b.svg) yma.",
    )
    project = project_with(tmp_path, story(english, welsh))
    for form in FORMATS:
        answers = sent(project, form)
        assert [key for key in answers if "body" in key] == [
            "body/cy/p1/image1",
            "body/cy/p2",
            "body/cy/p2/image1",
        ]
    taken = take(
        project,
        saying(answers["body/cy/p1/image1"], Language.CY, "Map o'r lle"),
        saying(answers["body/cy/p2/image1"], Language.CY, "smotyn"),
    )
    assert taken.problems == ()
    text = (tmp_path / STORY).read_text(encoding="utf-8")
    assert "![Map o'r lle](a-cy.svg)" in text
    assert "Gweler ![smotyn](b.svg) yma." in text
