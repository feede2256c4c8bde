"""The only rooms that know MkDocs: the generated tree goes in, a finished folder of HTML comes out."""

from __future__ import annotations

from cyhoeddi.ledger import CACHE

PREVIEW_DOCS = f"{CACHE}/preview/docs"
"""Where the generated tree of a preview stands, in the project folder."""


class SiteError(Exception):
    """The site could not be made or put in place, for a reason that no text of an author can mend.

    The message says in plain words what happened and what to do.
    """
