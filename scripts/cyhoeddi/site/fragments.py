"""Parts that many pages have alike, such as the footer: rendered once, not once a page.

    {%- call alike("footer", furniture.footer) %} ... {%- endcall %}

The links in such a part are relative. They are the same on all pages that lie equally deep and share equally
many folders with what the part leads to: on nearly all pages, that is. What else a part shows follows from
the furniture, or is named after what it leads to: `alike("filter", filter, chosen)`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from cyhoeddi.site.links import folders_above


def fragments() -> Callable[..., Markup]:
    """Give the function `alike` for the templates of one build in one language."""
    made: dict[Hashable, Markup] = {}
    folders: dict[str, frozenset[tuple[str, ...]]] = {}

    @jinja2.pass_context
    def alike(
        context: Context, name: str, leads_to: object, *shows: Hashable, caller: Callable[[], Markup]
    ) -> Markup:
        """Give the part *name*, which leads to the addresses in *leads_to*, as the first such page has it."""
        if name not in folders:
            folders[name] = folders_above(_addresses(leads_to))
        key = name, context["page"].links.standpoint(folders[name]), shows
        if key not in made:
            made[key] = caller()
        return made[key]

    return alike


def _addresses(value: Any) -> Iterator[str]:
    """Yield every address that stands anywhere in *value*, which is made of dicts, lists and texts."""
    if isinstance(value, str):
        if value.startswith("/"):
            yield value
    elif isinstance(value, dict):
        yield from _addresses(list(value.values()))
    elif isinstance(value, Iterable):
        for each in value:
            yield from _addresses(each)
