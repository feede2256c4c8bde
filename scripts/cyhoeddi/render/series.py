"""The pages of a series and of its workstreams."""

from __future__ import annotations

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.feed import announced, feed_of
from cyhoeddi.language import Language
from cyhoeddi.model import Series, WorkstreamPart, walk_sections
from cyhoeddi.render.markdown import images_in, render_body, render_sections
from cyhoeddi.render.page import PageText


def series_page(edition: Edition, series: Series) -> PageText:
    """Give the page of a series: what it is, its workstreams and all its publications, newest first."""
    language, addresses = edition.language, edition.addresses
    title, summary = edition.said(series.title), edition.said(series.summary)
    markdown, headings = render_sections(edition, series, series.sections)
    return PageText(
        language=language,
        kind="series",
        name=series.id,
        address=addresses.series(series, language),
        twin=addresses.series(series, language.other),
        title=title,
        head_title=edition.head_title(title),
        description=summary,
        label=edition.words["series"],
        noindex=edition.collection.preview,
        preview=edition.preview_mark(series),
        files=_files(edition, series),
        feeds=announced(edition, feed_of(edition, "series", series.id)),
        breadcrumb=(edition.home_crumb,),
        markdown=f"{markdown}\n",
        more={
            "summary": summary,
            "facets": {"series": [series.id]},
            "contents": [{"id": heading.id, "title": heading.title} for heading in headings],
            "workstreams": [
                {
                    "title": edition.said(part.title),
                    "summary": edition.said(part.summary),
                    "address": addresses.workstream(series, part, language),
                }
                for part in series.workstreams
            ],
            "cards": edition.cards(edition.collection.in_series.get(series.id, ())),
            "list_address": addresses.publications(language),
        },
    )


def workstream_page(edition: Edition, series: Series, workstream: WorkstreamPart) -> PageText:
    """Give the page of a workstream: its remit, then what names it, newest first."""
    language, addresses = edition.language, edition.addresses
    title, summary = edition.said(workstream.title), edition.said(workstream.summary)
    return PageText(
        language=language,
        kind="workstream",
        name=f"{series.id}/{workstream.id}",
        address=addresses.workstream(series, workstream, language),
        twin=addresses.workstream(series, workstream, language.other),
        title=title,
        head_title=edition.head_title(f"{title}, {edition.said(series.title)}"),
        description=summary,
        label=edition.words["workstream"],
        noindex=edition.collection.preview,
        preview=edition.preview_mark(series, workstream),
        feeds=announced(edition, feed_of(edition, "workstream", f"{series.id}/{workstream.id}")),
        breadcrumb=(edition.home_crumb, edition.series_crumb(series)),
        markdown=render_body(edition, series, workstream.remit) + "\n",
        more={
            "summary": summary,
            "facets": {"series": [series.id], "workstream": [f"{series.id}/{workstream.id}"]},
            "part_of": edition.series_crumb(series),
            "cards": edition.cards(edition.collection.in_workstream.get((series.id, workstream.id), ())),
        },
    )


def _files(edition: Edition, series: Series) -> dict[str, str]:
    """Give the images of a series and its workstreams, which stand under the page of the series."""
    language: Language = edition.language
    bodies = [section.body for _, section in walk_sections(series.sections)]
    bodies += [part.remit for part in series.workstreams]
    base = edition.addresses.series(series, language)
    return {f"{base}{name}": f"files/{series.id}/{name}" for name in sorted(set(images_in(language, bodies)))}
