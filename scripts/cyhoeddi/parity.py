"""What the rules of parity know beyond the text before them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParityContext:
    """What a project adds to the rules; read once, before any rule runs."""

    twin_domains: tuple[tuple[str, str], ...] = ()
    """Pairs of domains, English and Welsh, that show the same site in the two languages."""
