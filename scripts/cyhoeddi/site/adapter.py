"""What the hooks of MkDocs do: give it the generated tree only, and put each page at its own address.

What a later event needs stands in MkDocs' own configuration, files and pages; of one build nothing is known
to the next, but for the pages of a preview that stay the same. (A plain `mkdocs build` runs all events twice,
the Welsh within the last of the English.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import mkdocs.utils
import pathspec
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files

from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.site import PREVIEW_DOCS, PREVIEW_NONE
from cyhoeddi.site.environment import dress
from cyhoeddi.site.furniture import is_serving, read_furniture
from cyhoeddi.site.overrides import THEME
from cyhoeddi.site.pages import GeneratedPage, place
from cyhoeddi.site.prepared import ROOT, Prepared, mark_whole, prepared, tree_of
from cyhoeddi.site.problem_pages import make_problem_pages
from cyhoeddi.site.same_pages import SamePages

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.utils.templates import TemplateContext

Tell: TypeAlias = Callable[[Iterable[Problem]], str]
"""Gives problems as the text that people read."""

_PROBLEMS = "cyhoeddi_problems"
_SAME = SamePages()
_MANY, _SOON = 1000, 0.05
"""Fewer publications than this are looked at this often, in seconds; MkDocs does so every half second."""
_clean_directory = mkdocs.utils.clean_directory


class Prepare(Protocol):
    """How the generated tree is made."""

    def __call__(self, project: Path, *, preview: bool, into: Path) -> tuple[Problem, ...]:
        """Write the tree of *project* below *into*, unless there are errors; give all problems."""


def on_config(config: MkDocsConfig, prepare: Prepare, tell: Tell) -> MkDocsConfig:
    """Make the generated tree, if that is not done, and leave out all that Material would add to the site."""
    config.theme.static_templates.clear()
    config.extra_css, config.extra_javascript = [], []
    config.exclude_docs = pathspec.gitignore.GitIgnoreSpec.from_lines(["/*/*", "!/*/generated/"])
    if THEME.is_dir() and str(THEME) not in config.theme.dirs:
        # After the project's own theme, so that it may replace a single template or hold nothing but a logo.
        config.theme.dirs.insert(1, str(THEME))
    # Of Material's own files none reaches the site, and MkDocs would list its fourteen thousand icons.
    ours = {config.theme.custom_dir, str(THEME)}
    config.theme.dirs[:] = [name for name in config.theme.dirs if name in ours]
    if not (prepared(config) or _i18n(config).building):
        # The plugin takes this away for its nested build, and does not give it back if that build fails.
        mkdocs.utils.clean_directory = _clean_directory
        _prepare(config, prepare, tell)
    return config


def _prepare(config: MkDocsConfig, prepare: Prepare, tell: Tell) -> None:
    project, serving = _project(config), is_serving(config)
    tree = project / PREVIEW_DOCS if serving else Path(config.docs_dir)
    if serving:
        config.docs_dir = str(project / PREVIEW_NONE)
        for folder in (tree, Path(config.docs_dir)):
            folder.mkdir(parents=True, exist_ok=True)
    try:
        problems = prepare(project, preview=serving, into=tree)
    except OSError as error:
        raise Abort(f"{error.filename or config.docs_dir}: {error.strerror or error}") from error
    if problems:
        print(tell(problems).rstrip(), file=sys.stderr, flush=True)
    if any(problem.level is Level.ERROR for problem in problems):
        if not serving:
            raise Abort("The site was not built: mend the errors above, then build again.")
        config.extra[_PROBLEMS] = problems
    if serving:
        mark_whole(config, tree)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep our theme's assets and the generated tree, each file at its address; drop everything else."""
    language = _language(config)
    furniture = read_furniture(config, language)
    kept = list(_assets(files, config))
    pages = [
        GeneratedPage(file, config, file.content_string, furniture)
        for file in _page_files(files, config, language)
    ]
    if problems := config.extra.get(_PROBLEMS):
        addresses = [page.address for page in pages]
        pages = make_problem_pages(problems, language, addresses, config, furniture)
        _SAME.pass_over()
    else:
        kept += _root_files(files, config, language)
        kept += _attachments(pages, config)
    for page in pages:
        _place_alternates(page, config)
    # The home page alone: MkDocs and the plugin ask for one, and would list or walk all others.
    config.nav = [page.file.src_uri for page in pages if page.address == f"/{language}/"]
    if is_serving(config) and not problems:
        return _without_clashes([*kept, *_SAME.put_back(pages, furniture, config)])
    return _without_clashes([*kept, *(page.file for page in pages)])


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give the templates what the theme was promised."""
    language = _language(config)
    furniture = read_furniture(config, language)
    # What changes with every publication is for the pages alone that show it, or none would ever stand.
    furniture.pop("filters", None)
    return dress(env, language, furniture, files, serving=is_serving(config))


def on_page_context(context: TemplateContext, page: Any) -> TemplateContext:
    """Give the template the links of its page: `href` and `absolute`."""
    more: dict[str, Any] = {"href": page.links.href, "absolute": page.links.absolute}
    if page.filters is not None:
        more["filters"] = page.filters
    context.update(more)  # type: ignore[typeddict-item]
    return context


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> None:
    """Keep what came of a page of a preview."""
    if is_serving(config):
        _SAME.remember(page, output)


def on_serve(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Watch what people write; never what is generated, or one save would build twice."""
    # Imported only here: a build watches nothing.
    from watchdog.observers.polling import PollingObserver

    server.unwatch(config.docs_dir)
    server.unwatch(config.config_file_path)
    project = _project(config)
    # What somebody else has asked MkDocs to watch would be lost with its observer.
    if not server.observer.emitters and sum(1 for _ in (project / "briefings").rglob("*.yaml")) < _MANY:
        server.observer = PollingObserver(timeout=_SOON)
        server.build_delay = _SOON
    # The project folder without the folders in it: mkdocs.yml and addresses.lock.
    for path, deep in (
        (project, False),
        (project / "docs/en", False),
        (project / "docs/cy", False),
        (project / "briefings", True),
        (project / "terms", True),
        (project / "theme", True),
    ):
        if path.is_dir():
            server.watch(str(path), recursive=deep)
    return server


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _language(config: MkDocsConfig) -> Language:
    return Language(_i18n(config).current_language)


def _i18n(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]


def _generated(file: File) -> bool:
    return file.src_uri.split("/")[1:2] == ["generated"]


def _page_files(files: Files, config: MkDocsConfig, language: Language) -> Iterator[File]:
    ready = prepared(config)
    if ready is None:
        yield from (file for file in files if file.is_documentation_page() and _generated(file))
        return
    yield from (_file(path, ready, config, language) for path in ready.pages if _is_of(path, language))


def _file(path: str, ready: Prepared, config: MkDocsConfig, language: Language) -> File:
    file = File(path, str(ready.tree), config.site_dir, config.use_directory_urls)
    # By this the i18n plugin knows the files that it has made for a language.
    file.locale = language  # type: ignore[attr-defined]
    return file


def _is_of(path: str, language: Language) -> bool:
    return path.startswith(f"{language}/")


def _assets(files: Files, config: MkDocsConfig) -> Iterator[File]:
    ours = {str(THEME), config.theme.custom_dir}
    for file in files:
        if file.src_dir in ours and file.src_uri.startswith("assets/"):
            place(file, f"/{file.src_uri}", config)
            yield file


def _root_files(files: Iterable[File], config: MkDocsConfig, language: Language) -> Iterator[File]:
    if ready := prepared(config):
        files = [_file(path, ready, config, language) for path in ready.files if _is_of(path, language)]
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
