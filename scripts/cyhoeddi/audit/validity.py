"""The Nu HTML checker on every page and style sheet: no error and no warning.

It reads the site over HTTP, so that the 'self' of a Content-Security-Policy means what it means to a reader.
A rule is named after what the checker says, without what it quotes: nu:duplicate-id, nu:stray-end-tag.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from cyhoeddi.audit.finding import LONGEST_SNIPPET, Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.problems import Level

FEWEST, MOST = 50, 300
"""Addresses given to one run of the checker: a start costs about as much as fifty pages."""

_LONGEST_NAME = 6
"""Words of a message that a rule is named after at most."""
_MINUTES = 10
_QUOTED = re.compile("“[^”]*”")


def check(
    site: Site, jar: Path, addresses: Iterable[str] | None = None
) -> Iterator[tuple[str, list[Finding]]]:
    """Yield each of *addresses*, or of every page and style sheet, with what the checker *jar* says of it.

    Several runs go side by side. SubprocessError if Java or the checker itself breaks down.
    """
    asked = checkable(site) if addresses is None else tuple(addresses)
    cores = os.cpu_count() or 1
    size = max(FEWEST, min(MOST, -(-len(asked) // cores)))
    batches = [asked[start : start + size] for start in range(0, len(asked), size)]
    pool = ThreadPoolExecutor(cores)
    try:
        for found in pool.map(partial(_run, site.host, jar), batches):
            yield from found.items()
    finally:
        pool.shutdown(cancel_futures=True)


def checkable(site: Site) -> tuple[str, ...]:
    """Give the address of every page and style sheet of *site*."""
    return (*site.by_address, *(address for address in site.files if address.endswith(".css")))


def rule_of(message: str) -> str:
    """Name the rule behind *message* of the checker: "Duplicate ID “a”." is of nu:duplicate-id."""
    plain = _QUOTED.sub(" ", message.removeprefix("CSS:"))
    clauses = (re.findall(r"[^\W\d_]+", part.replace("'", "")) for part in re.split(r"[.:;,(]", plain))
    words = next(filter(None, clauses), ["error"])[:_LONGEST_NAME]
    return "nu:" + "-".join(["css", *words] if message.startswith("CSS:") else words).lower()


def _run(host: str, jar: Path, addresses: tuple[str, ...]) -> dict[str, list[Finding]]:
    java = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(jar)]
    command = [*java, "--format", "json", "--exit-zero-always", "--also-check-css"]
    urls = [host + quote(address) for address in addresses]
    run = subprocess.run(  # noqa: S603 (the checker's own command line)
        [*command, *urls], capture_output=True, text=True, encoding="utf-8", timeout=_MINUTES * 60, check=True
    )
    found: dict[str, list[Finding]] = {address: [] for address in addresses}
    for message in _messages(command, run.stderr):
        address = unquote(message.get("url", "").removeprefix(host))
        if not (_is_mistaken(message) or _is_second_half(message)):
            # Of an address that was not asked for, such as one that the server sends on to, it is told too.
            found[address if address in found else addresses[0]].append(_finding(address, message))
    return found


def _messages(command: list[str], answer: str) -> list[dict[str, Any]]:
    try:
        messages: list[dict[str, Any]] = json.loads(answer)["messages"]
    except (ValueError, KeyError) as error:
        # Silence must not pass for a clean site.
        raise subprocess.CalledProcessError(1, command, stderr=answer) from error
    return [one for one in messages if one["type"] != "info" or one.get("subType") == "warning"]


def _finding(address: str, message: dict[str, Any]) -> Finding:
    was_read = message["type"] != "non-document-error"
    return Finding(
        rule=rule_of(message["message"]) if was_read else "nu:not-checked",
        address=address,
        message=message["message"].removesuffix("."),
        hint="Correct the template or the text that this HTML is made from."
        if was_read
        else "See that the server gives this address, then run the audit again.",
        snippet=_highlighted(message)[:LONGEST_SNIPPET],
        level=Level.WARNING if message["type"] == "info" else Level.ERROR,
    )


def _highlighted(message: dict[str, Any]) -> str:
    extract, start = message.get("extract", ""), message.get("hiliteStart", 0)
    if message["message"].startswith("CSS:"):
        # In a style sheet it points at one value, which alone tells nobody where that stands.
        return str(extract).strip()
    return str(extract[start : start + message.get("hiliteLength", len(extract))])


def _is_mistaken(message: dict[str, Any]) -> bool:
    """Tell whether the checker took a data block for a script.

    JSON-LD is never run, so no policy governs it (HTML, "prepare the script element"), and no browser
    complains: the console of each page that is audited in one is read.
    """
    is_about_scripts = message["message"].startswith("Inline script violates Content Security Policy")
    return is_about_scripts and 'type="application/ld+json"' in message.get("extract", "")


def _is_second_half(message: dict[str, Any]) -> bool:
    """Tell whether it only says where the first of two things stands, of which the second is an error."""
    return bool(message["message"].startswith("The first occurrence of "))
