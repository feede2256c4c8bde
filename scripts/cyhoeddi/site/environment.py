"""What the templates of the theme may use, over and above what MkDocs gives them.

    words, words_of(language)   the fixed words of the page's language, or of the one named
    furniture                   what all pages share (decisions/001)
    href(address)               the link from this page to an address of the site
    absolute(address)           its whole address
    alike(name, ...)            a part that is the same on many pages (`fragments`)
    asset(name)                 the link to assets/<name>, with its content's hash for the browsers' cache
    csp, csp_search             the Content-Security-Policy of a page, and of that of search results
    serving                     whether this is a preview that reloads itself
    text|date  number|size      in the page's language
    text|urlencode              as part of an address
    text|phrases  text|plain    a text with marked phrases as HTML, or as its words alone

`href`, `absolute` and `asset` belong to the page: a file of macros that uses them is imported `with context`.
All that is not Markup is escaped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from cyhoeddi.body.html import plain_phrases, render_phrases
from cyhoeddi.language import Language
from cyhoeddi.site.fragments import fragments
from cyhoeddi.site.templates import COMPILED, EscapedOnce, WholeTemplates
from cyhoeddi.words import format_date, format_size, in_language

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def dress(
    env: jinja2.Environment, language: Language, furniture: dict[str, Any], files: Files, *, serving: bool
) -> jinja2.Environment:
    """Give *env*, which builds the pages of *language*, the names above."""
    env.autoescape = True
    env.add_extension(EscapedOnce)
    if env.loader:
        env.loader = WholeTemplates(env.loader)
    env.bytecode_cache = COMPILED[language]
    # Front matter is dicts: a key is looked for first, since to find no such attribute costs an exception.
    env.getattr = env.getitem  # type: ignore[assignment, method-assign]
    env.globals.update(
        words=in_language(language),
        words_of=lambda other: in_language(Language(other)),
        furniture=furniture,
        alike=fragments(),
        asset=_asset_link(files),
        csp=content_security_policy(serving=serving),
        csp_search=content_security_policy(serving=serving, searching=True),
        serving=serving,
    )
    env.filters.update(
        date=lambda day: format_date(date.fromisoformat(day), language),
        size=lambda size: format_size(size, language),
        # Kept, since titles, labels and names of series stand on page after page.
        phrases=lru_cache(maxsize=8192)(lambda text: Markup(render_phrases(text))),  # noqa: S704
        plain=lru_cache(maxsize=8192)(plain_phrases),
        urlencode=_encoded,
    )
    return env


def _encoded(text: str) -> str:
    """Encode *text* for an address: word by word, since all pages say much the same in their links."""
    return "%20".join(map(_encoded_word, text.split(" ")))


@lru_cache(maxsize=8192)
def _encoded_word(word: str) -> str:
    return quote(word)


_SEARCH = {"script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self'"}
"""What Pagefind needs on the page that it runs on: WebAssembly, and a worker."""


def content_security_policy(*, serving: bool = False, searching: bool = False) -> str:
    """Give the policy of a page; MkDocs' live reload is a script within the page."""
    reload = {"script-src": "'self' 'unsafe-inline'"} if serving else {}
    needed = _SEARCH if searching else {}
    return "; ".join(f"{name} {value}" for name, value in (_POLICY | needed | reload).items())


def _asset_link(files: Files) -> Callable[[Context, str], str]:
    hashes = {
        file.dest_uri: hashlib.sha256(file.content_bytes).hexdigest()[:12]
        for file in files
        if file.dest_uri.startswith("assets/")
    }

    @jinja2.pass_context
    def asset(context: Context, name: str) -> str:
        link: str = context["href"](f"/assets/{name}")
        return f"{link}?{hashes[f'assets/{name}']}"

    return asset
