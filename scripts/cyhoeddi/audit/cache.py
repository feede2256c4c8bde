"""What was found before in the same bytes by the same tools, so that after an edit only what changed is met.

A finding is a function of the page, of what it loads, of the tools and of how they look: the hash of all of
them names a file in the project's private folder. Whatever else stands there, damaged or foreign, is as good
as nothing.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from cyhoeddi.audit.finding import Box, Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.references import loaded, loaded_by_style
from cyhoeddi.audit.site import Site
from cyhoeddi.problems import Level
from cyhoeddi.whole import write_whole

FOLDER = ".cyhoeddi/audit"
"""Where it stands in a project folder."""

DAYS = 60
"""How long is remembered what is not asked for."""

_TEXTS = ("rule", "address", "message", "hint", "criterion", "selector", "snippet", "view")


@dataclass(frozen=True)
class Cache:
    """Findings by their key; without a folder it remembers nothing."""

    folder: Path | None

    def get(self, key: str) -> tuple[Finding, ...] | None:
        """Give what was found under *key*; None if that is not known."""
        if self.folder is None:
            return None
        file = self._file(self.folder, key)
        try:
            found = tuple(map(_finding, json.loads(file.read_text(encoding="utf-8"))))
            # What is still asked for stays.
            os.utime(file)
            return found
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def put(self, key: str, findings: Iterable[Finding]) -> None:
        """Remember *findings* under *key*; a folder that cannot be written to is no fault of the site."""
        if self.folder is None:
            return
        text = json.dumps([asdict(one) for one in findings], ensure_ascii=True, separators=(",", ":"))
        file = self._file(self.folder, key)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, text)
        except OSError:
            return

    def prune(self) -> None:
        """Forget what nobody asked for in `DAYS` days."""
        oldest = time.time() - DAYS * 24 * 60 * 60
        for file in self.folder.glob("??/*") if self.folder else ():
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()

    @staticmethod
    def _file(folder: Path, key: str) -> Path:
        return folder / key[:2] / f"{key[2:]}.json"


def key_of(*parts: str) -> str:
    """Give the key of what depends on *parts* and on the audit's own code: 64 hexadecimal digits."""
    whole = "\0".join((own_digest(), *(f"{len(part)}:{part}" for part in parts)))
    return sha256(whole.encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Contents:
    """The digests of what a site holds, each file read once."""

    site: Site

    def of(self, address: str) -> str:
        """Give the digest of the page or file at *address* and of all of this site that is loaded for it."""
        page = self.site.by_address.get(address)
        total = sha256(f"{address}\0{self._digest(address)}".encode())
        waiting = [self._target(page, link) for link in loaded(page)] if page else []
        seen: set[str] = set()
        while waiting:
            target = waiting.pop()
            if target and target not in seen:
                seen.add(target)
                waiting += self._loaded_by(target)
        for target in sorted(seen):
            total.update(f"\0{target}\0{self._digest(target)}".encode(errors="surrogatepass"))
        return total.hexdigest()

    def _target(self, page: Page, link: str) -> str:
        try:
            target = self.site.target(page, link) or ""
        except ValueError:
            return ""
        return target.partition("#")[0].partition("?")[0]

    def _loaded_by(self, address: str) -> tuple[str, ...]:
        """Give what the style sheet at *address* loads; of any other file, nothing."""
        if address not in self._known_sheets:
            file = self.site.file(address) if address.endswith(".css") else None
            text = file.read_bytes().decode("utf-8", errors="replace") if file else ""
            sheet = Page(address, "")
            self._known_sheets[address] = tuple(self._target(sheet, link) for link in loaded_by_style(text))
        return self._known_sheets[address]

    def _digest(self, address: str) -> str:
        """Give the digest of the file at *address*; empty if there is none."""
        if address not in self._known:
            file = self.site.file(address)
            self._known[address] = sha256(file.read_bytes()).hexdigest() if file else ""
        return self._known[address]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    @cached_property
    def _known_sheets(self) -> dict[str, tuple[str, ...]]:
        return {}


@cache
def own_digest() -> str:
    """Give the digest of the audit's own code, so that nothing found by an older one is believed."""
    total = sha256()
    for file in sorted(Path(__file__).parent.rglob("*")):
        if file.is_file() and file.suffix in (".py", ".js", ".css", ".json", ".yaml"):
            total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _finding(entry: dict[str, Any]) -> Finding:
    box = entry["box"]
    texts = {name: entry[name] for name in _TEXTS}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError
    return Finding(**texts, level=Level(entry["level"]), box=None if box is None else Box(**box))
