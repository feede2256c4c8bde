"""What can be told of a site's pages without a browser: one rule a module, each over all pages at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import (
    alternatives,
    canonical,
    downloads,
    duplicate_ids,
    headings,
    hreflang,
    labels,
    landmarks,
    language_pairs,
    links,
    names,
    page_language,
    part_language,
    policy,
    requests,
    tables,
    title,
    twins,
    weight,
)

Check: TypeAlias = Callable[[Site], Iterator[Finding]]

_MODULES = (
    page_language,
    part_language,
    twins,
    language_pairs,
    hreflang,
    canonical,
    title,
    headings,
    landmarks,
    tables,
    alternatives,
    names,
    labels,
    duplicate_ids,
    links,
    downloads,
    weight,
    policy,
    requests,
)

RULES: Mapping[str, Check] = MappingProxyType({module.ID: module.check for module in _MODULES})
"""Every rule by its name, in the order in which they run."""
