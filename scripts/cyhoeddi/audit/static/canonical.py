"""Every page that search engines may list names its own whole address as the one to list.

    pass:  <link rel="canonical" href="https://example.org/en/about/"> on /en/about/
    fail:  no such link, two of them, /en/about/, the address of another page, or a host unlike other pages'

Error pages, redirects and pages that search engines may not list need none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page, primary
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.addresses import is_readable, page_at, target
from cyhoeddi.audit.static.pairs import is_indexable
from cyhoeddi.audit.static.place import finding

ID = "canonical"

CRITERION = ""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each page to be listed whose canonical address is missing or not its own."""
    links = {page: _canonical(page) for page in site.pages if is_indexable(page)}
    hosts: dict[str, Counter[str]] = {}
    for page, found in links.items():
        hosts.setdefault(primary(page.language), Counter()).update(_host(link) for link in found[:1])
    for page, found in links.items():
        # Some sites have a host for each language, but none has two for one.
        ((usual, _),) = hosts[primary(page.language)].most_common(1) or [("", 0)]
        said = _fault(site, page, found, usual)
        if said:
            yield finding(
                ID,
                page,
                page.first('link[rel~="canonical"]') or page.first("head"),
                said,
                'Put one link rel="canonical" in the head, with the whole address of this page itself.',
                criterion=CRITERION,
            )


def _canonical(page: Page) -> list[str]:
    nodes = page.all('head link[rel~="canonical"]')
    return [(node.attributes.get("href") or "").strip() for node in nodes]


def _host(link: str) -> str:
    parts = urlsplit(link if is_readable(link) else "")
    return f"{parts.scheme}://{parts.netloc}"


def _fault(site: Site, page: Page, links: list[str], usual: str) -> str:
    if not links:
        return "The page does not tell search engines its own address"
    if len(set(links)) > 1:
        return "The page gives search engines more than one address"
    (link,) = set(links)
    if not is_readable(link) or urlsplit(link).scheme not in {"http", "https"}:
        return f'The address given to search engines, "{link}", is not whole'
    if page_at(site, target(site, page, link)) is not page:
        return f"Search engines are told to list {link} in place of this page"
    if _host(link) != usual:
        return f"Search engines are sent to {_host(link)}, and by other pages to {usual}"
    return ""
