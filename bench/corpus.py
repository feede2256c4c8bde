"""A project folder with any number of publications: invented, in both languages, the same at every run."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.texts import Text, bullets, drawn, prose, table
from cyhoeddi.language import Language
from cyhoeddi.words.dates import format_month

SEED: Final = 2026
TYPES: Final = ("briefing", "update", "report", "statement", "guidance", "minutes")
A_SERIES: Final = 50
"""The number of publications that share a series."""
ADDED: Final = 40
"""The words of the dictionary that each section has."""
SECTIONS: Final = 3

CODE: Final = ("mkdocs.yml", "accessibility.yaml", "docs", "terms", "theme", "scripts/mkdocs_hooks.py")

TOPICS: Final = (
    ("Progress in care", "Cynnydd mewn gofal"),
    ("Homes for children", "Cartrefi i blant"),
    ("Support for families", "Cymorth i deuluoedd"),
    ("Training for carers", "Hyfforddiant i ofalwyr"),
    ("Health and safety", "Iechyd a diogelwch"),
    ("Leaving care", "Gadael gofal"),
    ("Money and plans", "Arian a chynlluniau"),
    ("Schools and care", "Ysgolion a gofal"),
    ("Listening to families", "Gwrando ar deuluoedd"),
)
HEADINGS: Final = (
    ("Background", "Cefndir"),
    ("What was said", "Yr hyn a ddywedwyd"),
    ("Next steps", "Camau nesaf"),
    ("The work so far", "Y gwaith hyd yma"),
    ("Costs", "Costau"),
    ("Who took part", "Pwy a gymerodd ran"),
)
_DUE: Final = {
    Language.EN: "The next report is due in {}.",
    Language.CY: "Disgwylir yr adroddiad nesaf ym mis {}.",
}


def write_corpus(project: Path, folder: Path, publications: int) -> None:
    """Write into *folder* a project with that many publications and the code and pages of *project*."""
    chance = Random(SEED)  # noqa: S311 (the same texts at every run, not a secret)
    for name in CODE:
        source, target = project / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("generated", "__pycache__"))
        else:
            shutil.copy2(source, target)
    for number in range(0, publications, A_SERIES):
        write_briefing(
            folder / "briefings" / "series" / f"{_series_id(number)}.yaml", _series(chance, number)
        )
    for number in range(publications):
        write_briefing(briefing(folder, number), _publication(chance, number))


def edit_body(folder: Path, number: int, turn: int) -> None:
    """Change one word of a publication's body in both languages; another one at each *turn* up to 11."""
    content = read_briefing(file := briefing(folder, number))
    body, due = content["sections"][0]["body"], _due(number + turn)
    for language in Language:
        body[language] = "\n".join([*body[language].splitlines()[:-1], due[language], ""])
    write_briefing(file, content)


def edit_title(folder: Path, number: int, turn: int) -> None:
    """Change the title of a publication in both languages; to another one at each *turn* up to 8."""
    content = read_briefing(file := briefing(folder, number))
    write_briefing(file, content | {"title": _title(number, number + turn)})


def briefing(folder: Path, number: int) -> Path:
    """Give the file of a publication; the one with the highest number is the newest."""
    return folder / "briefings" / f"publication-{number}.yaml"


def read_briefing(file: Path) -> dict[str, Any]:
    """Give what such a file says."""
    return dict(json.loads(file.read_text(encoding="utf-8")))


def write_briefing(file: Path, content: dict[str, Any]) -> None:
    """Write such a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML


def _series_id(number: int) -> str:
    return f"series-{number // A_SERIES}"


def _series(chance: Random, number: int) -> dict[str, Any]:
    title = {"en": f"Programme {number // A_SERIES}", "cy": f"Rhaglen {number // A_SERIES}"}
    workstreams = [
        {
            "id": f"workstream-{one}",
            "title": {"en": f"Workstream {one}", "cy": f"Ffrwd waith {one}"},
            "summary": prose(chance, 1),
            "remit": prose(chance, 3),
        }
        for one in (1, 2)
    ]
    return {"title": title, "summary": prose(chance, 1), "workstreams": workstreams}


def _publication(chance: Random, number: int) -> dict[str, Any]:
    day = date(2020, 1, 1) + timedelta(days=number * 2000 // (number + 1000))
    headings = chance.sample(HEADINGS, SECTIONS)
    sections = [
        {"heading": {"en": english, "cy": welsh}, "body": _body(chance)} for english, welsh in headings
    ]
    body, due = sections[0]["body"], _due(number)
    sections[0]["body"] = {language: f"{body[language]}\n{due[language]}\n" for language in Language}
    return {
        "type": chance.choice(TYPES),
        "series": _series_id(number),
        "workstreams": [f"workstream-{chance.choice((1, 2))}"],
        "first_published": day.isoformat(),
        "title": _title(number, number),
        "summary": prose(chance, 2),
        "sections": sections,
    }


def _title(number: int, topic: int) -> Text:
    english, welsh = TOPICS[topic % len(TOPICS)]
    return {"en": f"{english}, part {number}", "cy": f"{welsh}, rhan {number}"}


def _due(month: int) -> Text:
    day = date(2027, month % 12 + 1, 1)
    return {language: text.format(format_month(day, language)) for language, text in _DUE.items()}


def _body(chance: Random) -> Text:
    blocks = [
        prose(chance, chance.randint(4, 6)),
        bullets(chance, chance.randint(2, 4)),
        drawn(chance, ADDED),
        prose(chance, chance.randint(3, 5)),
        table(chance, chance.randint(2, 5)),
    ]
    return {language: "\n\n".join(block[language] for block in blocks) + "\n" for language in Language}
