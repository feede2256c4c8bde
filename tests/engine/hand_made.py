"""A project folder made by hand: a generated tree of a few pages, a theme of one page, and the real hooks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.render.page import PageText
from tests.conftest import PROJECT

EN, CY = Language.EN, Language.CY

SETTINGS = re.sub(
    r"(?m)^site_url: .*$",
    "site_url: https://example.org/",
    (PROJECT / "mkdocs.yml").read_text(encoding="utf-8"),
)

SITES = {"en": "https://example.org/", "cy": "https://example.org/"}

ADDRESSES = {
    EN: {"home/index": "/en/", "document/rents": "/en/rents-2023-html/"},
    CY: {"home/index": "/cy/", "document/rents": "/cy/rhenti-2023-html/"},
}

PAGE = """<!doctype html>
<html lang="{{ page.meta.language }}"><head><title>{{ page.meta.title }}</title>
<link rel="stylesheet" href="{{ asset("style.css") }}">
<link rel="canonical" href="{{ absolute(page.meta.address) }}"></head>
<body>{{ words.home }} {{ words_of("cy").home }}
<a href="{{ href(page.meta.twin or "/en/") }}">{{ csp }}</a>
{{ "2023-11-14"|date }} {{ 46080|size }} {{ serving }}
{{ "a [b]{lang=cy}"|phrases }} {{ "a [b]{lang=cy}"|plain }}
{{ furniture.organisation.name }} {{ page.content }}</body></html>
"""

PROBLEMS = """<html><body>
{% for one in page.meta.problems %}{{ one.position.file }} {{ one.message }}{% endfor %}
</body></html>
"""

# A hook of the project's own, before the real ones: it notes each page that MkDocs makes, and stands in for
# the pipeline, which has tests of its own. The text of briefings/ decides what the stand-in does.
SPY = """
import shutil, sys, types
from pathlib import Path
from cyhoeddi.problems import Position, Problem

HERE = Path(__file__).parent.parent

def prepare(project, *, preview, into):
    note("prepare", str(preview))
    text = (project / "briefings" / "one.yaml").read_text()
    if "broken" in text:
        return (Problem(Position("briefings/one.yaml", 3, 5), "a-rule", "this is broken", "Mend it."),)
    shutil.copytree(project / "tree", into, dirs_exist_ok=True)
    for file in into.glob("??/generated/**/*.md"):
        old = file.read_text()
        if (new := old.replace("SAID", text.strip())) != old:
            file.write_text(new)
    return ()

def note(*words):
    (HERE / "log").mkdir(exist_ok=True)
    with (HERE / "log" / "notes").open("a") as notes:
        notes.write(" ".join(words) + "\\n")

module = types.ModuleType("cyhoeddi.prepare")
module.prepare = prepare
report = types.ModuleType("cyhoeddi.report")
report.render_text = lambda problems: " ".join(f"{p.position.file} {p.message}" for p in problems)
sys.modules |= {"cyhoeddi.prepare": module, "cyhoeddi.report": report}

def on_post_page(output, page, config):
    i18n = config.plugins["i18n"]
    locale = getattr(page.file, "locale", "none")
    note("page", type(i18n).__name__, i18n.current_language, locale, page.file.dest_uri)

def on_post_build(config):
    note("built", config.plugins["i18n"].current_language)
"""


def write(file: Path, text: str | bytes) -> Path:
    """Write *text* into *file*, making its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def page(
    language: Language, kind: str, name: str, address: str, twin: str | None, **more: object
) -> PageText:
    """Give a page of the generated tree with a link to the home page in its body."""
    return PageText(
        language=language,
        kind=kind,
        name=name,
        address=address,
        twin=twin,
        title=f"Title & {name}",
        head_title="",
        description="",
        files=more.pop("files", {}),  # type: ignore[arg-type]
        more={"template": "page.html", **more},
        markdown=f"## Heading {{#heading}}\n\nSAID [home](/{language}/).\n",
    )


def write_page(tree: Path, one: PageText) -> None:
    """Write a page to its place in the generated tree."""
    write(tree / one.path, one.render())


def make_tree(tree: Path) -> Path:
    """Write a whole small generated tree: pages, furniture, an attachment, a file of the root."""
    for language in Language:
        for name, address in ADDRESSES[language].items():
            kind, _, stem = name.partition("/")
            files = {f"{address}data ôl.csv": "files/rents/data ôl.csv"} if kind == "document" else {}
            twin = ADDRESSES[language.other][name]
            write_page(tree, page(language, kind, stem, address, twin, files=files))
        write_page(
            tree, page(language, "not-found", "one", f"/{language}/404.html", f"/{language.other}/404.html")
        )
        generated = tree / language / "generated"
        write(generated / "files/rents/data ôl.csv", f"a,{language}\n")
        furniture = {"organisation": {"name": f"Name {language}", "home": f"/{language}/"}, "site": SITES}
        write(generated / "furniture.json", json.dumps(furniture))
    write_page(tree, page(EN, "language-choice", "index", "/", None))
    write_page(tree, page(EN, "not-found", "both", "/404.html", None))
    write(tree / "en/generated/root/robots.txt", "User-agent: *\n")
    return tree


def make_project(folder: Path) -> Path:
    """Make a project folder with a theme, hooks, hand-written pages and the small tree in docs/."""
    write(folder / "mkdocs.yml", SETTINGS.replace("hooks:\n", "hooks:\n  - scripts/spy.py\n"))
    write(folder / "scripts/spy.py", SPY)
    shutil.copy2(PROJECT / "scripts/mkdocs_hooks.py", folder / "scripts/mkdocs_hooks.py")
    write(folder / "theme/page.html", PAGE)
    write(folder / "theme/problems.html", PROBLEMS)
    write(folder / "theme/assets/style.css", "body { color: black }\n")
    write(folder / "briefings/one.yaml", "first words")
    for language in Language:
        write(folder / "docs" / language / "index.md", "# Hand-written: never given to MkDocs\n")
        write(folder / "docs" / language / "README.md", "# Nor this\n")
    make_tree(folder / "docs")
    make_tree(folder / "tree")
    return folder


def notes(project: Path, kind: str) -> list[list[str]]:
    """Give what the spy noted of one kind: "page", "built" or "prepare"."""
    file = project / "log" / "notes"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line.split(" ")[1:] for line in lines if line.startswith(f"{kind} ")]


def files(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the plain command `mkdocs` in a project folder."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=60, env=environment)
