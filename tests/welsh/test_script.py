"""The browser's script and Python give the same keys and forms, and the script suggests what was meant."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any

from bench.search_words import SCRIPT, TABLE, is_radical, read_families, read_precision, synthetic
from cyhoeddi.welsh import chunks, expand, families, keys, render_table
from cyhoeddi.welsh.families import NAMES
from tests.conftest import PROJECT

ODD = (
    "",
    "a",
    "COVID-19",
    "2024",
    "I'r",
    "O’r",
    "f'enw",
    "D’enw",
    "wedi'u",
    "e-bost",
    "ŴYL",
    "ŵyn",
    "'n",
    "x",
    "hw",
    "café",
    "l'",
    "Ω",
)
MISSPELT = {
    "cynlun": "cynllun",
    "cyhodeddi": "cyhoeddi",
    "llwyodraeth": "llywodraeth",
    "gwasnaeth": "gwasanaeth",
    "adrodiad": "adroddiad",
    "lywodreth": "lywodraeth",
    "cyfarffod": "cyfarfod",
    "ffigurua": "ffigurau",
    "dgofen": "dogfen",
    "aelodeu": "aelodau",
}


def test_script_and_python_give_the_same_keys_and_stop_words() -> None:
    words = [*_all_forms(), *_typed(), *ODD, *sorted(TABLE.stop)]
    answers = _asked({}, words, [])
    assert [tuple(one) for one in answers["keys"]] == [keys(word, TABLE) for word in words]
    assert set(answers["stop"]) >= TABLE.stop


def test_script_and_python_expand_every_word_alike() -> None:
    site = families([*read_precision()["words"], *_all_forms()[::2]], TABLE, is_radical)
    words = [*_all_forms(), *_typed()[::3], *ODD]
    answers = _asked(site, words, [])
    assert [tuple(one) for one in answers["expanded"]] == [expand(word, site, TABLE) for word in words]


def test_a_misspelt_word_is_suggested_as_the_site_writes_it() -> None:
    site = families([*read_precision()["words"], *_all_forms()], TABLE, is_radical)
    answers = _asked(site, [], list(MISSPELT))
    missed = {
        wrong: found
        for (wrong, right), found in zip(MISSPELT.items(), answers["suggested"], strict=True)
        if right not in found
    }
    assert missed == {}
    assert max(len(names) for names in answers["asked"].values()) <= 6


def test_a_word_that_is_like_no_other_is_not_suggested_as_anything() -> None:
    site = families(read_precision()["words"], TABLE, is_radical)
    assert _asked(site, [], ["zxqzxq", "abcdefgh", "2024"])["suggested"] == [[], [], []]


def test_script_and_table_are_small() -> None:
    assert SCRIPT.stat().st_size + len(render_table().encode()) < 12 * 1024


def _all_forms() -> list[str]:
    return [form for lines in read_families().values() for line in lines for form in line]


def _typed() -> list[str]:
    """Give some thousand words of the dictionary, many of them mutated."""
    return sorted({form for forms in synthetic(4000).values() for form in forms})


def _asked(site: dict[str, tuple[str, ...]], words: Sequence[str], misspelt: Sequence[str]) -> dict[str, Any]:
    files = {name: content.decode() for name, content in chunks(site, TABLE).items()}
    asked = {"script": str(SCRIPT), "rules": json.loads(render_table()), "files": files or {NAMES: ""}}
    done = subprocess.run(
        ["node", str(PROJECT / "tests" / "welsh" / "welsh.mjs")],
        input=json.dumps({**asked, "words": list(words), "misspelt": list(misspelt)}),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))
