"""One document in one language as plain data for the template: all its words, all its addresses, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import quote

from cyhoeddi.body.blocks import Foreign
from cyhoeddi.body.html import plain_phrases
from cyhoeddi.body.parse import parse, parse_phrases
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Bilingual, Publication, Status, walk_sections
from cyhoeddi.pdf.flow import Flow, Part, linked
from cyhoeddi.words import format_date

_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def document_content(edition: Edition, publication: Publication) -> dict[str, Any]:
    """Give all that the PDF of *publication* says in the language of *edition*, as JSON can hold it."""
    words, language = edition.words, edition.language
    flow = Flow(words, _expansions(edition, publication), lambda target: _target(edition, target))
    changed = publication.last_updated or publication.first_published
    return {
        "language": language.value,
        "title": edition.plain(publication.title),
        "author": plain_phrases(edition.organisation),
        "description": edition.plain(publication.summary),
        "date": [changed.year, changed.month, changed.day] if changed else None,
        "page_place": words["page_place"],
        "contents": words["contents"],
        "copyright": words.text("copyright_line", organisation=plain_phrases(edition.organisation)),
        "banner": _banner(edition, publication),
        "marks": [*_withdrawal(edition, publication), *_preview(edition, publication)],
        "watermark": words["pdf_draft"] if edition.preview_mark(publication) else None,
        "organisations": _organisations(edition),
        "label": edition.type_of(publication).document_label(language),
        "heading": _plain(edition, publication.title),
        "summary": _plain(edition, publication.summary),
        "dates": [
            {"label": words[key], "text": format_date(day, language)} for key, day in _dates(publication)
        ],
        "other": {
            "text": words["also_available_document"],
            "address": absolute(edition, edition.addresses.pdf(publication, language.other)),
        },
        "sections": list(_sections(edition, publication, flow)),
        "closing": _closing(edition),
    }


def absolute(edition: Edition, address: str) -> str:
    """Give the whole address of a site-absolute one, which says its language itself."""
    base = edition.collection.settings.base(Language(address[1:3]))
    return base + address.lstrip("/")


def _dates(publication: Publication) -> Iterator[tuple[str, date]]:
    """Yield both dates with the keys of their labels; a draft may have none."""
    if publication.first_published is not None:
        yield "first_published", publication.first_published
        yield "last_updated", publication.last_updated or publication.first_published


def _organisations(edition: Edition) -> list[dict[str, str]]:
    """Give the name of the organisation in both languages, Welsh first; once if it is the same."""
    names = {
        language: plain_phrases(edition.collection.settings.organisation[language])
        for language in (Language.CY, Language.EN)
    }
    if names[Language.CY] == names[Language.EN]:
        names = {edition.language: names[edition.language]}
    return [{"language": language.value, "text": name} for language, name in names.items()]


def _banner(edition: Edition, publication: Publication) -> dict[str, Any]:
    """Give the notice that this is a copy: as plain text for every page, and with links for the cover."""
    words, language = edition.words, edition.language
    base = edition.collection.settings.base(language)
    address = absolute(edition, edition.addresses.document(publication, language))
    rights = words["pdf_copyright"]
    return {
        "downloaded": words.text("pdf_downloaded", site=base.partition("://")[2].rstrip("/")),
        "latest": words["pdf_latest"],
        "address": address,
        "latest_linked": _with_link(words["pdf_latest"], "address", linked(address, [address])),
        "copyright": [_linked_page(edition, "copyright", rights)],
    }


def _withdrawal(edition: Edition, publication: Publication) -> Iterator[dict[str, Any]]:
    """Yield the notice of a withdrawn publication: a line for every page, and what the cover adds."""
    withdrawal = publication.withdrawn
    if publication.status is not Status.WITHDRAWN or withdrawal is None:
        return
    words = edition.words
    label = edition.type_of(publication).withdrawn_label(edition.language)
    sentence = words.text("withdrawn_on", date=format_date(withdrawal.date, edition.language))
    blocks: list[Part] = [_paragraph(_plain(edition, withdrawal.reason))]
    successor = edition.collection.publication_by_id.get(withdrawal.replaced_by or "")
    if successor is not None:
        address = absolute(edition, edition.addresses.publication(successor, edition.language))
        blocks.append(
            _paragraph([f"{words['replaced_by']} ", linked(address, _plain(edition, successor.title))])
        )
    yield {"text": f"{label}. {sentence}", "blocks": blocks}


def _preview(edition: Edition, publication: Publication) -> Iterator[dict[str, Any]]:
    """Yield the notice that what is seen is not published, which only a preview can show."""
    mark = edition.preview_mark(publication)
    if mark is not None:
        yield {"text": f"{edition.words['preview']}. {mark}.", "blocks": []}


def _sections(edition: Edition, publication: Publication, flow: Flow) -> Iterator[dict[str, Any]]:
    """Yield each section in reading order; the title of the document is the heading of level 1."""
    for number, (path, section) in enumerate(walk_sections(publication.sections)):
        yield {
            "level": path.count("sections") + 1,
            "heading": _plain(edition, section.heading),
            "blocks": _body(edition, section.body, flow, f"{number}-") if section.body is not None else [],
        }


def _body(edition: Edition, body: Bilingual, flow: Flow, scope: str) -> list[Part]:
    """Give a body; an exempted one of the other language follows a notice in both."""
    language = edition.language
    if body[language].strip():
        return flow.body(parse(body[language]).body, scope)
    foreign = body[language.other]
    if edition.collection.preview or not foreign.strip():
        return [_paragraph([edition.missing])]
    notice = Flow(edition.words, {}, str).inlines(parse_phrases(edition.only_in_other("text")))
    shown = parse(foreign).body
    marked = replace(shown, blocks=(Foreign(language.other.value, shown.blocks),))
    return [_paragraph(notice), *flow.body(marked, scope)]


def _closing(edition: Edition) -> list[Part]:
    """Give the note on accessibility, with a link to the statement where the site has one."""
    words = edition.words
    parts: list[Part] = [_paragraph([{"kind": "strong", "inlines": [words["pdf_accessible"]]}])]
    if "accessibility" in edition.collection.page_by_name:
        statement = _linked_page(edition, "accessibility", words["pdf_accessibility_statement"])
        parts.append(_paragraph(_with_link(words["pdf_accessibility"], "statement", statement)))
    return parts


def _linked_page(edition: Edition, name: str, text: str) -> Part:
    """Give *text* as a link to the hand-written page *name*, or alone where there is none."""
    page = edition.collection.page_by_name.get(name)
    if page is None:
        return text
    return linked(absolute(edition, edition.addresses.page(page, edition.language)), [text])


def _with_link(pattern: str, placeholder: str, link: Part) -> list[Part]:
    """Give the words of *pattern* with *link* in the place of its placeholder."""
    before, _, after = pattern.partition(f"{{{placeholder}}}")
    return [before, link, after]


def _plain(edition: Edition, text: Bilingual) -> list[Part]:
    """Give a plain text, in which phrases may be marked with their language."""
    return Flow(edition.words, {}, str).inlines(parse_phrases(edition.said(text)))


def _paragraph(inlines: list[Part]) -> dict[str, Any]:
    return {"kind": "paragraph", "inlines": inlines}


def _expansions(edition: Edition, publication: Publication) -> dict[str, str]:
    """Give what each abbreviation stands for; a definition holds for the whole publication."""
    bodies = [section.body for _, section in walk_sections(publication.sections)]
    found: dict[str, str] = {}
    for body in [*bodies, publication.details]:
        text = (body[edition.language] or body[edition.language.other]) if body is not None else ""
        for known in parse(text).body.abbreviations:
            found.setdefault(known.short, known.expansion)
    return found


def _target(edition: Edition, target: str) -> str:
    """Give the whole address that a link means, in letters that every reader of PDF accepts."""
    if target.startswith("pub:"):
        target = absolute(edition, _named(edition, target.removeprefix("pub:")))
    return _LOOSE_PERCENT.sub("%25", quote(target, safe="%/:?#@!$&'()*+,;=-._~"))


def _named(edition: Edition, name: str) -> str:
    """Give the address of what a link names by id, in the reader's own language."""
    collection, addresses, language = edition.collection, edition.addresses, edition.language
    kind, _, rest = name.partition("/")
    if kind != "series":
        return addresses.publication(collection.publication_by_id[name], language)
    series_id, _, part = rest.partition("/")
    series = collection.series_by_id[series_id]
    workstream = collection.workstream(series_id, part) if part else None
    return (
        addresses.workstream(series, workstream, language)
        if workstream
        else addresses.series(series, language)
    )
