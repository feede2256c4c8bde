"""An exemption names a text or file that is there, in one language only.

pass:  untranslated: [{path: attachments/0/file, ...}], and that file has one side
fail:  untranslated: [{path: attachments/7/file, ...}], and there is no such attachment
fail:  a file left out on one side, and no exemption
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Status
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Plain

ID = "exemptions"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each exemption without use and each file that lacks a side without one."""
    for publication in project.publications:
        exempt = {entry.path for entry in publication.untranslated}
        data = project.sources[publication.file].data
        for index, entry in enumerate(publication.untranslated):
            sides = _sides(_value(data, entry.path))
            where = project.place(publication, "untranslated", index, "path")
            if sides is None:
                hint = "Write the way to it as keys and numbers from 0, such as attachments/0/file."
                yield Problem(where, ID, f'"{entry.path}" is not a text or file of this publication', hint)
            elif len(sides) != 1:
                hint = "Take the exemption away."
                yield Problem(where, ID, "what is exempted here has both its languages", hint)
        yield from _files(project, publication, exempt)


def _files(project: Project, publication: Publication, exempt: set[str]) -> Iterator[Problem]:
    for index, attachment in enumerate(publication.attachments):
        path = f"attachments/{index}/file"
        missing = [language for language in Language if not attachment.file[language]]
        if len(missing) == 2:
            where = project.place(publication, "attachments", index, "file")
            yield Problem(where, ID, "no file is named", "Write the file's name after en: and cy:.")
        elif missing and path not in exempt and publication.status is not Status.DRAFT:
            where = project.key_place(publication, "attachments", index, "file")
            message = f'the file has no "{missing[0]}:" side'
            hint = f'Name the file, or list "{path}" under untranslated: with the reason.'
            yield Problem(where, ID, message, hint)


def _value(data: Plain, path: str) -> Plain | None:
    found: Plain | None = data
    for step in path.split("/"):
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isascii() and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def _sides(value: Plain | None) -> list[str] | None:
    """Give the languages that *value* has, or nothing if it is no bilingual value."""
    if isinstance(value, str) and value:
        return list(Language)
    if not isinstance(value, dict) or not value or set(value) - set(Language):
        return None
    return [side for side, text in value.items() if text]
