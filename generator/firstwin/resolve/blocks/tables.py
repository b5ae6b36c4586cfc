"""The small tables of a step."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from firstwin.models.steps.content import Content
from firstwin.models.table import Table
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


class SmallTable(Struct, frozen=True):
    """A table: the headings of its columns, and rows with as many cells. The first cell of a row is its heading."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]


class Tables(Block, frozen=True):
    """The tables of a step, in the order they were written."""

    component = "tables"

    tables: tuple[SmallTable, ...]


def tables(content: Content, setting: Setting) -> Tables | None:
    """The tables of a step."""
    made = small_tables(content.tables, setting.texts)
    return Tables(made) if made else None


def small_tables(written: Iterable[Table], texts: Texts) -> tuple[SmallTable, ...]:
    """Tables, filled in."""
    return tuple(_table(table, texts) for table in written)


def _table(table: Table, texts: Texts) -> SmallTable:
    return SmallTable(
        texts.text(table.title),
        tuple(texts.text(heading) for heading in table.columns.values()),
        tuple(
            tuple(texts.prose(row.get(column)) for column in table.columns) for row in table.rows
        ),
    )
