from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cyhoeddi.clock import read_clock
from cyhoeddi.collection import next_change, unpublished_files
from cyhoeddi.model import LONDON
from cyhoeddi.project import read_project
from tests.render.folders import Data, publication, read, series, workstream, write_folder


def shown(root: Path, now: datetime) -> set[str]:
    _, collection = read(root, now=now)
    names = {one.id for one in collection.publications}
    for one in collection.series:
        names |= {f"series/{one.id}", *(f"series/{one.id}/{part.id}" for part in one.workstreams)}
    return names


def test_newest_come_first_and_those_of_one_day_by_id(tmp_path: Path) -> None:
    days = {"old": "2020-01-01", "b": "2024-01-01", "a": "2024-01-01", "middle": "2022-01-01"}
    root = write_folder(
        tmp_path, {f"{name}.yaml": publication(name, first_published=day) for name, day in days.items()}
    )
    _, collection = read(root)
    assert [one.id for one in collection.publications] == ["a", "b", "middle", "old"]


@pytest.mark.parametrize(
    ("line", "named", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"status": "published"}, False, True),
        ({"status": "published", "publish_at": "2030-01-01T09:30"}, False, False),
        ({"publish_at": "2020-01-01T09:30"}, True, True),
        ({"publish_at": "2020-01-01T09:30"}, False, False),
        ({"status": "draft"}, False, False),
    ],
)
def test_a_series_and_a_workstream_need_a_publication_or_a_status_line(
    tmp_path: Path, line: Data, named: bool, expected: bool
) -> None:
    other = publication("Other", series="of-workstream", workstreams=["w"] if named else [])
    root = write_folder(
        tmp_path,
        {
            "series/alone.yaml": series("Alone", **line),
            "series/of-workstream.yaml": series("Of workstream", workstream("w", "Work", **line)),
            "one.yaml": publication("One", **({"series": "alone"} if named else {})),
            "other.yaml": other,
        },
    )
    found = shown(root, read_clock("2024-06-01T12:00"))
    assert ("series/alone" in found) is expected
    assert ("series/of-workstream/w" in found) is expected
    assert "series/of-workstream" in found


@pytest.mark.parametrize(
    ("embargo", "instant"),
    [
        ("2024-01-15T09:30", "2024-01-15T09:30+00:00"),
        ("2024-07-15T09:30", "2024-07-15T08:30+00:00"),
        # The hour that is left out: the clock goes from 00:59 to 02:00.
        ("2024-03-31T01:30", "2024-03-31T01:30+00:00"),
        ("2024-03-31T02:00", "2024-03-31T01:00+00:00"),
        # The hour that repeats: the first of the two.
        ("2024-10-27T01:30", "2024-10-27T00:30+00:00"),
        ("2024-10-27T02:00", "2024-10-27T02:00+00:00"),
    ],
)
def test_an_embargo_ends_at_its_minute_of_london_time(tmp_path: Path, embargo: str, instant: str) -> None:
    one = publication("One", publish_at=embargo, first_published="2024-01-01")
    root = write_folder(tmp_path, {"one.yaml": one})
    end = datetime.fromisoformat(instant)
    assert shown(root, end - timedelta(minutes=1)) == set()
    assert shown(root, end - timedelta(microseconds=1)) == set()
    assert shown(root, end) == {"one"}
    moment = next_change(read_project(root, datetime(2023, 1, 1, tzinfo=UTC)))
    assert moment is not None
    assert moment.astimezone(UTC) == end
    assert moment.tzinfo is LONDON
    assert next_change(read_project(root, end)) is None
    # What `due` prints, `--now` understands, whatever the season.
    assert read_clock(moment.isoformat(timespec="minutes")) == end


def test_the_next_change_is_one_that_readers_would_see(tmp_path: Path) -> None:
    late, later, latest = "2025-01-01T09:30", "2026-01-01T09:30", "2027-01-01T09:30"
    root = write_folder(
        tmp_path,
        {
            "draft.yaml": publication("Draft", status="draft", publish_at=late),
            "series/empty.yaml": series("Empty", publish_at=late),
            "series/hidden.yaml": series(
                "Hidden", workstream("w", "Work", status="published", publish_at=late), status="draft"
            ),
            "series/shut.yaml": series(
                "Shut",
                workstream("w", "Work", status="published", publish_at=late),
                status="published",
                publish_at=later,
            ),
            "one.yaml": publication("One", publish_at=latest),
        },
    )
    seen = []
    now = read_clock("2024-06-01T12:00")
    while (moment := next_change(read_project(root, now))) is not None:
        seen.append(moment.strftime("%Y-%m-%dT%H:%M"))
        now = moment.astimezone(UTC)
    assert seen == [later, latest]


def test_a_mistake_in_a_draft_is_not_read_for_the_public(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {"one.yaml": publication("One")})
    drafts = root / "briefings/drafts"
    drafts.mkdir()
    (drafts / "misshapen.yaml").write_text("status: draft\ntitel: x\n", encoding="utf-8")
    (drafts / "broken.yaml").write_text('title: "no end\nstatus: draft  # soon\n', encoding="utf-8")
    (drafts / "late.yaml").write_text('title: "no end\npublish_at: 2030-01-01T09:30\n', encoding="utf-8")
    (drafts / "one.yaml").write_text("status: draft\n", encoding="utf-8")
    (drafts / "Bad Name.yml").write_text("publish_at: 2030-01-01T09:30\n", encoding="utf-8")
    now = read_clock("2024-06-01T12:00")
    assert read_project(root, now, public=True).problems == ()
    told = {problem.position.file for problem in read_project(root, now).problems}
    assert told >= {"briefings/drafts/misshapen.yaml", "briefings/drafts/broken.yaml"}


@pytest.mark.parametrize(
    "text",
    [
        'title: "no end\nstatus: published\n',
        "status: draft\nstatus: published\n",
        'title: "no end\n',
        'status: drafty\ntitle: "no end\n',
        'publish_at: 2024-05-31T09:30\ntitle: "no end\n',
        "publish_at: 2030-01-01T09:30\npublish_at: 2024-05-31T09:30\n",
        'publish_at: soon\ntitle: "no end\n',
    ],
)
def test_a_broken_file_that_may_be_public_stops_the_build(tmp_path: Path, text: str) -> None:
    root = write_folder(tmp_path, {})
    (root / "briefings").mkdir()
    (root / "briefings/one.yaml").write_text(text, encoding="utf-8")
    assert read_project(root, read_clock("2024-06-01T12:00"), public=True).problems


def test_a_hidden_workstream_takes_no_place_from_those_after_it(tmp_path: Path) -> None:
    half = {**workstream("first", "First", status="draft"), "title": {"en": "x"}}
    parts = [half, workstream("second", "Second")]
    root = write_folder(
        tmp_path, {"series/s.yaml": series("S", *parts, status="published"), "one.yaml": publication("One")}
    )
    now = read_clock("2024-06-01T12:00")
    whole, public = (read_project(root, now, public=public) for public in (False, True))
    (there,), (here,) = whole.series, public.series
    assert [part.id for part in here.workstreams] == ["second"]
    for key in ("id", "title", "summary"):
        assert public.place(here, "workstreams", 0, key) == whole.place(there, "workstreams", 1, key)
    assert public.sources[here.file].position(("workstreams", 0, "title", "cy"), 3) == whole.sources[
        there.file
    ].position(("workstreams", 1, "title", "cy"), 3)
    assert public.key_place(here, "status") == whole.key_place(there, "status")


def test_neighbours_are_those_of_the_series_and_no_workstream_lists_a_publication_twice(
    tmp_path: Path,
) -> None:
    days = {"a": "2020-01-01", "b": "2021-01-01", "c": "2022-01-01"}
    root = write_folder(
        tmp_path,
        {
            "series/s.yaml": series("S", workstream("w", "Work")),
            **{
                f"{name}.yaml": publication(name, first_published=day, series="s", workstreams=["w", "w"])
                for name, day in days.items()
            },
            "stranger.yaml": publication("Stranger", first_published="2021-06-01"),
        },
    )
    _, collection = read(root)
    older, newer = collection.neighbours["b"]
    assert (older and older.id, newer and newer.id) == ("a", "c")
    assert collection.neighbours["a"][0] is None
    assert "stranger" not in collection.neighbours
    assert [one.id for one in collection.in_workstream["s", "w"]] == ["c", "b", "a"]


def test_unpublished_files_are_named_by_their_paths(tmp_path: Path) -> None:
    root = write_folder(
        tmp_path,
        {
            "draft.yaml": publication("Draft", status="draft"),
            "later.yaml": publication("Later", publish_at="2030-01-01T09:30"),
            "one.yaml": publication("One"),
        },
    )
    hidden = unpublished_files(read_project(root, read_clock("2024-06-01T12:00")))
    assert hidden == {"briefings/draft.yaml", "briefings/later.yaml"}
