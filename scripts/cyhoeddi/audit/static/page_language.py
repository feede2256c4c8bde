"""Every page says the language that it is in, and is in the language that it says.

A screen reader takes its voice from the `lang` of the `html` element: Welsh in an English voice cannot be
understood. The words of the main part are judged too, those left out that state a language of their own.

    pass:  <html lang="cy"> over Welsh text; <html lang="en-GB"> over English; <html lang="pl"> over Polish
    fail:  <html>; <html lang="welsh">; <html lang="en"> over Welsh text, or on the page that is its own "cy"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page, primary
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import tags
from cyhoeddi.audit.static.pairs import alternates
from cyhoeddi.audit.static.passages import passages, spoken_on
from cyhoeddi.audit.static.place import finding
from cyhoeddi.language import Language
from cyhoeddi.lexicon import known

ID = "page-language"

CRITERION = "3.1.1"


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each page whose language is missing, no language, or not that of its words."""
    is_bilingual = {tags.language_of(page) for page in site.pages} >= set(Language)
    for page in site.pages:
        said = _fault(site, page, is_bilingual)
        if said:
            right = spoken_on(page) or tags.language_of(page)
            tag = f'lang="{right}"' if right else 'lang="en" or lang="cy"'
            yield finding(
                ID,
                page,
                page.first("html"),
                said,
                f"Put {tag} in the html tag of the template, so that screen readers use the right voice.",
                criterion=CRITERION,
            )


def _fault(site: Site, page: Page, is_bilingual: bool) -> str:
    if not page.language:
        return "The page does not say which language it is in"
    if not tags.is_valid(page.language):
        return f'The page says that its language is "{page.language}", which is no language tag'
    own, words = tags.language_of(page), spoken_on(page)
    if words and words is not own:
        stated, real = tags.called(page.language), tags.ENGLISH_NAMES[words]
        return f"The page says that it is in {stated}, but its text is in {real}"
    for one in alternates(site, page):
        if one.page is page and not one.is_default and primary(one.code) != primary(page.language):
            return f'The page says lang="{page.language}" of itself, and hreflang="{one.code}"'
    if is_bilingual and own is None and not _is_foreign(page):
        return f'The page says that it is in "{page.language}", which is neither English nor Welsh'
    return ""


def _is_foreign(page: Page) -> bool:
    """Tell whether most words of *page* are neither English nor Welsh, so that it may well be in a third."""
    words = [word for one in passages(page) for word in one.text.split() if word.isalpha()]
    ours = [word for word in words if any(known(word.lower(), language) for language in Language)]
    return len(ours) * 2 < len(words)
