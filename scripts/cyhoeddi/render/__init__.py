"""The model becomes the generated tree: pages with JSON front matter, files and lists. All of it pure."""
