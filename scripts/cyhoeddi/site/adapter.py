"""What the hooks of MkDocs do: give it the generated tree only, and put each page at its own address.

What a later event needs stands in MkDocs' own configuration, files and pages; of one build nothing is known
to the next. (A plain `mkdocs build` runs all events twice, the Welsh within the last of the English.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import pathspec
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files

from cyhoeddi.design import THEME
from cyhoeddi.fingerprint import HOME
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.site import SiteError
from cyhoeddi.site.environment import dress
from cyhoeddi.site.furniture import read_furniture
from cyhoeddi.site.pages import GeneratedPage, place
from cyhoeddi.site.prepared import ROOT, prepared, served_at, tree_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.utils.templates import TemplateContext

_THEME = str(HOME / THEME)

Tell: TypeAlias = Callable[[Iterable[Problem]], str]
"""Gives problems as the text that people read."""


class Prepare(Protocol):
    """How the generated tree is made."""

    def __call__(self, project: Path, *, preview: bool, into: Path) -> tuple[Problem, ...]:
        """Write the tree of *project* below *into*, unless there are errors; give all problems."""


def on_startup(command: str) -> None:
    """Refuse `mkdocs serve`, which would make the whole site again at every save."""
    if command == "serve":
        raise Abort("MkDocs alone cannot show this site while it is being written: run `cyhoeddi serve`.")


def on_config(config: MkDocsConfig, prepare: Prepare, tell: Tell) -> MkDocsConfig:
    """Make the generated tree, if that is not done, and leave out all that Material would add to the site."""
    config.theme.static_templates.clear()
    config.extra_css, config.extra_javascript = [], []
    config.exclude_docs = pathspec.gitignore.GitIgnoreSpec.from_lines(["/*/*", "!/*/generated/"])
    if Path(_THEME).is_dir() and _THEME not in config.theme.dirs:
        # After the project's own theme, so that it may replace a single template or hold nothing but a logo.
        config.theme.dirs.insert(1, _THEME)
    # Of Material's own files none reaches the site, and MkDocs would list its fourteen thousand icons.
    ours = {config.theme.custom_dir, _THEME}
    config.theme.dirs[:] = [name for name in config.theme.dirs if name in ours]
    if not (prepared(config) or _i18n(config).building):
        _prepare(config, prepare, tell)
    return config


def _prepare(config: MkDocsConfig, prepare: Prepare, tell: Tell) -> None:
    try:
        problems = prepare(_project(config), preview=False, into=Path(config.docs_dir))
    except OSError as error:
        raise Abort(f"{error.filename or config.docs_dir}: {error.strerror or error}") from error
    if problems:
        print(tell(problems).rstrip(), file=sys.stderr, flush=True)
    if any(problem.level is Level.ERROR for problem in problems):
        raise Abort("The site was not built: mend the errors above, then build again.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep our theme's assets and the generated tree, each file at its address; drop everything else."""
    language = _language(config)
    furniture = read_furniture(config, language)
    pages = [
        GeneratedPage(file, config, file.content_string, furniture)
        for file in _page_files(files, config, language)
    ]
    for page in pages:
        _place_alternates(page, config)
    # The home page alone: MkDocs and the plugin ask for one, and would list or walk all others.
    config.nav = [page.file.src_uri for page in pages if page.address == f"/{language}/"]
    kept = [*_assets(files, config), *_root_files(files, config), *_attachments(pages, config)]
    return _without_clashes([*kept, *(page.file for page in pages)])


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give the templates what the theme was promised."""
    language = _language(config)
    furniture = read_furniture(config, language)
    # What changes with every publication is for the pages alone that show it, or none would ever stand.
    furniture.pop("filters", None)
    return dress(env, language, furniture, files, serving=bool(served_at(config)))


def on_page_context(context: TemplateContext, page: Any) -> TemplateContext:
    """Give the template the links of its page: `href` and `absolute`."""
    more: dict[str, Any] = {"href": page.links.href, "absolute": page.links.absolute}
    if page.filters is not None:
        more["filters"] = page.filters
    context.update(more)  # type: ignore[typeddict-item]
    return context


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _language(config: MkDocsConfig) -> Language:
    return Language(_i18n(config).current_language)


def _i18n(config: MkDocsConfig) -> Any:
    if "i18n" not in config.plugins:
        message = "mkdocs.yml does not list the plugin i18n, which puts the two languages side by side"
        raise SiteError(f"{message}: write its plugins as the sample project does.")
    return config.plugins["i18n"]


def _generated(file: File) -> bool:
    return file.src_uri.split("/")[1:2] == ["generated"]


def _page_files(files: Files, config: MkDocsConfig, language: Language) -> Iterator[File]:
    task = prepared(config)
    if task is None:
        yield from (file for file in files if file.is_documentation_page() and _generated(file))
        return
    for path in task.pages:
        file = File(path, task.tree, config.site_dir, config.use_directory_urls)
        # By this the i18n plugin knows the files that it has made for a language.
        file.locale = language  # type: ignore[attr-defined]
        yield file


def _assets(files: Files, config: MkDocsConfig) -> Iterator[File]:
    ours = {_THEME, config.theme.custom_dir}
    for file in files:
        if file.src_dir in ours and file.src_uri.startswith("assets/"):
            place(file, f"/{file.src_uri}", config)
            yield file


def _root_files(files: Iterable[File], config: MkDocsConfig) -> Iterator[File]:
    for file in files:
        _, _, name = file.src_uri.partition(ROOT)
        if name and _generated(file):
            place(file, f"/{name}", config)
            yield file


def _attachments(pages: Iterable[GeneratedPage], config: MkDocsConfig) -> Iterator[File]:
    # The pages of one publication may name the same file: it is placed once.
    named = {
        address: tree_of(config) / page.meta["language"] / "generated" / path
        for page in pages
        for address, path in page.meta.get("files", {}).items()
    }
    for address, path in named.items():
        if not path.is_file():
            raise PluginError(f"{path} is named by a page, but is not there.")
        file = File.generated(config, address.removeprefix("/"), abs_src_path=str(path))
        place(file, address, config)
        yield file


def _place_alternates(page: GeneratedPage, config: MkDocsConfig) -> None:
    twin = page.meta.get("twin")
    for alternate in getattr(page.file, "alternates", {}).values():
        if twin and alternate is not page.file:
            place(alternate, twin, config)


def _without_clashes(files: Iterable[File]) -> Files:
    placed: dict[str, File] = {}
    for file in files:
        other = placed.setdefault(file.dest_uri, file)
        if other is not file:
            raise PluginError(f"{other.src_uri} and {file.src_uri} have the same address: /{file.dest_uri}")
    return Files(placed.values())
