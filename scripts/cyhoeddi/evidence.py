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

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from cyhoeddi.acceptance import Acceptance
from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import ACCEPTABLE
from cyhoeddi.checks.facts import Fact
from cyhoeddi.entry import Entry
from cyhoeddi.judged import Judged
from cyhoeddi.language import Language
from cyhoeddi.memory import Standing, State
from cyhoeddi.model import Bilingual, Publication
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.settled import Agreed, agreed_of
from cyhoeddi.stamps import hash_of
from cyhoeddi.whole import write_whole

FILE = "evidence.json"

_RULES = sorted(ACCEPTABLE)

Digest = Callable[[str], str]
"""Gives the SHA-256 of a file of the project, by its path."""


def render_evidence(
    project: Project, addresses: Addresses, judged: Judged, problems: Iterable[Problem], digest: Digest
) -> tuple[bytes, ...]:
    """Give the evidence for *project*, read as the public sees it, as JSON in pieces.

    *judged* is what was found in it; *problems* are those that its build tells of: warnings only.
    """
    warnings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for problem in problems:
        warnings[problem.position.file][problem.rule] += 1
    shown = sorted(addresses.collection.publications, key=lambda one: one.id)
    standings: defaultdict[str, list[Standing]] = defaultdict(list)
    for standing in project.unsettled:
        standings[standing.held.file].append(standing)
    acceptances: defaultdict[str, list[Acceptance]] = defaultdict(list)
    for acceptance in judged.accepted:
        acceptances[acceptance.position.file].append(acceptance)
    entries = {entry.file: entry for entry in project.entries}
    agreed = {one.file: _agreed(project, entries[one.file], standings[one.file]) for one in shown}
    listed = (
        {
            "id": one.id,
            "file": one.file,
            "status": one.status.value,
            "addresses": {side.value: addresses.publication(one, side) for side in Language},
            "live": _live(one),
            "sides": {
                side.value: {
                    "hash": said,
                    "files": _files(one, side, judged.images.get(one.file, ()), digest),
                }
                for side, said in zip(Language, entries[one.file].said, strict=True)
            },
            "texts": {"number": entries[one.file].number, "recorded": agreed[one.file].number},
            **_rules(warnings[one.file], acceptances[one.file], agreed[one.file]),
            "exemptions": [{"path": each.path, "reason": _both(each.reason)} for each in one.untranslated],
        }
        for one in shown
    )
    # A publication a line: two of them can be compared.
    lines = b",\n".join(to_json(one) for one in listed)
    return b'{"version": 1, "publications": [\n', lines, b"\n]}\n"


def write_evidence(root: Path, pieces: Iterable[bytes]) -> None:
    """Write *pieces* as evidence.json of the project folder *root*, whole or not at all."""
    write_whole(root / FILE, pieces)


def file_hasher(root: Path, known: Mapping[str, str]) -> Digest:
    """Give what reads the files of the project folder *root* for their SHA-256, if it is not *known*."""
    return lambda path: known.get(path) or hash_of(root / path)


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


def _agreed(project: Project, entry: Entry, standings: Iterable[Standing]) -> Agreed:
    known = ((one.held.name, one.record) for one in standings if one.state is State.AGREED)
    return project.settled.get(entry.file) or agreed_of((name, record) for name, record in known if record)


def _rules(warnings: Counter[str], acceptances: list[Acceptance], agreed: Agreed) -> dict[str, Any]:
    accepted: list[dict[str, Any]] = [
        {"rule": one.rule, "line": one.position.line, "reason": one.reason} for one in acceptances
    ]
    accepted += [{"rule": "stale", "text": name, "reason": reason} for name, reason in agreed.minor]
    failed = {*warnings, *(one["rule"] for one in accepted)}
    passed = [rule for rule in _RULES if rule not in failed]
    return {"passed": passed, "warnings": dict(sorted(warnings.items())), "accepted": accepted}


def _both(text: Bilingual) -> dict[str, str]:
    return {side.value: text[side] for side in Language}
