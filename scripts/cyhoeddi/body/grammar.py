"""CommonMark with tables, narrowed and widened to our dialect, on markdown-it.

The grammar recognises what is refused too, so that `tree` can say so at the exact place. Subclasses add what
markdown-it lacks: every token knows where it starts (`meta["offset"]` of a block in the source, `meta["at"]`
of an inline in the content of its block, `meta["lines"]` the starts of the source lines of such content).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from cyhoeddi.body import block_rules, inline_rules

_NESTING = 30
"""Where markdown-it stops looking: deeper than `tree` allows, so that nothing is cut off unsaid."""

InlineRule = Callable[[StateInline, bool], bool]


@cache
def markdown() -> MarkdownIt:
    """The parser of the dialect; it keeps nothing from one text to the next."""
    parser = _Markdown("commonmark", {"maxNesting": _NESTING, "html": True})
    parser.block, parser.inline = _PlacedBlocks(), _PlacedInlines()

    blocks = parser.block.ruler
    blocks.at("reference", block_rules.reference)
    blocks.before("paragraph", "footnote", footnote_def, {"alt": ["paragraph", "blockquote", "list"]})
    blocks.before("paragraph", "callout", block_rules.callout, {"alt": ["paragraph", "blockquote", "list"]})
    blocks.before("paragraph", "caption", block_rules.caption, {"alt": ["paragraph"]})
    blocks.before("list", "abbreviation", block_rules.abbreviation, {"alt": ["paragraph", "list"]})

    inlines = parser.inline.ruler
    inlines.before("link", "footnote", inline_rules.footnote)
    inlines.before("link", "phrase", _within_brackets(inline_rules.phrase))
    inlines.at("link", _within_brackets(link))
    inlines.at("image", _within_brackets(image))
    inlines.at("html_inline", inline_rules.html)
    inlines.at("autolink", inline_rules.autolink)
    inlines.push("attributes", inline_rules.attributes)
    inlines.disable(["linkify", "strikethrough"])
    parser.inline.ruler2.disable(["strikethrough", "fragments_join"])
    return parser


class _Markdown(MarkdownIt):
    """Leaves addresses as they are: `links` judges them, in words, and the HTML encodes them."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


class _PlacedBlocks(ParserBlock):
    """Notes where each block starts while the marks of the blocks around it are known."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        first = len(state.tokens)
        super().tokenize(state, startLine, endLine)
        for index in range(first, len(state.tokens)):
            token = state.tokens[index]
            if token.map and "offset" not in token.meta:
                starts = [state.bMarks[line] + state.tShift[line] for line in range(*token.map)]
                token.meta["offset"] = starts[0]
                if token.type == "inline":
                    token.meta["lines"] = starts


class _PlacedInlines(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _PlacedState(StateInline):
    """Notes where each token starts; literal text starts where its first piece was found."""

    text_at = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self.text_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self.text_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token


def _within_brackets(rule: InlineRule) -> InlineRule:
    """The rule, but not tried where no bracket closes any more: a long row of `[` stays quick."""

    def guarded(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "[!" or state.pos > _last_close(state):
            return False
        return rule(state, silent)

    return guarded


def _last_close(state: StateInline) -> int:
    return state.html_terminator_last("]")
