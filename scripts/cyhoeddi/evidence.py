"""The evidence that both languages of each public publication were checked: evidence.json, beside the site.

It follows from the files alone, so that the same input gives the same bytes, and tells of nothing that is not
public. It is one object with the keys

`version`       of this format: 1
`publications`  each public publication, by id, with
    `id`, `file`, `status` (published or withdrawn)
    `addresses`     `en` and `cy`
    `live`          when both languages went live at once: the end of the embargo, else the day of publication
    `sides`         `en` and `cy`, each with
        `hash`          SHA-256 of the JSON list of [name, text] of its texts, in the order of the file
        `files`         SHA-256 of each attachment and image, by name
    `texts`         the `number` of texts, and how many pairs are `recorded` in translations.lock
    `passed`        the rules that found nothing
    `warnings`      how often each other rule warned
    `accepted`      false alarms accepted in place, with `rule`, `line` and `reason`; and small changes that
                    the other side need not follow, with `rule` (stale), `text` and `reason`
    `exemptions`    `path` and `reason` (`en` and `cy`) of what need not be translated
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from cyhoeddi.acceptance import Acceptance
from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import ACCEPTABLE
from cyhoeddi.checks.facts import Fact
from cyhoeddi.judged import Judged
from cyhoeddi.language import Language
from cyhoeddi.memory import Standing, State
from cyhoeddi.model import Bilingual, Publication
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.whole import write_whole

FILE = "evidence.json"

Digest = Callable[[str], str]
"""Gives the SHA-256 of a file of the project, by its path."""


def render_evidence(
    project: Project, addresses: Addresses, judged: Judged, problems: Iterable[Problem], digest: Digest
) -> str:
    """Give the evidence for *project*, read as the public sees it, as JSON.

    *judged* is what was found in it; *problems* are those that its build tells of: warnings only.
    """
    warnings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for problem in problems:
        warnings[problem.position.file][problem.rule] += 1
    standings: defaultdict[str, list[Standing]] = defaultdict(list)
    for standing in project.standings:
        standings[standing.held.file].append(standing)
    acceptances: defaultdict[str, list[Acceptance]] = defaultdict(list)
    for acceptance in judged.accepted:
        acceptances[acceptance.position.file].append(acceptance)
    said = {entry.file: dict(zip(Language, entry.said, strict=True)) for entry in project.entries}
    listed = [
        {
            "id": one.id,
            "file": one.file,
            "status": one.status.value,
            "addresses": {side.value: addresses.publication(one, side) for side in Language},
            "live": _live(one),
            "sides": {
                side.value: {
                    "hash": said[one.file][side],
                    "files": _files(one, side, judged.images.get(one.file, ()), digest),
                }
                for side in Language
            },
            "texts": _texts(standings[one.file]),
            **_rules(warnings[one.file], acceptances[one.file], standings[one.file]),
            "exemptions": [{"path": each.path, "reason": _both(each.reason)} for each in one.untranslated],
        }
        for one in sorted(addresses.collection.publications, key=lambda one: one.id)
    ]
    # A publication a line: two of them can be compared, and json is many times quicker than with indents.
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in listed)
    return f'{{"version": 1, "publications": [\n{lines}\n]}}\n'


def write_evidence(root: Path, text: str) -> None:
    """Write *text* as evidence.json of the project folder *root*, whole or not at all."""
    write_whole(root / FILE, text)


def read_digest(root: Path) -> Digest:
    """Give what reads the files of the project folder *root* for their SHA-256."""
    return lambda path: sha256((root / path).read_bytes()).hexdigest()


def _live(publication: Publication) -> str | None:
    if publication.publish_at is not None:
        return publication.publish_at.isoformat(timespec="minutes")
    return publication.first_published.isoformat() if publication.first_published else None


def _files(
    publication: Publication, side: Language, images: Iterable[Fact], digest: Digest
) -> dict[str, str]:
    names = {each.file[side] for each in publication.attachments} - {""}
    names |= {image.words[0] for image in images if image.side is side}
    return {name: digest(f"briefings/files/{publication.id}/{name}") for name in sorted(names)}


def _texts(standings: list[Standing]) -> dict[str, int]:
    recorded = sum(standing.state is State.AGREED for standing in standings)
    return {"number": len(standings), "recorded": recorded}


def _rules(
    warnings: Counter[str], acceptances: list[Acceptance], standings: list[Standing]
) -> dict[str, Any]:
    accepted: list[dict[str, Any]] = [
        {"rule": one.rule, "line": one.position.line, "reason": one.reason} for one in acceptances
    ]
    accepted += [
        {"rule": "stale", "text": standing.held.name, "reason": standing.record.minor}
        for standing in standings
        if standing.record is not None and standing.record.minor and standing.state is State.AGREED
    ]
    passed = set(ACCEPTABLE) - set(warnings) - {one["rule"] for one in accepted}
    return {"passed": sorted(passed), "warnings": dict(sorted(warnings.items())), "accepted": accepted}


def _both(text: Bilingual) -> dict[str, str]:
    return {side.value: text[side] for side in Language}
