"""How the templates of the theme are read: a page is put together from thirty of them.

What a template includes is put in its place as it is read, and not asked for on every page. A filter `e` at
the end of what is printed, which tells people that it is escaped, is dropped: it is escaped in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_INCLUDE = re.compile(r'\{%(-?) include "([^"]+)"(?: without context)? (-?)%\}')


class WholeTemplates(jinja2.BaseLoader):
    """Reads templates from where *inner* does, each with all that it includes by name."""

    def __init__(self, inner: jinja2.BaseLoader) -> None:
        self._inner = inner
        self._included: set[str] = set()

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Give the text of *template*, in which what it includes has its place."""
        text, file, is_current = self._inner.get_source(environment, template)

        def included(match: re.Match[str]) -> str:
            before, name, after = match.groups()
            self._included.add(name)
            # The last line break of a file is none of its text; what it sets is unknown outside of it.
            inside = self.get_source(environment, name)[0].removesuffix("\n")
            return f"{{%{before} with %}}{inside}{{% endwith {after}%}}"

        return _INCLUDE.sub(included, text), file, is_current

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 (as it is called in Jinja)
    ) -> jinja2.Template:
        """Give the template *name*, ready for use."""
        try:
            return super().load(environment, name, globals)
        except jinja2.TemplateSyntaxError:
            # By itself, a file that has a mistake in it is named, and the line.
            for one in sorted(self._included):
                self._inner.load(environment, one)
            raise


class EscapedOnce(Extension):
    """Drops a filter `e` at the end of what is printed; for where all that is printed is escaped."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of *stream* without `|e` before the end of what is printed."""
        tokens = list(stream)
        dropped: set[int] = set()
        for number, token in enumerate(tokens):
            before = tokens[max(0, number - 2) : number]
            if token.type == "variable_end" and [one.value for one in before] == ["|", "e"]:
                dropped |= {number - 2, number - 1}
        return (token for number, token in enumerate(tokens) if number not in dropped)
