"""Faults of links: dropped, added, or leading elsewhere; and the addresses that people write and call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from urllib.parse import urlsplit

from bench.parity.entries import Entry
from bench.parity.fault import Change, Planter, Planters
from bench.parity.figures import Figure, figures
from bench.parity.layout import layout, line_at, prose, spot_at
from bench.parity.vocabulary import other_digit
from cyhoeddi.language import Language

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]+)\)")
_TWO_WORDS = re.compile(r"(?<![\w\0'’-])[a-zâêîôûŵŷ]{4,} [a-zâêîôûŵŷ]{4,}(?![\w\0'’-])")
_PUBLICATIONS = ("strategy", "guide", "data")


def _links(entry: Entry, side: Language, *schemes: str) -> list[re.Match[str]]:
    if not entry.markdown:
        return []
    return [link for link in _LINK.finditer(entry.text(side)) if link[2].partition(":")[0] in schemes]


def _altered(entry: Entry, side: Language, start: int, end: int, new: str) -> Change:
    text = entry.text(side)
    line = line_at(text, start)
    spots = layout(text, markdown=entry.markdown)
    return Change(text[:start] + new + text[end:], line, (spot_at(spots, line),))


def _drop(*schemes: str) -> Planter:
    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        links = _links(entry, side, *schemes)
        if not links:
            return None
        link = random.choice(links)
        return _altered(entry, side, link.start(), link.end(), link[1])

    return plant


def _add(entry: Entry, side: Language, random: Random) -> Change | None:
    if not entry.markdown:
        return None
    text = entry.text(side)
    spots = layout(text, markdown=True)
    choices = [
        words
        for words in _TWO_WORDS.finditer(prose(text, markdown=True))
        if spots[spot_at(spots, line_at(text, words.start()))].kind == "paragraph"
        and not any(link.start() <= words.start() < link.end() for link in _LINK.finditer(text))
    ]
    choices = [words for words in choices if "![" not in text.split("\n")[line_at(text, words.start()) - 1]]
    if not choices:
        return None
    words = random.choice(choices)
    new = f"[{words.group()}](https://www.example.org/report-{random.randint(2, 99)})"
    return _altered(entry, side, words.start(), words.end(), new)


def _change_target(entry: Entry, side: Language, random: Random) -> Change | None:
    links = _links(entry, side, "https", "http", "pub")
    if not links:
        return None
    link = random.choice(links)
    same = any(link[2] == twin[2] for twin in _links(entry, side.other, "https", "http", "pub"))
    return _altered(entry, side, link.start(2), link.end(2), _elsewhere(link[2], same, random))


def _elsewhere(target: str, same: bool, random: Random) -> str:
    """Another target; of a page with an address in each language only another host is surely another page."""
    if target.startswith("pub:"):
        return "pub:" + random.choice([name for name in _PUBLICATIONS if name != target[4:]])
    address = urlsplit(target)
    if same and address.path.strip("/") and address.hostname not in ("www.gov.wales", "www.llyw.cymru"):
        return target.rstrip("/") + random.choice(["-2019", "-archive", "/older"])
    return target.replace(address.netloc, random.choice(["www.example.com", "www.example.net"]))


def _change_contact_link(entry: Entry, side: Language, random: Random) -> Change | None:
    links = _links(entry, side, "tel", "mailto")
    if not links:
        return None
    link = random.choice(links)
    scheme, _, address = link[2].partition(":")
    new = _other_number(address, random) if scheme == "tel" else _other_address(address, random)
    return _altered(entry, side, link.start(2), link.end(2), f"{scheme}:{new}")


def _other_number(number: str, random: Random) -> str:
    """Another telephone number: the code at its start stays."""
    return number[:4] + other_digit("-" + number[4:], random)[1:]


def _other_address(address: str, random: Random) -> str:
    name, _, host = address.partition("@")
    return random.choice(
        [f"{name[:-1]}@{host}", f"{name}.2@{host}", f"{name}@{host.replace('.org', '.com')}"]
    )


def _change_figure(kind: str) -> Planter:
    change = {"telephone": _other_number, "email": _other_address}[kind]

    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        found = [figure for figure in _contacts(entry, side) if figure.kind == kind]
        if not found:
            return None
        figure = random.choice(found)
        return _altered(entry, side, figure.start, figure.end, change(figure.text, random))

    def _contacts(entry: Entry, side: Language) -> Iterator[Figure]:
        return iter(figures(prose(entry.text(side), markdown=entry.markdown), side))

    return plant


PLANTERS: Planters = {
    "link-dropped": _drop("https", "http"),
    "link-added": _add,
    "pub-link-dropped": _drop("pub"),
    "link-target-changed": _change_target,
    "contact-link-changed": _change_contact_link,
    "telephone-changed": _change_figure("telephone"),
    "email-changed": _change_figure("email"),
}
