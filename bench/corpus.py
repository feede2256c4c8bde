"""A project folder with any number of publications: invented, in both languages, the same at every run."""

from __future__ import annotations

import json
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

SEED = 2026
TYPES = ("briefing", "update", "report", "statement", "guidance", "minutes")
A_SERIES = 50
"""The number of publications that share a series."""

CODE = ("mkdocs.yml", "accessibility.yaml", "docs", "terms", "theme", "scripts/mkdocs_hooks.py")

SENTENCES = (
    ("The board met and agreed what to do next.", "Cyfarfu'r bwrdd a chytunwyd ar y camau nesaf."),
    ("Care should be close to home.", "Dylai gofal fod yn agos at y cartref."),
    ("We asked people who use the service.", "Gwnaethom ofyn i bobl sy'n defnyddio'r gwasanaeth."),
    ("Most of those who answered were in favour.", "Roedd y rhan fwyaf o'r rhai a atebodd o blaid."),
    ("Local authorities keep the records.", "Awdurdodau lleol sy'n cadw'r cofnodion."),
    ("The next report is due in the spring.", "Disgwylir yr adroddiad nesaf yn y gwanwyn."),
    ("Some of the money is for training.", "Mae rhywfaint o'r arian ar gyfer hyfforddiant."),
    ("The figures are in the table below.", "Mae'r ffigurau yn y tabl isod."),
)

TABLE = (
    "| Year | Homes |\n| --- | --- |\n| 2024 | {} |\n| 2025 | {} |",
    "| Blwyddyn | Cartrefi |\n| --- | --- |\n| 2024 | {} |\n| 2025 | {} |",
)

Text = dict[str, str]


def write_corpus(project: Path, folder: Path, publications: int) -> None:
    """Write into *folder* a project with that many publications and the code and pages of *project*."""
    chance = random.Random(SEED)  # noqa: S311 (the same texts at every run, not a secret)
    for name in CODE:
        source, target = project / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("generated", "__pycache__"))
        else:
            shutil.copy2(source, target)
    for number in range(0, publications, A_SERIES):
        _write(folder / "briefings" / "series" / f"{_series_id(number)}.yaml", _series(chance, number))
    for number in range(publications):
        _write(folder / "briefings" / f"publication-{number}.yaml", _publication(chance, number))


def _write(file: Path, content: dict[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML


def _series_id(number: int) -> str:
    return f"series-{number // A_SERIES}"


def _series(chance: random.Random, number: int) -> dict[str, object]:
    title = {"en": f"Programme {number // A_SERIES}", "cy": f"Rhaglen {number // A_SERIES}"}
    workstreams = [
        {
            "id": f"workstream-{one}",
            "title": {"en": f"Workstream {one}", "cy": f"Ffrwd waith {one}"},
            "summary": _prose(chance, 1),
            "remit": _prose(chance, 3),
        }
        for one in (1, 2)
    ]
    return {"title": title, "summary": _prose(chance, 1), "workstreams": workstreams}


def _publication(chance: random.Random, number: int) -> dict[str, object]:
    day = date(2020, 1, 1) + timedelta(days=number * 2000 // (number + 1000))
    headings = [
        ("Background", "Cefndir"),
        ("What was said", "Yr hyn a ddywedwyd"),
        ("Next steps", "Camau nesaf"),
    ]
    return {
        "type": chance.choice(TYPES),
        "series": _series_id(number),
        "workstreams": [f"workstream-{chance.choice((1, 2))}"],
        "first_published": day.isoformat(),
        "title": {"en": f"Progress in care, part {number}", "cy": f"Cynnydd mewn gofal, rhan {number}"},
        "summary": _prose(chance, 2),
        "sections": [
            {"heading": {"en": english, "cy": welsh}, "body": _body(chance)} for english, welsh in headings
        ],
    }


def _body(chance: random.Random) -> Text:
    blocks = [_prose(chance, 5), _bullets(chance), _prose(chance, 4), _table(chance)]
    return {language: "\n\n".join(block[language] for block in blocks) + "\n" for language in ("en", "cy")}


def _prose(chance: random.Random, sentences: int) -> Text:
    chosen = chance.sample(SENTENCES, sentences)
    return {"en": " ".join(one for one, _ in chosen), "cy": " ".join(other for _, other in chosen)}


def _bullets(chance: random.Random) -> Text:
    chosen = chance.sample(SENTENCES, 3)
    return {
        "en": "\n".join(f"- {one}" for one, _ in chosen),
        "cy": "\n".join(f"- {one}" for _, one in chosen),
    }


def _table(chance: random.Random) -> Text:
    figures = (chance.randint(10, 99), chance.randint(10, 99))
    return {language: table.format(*figures) for language, table in zip(("en", "cy"), TABLE, strict=True)}
