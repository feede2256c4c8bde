"""sitemap.xml with the languages of each page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from cyhoeddi.language import Language
from cyhoeddi.render.page import PageText
from cyhoeddi.settings import Settings


def listed(page: PageText, settings: Settings) -> str | None:
    """Give how the sitemap lists *page*, with its twin; None if search engines shall not show it."""
    if page.noindex:
        return None
    lines = ["  <url>", f"    <loc>{escape(_absolute(settings, page.address))}</loc>"]
    lines += [f"    {_alternate(*pair)}" for pair in alternates(page, settings)]
    if page.modified:
        lines.append(f"    <lastmod>{page.modified}</lastmod>")
    return "\n".join([*lines, "  </url>"])


def render_sitemap(pages: Iterable[str]) -> bytes:
    """Give sitemap.xml with every one of *pages*, as `listed`; see sitemaps.org."""
    # Written by and by: of a large site, it takes as much room as all else that a build holds of its pages.
    whole = BytesIO()
    whole.write(
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    )
    for entry in sorted(pages, key=_place):
        whole.write(f"{entry}\n".encode())
    whole.write(b"</urlset>\n")
    return whole.getvalue()


def _place(entry: str) -> str:
    """Give what stands before the end of the address, which no address holds."""
    return entry.partition("</")[0]


def alternates(page: PageText, settings: Settings) -> list[tuple[str, str]]:
    """Give the addresses of *page* by language, as hreflang has them; x-default is the English one."""
    if page.kind == "language-choice":
        homes = [(one["language"], _absolute(settings, one["address"])) for one in page.more["choices"]]
        return [*homes, ("x-default", _absolute(settings, page.address))]
    if page.twin is None:
        return []
    found = {page.language: page.address, page.language.other: page.twin}
    by_language = [(language.value, _absolute(settings, found[language])) for language in Language]
    home = page.kind == "home"
    return [*by_language, ("x-default", _absolute(settings, "/") if home else by_language[0][1])]


def render_robots(settings: Settings, *, preview: bool) -> bytes:
    """Give robots.txt: everything may be read, a preview nothing.

    Where each language has an address of its own, both name the sitemap, since it lists pages of both.
    """
    if preview:
        return b"User-agent: *\nDisallow: /\n"
    bases = dict.fromkeys(settings.base(language) for language in Language)
    sitemaps = "".join(f"Sitemap: {base}sitemap.xml\n" for base in bases)
    return f"User-agent: *\nDisallow:\n\n{sitemaps}".encode()


def _absolute(settings: Settings, address: str) -> str:
    language = Language.CY if address.startswith("/cy/") else Language.EN
    return settings.base(language) + address.lstrip("/")


def _alternate(language: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
