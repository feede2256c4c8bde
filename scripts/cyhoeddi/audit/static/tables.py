"""Every table is one of data, has a name, and says what each cell is about.

    pass:  a caption, and a row of th scope="col"; a first row or a first column that is th throughout
    fail:  no th; a th without words; a th without scope amid cells; no caption or name; scope="column";
           a table for layout

A table has a name from its caption, aria-label or aria-labelledby, or from the figcaption of its figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import is_exposed, name, stated_name, words
from cyhoeddi.audit.static.place import finding

ID = "tables"

CRITERION = "1.3.1"

_SCOPES = {"row", "col", "rowgroup", "colgroup"}


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each table for layout or without a name, and each header that is unclear."""
    for page in site.pages:
        for table in page.all("table"):
            if is_exposed(table):
                yield from _table(page, table)


def _table(page: Page, table: LexborNode) -> Iterator[Finding]:
    rows = _rows(table)
    cells = [cell for row in rows for cell in row]
    role = table.attributes.get("role")
    if role in {"presentation", "none"} or any(cell.css_first("table") for cell in cells):
        hint = "Arrange the page by its style sheet, and keep tables for data."
        yield finding(ID, page, table, "A table is used for layout", hint, criterion=CRITERION)
        return
    if not _is_named(page, table):
        hint = "Give the table a caption that says what it shows."
        yield finding(ID, page, table, "A table has no caption", hint, criterion=CRITERION)
    headers = [cell for cell in cells if _is_header(cell)]
    if not headers:
        hint = "Make the cells that head a column or a row th, with scope."
        yield finding(ID, page, table, "A table has no headers", hint, criterion=CRITERION)
    for cell in headers:
        if said := _unclear(page, cell, rows):
            hint = (
                'Write what it heads in it and mark it scope="col" or scope="row"; make an empty corner a td.'
            )
            yield finding(ID, page, cell, said, hint, criterion=CRITERION)


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    """Give the cells of *table* row by row, those of tables inside it left out."""
    inner = {node.mem_id for nested in table.css("table table") for node in nested.css("tr")}
    rows = [row for row in table.css(":is(tr, [role=row])") if row.mem_id not in inner]
    return [
        [cell for cell in row.iter() if cell.tag in {"th", "td"} or cell.attributes.get("role")]
        for row in rows
    ]


def _is_header(cell: LexborNode) -> bool:
    return cell.tag == "th" or cell.attributes.get("role") in {"columnheader", "rowheader"}


def _is_named(page: Page, table: LexborNode) -> bool:
    caption = table.css_first("caption")
    around = table.parent
    while around is not None and around.tag not in {"figure", "section", "body"}:
        around = around.parent
    figcaption = around.css_first("figcaption") if around is not None and around.tag == "figure" else None
    said = any(words(one) for one in (caption, figcaption) if one is not None)
    return said or bool(stated_name(page, table))


def _unclear(page: Page, cell: LexborNode, rows: Sequence[Sequence[LexborNode]]) -> str:
    scope = (cell.attributes.get("scope") or "").lower()
    if not name(page, cell):
        return "A table header is empty"
    if "scope" in cell.attributes and scope not in _SCOPES:
        return f'A table header has scope="{scope}", which means nothing'
    if scope or cell.attributes.get("role") in {"columnheader", "rowheader"} or _is_pointed_at(cell, rows):
        return ""
    row = next(row for row in rows if cell in row)
    heads_column = all(_is_header(one) for one in row)
    heads_row = cell == row[0] and all(_is_header(one[0]) for one in rows if one)
    return (
        ""
        if heads_column or heads_row
        else f'The table header "{words(cell)}" may head its row or its column'
    )


def _is_pointed_at(cell: LexborNode, rows: Sequence[Sequence[LexborNode]]) -> bool:
    own = cell.attributes.get("id")
    pointing = [one.attributes.get("headers") or "" for row in rows for one in row]
    return bool(own) and any(own in headers.split() for headers in pointing)
