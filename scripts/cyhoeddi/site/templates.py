"""How the templates of the theme are read: a page is put together from thirty of them.

What a template includes is put in its place as it is read, and not asked for on every page. A filter `e` at
the end of what is printed, which tells people that it is escaped, is dropped: it is escaped in any case.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from cyhoeddi.fingerprint import digest
from cyhoeddi.language import Language
from cyhoeddi.whole import write_whole

_INCLUDE = re.compile(
    r"\{#.*?#\}|\{%-?\s*raw\b.*?endraw\s*-?%\}|"
    r'\{%(?P<before>-?) include "(?P<name>[^"]+)"(?: without context)? (?P<after>-?)%\}',
    re.DOTALL,
)
"""What is a comment, or is to be printed as it stands, is passed over."""


class WholeTemplates(jinja2.BaseLoader):
    """Reads templates from where *inner* does, each with all that it includes by name."""

    def __init__(self, inner: jinja2.BaseLoader) -> None:
        self._inner = inner
        self._included: set[str] = set()

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Give the text of *template*, in which what it includes has its place."""
        return self._whole(environment, template, frozenset())

    def _whole(
        self, environment: jinja2.Environment, template: str, inside_of: frozenset[str]
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        text, file, is_current = self._inner.get_source(environment, template)
        around = inside_of | {template}

        def included(match: re.Match[str]) -> str:
            before, name, after = match.group("before", "name", "after")
            # What includes itself does so under some condition, which Jinja looks at.
            if name is None or name in around:
                return match[0]
            self._included.add(name)
            # The last line break of a file is none of its text; what it sets is unknown outside of it.
            inside = self._whole(environment, name, around)[0].removesuffix("\n")
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


class CompiledTemplates(jinja2.BytecodeCache):
    """Templates as they were compiled, by this process or an earlier one: to compile takes longest.

    A preview needs them again at every save, and a build of a few pages at every change.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._has_new = False

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Give *bucket* what was compiled, if it was, from the very same text."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep what *bucket* holds."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
        self._has_new = True

    def read(self, file: Path, version: str) -> None:
        """Take over what is in *file*, if it is whole and was written under the same *version*."""
        try:
            seal, _, content = file.read_bytes().partition(b"\n")
        except OSError:
            return
        if seal.decode(errors="replace") == digest(version, content):
            self._kept = marshal.loads(content) | self._kept  # noqa: S302 (the seal tells that we wrote it)

    def write(self, file: Path, version: str) -> None:
        """Write all into *file*, if there is anything new in it."""
        if self._has_new and file.parent.is_dir():
            content = marshal.dumps(self._kept)
            write_whole(file, digest(version, content).encode() + b"\n" + content)
            self._has_new = False


COMPILED = {language: CompiledTemplates() for language in Language}
"""By language, since what is written in it once and for all, such as a date, is put into the code."""
