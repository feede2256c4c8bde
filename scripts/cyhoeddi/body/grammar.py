"""CommonMark with tables, narrowed and widened to our dialect, on markdown-it.

The grammar recognises what is refused too, so that `tree` can say so at the exact place. Subclasses add what
markdown-it lacks: every token knows where it starts (`meta["offset"]` of a block in the source, `meta["at"]`
of an inline in the content of its block, `meta["lines"]` the starts of the source lines of such content).
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any, Final, Literal

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel, parseLinkTitle
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, blockquote, code, fence, heading, hr, html_block, list_block
from markdown_it.rules_inline import (
    StateInline,
    backtick,
    emphasis,
    entity,
    escape,
    image,
    link,
    link_pairs,
    newline,
)
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from cyhoeddi.body import block_rules, inline_rules
from cyhoeddi.body.by_mark import BlockRule, BlockRules, InlineRule, InlineRules
from cyhoeddi.body.table_rule import table

_NESTING = 30
"""Where markdown-it stops looking: deeper than `tree` allows, so that nothing is cut off unsaid."""

_ALL: Final = ("paragraph", "blockquote", "list")

_BLOCKS: Final[tuple[tuple[str, str, BlockRule, tuple[str, ...]], ...]] = (
    ("table", "", table, ("paragraph",)),
    ("code", "", code, ()),
    ("fence", "`~", fence, _ALL),
    ("blockquote", ">", blockquote, _ALL),
    ("hr", "*-_", hr, _ALL),
    ("abbreviation", "*", block_rules.abbreviation, ("paragraph", "list")),
    ("list", "-+*0123456789", list_block, ("paragraph", "blockquote")),
    ("reference", "[", block_rules.reference, ()),
    ("html_block", "<", html_block, ("paragraph", "blockquote")),
    ("heading", "#", heading, ("paragraph", "blockquote")),
    ("footnote", "[", block_rules.unless_underlined(footnote_def), _ALL),
    ("callout", "!", block_rules.unless_underlined(block_rules.callout), _ALL),
    ("caption", "T", block_rules.unless_underlined(block_rules.caption), ("paragraph",)),
    ("paragraph", "", block_rules.paragraph, ()),
)
"""Name, what may stand at the start of its first line (nothing: anything), rule, and what it ends."""

_INLINES: Final[tuple[tuple[str, InlineRule], ...]] = (
    ("\n", newline),
    ("\\", escape),
    ("`", backtick),
    ("*_", emphasis.tokenize),
    ("[", inline_rules.footnote),
    ("[", inline_rules.before("]{lang=", inline_rules.phrase)),
    ("[", inline_rules.before("](", link)),
    ("!", inline_rules.before("](", image)),
    ("<", inline_rules.autolink),
    ("<", inline_rules.html),
    ("&", entity),
    ("{", inline_rules.attributes),
)


@cache
def markdown() -> MarkdownIt:
    """The parser of the dialect; it keeps nothing from one text to the next."""
    parser = _Markdown("commonmark", {"maxNesting": _NESTING, "html": True})
    parser.block, parser.inline = _PlacedBlocks(), _PlacedInlines()
    helpers: Any = SimpleNamespace(
        parseLinkLabel=parseLinkLabel,
        parseLinkDestination=inline_rules.destination,
        parseLinkTitle=parseLinkTitle,
    )
    parser.helpers = helpers
    return parser


def block_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the blocks that stand in *text* from *start* to *end*, both at the margin."""
    state = StateBlock(text[start:end], markdown(), {}, [])
    state.src = text
    state.bMarks = [mark + start for mark in state.bMarks]
    state.eMarks = [mark + start for mark in state.eMarks]
    state.md.block.tokenize(state, 0, state.lineMax)
    return state.tokens


class _Markdown(MarkdownIt):
    """Leaves addresses as they are: `links` judges them, in words, and the HTML encodes them."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


class _PlacedBlocks(ParserBlock):
    """Notes where each block starts while the marks of the blocks around it are known."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = BlockRules(_BLOCKS)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        first = len(state.tokens)
        super().tokenize(state, startLine, endLine)
        for token in state.tokens[first:]:
            if token.map and "offset" not in token.meta:
                line = token.map[0]
                token.meta["offset"] = start = state.bMarks[line] + state.tShift[line]
                if token.type == "inline":
                    token.meta["lines"] = [start]


class _PlacedInlines(ParserInline):
    def __init__(self) -> None:
        super().__init__()
        self.ruler = InlineRules(_INLINES)
        self.terminator_re = self.ruler.ends_text

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        link_pairs(state)
        emphasis.postProcess(state)
        return state.tokens


class _PlacedState(StateInline):
    """Notes where each token starts; literal text starts where its first piece was found."""

    text_at = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self.text_at = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self.text_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token
