"""Tables: a CSV file as documents, a row each.

In: the text of a file. Out: rows with their documents, and what is wrong with it as a table. A column's name is the key
under which its cells stand; a dot in it goes one level down. A cell knows its place as a value of YAML does, so whatever is wrong with it is told in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml
from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import Diagnostic, Span
from firstwin.sources.codes import TABLE_COLUMNS, TABLE_QUOTE
from firstwin.sources.document import Document
from firstwin.sources.text import FileText

SEPARATORS = (",", ";", "\t")
"""What parts the cells of a row: spreadsheets write one or another, as their country has it."""
LISTS = ("targets", "notes")
"""The columns whose cells are the one entry of a list."""
PERSONA, PERSON, PERSONAS = "persona", "person", "personas"
"""The columns of a row's one persona and of their name, and the key under which both stand in a file."""
NEEDED = ("name", "tier", PERSONA, PERSON)
COLUMNS = ("name", "tier", "start", *LISTS)
_SEPARATOR_LINE = re.compile(r"sep=.?", re.IGNORECASE)
GROUPS = ("answers", "contacts")
"""What a column is about. All others are passed on as they are: an address to send the mail to, say."""


class Cell(Struct, frozen=True):
    """A cell and its place, in lines and columns counted from 0."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int

    def span(self, path: str) -> Span:
        """The place of the cell in the file `path`."""
        return Span(path, self.line + 1, self.column + 1, self.end_line + 1, self.end_column + 1)

    @property
    def node(self) -> yaml.ScalarNode:
        """The cell as a value of YAML."""
        return self.named(self.text)

    def named(self, text: str) -> yaml.ScalarNode:
        """A text that stands in the place of the cell."""
        start = yaml.Mark("", 0, self.line, self.column, None, 0)
        end = yaml.Mark("", 0, self.end_line, self.end_column, None, 0)
        return yaml.ScalarNode("", text, start, end)


class Row(Struct, frozen=True):
    """A row: its cells by column, and the document that they make."""

    cells: Mapping[str, str]
    document: Document
    line: int
    """The line on which it begins, counted from 1."""


def rows_of(path: str, text: FileText) -> tuple[list[Row], list[Diagnostic]]:
    """The rows below the first, which names the columns, and what is wrong with the table as one.

    Rows without anything in them are passed over. Of a table with a fault there are none: each would have it.
    """
    raw = text.raw.removeprefix("\ufeff")
    named = next((line for line in raw.splitlines() if _is_of_people(line)), "")
    scan = _Scan(raw, max(SEPARATORS, key=named.count))
    rows = [cells for cells in scan.rows() if any(_is_of_people(cell.text) for cell in cells)]
    if len(rows) <= 1 and not scan.open_quote:
        return [], []
    faults = (
        [_open_quote(path, scan.open_quote)] if scan.open_quote else list(_columns(path, rows[0]))
    )
    return (
        [] if faults else [_row(path, rows[0], cells, text.lines) for cells in rows[1:]]
    ), faults


def _is_of_people(line: str) -> bool:
    """Whether something stands there, and not what a spreadsheet says of its separator."""
    return bool(line.strip(" ,;\t")) and not _SEPARATOR_LINE.fullmatch(line.strip())


def _open_quote(path: str, cell: tuple[int, int]) -> Diagnostic:
    line, column = cell
    span = Span(path, line + 1, column + 1, line + 1, column + 2)
    message = "the quote that begins this cell is not closed"
    hint = 'write `"` at the end of the cell; a quote inside it is written twice'
    return Diagnostic(TABLE_QUOTE, message, span, hint)


def _columns(path: str, head: Sequence[Cell]) -> Iterator[Diagnostic]:
    """What is wrong with the names of columns: one that is missing, and one that is there twice."""
    seen: dict[str, Cell] = {}
    for cell in head:
        name = _name(cell)
        if name in seen:
            first = seen[name].column + 1
            message = f"another column is called `{name}` already, the one at column {first}"
            yield Diagnostic(
                TABLE_COLUMNS, message, cell.span(path), "remove one of the two, or rename it"
            )
        elif name:
            seen[name] = cell
    missing = [name for name in NEEDED if name not in seen]
    if missing:
        last = head[-1]
        span = replace(head[0], end_line=last.end_line, end_column=last.end_column).span(path)
        named = ", ".join(f"`{name}`" for name in missing)
        message = (
            f"the table has no column {named}"
            if len(missing) == 1
            else f"the table has no columns {named}"
        )
        hint = "name the columns in its first row: `name` is the customer, `persona` who gets the link, `person` what they are called"
        yield Diagnostic(TABLE_COLUMNS, message, span, hint)


def _row(path: str, head: Sequence[Cell], cells: Sequence[Cell], lines: Sequence[str]) -> Row:
    named = {_name(each): (each, cell) for each, cell in zip(head, cells, strict=False)}
    tree = _Tree(cells[0])
    for name, (column, cell) in named.items():
        first, *below = name.split(".")
        if not cell.text.strip():
            continue
        if first in COLUMNS or (first in GROUPS and below):
            value = cell.text.strip()
            tree.put(
                (first, *below, "name")
                if first == "contacts" and len(below) == 1
                else (first, *below),
                column,
                cell,
                [value] if name in LISTS else value,
            )
    if PERSONA in named and named[PERSONA][1].text.strip():
        persona = named[PERSONA][1]
        person = named[PERSON][1] if PERSON in named else replace(persona, text="")
        tree.put((PERSONAS, persona.text.strip()), persona, person, person.text.strip())
    values = {name: cell.text for name, (_, cell) in named.items()}
    document = Document(path, tree.data, tree.root, lines)
    return Row(values, document, cells[0].line + 1)


def _name(column: Cell) -> str:
    """What a column is called; capitals make no difference to those that are ours."""
    name = column.text.strip()
    small = name.lower()
    ours = small in {*COLUMNS, PERSONA, PERSON} or small.partition(".")[0] in GROUPS
    return small if ours else name


class _Tree:
    """The data of a row, and the nodes of its places."""

    def __init__(self, first: Cell) -> None:
        self.data: dict[str, object] = {}
        self._first = first
        self.root = self._mapping(first)

    def put(self, keys: Sequence[str], column: Cell, cell: Cell, value: object) -> None:
        """Put a value of `cell` below `keys`, whose last one is named by `column`."""
        data, node = self.data, self.root
        for key in keys[:-1]:
            below = data.setdefault(key, {})
            pair = next((each for each in node.value if each[0].value == key), None)
            if pair is None:
                pair = (column.named(key), self._mapping(cell))
                node.value.append(pair)
            if not isinstance(below, dict):
                return
            data, node = below, pair[1]
        data[keys[-1]] = value
        written: yaml.Node = cell.node
        if isinstance(value, list):
            written = yaml.SequenceNode("", [cell.node], cell.node.start_mark, cell.node.end_mark)
        node.value.append((column.named(keys[-1]), written))

    @staticmethod
    def _mapping(cell: Cell) -> yaml.MappingNode:
        return yaml.MappingNode("", [], cell.node.start_mark, cell.node.end_mark)


class _Scan:
    """One way through the text of a table. `open_quote` is where a cell begins whose quote is never closed."""

    def __init__(self, raw: str, separator: str) -> None:
        self._raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        self._separator = separator
        self._at = self._line = self._column = 0
        self.open_quote: tuple[int, int] | None = None

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        return self._at >= len(self._raw)

    def rows(self) -> Iterator[list[Cell]]:
        """The cells of each row. A cell in double quotes may hold the separator, line ends and, twice, a quote."""
        while not self.is_at_end:
            yield self.row()

    def row(self) -> list[Cell]:
        """The next row, up to the end of its last line."""
        cells = [self._cell()]
        while self._next() == self._separator:
            self._take()
            cells.append(self._cell())
        if not self.is_at_end:
            self._take()
        return cells

    def _cell(self) -> Cell:
        line, column = self._line, self._column
        parts: list[str] = []
        if self._next() == '"':
            self._take()
            while not self.is_at_end:
                sign = self._take()
                if sign == '"' and self._next() != '"':
                    break
                parts.append(sign)
                if sign == '"':
                    self._take()
            else:
                self.open_quote = (line, column)
        while self._next() not in ("", "\n", self._separator):
            parts.append(self._take())
        return Cell("".join(parts), line, column, self._line, self._column)

    def _next(self) -> str:
        return self._raw[self._at : self._at + 1]

    def _take(self) -> str:
        sign = self._raw[self._at]
        self._at += 1
        self._column += 1
        if sign == "\n":
            self._line, self._column = self._line + 1, 0
        return sign
