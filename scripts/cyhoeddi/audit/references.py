"""What a page or a style sheet names: what a browser loads for it, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page

_LOADING = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon"}
)
"""Values of rel by which a link loads."""

_LOADED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "script": ("src",),
        "img": ("src", "srcset"),
        "source": ("src", "srcset"),
        "video": ("src", "poster"),
        "audio": ("src",),
        "track": ("src",),
        "embed": ("src",),
        "input": ("src",),
        "iframe": ("src",),
        "object": ("data",),
        "use": ("href", "xlink:href"),
        "image": ("href", "xlink:href"),
    }
)
"""The attributes of each element whose addresses a browser asks for by itself."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IN_STYLE = re.compile(
    r"""url\(\s*(?P<q>["']?)(?P<url>[^"')]+)(?P=q)\s*\)|@import\s+["'](?P<import>[^"']+)["']"""
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(?P<url>[^\"']*)", re.IGNORECASE)


def leads_on(node: LexborNode) -> str:
    """Give the address that a meta element sends readers on to; empty if it sends them nowhere."""
    if (node.attributes.get("http-equiv") or "").lower() != "refresh":
        return ""
    found = _REFRESH.match(node.attributes.get("content") or "")
    return found["url"].strip() if found else ""


def loaded(page: Page) -> Iterator[str]:
    """Yield each address that a browser loads for *page*, as it is written there."""
    for element, names in _LOADED.items():
        for node in page.all(element):
            for name in names:
                yield from _addresses(name, node.attributes.get(name))
    for node in page.all("link[href]"):
        rel = (node.attributes.get("rel") or "").lower().split()
        if _LOADING & set(rel):
            yield from _addresses("href", node.attributes["href"])
    for node in page.all("style"):
        yield from loaded_by_style(node.text())
    for node in page.all("[style]"):
        yield from loaded_by_style(node.attributes["style"] or "")


def loaded_by_style(text: str) -> Iterator[str]:
    """Yield each address that a style sheet of this *text* loads, as it is written there; data left out."""
    for found in _IN_STYLE.finditer(_COMMENT.sub("", text)):
        url = (found["url"] or found["import"]).strip()
        if not url.startswith(("data:", "#")):
            yield url


def linked(page: Page) -> Iterator[str]:
    """Yield each address that *page* leads to: links, its other languages, where it sends its readers on."""
    for node in page.all("a[href], area[href], link[href]"):
        yield from _addresses("href", node.attributes["href"])
    for node in page.all("form[action]"):
        yield from _addresses("action", node.attributes["action"])
    for node in page.all("meta[http-equiv]"):
        yield from _addresses("content", leads_on(node))


def srcset(value: str) -> list[str]:
    """Give the addresses of a srcset, without their widths."""
    return [part.split()[0] for part in re.split(r",\s+|,$", value) if part.split()]


def _addresses(name: str, value: str | None) -> Iterator[str]:
    urls = srcset(value or "") if name == "srcset" else [(value or "").strip()]
    yield from (url for url in urls if url and not url.startswith(("data:", "#")))
