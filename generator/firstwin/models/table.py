"""A small table with named columns: how severe it is, how soon we answer, what one option has and another has not.

In: the mapping of one table. Out: `Table`. Each row names the column of each of its cells, so that a column that is
added or moved changes no row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from pydantic import Field, model_validator

from firstwin.models.base import Faults, Model, fault
from firstwin.models.values import Id, MarkdownLine, Text

MOST_COLUMNS: Final = 6
"""So many columns can be read on paper."""


class Table(Model):
    """Rows and columns that belong to a step."""

    title: Text
    """What the table says, over it: How fast we answer."""
    columns: dict[Id, Text] = Field(min_length=2)
    """The columns and their headings, by id, in order: 2 to 6. The first one names the row."""
    rows: tuple[dict[Id, MarkdownLine], ...] = Field(min_length=1)
    """The rows: each has the text of its cells by the ids of their columns. A cell that is left out is empty."""

    @property
    def height(self) -> int:
        """How many rows it has below its headings."""
        return len(self.rows)

    @model_validator(mode="after")
    def _cells_have_columns(self) -> Table:
        faults, first = Faults(), next(iter(self.columns))
        faults_of_cells(self.columns, enumerate(self.rows), faults)
        for number, row in enumerate(self.rows):
            if first not in row:
                error = fault(
                    "row_unnamed",
                    f"this row has no `{first}`, which names it: the first column is the heading of the row",
                    f"write `{first}` with what the row is about",
                )
                faults.add(error, "rows", number)
        faults.report()
        return self


def faults_of_cells(
    columns: Collection[str], rows: Iterable[tuple[int | str, Iterable[str]]], faults: Faults
) -> None:
    """Whether columns fit on paper, and each cell of `rows`, which go by number or id, is in one of them."""
    if len(columns) > MOST_COLUMNS:
        faults.add(
            fault(
                "columns_count",
                f"a table with {len(columns)} columns is too wide to be read",
                f"make two tables of it, with at most {MOST_COLUMNS} columns each",
            ),
            "columns",
        )
    for row, cells in rows:
        for column in cells:
            if column not in columns:
                error = fault("column_unknown", f"the table has no column `{column}`")
                faults.add(error, "rows", row, column)
