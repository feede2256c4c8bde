"""Feeds by which readers follow the site, a series, a workstream or a type: Atom and JSON Feed, pure."""
