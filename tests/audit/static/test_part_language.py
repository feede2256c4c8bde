from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import part_language
from tests.audit.static.small import WELSH, page, said_of, told

WELSH_WORDS = "Mae'r ddogfen hon ar gael yn Saesneg hefyd, ac mewn print bras os gofynnwch amdani."
ENGLISH_WORDS = "This document is also available in Welsh, and in large print if you ask for it."
AROUND = f"<h1>Borrowing</h1><p>{ENGLISH_WORDS}</p><p>{ENGLISH_WORDS}</p><p>{ENGLISH_WORDS}</p>"


@pytest.mark.parametrize(
    ("main", "message"),
    [
        (f"<p>{WELSH_WORDS}</p>", "Welsh words stand on this English page and are not marked as Welsh"),
        (
            f"<ul><li><em>{WELSH_WORDS}</em></li></ul>",
            "Welsh words stand on this English page and are not marked as Welsh",
        ),
        (f'<p lang="en">{WELSH_WORDS}</p>', "Words that are marked as English are in Welsh"),
        (f'<p lang="cy">{ENGLISH_WORDS}</p>', "Words that are marked as Welsh are in English"),
        ('<p>See <i lang="cy">what people said</i></p>', "Words that are marked as Welsh are in English"),
        ('<p lang="welsh">Bore da</p>', '"welsh" is no language tag'),
        ('<p lang="cym">Bore da</p>', '"cym" is no language tag'),
    ],
)
def test_finds_words_whose_language_is_not_told_or_wrong(tmp_path: Path, main: str, message: str) -> None:
    assert said_of(part_language.check, tmp_path, AROUND + main) == [message]


@pytest.mark.parametrize(
    "main",
    [
        f'<p lang="cy">{WELSH_WORDS}</p>',
        f'<blockquote lang="cy-GB"><p>{WELSH_WORDS} <em>Diolch yn fawr i bawb</em></p></blockquote>',
        '<p>The sign says <span lang="cy">Croeso i bawb</span>, which is a greeting.</p>',
        "<p>We thank Ymddiriedolaeth Gymunedol Cwm Tawel a Grŵp Gwirfoddolwyr Llanfair for their help.</p>",
        "<h2>Senedd Cymru a Llywodraeth Cymru</h2>",
        f"<pre><code>{WELSH_WORDS}</code></pre>",
        f'<p translate="no">{WELSH_WORDS}</p>',
        '<p lang="">xyzzy</p>',
        '<p lang="fr">Le rapport sera publié avant la fin de la semaine prochaine.</p>',
    ],
)
def test_lets_marked_words_names_and_code_pass(tmp_path: Path, main: str) -> None:
    assert said_of(part_language.check, tmp_path, AROUND + main) == []


def test_leaves_a_page_that_is_wrong_as_a_whole_to_the_rule_for_pages(tmp_path: Path) -> None:
    main = f"<h1>Sut i fenthyg</h1>{WELSH['/cymraeg/benthyg.html'][1]}<p>{WELSH_WORDS}</p>"
    assert told(part_language.check, tmp_path, {"/new.html": page("/new.html", main=main)}) == []
