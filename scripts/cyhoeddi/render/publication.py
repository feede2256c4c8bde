"""The two pages of a publication: the landing page and the HTML document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cyhoeddi.data.citation import FORMS as CITATIONS
from cyhoeddi.edition import Edition, iso
from cyhoeddi.model import Publication, Status, walk_sections
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.render.documents import attached_file, documents, pdf_path, pdf_row
from cyhoeddi.render.facets import facets_of
from cyhoeddi.render.json_ld import report
from cyhoeddi.render.markdown import abbreviations, images_in, render_body, render_sections
from cyhoeddi.render.page import PageText
from cyhoeddi.words import format_date


def landing_page(edition: Edition, publication: Publication, pdf: Pdf | None = None) -> PageText:
    """Give the landing page: what it is, its documents, its history and its neighbours."""
    language, addresses = edition.language, edition.addresses
    title = edition.said(publication.title)
    return PageText(
        language=language,
        kind="landing",
        name=publication.id,
        address=addresses.publication(publication, language),
        twin=addresses.publication(publication, language.other),
        title=title,
        head_title=edition.head_title(title),
        label=edition.type_of(publication).name(language),
        files=_files(edition, publication, pdf),
        breadcrumb=_breadcrumb(edition, publication),
        markdown=_details(edition, publication),
        more={
            **_head_of_publication(edition, publication),
            "documents": list(documents(edition, publication, pdf)),
            "contact": _contact(edition, publication),
            "cite": _citation(edition, publication),
            "changes": [
                {"date": iso(change.date), "note": edition.said(change.note)}
                for change in publication.changes
            ],
            "related": list(_related(edition, publication)),
        },
        **_metadata(edition, publication),
    )


def document_page(edition: Edition, publication: Publication, pdf: Pdf | None = None) -> PageText:
    """Give the HTML document: the sections of the publication under a list of their headings."""
    language, addresses = edition.language, edition.addresses
    title = edition.said(publication.title)
    markdown, headings = render_sections(edition, publication, publication.sections)
    details = [publication.details] if publication.details else []
    shared = abbreviations(edition, iter(details))
    return PageText(
        language=language,
        kind="document",
        name=publication.id,
        address=addresses.document(publication, language),
        twin=addresses.document(publication, language.other),
        title=title,
        head_title=edition.head_title(title, "head_title_document"),
        label=edition.type_of(publication).document_label(language),
        breadcrumb=_breadcrumb(edition, publication),
        markdown="\n\n".join(part for part in (markdown, shared) if part) + "\n",
        more={
            **_head_of_publication(edition, publication),
            "contents": [{"id": heading.id, "title": heading.title} for heading in headings],
            "landing_address": addresses.publication(publication, language),
            "pdf": pdf_row(edition, publication, pdf) if pdf else None,
        },
        **_metadata(edition, publication),
    )


def said_of_others(edition: Edition, publication: Publication) -> list[Any]:
    """Give all that the two pages say of others, which may change while the publication does not."""
    return [
        edition.part_of(publication),
        list(_workstreams(edition, publication)),
        _withdrawal(edition, publication),
        list(_related(edition, publication)),
    ]


def _metadata(edition: Edition, publication: Publication) -> dict[str, Any]:
    """Give what search engines and sharing sites read, the same for both pages."""
    return {
        "description": edition.said(publication.summary),
        "noindex": edition.collection.preview,
        "preview": edition.preview_mark(publication),
        "open_graph_type": "article",
        "json_ld": report(edition, publication),
        "published": iso(publication.first_published),
        "modified": iso(publication.last_updated or publication.first_published),
    }


def _head_of_publication(edition: Edition, publication: Publication) -> dict[str, Any]:
    """Give what both pages show over their own part."""
    return {
        "summary": edition.said(publication.summary),
        "dates": _dates(publication),
        "part_of": edition.part_of(publication),
        "workstreams": list(_workstreams(edition, publication)),
        "withdrawn": _withdrawal(edition, publication),
        "facets": facets_of(publication),
    }


def _dates(publication: Publication) -> dict[str, str | None] | None:
    """Give the two dates; nothing for a draft that has none yet."""
    if publication.first_published is None:
        return None
    return {
        "first_published": iso(publication.first_published),
        "last_updated": iso(publication.last_updated or publication.first_published),
    }


def _breadcrumb(edition: Edition, publication: Publication) -> tuple[dict[str, str], ...]:
    return (edition.home_crumb, edition.part_of(publication) or edition.list_crumb)


def _workstreams(edition: Edition, publication: Publication) -> Iterator[dict[str, str]]:
    series = edition.collection.series_by_id.get(publication.series or "")
    for name in dict.fromkeys(publication.workstreams) if series else ():
        workstream = edition.collection.workstream(publication.series or "", name)
        if series is not None and workstream is not None:
            address = edition.addresses.workstream(series, workstream, edition.language)
            yield edition.crumb(edition.said(workstream.title), address)


def _withdrawal(edition: Edition, publication: Publication) -> dict[str, Any] | None:
    withdrawal = publication.withdrawn
    if publication.status is not Status.WITHDRAWN or withdrawal is None:
        return None
    successor = edition.collection.publication_by_id.get(withdrawal.replaced_by or "")
    day = format_date(withdrawal.date, edition.language)
    return {
        "date": iso(withdrawal.date),
        "label": edition.type_of(publication).withdrawn_label(edition.language),
        "sentence": edition.words.text("withdrawn_on", date=day),
        "reason": edition.said(withdrawal.reason),
        "replaced_by": edition.publication_crumb(successor) if successor else None,
    }


def _details(edition: Edition, publication: Publication) -> str:
    if publication.details is None:
        return ""
    bodies = (section.body for _, section in walk_sections(publication.sections) if section.body)
    own = render_body(edition, publication, publication.details)
    shared = abbreviations(edition, bodies)
    return "\n\n".join(part for part in (own, shared) if part) + "\n"


def _files(edition: Edition, publication: Publication, pdf: Pdf | None) -> dict[str, str]:
    """Give the files that belong to the landing page: the PDF, attachments and images of this language."""
    names = {attached_file(one, edition.language)[0] for one in publication.attachments}
    bodies = [section.body for _, section in walk_sections(publication.sections)]
    names |= set(images_in(edition.language, [*bodies, publication.details]))
    files = {
        edition.addresses.file(publication, edition.language, name): f"files/{publication.id}/{name}"
        for name in sorted(names)
        if name
    }
    if pdf is not None:
        files[edition.addresses.pdf(publication, edition.language)] = pdf_path(publication.id)
    return files


def _contact(edition: Edition, publication: Publication) -> dict[str, Any]:
    contact = publication.contact or edition.collection.settings.extra.contact
    return {
        "name": edition.said(contact.name),
        "email": contact.email,
        "telephone": contact.telephone,
    }


def _citation(edition: Edition, publication: Publication) -> dict[str, Any] | None:
    """Give how to cite the publication: as a line, and as files; nothing for a draft that has no day yet."""
    if publication.first_published is None:
        return None
    addresses, language = edition.addresses, edition.language
    return {
        "text": edition.words.text(
            "cite_text",
            organisation=edition.organisation,
            year=publication.first_published.year,
            title=edition.said(publication.title),
            address=edition.absolute(addresses.publication(publication, language)),
        ),
        "files": [
            edition.crumb(edition.words[key], addresses.citation(publication, language, form))
            for form, key in CITATIONS.items()
        ],
    }


def _related(edition: Edition, publication: Publication) -> Iterator[dict[str, str]]:
    """Yield the publications before and after this one in its series, and those that it replaces."""
    older, newer = edition.collection.neighbours.get(publication.id, (None, None))
    for side, one in (("previous", older), ("next", newer)):
        if one is not None:
            key = f"{side}_briefing" if one.type == "briefing" else f"{side}_publication"
            yield {**edition.publication_crumb(one), "label": edition.words[key]}
    for one in edition.collection.replaced_by.get(publication.id, ()):
        yield {**edition.publication_crumb(one), "label": edition.words["replaces"]}
