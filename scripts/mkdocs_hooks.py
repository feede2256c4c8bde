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
    from mkdocs.structure.files import Files
    from mkdocs.utils.templates import TemplateContext

    from cyhoeddi.problems import Problem


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 (MkDocs names both)
    """Refuse what MkDocs cannot do well."""
    adapter.on_startup(command)


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


def _prepare(project: Path, *, preview: bool, into: Path) -> tuple[Problem, ...]:
    # Imported only here: `cyhoeddi build` runs MkDocs in processes that never need it.
    from cyhoeddi.prepare import prepare

    return prepare(project, preview=preview, into=into)


def _tell(problems: Iterable[Problem]) -> str:
    from cyhoeddi.report import render_text

    return render_text(problems)
