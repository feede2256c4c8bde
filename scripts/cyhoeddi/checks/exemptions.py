"""An exemption names a text or file that is there, in one language only.

pass:  untranslated: [{path: attachments/0/file, ...}], and that file has one side
fail:  untranslated: [{path: attachments/7/file, ...}], and there is no such attachment
fail:  untranslated: [{path: title, ...}]: what every page needs cannot be somebody else's
fail:  a file left out on one side, and no exemption
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Status
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Plain
from cyhoeddi.texts import MARKDOWN_KEYS, PLAIN_KEYS

ID = "exemptions"

_EXEMPTIBLE = MARKDOWN_KEYS | PLAIN_KEYS | {"file"}
_OURS = frozenset({"title", "slug", "summary"})
"""Texts of the publication itself, on which its pages and addresses rest in both languages."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each exemption without use and each file that lacks a side without one."""
    for publication in project.publications:
        yield from _exemptions(project, publication)
        yield from _files(project, publication)


def _exemptions(project: Project, publication: Publication) -> Iterator[Problem]:
    data = project.sources[publication.file].data if publication.untranslated else {}
    for index, entry in enumerate(publication.untranslated):
        sides = _sides(data, entry.path)
        if sides is None:
            message = f'"{entry.path}" is not a text or file of this publication'
            hint = "Write the way to it as keys and numbers from 0, such as attachments/0/file."
        elif entry.path in _OURS:
            message = f'"{entry.path}" cannot be exempted'
            hint = "Write it in both languages; only texts and files of third parties may be left in one."
        elif len(sides) == 2:
            message, hint = "what is exempted here has both its languages", "Take the exemption away."
        elif not sides:
            message = "what is exempted here has neither language"
            hint = "Write the side that there is, or take the exemption away."
        else:
            continue
        where = project.place(publication, "untranslated", index, "path")
        yield Problem(where, ID, message, hint)


def _files(project: Project, publication: Publication) -> Iterator[Problem]:
    exempt = {entry.path for entry in publication.untranslated}
    for index, attachment in enumerate(publication.attachments):
        path = ("attachments", index, "file")
        missing = [language for language in Language if not attachment.file[language]]
        if not missing:
            continue
        source = project.sources[publication.file]
        if len(missing) == 2:
            hint = "Write the file's name, or one a language after en: and cy:."
            yield Problem(source.position(path), ID, "no file is named", hint)
        elif "/".join(map(str, path)) not in exempt and publication.status is not Status.DRAFT:
            written = _value(source.data, [*map(str, path), str(missing[0])]) is not None
            where = source.position((*path, str(missing[0]))) if written else source.key_position(path)
            message = f'the file has no "{missing[0]}:" side'
            hint = f'Name the file, or list "{"/".join(map(str, path))}" under untranslated: with the reason.'
            yield Problem(where, ID, message, hint)


def _value(data: Plain, steps: list[str]) -> Plain | None:
    found: Plain | None = data
    for step in steps:
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isascii() and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def _sides(data: Plain, path: str) -> list[str] | None:
    """Give the languages that the text or file at *path* has, or nothing if there is none."""
    steps = path.split("/")
    value = _value(data, steps)
    if steps[-1] not in _EXEMPTIBLE:
        return None
    if isinstance(value, str) and value:
        return list(Language)
    if not isinstance(value, dict) or not value or set(value) - set(Language):
        return None
    return [side for side, text in value.items() if isinstance(text, str) and text.strip()]
