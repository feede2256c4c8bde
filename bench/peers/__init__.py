"""Others that make sites, given the same pages: Hugo, Eleventy, MkDocs with Material, and Zensical."""

from __future__ import annotations

from bench.peers.eleventy import ELEVENTY
from bench.peers.hugo import HUGO
from bench.peers.mkdocs import MKDOCS
from bench.peers.peer import Peer
from bench.peers.zensical import ZENSICAL

PEERS: tuple[Peer, ...] = (HUGO, ELEVENTY, MKDOCS, ZENSICAL)
