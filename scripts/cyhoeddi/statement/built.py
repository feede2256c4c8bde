"""Which site the last build made: .cyhoeddi/built.json, by which an audit is known to be of that site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from cyhoeddi.ledger import CACHE
from cyhoeddi.statement.digest import Digest, Digests, folder_digest, whole_digest
from cyhoeddi.whole import write_whole

FILE = f"{CACHE}/built.json"
SITE = "site"


class _Built(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    made_from: Digests
    site: Digest
    """The hash of every file that the build made."""


def write_built(root: Path, digests: Digests, files: Mapping[str, str]) -> None:
    """Note that the site of the project folder *root* was made from what *digests* tell.

    *files* are the hashes of its files, by their path in it.
    """
    built = _Built(made_from=digests, site=whole_digest(files))
    (root / FILE).parent.mkdir(exist_ok=True)
    write_whole(root / FILE, built.model_dump_json(indent=1) + "\n")


def read_built(root: Path) -> Digests | None:
    """Give what the site of the project folder *root* was made from; None if it is not as a build made it."""
    try:
        built = _Built.model_validate_json((root / FILE).read_bytes())
    except (OSError, ValidationError):
        return None
    return built.made_from if built.site == folder_digest(root / SITE) else None
