"""A preview whose sources have errors shows them at every address, so that no open window is left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.render.page import PageText
from cyhoeddi.site.pages import GeneratedPage
from cyhoeddi.words import in_language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_ALWAYS = {Language.EN: ("/", "/404.html", "/en/", "/en/404.html"), Language.CY: ("/cy/", "/cy/404.html")}


def make_problem_pages(
    problems: Iterable[Problem],
    language: Language,
    addresses: Iterable[str],
    config: MkDocsConfig,
    furniture: Mapping[str, Any],
) -> list[GeneratedPage]:
    """Make a page of the errors for each of *addresses*, and for those that a reader meets first."""
    shown = [asdict(problem) for problem in problems if problem.level is Level.ERROR]
    return [
        _make(f"{number}", address, language, shown, config, furniture)
        for number, address in enumerate(sorted({*_ALWAYS[language], *addresses}))
    ]


def _make(
    name: str,
    address: str,
    language: Language,
    shown: list[dict[str, Any]],
    config: MkDocsConfig,
    furniture: Mapping[str, Any],
) -> GeneratedPage:
    title = in_language(language)["problems_title"]
    text = PageText(
        language=language,
        kind="problems",
        name=name,
        address=address,
        twin=None,
        title=title,
        head_title=title,
        description=title,
        noindex=True,
        more={"problems": shown},
    )
    source = text.render().decode()
    file = File.generated(config, text.path, content=source)
    return GeneratedPage(file, config, source, furniture)
