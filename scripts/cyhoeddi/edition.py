"""The site in one language: the words, addresses and small parts that its pages are put together from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cyhoeddi.addresses import Addresses
from cyhoeddi.body.html import plain_phrases
from cyhoeddi.card import Card
from cyhoeddi.collection import Collection
from cyhoeddi.language import Language
from cyhoeddi.model import Bilingual, Publication, Series, Status, WorkstreamPart, is_public
from cyhoeddi.words import PublicationType, Words, format_date, in_language, publication_type

Preview = Publication | Series | WorkstreamPart
"""What a preview may show before its time."""


@dataclass(frozen=True)
class Edition:
    """One language of a site."""

    collection: Collection
    addresses: Addresses
    language: Language

    @cached_property
    def words(self) -> Words:
        """The fixed words of the language."""
        return in_language(self.language)

    @cached_property
    def organisation(self) -> str:
        """The name of the body that publishes."""
        return self.said(self.collection.settings.organisation)

    def said(self, text: Bilingual) -> str:
        """Give *text* in this language; where that side is empty, what readers are told or shown instead.

        In public only an exempted text of a third party has an empty side: the other is shown, marked.
        """
        said = " ".join(text[self.language].split())
        if said or self.collection.preview:
            return said or self.missing
        foreign = plain_phrases(" ".join(text[self.language.other].split()))
        marked = f"[{foreign}]{{lang={self.language.other}}}"
        return marked if plain_phrases(marked) == foreign else self.missing

    @property
    def missing(self) -> str:
        """What stands in the place of a text that this language does not have."""
        preview = self.collection.preview
        return self.words["not_translated_masculine" if preview else f"text_only_in_{self.language.other}"]

    def only_in_other(self, thing: str) -> str:
        """Give the notice, in both languages, that a *thing* (text or file) is in the other language only."""
        other = self.language.other
        key = f"{thing}_only_in_{other}"
        return f"{self.words[key]} [{in_language(other)[key]}]{{lang={other}}}"

    def plain(self, text: Bilingual) -> str:
        """Give *text* without the marks of phrases, for those who print no HTML."""
        return plain_phrases(self.said(text))

    def absolute(self, address: str) -> str:
        """Give the whole address of an *address* of the site, in whichever language it is."""
        language = Language.CY if address.startswith(self.addresses.home(Language.CY)) else Language.EN
        return self.collection.settings.base(language) + address.removeprefix("/")

    def type_of(self, publication: Publication) -> PublicationType:
        """Give the type of *publication*."""
        return publication_type(publication.type)

    def head_title(self, title: str, form: str = "head_title", **numbers: int) -> str:
        """Give the whole <title> of a page; *form* is the key of its pattern."""
        return self.words.text(form, title=title, organisation=self.organisation, **numbers)

    def crumb(self, title: str, address: str) -> dict[str, str]:
        """Give a link of words and address, as breadcrumbs and part-of lines hold them."""
        return {"title": title, "address": address}

    @property
    def home_crumb(self) -> dict[str, str]:
        """The first link of every breadcrumb."""
        return self.crumb(self.words["home"], self.addresses.home(self.language))

    @property
    def list_crumb(self) -> dict[str, str]:
        """The link to the list of publications."""
        return self.crumb(self.words["publications_title"], self.addresses.publications(self.language))

    def series_crumb(self, series: Series) -> dict[str, str]:
        """Give the link to a series."""
        return self.crumb(self.said(series.title), self.addresses.series(series, self.language))

    def part_of(self, publication: Publication) -> dict[str, str] | None:
        """Give the link to the series of *publication*, if it has one."""
        series = self.collection.series_by_id.get(publication.series or "")
        return self.series_crumb(series) if series else None

    def publication_crumb(self, publication: Publication) -> dict[str, str]:
        """Give the link to the landing page of *publication*."""
        return self.crumb(
            self.said(publication.title), self.addresses.publication(publication, self.language)
        )

    def card(self, publication: Publication) -> Card:
        """Give what a list shows of *publication*."""
        return Card(
            **self.publication_crumb(publication),
            date=iso(publication.first_published),
            type=self.type_of(publication).name(self.language),
            part_of=self.part_of(publication),
            summary=self.said(publication.summary),
            withdrawn=publication.status is Status.WITHDRAWN,
            withdrawn_label=self.type_of(publication).withdrawn_label(self.language),
            preview=self.preview_mark(publication),
        )

    def cards(self, publications: tuple[Publication, ...]) -> list[Card]:
        """Give the cards of *publications*, in their order."""
        return [self._card_by_id[publication.id] for publication in publications]

    @cached_property
    def _card_by_id(self) -> dict[str, Card]:
        """The card of every publication: each stands in several lists."""
        return {one.id: self.card(one) for one in self.collection.publications}

    def preview_mark(self, *parts: Preview) -> str | None:
        """Tell in words why *parts* are not all public yet; None if they are, as in a public build."""
        hidden = [part for part in parts if not is_public(part, self.collection.now)]
        ends = [part.publish_at for part in hidden if part.publish_at is not None]
        if not hidden:
            return None
        if not ends or any(part.status is Status.DRAFT for part in hidden):
            return self.words["preview_draft"]
        end = max(ends)
        day, time = format_date(end.date(), self.language), end.strftime("%H:%M")
        return self.words.text("preview_embargo_until", date=day, time=time)


def iso(day: date | None) -> str | None:
    """Give *day* as 2023-11-14, or None."""
    return day.isoformat() if day else None
