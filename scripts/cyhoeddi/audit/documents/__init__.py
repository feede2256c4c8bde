"""Every PDF of a site: three validators of PDF/UA-1, and rules of our own.

Each validator finds what another misses. One that is not installed is left out here, and named by `tools`;
our own rules read with pikepdf, which two of the validators bring.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

import cyhoeddi.audit.documents.own as own
import cyhoeddi.audit.documents.validators as validators
from cyhoeddi.audit.documents.linked import Linked, linked_documents
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site

__all__ = ["Linked", "check", "documents", "linked_documents"]

_FEW = 8
"""As many are done before further processes have started."""


def documents(site: Site) -> tuple[str, ...]:
    """Give the address of every PDF of *site*."""
    return tuple(address for address in site.files if address.lower().endswith(".pdf"))


def check(site: Site, addresses: Iterable[str]) -> Iterator[tuple[str, list[Finding]]]:
    """Yield each PDF of *addresses* with what is wrong with it.

    Apart from its bytes that depends only on what `linked_documents` says of it.
    """
    linked = linked_documents(site)
    asked = [(address, site.files[address], linked.get(address, ())) for address in addresses]
    if len(asked) <= _FEW or (cores := os.cpu_count() or 1) == 1:
        yield from map(_check, asked)
        return
    # Started anew and not forked: the site is being served by a thread of this process.
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"))
    try:
        yield from pool.map(_check, asked, chunksize=_FEW // 2)
    finally:
        pool.shutdown(cancel_futures=True)


def _check(document: tuple[str, Path, tuple[Linked, ...]]) -> tuple[str, list[Finding]]:
    address, file, linked = document
    if find_spec("pikepdf") is None:
        return address, list(validators.check(address, file))
    pdf = own.open_document(address, file)
    if isinstance(pdf, Finding):
        # The validators would only say in three more ways that they cannot open it.
        return address, [pdf]
    with pdf:
        found = list(own.check(address, pdf, linked))
    return address, [*found, *validators.check(address, file)]
