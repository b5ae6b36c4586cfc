"""Tables: a CSV file as documents, a row each.

In: the text of a file. Out: rows with their documents. A column's name is the key under which its cells stand; a dot in it
goes one level down. A cell knows its place as a value of YAML does, so whatever is wrong with it is told in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from firstwin.sources.document import Document
from firstwin.sources.text import FileText

SEPARATORS = (",", ";", "\t")
"""What parts the cells of a row: spreadsheets write one or another, as their country has it."""
LISTS = ("targets", "notes")
"""The columns whose cells are the one entry of a list."""
PERSONA, PERSON, PERSONAS = "persona", "person", "personas"
"""The columns of a row's one persona and of their name, and the key under which both stand in a file."""
COLUMNS = ("name", "tier", "start", *LISTS)
_SEPARATOR_LINE = re.compile(r"sep=.?", re.IGNORECASE)
GROUPS = ("answers", "contacts")
"""What a column is about. All others are passed on as they are: an address to send the mail to, say."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its place, in lines and columns counted from 0."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def node(self) -> yaml.ScalarNode:
        """The cell as a value of YAML."""
        return self.named(self.text)

    def named(self, text: str) -> yaml.ScalarNode:
        """A text that stands in the place of the cell."""
        start = yaml.Mark("", 0, self.line, self.column, None, 0)
        end = yaml.Mark("", 0, self.end_line, self.end_column, None, 0)
        return yaml.ScalarNode("", text, start, end)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by column, and the document that they make."""

    cells: Mapping[str, str]
    document: Document
    line: int
    """The line on which it begins, counted from 1."""


def rows_of(path: str, text: FileText) -> list[Row]:
    """The rows below the first, which names the columns. Rows without anything in them are passed over."""
    raw = text.raw.removeprefix("\ufeff")
    named = next((line for line in raw.splitlines() if _is_of_people(line)), "")
    rows = list(_rows(raw, max(SEPARATORS, key=named.count)))
    written = [cells for cells in rows if any(_is_of_people(cell.text) for cell in cells)]
    return [_row(path, written[0], cells, text.lines) for cells in written[1:]]


def _is_of_people(line: str) -> bool:
    """Whether something stands there, and not what a spreadsheet says of its separator."""
    return bool(line.strip(" ,;\t")) and not _SEPARATOR_LINE.fullmatch(line.strip())


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


def _rows(raw: str, separator: str) -> Iterator[list[Cell]]:
    """The cells of each row. A cell in double quotes may hold the separator, line ends and, twice, a quote."""
    scan = _Scan(raw, separator)
    while not scan.is_at_end:
        yield scan.row()


class _Scan:
    """One way through the text of a table."""

    def __init__(self, raw: str, separator: str) -> None:
        self._raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        self._separator = separator
        self._at = self._line = self._column = 0

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        return self._at >= len(self._raw)

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
