"""The front matter of a generated page, and where in the site a thing with an address stands."""

from __future__ import annotations

import json
from typing import Any

FENCE = "---\n"

FILTERED = frozenset({"list", "search"})
"""The kinds of page that show the filters of the furniture, which change with every publication."""


def read_front_matter(text: str, place: str) -> tuple[dict[str, Any], str]:
    """Split the *text* of a page into its front matter and its body; *place* names the file in an error.

    Raises ValueError, with what to do, if it is not a generated page.
    """
    head, fence, rest = text.removeprefix(FENCE).partition("\n" + FENCE)
    try:
        if not (fence and text.startswith(FENCE)):
            raise ValueError("it does not begin with JSON between two lines ---")
        front = json.loads(head)
        if not str(front["address"]).startswith("/"):
            raise ValueError("its address does not begin with /")
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(
            f"{place} is not a generated page: {error}. Delete the folder `generated`."
        ) from error
    return front, rest.removeprefix("\n")


def path_of(address: str, source: str) -> str:
    """Give the path in the site of what stands at *address*; at a folder's, its index.html.

    Raises ValueError, which names *source*, if that is no place in the site.
    """
    path = address.removeprefix("/")
    if ".." in path.split("/"):
        raise ValueError(f"{source} would stand outside the site: {address}")
    return path + "index.html" if path == "" or path.endswith("/") else path
