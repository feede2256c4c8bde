"""audit.json: what the last audit found, and in which site.

It is committed, and follows from the audit alone: an object with the keys of `Result`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cyhoeddi.problems import Position, Problem
from cyhoeddi.statement.built import read_built
from cyhoeddi.statement.digest import Digests
from cyhoeddi.values import Day
from cyhoeddi.whole import write_whole

FILE = "audit.json"
RULE = "audit-result"

Count = Annotated[int, Field(ge=0)]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Pages(_Told):
    """How many pages were looked at."""

    all: Count
    in_browser: Count


class Tool(_Told):
    """A tool of the audit."""

    name: str
    version: str
    """Empty if it is not known."""
    run: bool


class Fault(_Told):
    """Something found, wherever it shows."""

    rule: str
    criterion: str
    """The success criterion of WCAG, such as 1.4.3; empty if there is none."""
    message: str
    """What is wrong, in English: for whoever mends it, and not for readers."""
    pages: tuple[str, ...]
    """The addresses of the pages and files that it is on."""
    known: str | None
    """Why the owner lives with it for a while; it is a fault all the same."""
    expires: Day | None


class Result(_Told):
    """What an audit found."""

    # No Literal, which takes true for 1.
    version: Annotated[int, Field(ge=1, le=1)]
    date: Day
    pages: Pages
    pdfs: Count
    complete: bool
    """Whether all of the site was looked at in every way, as the audit says; see `saw_everything`."""
    tools: tuple[Tool, ...]
    findings: tuple[Fault, ...]
    audited: Digests
    """What the audited site was made from."""

    @property
    def saw_everything(self) -> bool:
        """Whether the audit is complete and the rest of it bears that out: no page met, nothing seen."""
        met = self.pages.all > 0 and self.pages.in_browser > 0
        return self.complete and met and bool(self.tools) and all(tool.run for tool in self.tools)


def read_result(root: Path) -> tuple[Result | None, tuple[Problem, ...]]:
    """Read audit.json of the project folder *root*; without the file the site has not been audited."""
    try:
        return Result.model_validate_json((root / FILE).read_bytes()), ()
    except FileNotFoundError:
        return None, ()
    except (OSError, ValidationError):
        hint = "Restore the file from git, or audit the site again and record the result."
        return None, (Problem(Position(FILE), RULE, "this is not the result of an audit", hint),)


def write_result(root: Path, summary: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Write audit.json of the project folder *root* from the *summary* of an audit of its site.

    *summary* has the keys of `Result` but `audited`. A site that is not as the last build made it is a
    problem, and nothing is written: nobody could tell what was audited. Raises ValidationError if *summary*
    is none.
    """
    audited = read_built(root)
    if audited is None:
        message = "the site is not as the last build made it, so the audit is not recorded"
        hint = 'Run "cyhoeddi build", then audit the site and record the result.'
        return (Problem(Position("site"), RULE, message, hint),)
    told = json.loads(json.dumps({**summary, "audited": audited.model_dump()}, default=str))
    result = Result.model_validate_json(json.dumps(told))
    write_whole(root / FILE, result.model_dump_json(indent=1) + "\n")
    return ()
