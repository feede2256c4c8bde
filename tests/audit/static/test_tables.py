from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import tables
from tests.audit.static.small import said_of

NAMED = "<caption>Lent</caption>"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (f"<table>{NAMED}<tr><td>Tool</td></tr><tr><td>Drill</td></tr></table>", "A table has no headers"),
        ("<table><tr><th scope=col>Tool</th></tr><tr><td>Drill</td></tr></table>", "A table has no caption"),
        (
            f"<table>{NAMED}<tr><th></th><th>2025</th></tr><tr><th>Drill</th><td>3</td></tr></table>",
            "A table header is empty",
        ),
        (
            f"<table>{NAMED}<tr><td></td><th>2025</th></tr><tr><th>Drill</th><td>3</td></tr></table>",
            'The table header "2025" may head its row or its column',
        ),
        (
            f"<table>{NAMED}<tr><th scope=column>Tool</th></tr><tr><td>Drill</td></tr></table>",
            'A table header has scope="column", which means nothing',
        ),
        ("<table role=presentation><tr><td>a</td></tr></table>", "A table is used for layout"),
        (
            f"<table><tr><td><table>{NAMED}<tr><th>a</th></tr></table></td></tr></table>",
            "A table is used for layout",
        ),
    ],
)
def test_finds_a_table_that_cannot_be_read_out(tmp_path: Path, table: str, message: str) -> None:
    assert message in said_of(tables.check, tmp_path, "<h1>Tools</h1>" + table)


@pytest.mark.parametrize(
    "table",
    [
        f"<table>{NAMED}<tr><th>Tool</th><th>Lent</th></tr><tr><td>Drill</td><td>3</td></tr></table>",
        f"<table>{NAMED}<tr><th>Drill</th><td>3</td></tr><tr><th>Saw</th><td>4</td></tr></table>",
        f"<table>{NAMED}<tr><td></td><th scope=col>2025</th>"
        "</tr><tr><th scope=row>a</th><td>3</td></tr></table>",
        f"<table>{NAMED}<tr><th id=a>2025</th><td headers=a>3</td>"
        "<th id=b>b</th><td headers=b>3</td></tr></table>",
        "<table aria-label=Lent><tr><th>Tool</th></tr><tr><td>Drill</td></tr></table>",
        "<figure><table><tr><th>Tool</th></tr></table><figcaption>Lent</figcaption></figure>",
    ],
)
def test_lets_a_clear_table_pass(tmp_path: Path, table: str) -> None:
    assert said_of(tables.check, tmp_path, "<h1>Tools</h1>" + table) == []
