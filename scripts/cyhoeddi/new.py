"""A new file for writers: everything that is needed, with a comment that says what each line is for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.slug import slugify

_TEMPLATE = """\
# yaml-language-server: $schema={schema}
#
# The name of this file, {id}, stands for the publication for good: do not change it once it is published.
# A line that starts with # is a comment: readers never see it. Take the # away to use the line.

type: {type}
# Only people who write see a draft. When both languages are ready, write: status: published
status: draft
# The day on which readers first see it.
first_published: {today}
# To publish at a set moment, London time:
# publish_at: {today}T09:30
# The series and workstreams that it belongs to, by their ids:
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
sections:
  - heading:
      en: Background
      cy: Cefndir
    body:
      en: |

      cy: |

"""


def write_new(root: Path, kind: str, english: str, welsh: str, today: date) -> Path:
    """Write a commented draft of type *kind* in the folder *root* and give its path.

    Raises FileExistsError if a publication has that name already.
    """
    name = slugify(english, Language.EN) or slugify(welsh, Language.CY) or kind
    taken = sorted((root / "briefings").rglob(f"{name}.yaml"))
    if taken:
        raise FileExistsError(taken[0])
    file = root / "briefings" / str(today.year) / f"{name}.yaml"
    text = _TEMPLATE.format(
        schema="../../schema/publication.schema.json",
        id=name,
        type=kind,
        today=today.isoformat(),
        english=json.dumps(english, ensure_ascii=False),
        welsh=json.dumps(welsh, ensure_ascii=False),
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file
