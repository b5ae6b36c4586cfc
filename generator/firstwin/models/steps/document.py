"""The type of step `document`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from firstwin.models.base import Faults, Model, fault
from firstwin.models.step import InputField
from firstwin.models.steps.content import Content
from firstwin.models.table import faults_of_cells
from firstwin.models.values import Id, Markdown, MarkdownLine, Number, Text

MOST_EMPTY_ROWS = 20
"""So many rows fill a sheet of paper."""


class FormTable(Model):
    """A table to fill in. What has a text is printed; an empty cell is room to write."""

    title: Text
    """What the table says, over it: What we measure."""
    columns: dict[Id, Text] = Field(min_length=2)
    """The columns and their headings, by permanent id, in order: 2 to 6."""
    rows: dict[Id, dict[Id, MarkdownLine]] = Field(default_factory=dict)
    """The rows, by permanent id: each has what is printed in its cells, by the ids of their columns. A cell that is left out is filled in."""
    empty_rows: Number | None = None
    """How many rows to write in come after these: at most 20."""

    @property
    def height(self) -> int:
        """How many rows it has below its headings."""
        return len(self.rows) + (self.empty_rows or 0)

    @model_validator(mode="after")
    def _has_columns_and_rows(self) -> FormTable:
        faults, empty = Faults(), self.empty_rows or 0
        faults_of_cells(self.columns, self.rows.items(), faults)
        if empty > MOST_EMPTY_ROWS:
            wrong = f"{empty} rows to write in do not fit on a sheet of paper"
            hint = f"write {MOST_EMPTY_ROWS} or less"
            faults.add(fault("rows_count", wrong, hint), "empty_rows")
        if not self.rows and not empty:
            hint = "write `empty_rows` and how many there are to write in: `empty_rows: 5`"
            faults.add(fault("rows_count", "this table has no rows", hint), "title")
        faults.report()
        return self


class Section(Model):
    """A part of a document under a heading."""

    title: Text
    """The heading."""
    text: Markdown | None = None
    """What stands under it: what to write, or what holds for everybody who signs."""
    fields: dict[Id, InputField] = Field(default_factory=dict)
    """What is written down, by permanent id, unique in the document."""
    tables: dict[Id, FormTable] = Field(default_factory=dict)
    """Tables to fill in, by permanent id, unique in the document."""


class Document(Content):
    """A template that readers fill in: a success plan, an acceptance sheet. It lives in the library and has a page of its own."""

    has_page = True

    type: Literal["document"]
    """The type of step."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """What it is made of, part by part."""
