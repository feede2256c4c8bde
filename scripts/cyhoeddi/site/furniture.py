"""What all pages of one language share in one build: the generated `furniture.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from cyhoeddi.language import Language
from cyhoeddi.site.prepared import served_at, tree_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def read_furniture(config: MkDocsConfig, language: Language) -> dict[str, Any]:
    """Read the furniture of *language*.

    A preview that is served stands at one address for both languages, whatever the site will have. Where
    there is no file there are only the name and the home page: enough for a page that shows problems.
    """
    file = tree_of(config) / language / "generated" / "furniture.json"
    served = served_at(config)
    furniture: dict[str, Any] = {
        "organisation": {"name": config.site_name, "home": f"/{language}/"},
        "contact": None,
        "footer": [],
        "logo": None,
        "site": dict.fromkeys(Language, config.site_url or "/"),
    }
    if file.is_file():
        try:
            furniture |= json.loads(file.read_bytes())
        except ValueError as error:
            raise PluginError(f"{file} is damaged: delete the folder it is in ({error})") from error
    if served:
        furniture["site"] = dict.fromkeys(Language, served)
    return furniture
