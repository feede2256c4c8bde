"""The model becomes the generated tree: Markdown pages with JSON front matter, files and lists. All of it pure."""
