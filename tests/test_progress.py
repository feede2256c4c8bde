from __future__ import annotations

import pytest

from cyhoeddi.progress import Progress


def test_says_nothing_at_first_and_then_no_more_often_than_now_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = iter([0.0, 1.9, 2.1, 2.1, 3.0, 4.2, 4.2])
    monkeypatch.setattr("time.monotonic", lambda: next(seconds))
    said: list[str] = []
    progress = Progress(said.append)
    for sentence in ("one", "two", "three", "four"):
        progress.tell(sentence)
    assert said == ["two", "four"]


def test_tells_where_the_time_went(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 3.0, 3.0, 4.0])
    monkeypatch.setattr("time.perf_counter", lambda: next(seconds))
    progress = Progress()
    with progress.step("read"):
        pass
    with progress.step("check"):
        pass
    assert progress.render().splitlines() == [
        "    3.00 s  75%  read",
        "    1.00 s  25%  check",
        "    4.00 s 100%  in all",
    ]
