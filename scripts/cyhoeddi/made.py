"""What a site is made from, and the accessibility statement told of that very site."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.project import Project
from cyhoeddi.render.handwritten import handwritten_page
from cyhoeddi.render.kept import Hash
from cyhoeddi.render.work import FileCopy, Tree
from cyhoeddi.statement.digest import Digests, content_digest, design_digest


def tree_digests(root: Path, tree: Tree) -> dict[str, str]:
    """Give the hash of each file of *tree*, by path; what is copied stands in the project folder *root*."""
    return {path: one if isinstance(one, str) else _digest(root, one) for path, one in tree.items()}


def digests_of(root: Path, tree: Mapping[str, str]) -> Digests:
    """Give the digests of the site made in the project folder *root* from a *tree*, given as hashes."""
    return Digests(design=design_digest(root), content=content_digest(tree))


def restated(project: Project, addresses: Addresses, digests: Digests) -> Tree:
    """Give the pages of the statement of *project*, if there is one, on the site of these *digests*."""
    settings = addresses.collection.settings
    page = project.statement.page(settings, project.today, digests) if project.statement else None
    if page is None:
        return {}
    texts = [handwritten_page(Edition(addresses.collection, addresses, side), page) for side in Language]
    return {text.path: text.render() for text in texts}


def copy_digest(copy: FileCopy, content: bytes) -> str:
    """Give the hash of a *copy* of a file that holds this *content*."""
    return sha256(copy.source.encode() if _is_pdf(copy) else content).hexdigest()


def _digest(root: Path, content: bytes | FileCopy) -> Hash:
    if isinstance(content, FileCopy):
        return copy_digest(content, b"" if _is_pdf(content) else (root / content.source).read_bytes())
    return sha256(content).hexdigest()


def _is_pdf(copy: FileCopy) -> bool:
    """Tell whether this is a finished PDF, of which the name is the hash of all that it is made from."""
    return copy.source.startswith(f"{PDFS}/")
