"""The same pages for others: a folder for MkDocs with Material as it comes, and one for Hugo.

Both are made from the pages that Cyhoeddi hands to its own engine, so that there are as many of them and they
say the same: title, description, cards, links and body, as plain Markdown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEFT_OUT = {"language-choice", "not-found", "redirect"}
"""Pages that the others make in their own way or not at all."""

LISTS = ("cards", "latest", "series", "documents", "workstreams")
"""The keys of a page's front matter that list other things to read."""

MKDOCS = """\
site_name: Bench
site_url: https://example.org/
theme: {name: material, font: false}
markdown_extensions: [abbr, admonition, attr_list, footnotes, tables]
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      reconfigure_search: false
      languages:
        - {locale: en, name: English, default: true}
        - {locale: cy, name: Cymraeg}
"""

HUGO = """\
baseURL = "https://example.org/"
title = "Bench"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.parser.attribute]
block = true
[languages.en]
contentDir = "content/en"
[languages.cy]
contentDir = "content/cy"
"""

HUGO_PAGE = """\
<!doctype html>
<html lang="{{ .Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/style.css">
</head>
<body>
<a href="#main">Skip to main content</a>
<header><a href="/{{ .Language.Lang }}/">{{ site.Title }}</a>
{{ range .Translations }}<a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}">Other language</a>
{{ end }}</header>
<main id="main"><h1>{{ .Title }}</h1>
<p>{{ .Description }}</p>
{{ .Content }}</main>
<footer><a href="/{{ .Language.Lang }}/">{{ site.Title }}</a></footer>
</body>
</html>
"""


@dataclass(frozen=True)
class Plain:
    """A page as plain Markdown."""

    path: str
    """Its place in a folder of content; only the first part differs by language: en/landing/x.md."""
    title: str
    description: str
    body: str


def read_pages(project: Path) -> Iterator[Plain]:
    """Yield the generated pages of a project folder that has been built."""
    for file in sorted((project / "docs").glob("*/generated/**/*.md")):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        front = json.loads(head)
        if front["kind"] not in LEFT_OUT:
            path = file.relative_to(project / "docs").as_posix().replace("/generated/", "/", 1)
            yield Plain(path, front["title"], front["description"], _links(front) + body)


def write_mkdocs(pages: list[Plain], folder: Path) -> None:
    """Write a folder for `mkdocs build`."""
    _write(folder / "mkdocs.yml", MKDOCS)
    for page in pages:
        head = f"---\n{json.dumps({'title': page.title, 'description': page.description})}\n---\n"
        _write(folder / "docs" / page.path, f"{head}# {page.title}\n\n{page.body}")
    for language in ("en", "cy"):
        _write(folder / "docs" / language / "index.md", "# Bench\n")


def write_hugo(pages: list[Plain], folder: Path) -> None:
    """Write a folder for `hugo build`."""
    _write(folder / "hugo.toml", HUGO)
    for name in ("home", "section", "page"):
        _write(folder / "layouts" / f"{name}.html", HUGO_PAGE)
    for page in pages:
        head = json.dumps({"title": page.title, "description": page.description})
        _write(folder / "content" / page.path, f"{head}\n\n{page.body}")


def _links(front: dict[str, Any]) -> str:
    """Give what a page lists besides its body: cards, documents, filters, workstreams."""
    listed = [one for key in LISTS for one in front.get(key, ())]
    lines = [f"- [{one['title']}]({one['address']}) {one.get('summary') or ''}".rstrip() for one in listed]
    return "\n".join(lines) + "\n\n" if lines else ""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
