"""The hooks that mkdocs.yml names: each hands over to `cyhoeddi.site.adapter`, which says what and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from cyhoeddi.site import adapter

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.utils.templates import TemplateContext

    from cyhoeddi.problems import Problem


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Generate the pages, unless `cyhoeddi build` has."""
    return adapter.on_config(config, _prepare, _tell)


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Place every page at its address; after the i18n plugin, which makes its own files of all."""
    return adapter.on_files(files, config)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give the templates their words and filters."""
    return adapter.on_env(env, config, files)


def on_page_context(context: TemplateContext, page: Any, **_: Any) -> TemplateContext:
    """Give the template the links of its page."""
    return adapter.on_page_context(context, page)


@event_priority(-200)
def on_post_page(output: str, page: Any, config: MkDocsConfig) -> None:
    """Keep a page of the preview for the next save, as all others have left it."""
    adapter.on_post_page(output, page, config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch the files that people write."""
    return adapter.on_serve(server, config)


def _prepare(project: Path, *, preview: bool, into: Path) -> tuple[Problem, ...]:
    # Imported only here: `cyhoeddi build` runs MkDocs in processes that never need it.
    from cyhoeddi.prepare import prepare

    return prepare(project, preview=preview, into=into)


def _tell(problems: Iterable[Problem]) -> str:
    from cyhoeddi.report import render_text

    return render_text(problems)
