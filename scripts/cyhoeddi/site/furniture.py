"""What all pages of one language share in one build: the generated `furniture.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from cyhoeddi.language import Language
from cyhoeddi.site.prepared import tree_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def is_serving(config: MkDocsConfig) -> bool:
    """Tell whether this build is for `mkdocs serve`, which makes its own address that of the site."""
    return urlsplit(config.site_url or "").netloc == f"{config.dev_addr.host}:{config.dev_addr.port}"


def read_furniture(config: MkDocsConfig, language: Language) -> dict[str, Any]:
    """Read the furniture of *language*.

    A preview stands at one address for both languages, whatever the site will have. Where nothing has been
    generated yet there are only the name and the home page: enough for a page that shows problems.
    """
    file = tree_of(config) / language / "generated" / "furniture.json"
    base = config.site_url or "/"
    furniture: dict[str, Any] = {
        "organisation": {"name": config.site_name, "home": f"/{language}/"},
        "contact": None,
        "footer": [],
        "logo": None,
        "site": dict.fromkeys(Language, base),
    }
    if file.is_file():
        try:
            furniture |= json.loads(file.read_bytes())
        except ValueError as error:
            raise PluginError(f"{file} is damaged: delete the folder it is in ({error})") from error
    if is_serving(config):
        furniture["site"] = dict.fromkeys(Language, base)
    return furniture
