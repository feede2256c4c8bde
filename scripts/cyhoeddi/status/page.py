"""The overview as a page in each language, whole in itself: no script, no other file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.language import Language
from cyhoeddi.status.items import Item, Kind, Overview, Progress, Visibility
from cyhoeddi.words import Words, format_date, in_language

_TEMPLATE = Path(__file__).with_name("page.html")
_KINDS = {Kind.PUBLICATION: "status_publications", Kind.SERIES: "status_series", Kind.PAGE: "status_pages"}
_STATES = {
    Progress.UNTRANSLATED: "status_untranslated",
    Progress.STALE: "status_stale",
    Progress.PROBLEMS: "status_faulty",
    Progress.COMPLETE: "status_complete",
}


def render_pages(overview: Overview) -> Mapping[str, str]:
    """Give the page in each language by the name of its file, en.html and cy.html, which name each other."""
    return {f"{language}.html": _render(overview, language) for language in Language}


def write_pages(overview: Overview, folder: Path) -> tuple[Path, ...]:
    """Write both pages into *folder* and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_pages(overview).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / f"{language}.html" for language in Language)


def _render(overview: Overview, language: Language) -> str:
    words = in_language(language)
    # Here, since every command reads this module and only this one prints a page.
    import jinja2

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    groups = [
        {"title": words[key], "rows": [_row(item, words) for item in items]}
        for kind, key in _KINDS.items()
        if (items := overview.of(kind))
    ]
    sums = {
        state: {"title": words[key], "number": sum(item.progress is state for item in overview.items)}
        for state, key in reversed(_STATES.items())
    }
    moment = words.text("status_moment", **_when(overview.moment, language))
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        words=words,
        language=language,
        other=language.other,
        other_name=in_language(language.other)["language_name"],
        moment=moment,
        groups=groups,
        sums=sums,
        elsewhere=_problems(overview.errors, overview.warnings, words),
        unrecorded=sum(item.tally.unrecorded for item in overview.items),
    )


def _row(item: Item, words: Words) -> dict[str, Any]:
    language = words.language
    sides = {side: " ".join(plain_phrases(item.title[side]).split()) for side in Language}
    shown = language if sides[language] or not sides[language.other] else language.other
    waits = item.tally.waits_for
    return {
        "title": sides[shown] or item.name,
        "language": shown if sides[shown] else None,
        "name": item.name,
        "state": item.progress.value,
        "progress": words[_STATES[item.progress]],
        "problems": _problems(item.errors, item.warnings, words),
        "site": _site(item, words),
        "waiting": [
            words.count(f"status_waits_for_{side}", waits[side]) for side in Language if waits.get(side)
        ],
    }


def _problems(errors: int, warnings: int, words: Words) -> list[str]:
    counts = {"status_errors": errors, "status_warnings": warnings}
    return [words.count(key, number) for key, number in counts.items() if number]


def _site(item: Item, words: Words) -> str:
    if item.visibility is Visibility.EMBARGO and item.publish_at is not None:
        return words.text("preview_embargo_until", **_when(item.publish_at, words.language))
    return words[f"status_{item.visibility}"]


def _when(moment: Any, language: Language) -> dict[str, str]:
    return {"time": moment.strftime("%H:%M"), "date": format_date(moment.date(), language)}
