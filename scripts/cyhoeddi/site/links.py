"""How a page names other pages: relative, so that the site can stand in any folder of any host.

All addresses are those of the front matter: paths from the root of the site, such as `/cy/amdanom-ni/`.
A page has dozens of links, most of them to what other pages link to as well: of an address, all that does not
depend on the page is worked out once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote, urlsplit

from cyhoeddi.language import Language

_OF_A_LANGUAGE = tuple(f"/{language}/" for language in Language)

_FROM_THE_ROOT = (-1, ())
"""The standpoint of all pages whose links start at the root."""


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
        language = language_of(address) if address.startswith(_OF_A_LANGUAGE) else self._language
        if language is not self._language and self._two_hosts:
            return _whole(self.bases[language], address)
        if self.page.endswith("/404.html"):
            whole = _whole(self.bases[language], address)
            return urlsplit(whole)._replace(scheme="", netloc="").geturl()
        return self._relative(address)

    def standpoint(self, folders: Set[tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
        """Give what decides how links lead from this page into *folders*, which `folders_above` gives.

        Pages that have it in common have the same links to whatever stands there.
        """
        if self.page.endswith("/404.html"):
            return _FROM_THE_ROOT
        own, shared = self._folder, 0
        while shared < len(own) and own[: shared + 1] in folders:
            shared += 1
        return len(own), own[:shared]

    @cached_property
    def _language(self) -> Language:
        return language_of(self.page)

    @cached_property
    def _two_hosts(self) -> bool:
        own, other = (self.bases[language] for language in (self._language, self._language.other))
        return urlsplit(own)[:2] != urlsplit(other)[:2]

    @cached_property
    def _folder(self) -> tuple[str, ...]:
        """The names of the folders above what stands on this page, from the root."""
        return _names(posixpath.dirname(_quoted(self.page)))

    def _relative(self, address: str) -> str:
        path, names, end = _split(address)
        if "#" in end and path == _quoted(self.page):
            return end.removeprefix("/")
        folder = self._folder
        shared = 0
        for one, other in zip(names, folder, strict=False):
            if one != other:
                break
            shared += 1
        up = [".."] * (len(folder) - shared)
        return ("/".join([*up, *names[shared:]]) or ".") + end


def folders_above(addresses: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Give all folders that *addresses* stand in or are, each as its names from the root."""
    every = (_split(address)[1] for address in addresses)
    return frozenset(names[:end] for names in every for end in range(1, len(names) + 1))


def _whole(base: str, address: str) -> str:
    return base.rstrip("/") + _quoted(address)


@lru_cache(maxsize=8192)
def _quoted(address: str) -> str:
    path, mark, fragment = address.partition("#")
    return quote(path) + mark + quote(fragment, safe="/?:@!$&'()*+,;=")


@lru_cache(maxsize=8192)
def _split(address: str) -> tuple[str, tuple[str, ...], str]:
    """Give the path of *address*, the names in it, and its end: the slash of a folder, and the fragment."""
    path, mark, fragment = _quoted(address).partition("#")
    return path, _names(path), ("/" if path.endswith("/") else "") + mark + fragment


def _names(path: str) -> tuple[str, ...]:
    return tuple(name for name in posixpath.normpath(path).split("/") if name)
