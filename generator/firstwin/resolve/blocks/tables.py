"""The small tables of a step."""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.steps.content import Content
from firstwin.models.table import Table
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class SmallTable:
    """A table: the headings of its columns, and rows with as many cells. The first cell of a row is its heading."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Tables(Block):
    """The tables of a step, in the order they were written."""

    component = "tables"

    tables: tuple[SmallTable, ...]


def tables(content: Content, setting: Setting) -> Tables | None:
    """The tables of a step."""
    if not content.tables:
        return None
    return Tables(tuple(_table(table, setting.texts) for table in content.tables))


def _table(table: Table, texts: Texts) -> SmallTable:
    return SmallTable(
        texts.text(table.title),
        tuple(texts.text(heading) for heading in table.columns.values()),
        tuple(
            tuple(texts.prose(row.get(column)) for column in table.columns) for row in table.rows
        ),
    )
