"""YAML text → plain data in which every value knows its place; broken or hostile YAML → problems."""

from __future__ import annotations

from cyhoeddi.source.reading import Path, Plain, Source, parse_source, read_bytes, read_source

__all__ = ["Path", "Plain", "Source", "parse_source", "read_bytes", "read_source"]
