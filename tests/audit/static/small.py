"""Small sites made by hand, in markup that is nobody's: a library that lends tools."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site

HOST = "https://tools.example"

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'"

TWINS = {"/": "/cymraeg/", "/borrow.html": "/cymraeg/benthyg.html"}
"""The addresses of the clean site: English ones stand at the root."""

ENGLISH = {
    "/": (
        "The Tool Library",
        "<p>We lend drills, saws and ladders to everybody who lives in the village.</p>",
    ),
    "/borrow.html": (
        "How to borrow",
        "<p>Bring a letter with your address on it, and take the tool home.</p>",
    ),
}
WELSH = {
    "/cymraeg/": (
        "Y Llyfrgell Offer",
        "<p>Rydym yn benthyg driliau, llifiau ac ysgolion i bawb sy'n byw yn y pentref.</p>",
    ),
    "/cymraeg/benthyg.html": (
        "Sut i fenthyg",
        "<p>Dewch â llythyr â'ch cyfeiriad arno, ac ewch â'r offer adref.</p>",
    ),
}

Files = Mapping[str, str | bytes]


def page(
    address: str,
    *,
    lang: str = 'lang="en-GB"',
    title: str = "A page",
    head: str | None = None,
    switch: str | None = None,
    policy: str | None = POLICY,
    before: str = "",
    main: str = "<h1>A page</h1>",
    body: str | None = None,
) -> str:
    """Give a clean page at *address*, but for what is said otherwise."""
    there = {**TWINS, **{welsh: english for english, welsh in TWINS.items()}}.get(address, address)
    is_welsh = address.startswith("/cymraeg/")
    other, name = ("en", "English") if is_welsh else ("cy", "Cymraeg")
    if head is None:
        head = alternates({"cy" if is_welsh else "en": address, other: there}) + canonical(address)
    if switch is None:
        switch = f'<a href="{there}" lang="{other}" hreflang="{other}">{name}</a>'
    told = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    inside = f"<div id=masthead role=banner>{switch}</div><main>{main}</main>" if body is None else body
    top = f"<head>{told}<title>{title}</title>{head}</head>"
    return f"<!DOCTYPE html><html {lang}>{top}<body>{before}{inside}</body></html>"


def alternates(pages: Mapping[str, str]) -> str:
    """Give hreflang links, whole addresses made of those of the site."""
    return "".join(
        f'<link rel="alternate" hreflang="{code}" href="{HOST}{address}">' for code, address in pages.items()
    )


def canonical(address: str) -> str:
    """Give the link that names *address* as the page's own."""
    return f'<link rel="canonical" href="{HOST}{address}">'


def clean() -> dict[str, str | bytes]:
    """Give the files of a site without a fault, by their addresses."""
    english = {
        address: page(address, title=title, main=f"<h1>{title}</h1>{text}")
        for address, (title, text) in ENGLISH.items()
    }
    welsh = {
        address: page(address, lang='lang="cy"', title=title, main=f"<h1>{title}</h1>{text}")
        for address, (title, text) in WELSH.items()
    }
    return {**english, **welsh}


def site(folder: Path, files: Files) -> Site:
    """Write *files*, by their addresses, into *folder* and give the site that they are."""
    for address, content in files.items():
        file = folder / (address.lstrip("/") + ("index.html" if address.endswith("/") else ""))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return Site(folder=folder, host="http://127.0.0.1:1")


def told(check: Callable[[Site], Iterator[Finding]], folder: Path, files: Files) -> list[str]:
    """Give what *check* says of the clean site with *files* in it, a line each: address, then message."""
    return [f"{one.address}: {one.message}" for one in check(site(folder, {**clean(), **files}))]


def said_of(
    check: Callable[[Site], Iterator[Finding]], folder: Path, main: str, *, before: str = ""
) -> list[str]:
    """Give what *check* says of one page with these words in its main part."""
    files = {"/borrow.html": page("/borrow.html", main=main, before=before, title="How to borrow")}
    return [one.message for one in check(site(folder, {**clean(), **files}))]
