"""The facts of the statement as pieces of Markdown in one language: sentences and items of lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cyhoeddi.body.escape import escape
from cyhoeddi.language import Language
from cyhoeddi.settings import Settings
from cyhoeddi.statement.digest import Digests
from cyhoeddi.statement.facts import Burden, Facts, HandCheck, Issue, Remark, SignedCheck
from cyhoeddi.statement.result import Fault, Result, Tool
from cyhoeddi.statement.verdict import Verdict, verdict_of
from cyhoeddi.values import Bilingual, Email, Telephone
from cyhoeddi.words import Words, format_date
from cyhoeddi.words.statement import criteria, statement_words

_LIKE_A_LIST = re.compile(r"\A(\d+)(?=[.)])|\A(?=[-+])")
"""Words at the start of an item that would open a list in it."""


@dataclass(frozen=True)
class Telling:
    """What the statement says in one language."""

    facts: Facts
    result: Result | None
    settings: Settings
    made: Digests | None
    """What the site is made from that the statement will stand on; None if that is not known."""
    today: date
    """The day of the build."""
    language: Language

    @cached_property
    def words(self) -> Words:
        """The words of the statement."""
        return statement_words(self.language)

    @cached_property
    def verdict(self) -> Verdict:
        """How far the site is compliant."""
        return verdict_of(self.facts, self.result, self.made, self.today)

    @property
    def organisation(self) -> str:
        """The name of the body whose statement it is."""
        return self.said(self.facts.name or self.settings.organisation)

    @property
    def email(self) -> Email | None:
        """The address to write to."""
        return (self.facts.contact or self.settings.extra.contact).email

    @property
    def telephone(self) -> Telephone | None:
        """The number to ring."""
        return (self.facts.contact or self.settings.extra.contact).telephone

    def said(self, text: Bilingual | None) -> str:
        """Give a plain *text* on one line, as Markdown."""
        return escape(" ".join(text[self.language].split())) if text else ""

    def sentence(self, text: Bilingual) -> str:
        """Give a plain *text* with a full stop, so that another sentence can follow it."""
        said = self.said(text)
        return said if said.endswith((".", "!", "?")) else f"{said}."

    def day(self, day: date) -> str:
        """Give *day* as readers write it."""
        return format_date(day, self.language)

    def remarks(self, remarks: Iterable[Remark]) -> list[str]:
        """Give each of *remarks*."""
        return [self.said(one.note) for one in remarks]

    def issue(self, issue: Issue) -> str:
        """Tell of content that is not accessible."""
        parts = [self.sentence(issue.note), self.not_met(issue.criterion)]
        parts.append(self.words.text("known_since", since=self.day(issue.since)))
        if issue.until:
            parts.append(self.words.text("mended_by", until=self.day(issue.until)))
        return " ".join(parts)

    def burden(self, burden: Burden) -> str:
        """Tell of content that it would be a burden to make accessible."""
        if not burden.criterion:
            return self.said(burden.note)
        return f"{self.sentence(burden.note)} {self.not_met(burden.criterion)}"

    def not_met(self, criterion: str) -> str:
        """Name the criterion of this number as one that is not met."""
        return self.words.text("not_met", criterion=self.criterion(criterion))

    def criterion(self, number: str) -> str:
        """Give the number and the name of a success criterion, as they stand within a sentence."""
        return self.words.text("criterion", number=number, name=criteria()[number].names[self.language])

    def found(self, faults: Iterable[Fault]) -> Iterator[str]:
        """Tell what the audit found: an item for each criterion that is not met, in the order of WCAG."""
        groups: defaultdict[str, list[Fault]] = defaultdict(list)
        for fault in faults:
            groups[fault.criterion if fault.criterion in criteria() else ""].append(fault)
        for number in (*criteria(), ""):
            if group := groups.get(number):
                counts = {
                    "faults": self.words.count("faults", len(group)),
                    "pages": self.words.count("pages", len({page for one in group for page in one.pages})),
                }
                if number:
                    yield self.words.text("found", criterion=self.criterion(number), **counts)
                else:
                    yield self.words.text("found_otherwise", **counts)

    def signed(self, one: SignedCheck) -> str:
        """Tell of a check by hand."""
        line = self.words.text(
            "signed",
            check=self.check(one.check),
            result=self.words[f"result_{one.result}"],
            date=self.day(one.date),
            name=self.said(one.name),
        )
        return f"{line}. {self.said(one.note)}" if one.note else line

    def tool(self, tool: Tool) -> str:
        """Give the name and version of a tool; the names are English ones."""
        name = escape(tool.name)
        marked = name if self.language is Language.EN else f"[{name}]{{lang={Language.EN}}}"
        return f"{marked} {escape(tool.version)}".rstrip()

    def check(self, check: HandCheck) -> str:
        """Give the name of a check by hand."""
        return self.words[f"check_{check.replace('-', '_')}"]


def bullets(items: Iterable[str]) -> str:
    """Give *items* as a list; of none, nothing."""
    return "\n".join(f"- {_LIKE_A_LIST.sub(_kept, item)}" for item in items if item)


def _kept(start: re.Match[str]) -> str:
    return f"{start[1] or ''}\\"
