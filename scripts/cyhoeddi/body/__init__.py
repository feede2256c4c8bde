"""The Markdown of bodies, details and remits: the one dialect of the whole site.

`parse` turns text into the tree of `blocks`, with a refusal for everything that is not allowed; `html` turns
the tree into accessible HTML. Nothing here knows of files, publications or the engine.
"""
