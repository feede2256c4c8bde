"""A new file for writers: everything that is needed, with a comment that says what each line is for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.slug import slugify

_TEMPLATE = """\
# yaml-language-server: $schema=../../schema/publication.schema.json
#
# The name of this file, {id}, stands for the publication for good: do not change it once it is published.
# A line that starts with # is a comment: readers never see it. To use it, take the # and one space away.
# When you have written something, run "cyhoeddi check": it says at which line something is missing or wrong.

type: {type}
# Only people who write see a draft. When both languages are ready, write: status: published
status: draft
# The day on which readers first see it.
first_published: {today}
# The day of the last significant change; leave it out until there is one.
# last_updated: {today}
# To publish at a set moment, London time:
# publish_at: {today}T09:30
# The series and workstreams that it belongs to, by their ids (the names of files in briefings/series/):
# series: removing-profit
# workstreams: [workstream-1]

# Up to 120 characters in each language.
title:
  en: {english}
  cy: {welsh}

# One or two sentences, up to 300 characters in each language.
summary:
  en: ""
  cy: ""

# The text itself: as many sections as you need, each with a heading. Leave a line empty between paragraphs.
#   **strong**  *emphasis*  [words of a link](https://example.org/)  [another publication](pub:its-id)
#   - an item of a list, after an empty line         1. an item of a numbered list
#   [Senedd Cymru]{{lang=cy}} marks words of the other language
sections:
  - heading:
      en: Background
      cy: Cefndir
    body:
      en: |

      cy: |


# Documents to download; put the files into the folder briefings/files/{id}/
# attachments:
#   - title:
#       en: ""
#       cy: ""
#     file:
#       en: data.csv
#       cy: data-cy.csv

# What changed since it was published, the newest change first:
# changes:
#   - date: {today}
#     note:
#       en: ""
#       cy: ""

# Whom readers can ask, if it is not the contact of the whole site:
# contact:
#   name:
#     en: ""
#     cy: ""
#   email: someone@example.org
#   telephone: "0300 000 0000"
"""


def write_new(root: Path, kind: str, english: str, welsh: str, today: date) -> Path:
    """Write a commented draft of type *kind* in the folder *root* and give its path.

    Raises FileExistsError if a publication has that name already.
    """
    name = slugify(english, Language.EN) or slugify(welsh, Language.CY) or kind
    taken = [file for file in _yaml_files(root / "briefings") if file.stem == name]
    if taken:
        raise FileExistsError(taken[0])
    file = root / "briefings" / str(today.year) / f"{name}.yaml"
    text = _TEMPLATE.format(
        id=name, type=kind, today=today.isoformat(), english=_quoted(english), welsh=_quoted(welsh)
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
    return file


def _yaml_files(folder: Path) -> list[Path]:
    """Give the files that hold publications, of which none may have the name of another."""
    return [
        file
        for file in sorted(folder.rglob("*.yaml"))
        if file.relative_to(folder).parts[0] not in ("files", "series")
    ]


def _quoted(text: str) -> str:
    """Give *text* in quotes as YAML reads it; what no text may hold becomes a space."""
    return json.dumps("".join(letter if letter.isprintable() else " " for letter in text), ensure_ascii=False)
