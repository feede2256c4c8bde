"""What takes long and is looked at one address at a time: HTML by the Nu checker, pages in a browser, PDFs.

Each of them is imported only when it is asked for, and goes without the tools that are not installed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.tools import AXE, CHROMIUM, EQUAL_ACCESS, JAVA, NU, PARTS, Tool

Found = Iterator[tuple[str, list[Finding]]]


def _nothing(_: str) -> str:
    return ""


@dataclass(frozen=True)
class Task:
    """A way of looking at addresses of a site, each by itself."""

    part: str
    """The part of the audit that it belongs to, as `tools.PARTS` names them."""
    doing: str
    """What is being done, for whoever waits: "In the browser"."""
    things: str
    """What stands at the addresses, in the plural."""
    addresses: tuple[str, ...]
    look: Callable[[tuple[str, ...]], Found]
    """Gives each of some of the addresses, in any order, with what is wrong there."""
    tools: tuple[Tool, ...] = ()
    """Those that are there to look with."""
    depends: Callable[[str], str] = _nothing
    """What the findings at an address depend on beside what it holds and loads."""
    views: tuple[str, ...] = ()
    """How each is looked at."""


@dataclass(frozen=True)
class Means:
    """What an audit can look with, and at how much."""

    parts: Collection[str]
    tools: Mapping[str, Tool]
    jobs: int


def tasks(site: Site, pages: tuple[Page, ...], means: Means) -> Iterator[Task]:
    """Yield what there is to look at; the browser meets *pages*."""
    if "static" in means.parts and _has(means, JAVA, NU):
        yield _validity(site, means)
    if "browser" in means.parts and _has(means, CHROMIUM) and (modules := _modules(means)):
        yield _browser(site, pages, modules, means)
    if "pdf" in means.parts:
        yield _documents(site, means)


def _has(means: Means, *names: str) -> bool:
    return all(means.tools[name].is_installed for name in names)


def _modules(means: Means) -> Path | None:
    """Give the folder node_modules with both tools of the browser's part, for it needs both."""
    files = [means.tools[name].file for name in (AXE, EQUAL_ACCESS)]
    folders = [
        next((one for one in file.parents if one.name == "node_modules"), None) for file in files if file
    ]
    return folders[0] if len(files) == len(folders) and len(set(folders)) == 1 else None


def _installed(means: Means, part: str) -> tuple[Tool, ...]:
    return tuple(means.tools[name] for name in PARTS[part] if means.tools[name].is_installed)


def _validity(site: Site, means: Means) -> Task:
    from cyhoeddi.audit import validity

    jar = means.tools[NU].file
    if jar is None:
        raise ValueError(f"{NU} is installed nowhere")
    return Task(
        part="static",
        doing="By the Nu checker",
        things="pages and style sheets",
        addresses=tuple(validity.checkable(site)),
        look=partial(validity.check, site, jar),
        tools=_installed(means, "static"),
    )


def _browser(site: Site, pages: tuple[Page, ...], modules: Path, means: Means) -> Task:
    from cyhoeddi.audit.browser.look import look
    from cyhoeddi.audit.browser.views import VIEWS

    def look_at(addresses: tuple[str, ...]) -> Found:
        chosen = [site.by_address[address] for address in addresses]
        return look(site, chosen, jobs=means.jobs, modules=modules)

    return Task(
        part="browser",
        doing="In the browser",
        things="pages",
        addresses=tuple(page.address for page in pages),
        look=look_at,
        tools=_installed(means, "browser"),
        views=tuple(view.name for view in VIEWS),
    )


def _documents(site: Site, means: Means) -> Task:
    from cyhoeddi.audit import documents

    linked = documents.linked_documents(site)
    return Task(
        part="pdf",
        doing="In the PDFs",
        things="PDFs",
        addresses=tuple(documents.documents(site)),
        look=partial(documents.check, site),
        tools=_installed(means, "pdf"),
        depends=lambda address: repr(linked.get(address, ())),
    )
