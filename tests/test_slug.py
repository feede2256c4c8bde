from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.slug import LONGEST, is_slug, slugify

EN, CY = Language.EN, Language.CY
LANGUAGES = st.sampled_from(Language)


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Removing profit from the care of children", EN, "removing-profit-care-children"),
        ("Dileu elw o ofal: papur briffio Ionawr 2023", CY, "dileu-elw-o-ofal-papur-briffio-ionawr-2023"),
        ("Tŷ a dŵr, môr, gŵyl, Ẁ, Ŷ", CY, "ty-a-dwr-mor-gwyl-w-y"),
        ("Children's and carers’ rights", EN, "childrens-carers-rights"),
        ("£68m – 4.5% (draft)", EN, "68m-4-5-draft"),
        ("  --Hello__World--  ", EN, "hello-world"),
        ("To the", EN, "to-the"),
        ("To the", CY, "to-the"),
        ("Straße in Łódź", EN, "stra-e-odz"),
        ("?!", EN, ""),
        ("a " * 80, CY, "-".join("a" * 50)),
        ("x" * 130, CY, "x" * 100),
        ("x" * 100 + " y", CY, "x" * 100),
        ("x" * 99 + " yz", CY, "x" * 99),
        ("x" * 90 + f" {'y' * 9} z", CY, "x" * 90 + f"-{'y' * 9}"),
    ],
)
def test_a_title_becomes_its_slug(text: str, language: Language, slug: str) -> None:
    assert slugify(text, language) == slug
    assert slugify(unicodedata.normalize("NFD", text), language) == slug


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "ŵ", "a_b", "a/b", "a\n", "a" * 101])
def test_what_is_not_a_slug_is_told(text: str) -> None:
    assert not is_slug(text)


@given(st.text(max_size=300) | st.text("ab -'’ŵÂ the", max_size=300), LANGUAGES)
def test_every_text_gives_a_slug_or_nothing(text: str, language: Language) -> None:
    slug = slugify(text, language)
    assert slug == "" or is_slug(slug)
    assert len(slug) <= LONGEST


@given(st.text("ab -'’ŵÂtheof", max_size=300), LANGUAGES)
def test_a_slug_is_its_own_slug(text: str, language: Language) -> None:
    slug = slugify(text, language)
    assert slugify(slug, language) == slug


@given(st.text("abcŵ -", max_size=90), LANGUAGES)
def test_apostrophes_make_no_difference(text: str, language: Language) -> None:
    assert slugify("’".join(text), language) == slugify(text, language)
