"""What a site is made from, and the accessibility statement told of that very site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.project import Project
from cyhoeddi.render.handwritten import handwritten_page
from cyhoeddi.render.tree import FileCopy, Tree
from cyhoeddi.statement.digest import Digests, content_digest, design_digest


def digests_of(root: Path, tree: Tree) -> Digests:
    """Give the digests of the site that is made from *tree* in the project folder *root*."""
    return Digests(design=design_digest(root), content=content_digest(_contents(root, tree)))


def restated(tree: Tree, project: Project, addresses: Addresses, digests: Digests) -> Tree:
    """Give *tree* with the statement of *project*, if there is one, on the site of these *digests*."""
    settings = addresses.collection.settings
    page = project.statement.page(settings, project.today, digests) if project.statement else None
    if page is None:
        return tree
    texts = [handwritten_page(Edition(addresses.collection, addresses, side), page) for side in Language]
    return {**tree, **{text.path: text.render() for text in texts}}


def _contents(root: Path, tree: Tree) -> Iterator[tuple[str, bytes]]:
    for path, content in tree.items():
        if not isinstance(content, FileCopy):
            yield path, content
        elif content.source.startswith(f"{PDFS}/"):
            # The name of a finished PDF is the hash of all that it is made from.
            yield path, content.source.encode()
        else:
            yield path, (root / content.source).read_bytes()
