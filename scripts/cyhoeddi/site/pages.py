"""A page of the generated tree as MkDocs handles it: placed by its front matter, its body rendered by `body`.

MkDocs allows any page to be an object of a class of ours (Material's blog is made so). Ours never runs
python-markdown, and knows all about itself before MkDocs asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from cyhoeddi.body.html import render_html
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.site.front_matter import FILTERED, path_of, read_front_matter
from cyhoeddi.site.links import Links
from cyhoeddi.words import in_language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class GeneratedPage(Page):
    """One page; `meta` is its front matter, `links` knows how it names other pages.

    `filters` are those of the furniture, for a kind of page that shows them; None for all others.
    """

    def __init__(self, file: File, config: MkDocsConfig, text: str, furniture: Mapping[str, Any]) -> None:
        try:
            front, self._body = read_front_matter(text, file.src_uri)
        except ValueError as error:
            raise PluginError(str(error)) from error
        self.address = str(front["address"])
        self.links = Links(self.address, furniture["site"])
        self.filters = furniture.get("filters", []) if front["kind"] in FILTERED else None
        place(file, self.address, config)
        super().__init__(None, file, config)
        self.meta = front
        self.markdown = ""

    def read_source(self, config: MkDocsConfig) -> None:
        """Do nothing: the source was read when the page was placed."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Turn the body into HTML; its links are addresses of the site, and become links from this page."""
        words = in_language(Language(self.meta["language"]))
        # What authors may not write was refused before. A heading may say more, such as www.gov.wales.
        body = parse(self._body, headings=True).body
        self.content = Markup(render_html(body, words=words, href=self.links.href))  # noqa: S704


def place(file: File, address: str, config: MkDocsConfig) -> None:
    """Make *file* appear at *address*: a folder's address ends in a slash, and is its index.html."""
    try:
        file.dest_uri = path_of(address, file.src_uri)
    except ValueError as error:
        raise PluginError(str(error)) from error
    file.url = quote(address.removeprefix("/")) or "./"
    file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))
    file.inclusion = InclusionLevel.INCLUDED
