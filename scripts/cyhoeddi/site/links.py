"""How a page names other pages: relative, so that the site can stand in any folder of any host.

All addresses are those of the front matter: paths from the root of the site, such as `/cy/amdanom-ni/`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from cyhoeddi.language import Language

_OF_A_LANGUAGE = tuple(f"/{language}/" for language in Language)


def language_of(address: str) -> Language:
    """Give the language whose part of the site *address* is in; the root and its pages count as English."""
    return Language.CY if address.startswith("/cy/") else Language.EN


@dataclass(frozen=True)
class Links:
    """The links of the page at one address."""

    page: str
    """The address of the page that the links stand on."""
    bases: Mapping[str, str]
    """The whole address of the site's root in each language; the same one for both, or one each."""

    def absolute(self, address: str) -> str:
        """Give the whole address, host included, of an address of the site."""
        return _whole(self.bases[language_of(address)], address)

    def href(self, address: str) -> str:
        """Give the link to *address* from this page; what is no address of the site is given back as it is.

        The link is relative, with two exceptions: a 404 page is shown at addresses of any depth, so that its
        links start at the root; and a language with a host of its own is reached by its whole address. What
        belongs to no language, such as the style sheet, stands on both hosts and is taken from its own.
        """
        if not address.startswith("/") or address.startswith("//"):
            return address
        own = self.bases[language_of(self.page)]
        base = self.bases[language_of(address)] if address.startswith(_OF_A_LANGUAGE) else own
        if urlsplit(base)[:2] != urlsplit(own)[:2]:
            return _whole(base, address)
        if self.page.endswith("/404.html"):
            return urlsplit(_whole(base, address))._replace(scheme="", netloc="").geturl()
        return _relative(_quoted(address), _quoted(self.page))


def _whole(base: str, address: str) -> str:
    return base.rstrip("/") + _quoted(address)


def _quoted(address: str) -> str:
    path, mark, fragment = address.partition("#")
    return quote(path) + mark + quote(fragment, safe="/?:@!$&'()*+,;=")


def _relative(address: str, page: str) -> str:
    path, mark, fragment = address.partition("#")
    if path == page and mark:
        return mark + fragment
    folder = posixpath.dirname(page)
    found = posixpath.relpath(path, folder)
    # relpath knows no folders: the slash at the end says that an address is one.
    return found + ("/" if path.endswith("/") else "") + mark + fragment
