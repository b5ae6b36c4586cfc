"""Read the customers' files, apart from what sites are made of.

In: a project, and the files that a command names, wherever they lie. Out: their documents, by path. A table (CSV) holds a
person a row: each row is a document of its own, in which a column called `answers.hosting` is that key.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic
from firstwin.names import CUSTOMERS
from firstwin.sources.document import Document
from firstwin.sources.folder import look_through
from firstwin.sources.parse import parse
from firstwin.sources.table import rows_of
from firstwin.sources.text import read_text

TABLE = ".csv"


class Customers(Struct, frozen=True):
    """The customers' documents by path, those of a table by path and line. `cells` are those of each row of a table."""

    documents: dict[str, Document] = field(default_factory=dict)
    cells: dict[str, Mapping[str, str]] = field(default_factory=dict)


def read_customers(
    project: Path, named: Iterable[Path], lines: dict[str, Sequence[str]]
) -> tuple[Customers, list[Diagnostic]]:
    """What lies in the folder of customers, and the files that are `named`; puts their lines into `lines`."""
    customers = Customers()
    found: list[Diagnostic] = []
    files: dict[str, Path] = {}
    if (project / CUSTOMERS).is_dir():
        folder = look_through(project, CUSTOMERS, Memo())
        found += folder.diagnostics
        files = {each.path: each.file for each in folder.yaml.values()}
    files |= {path_of_customer(project, file): file for file in named}
    for path, file in files.items():
        text = read_text(file, path)
        lines[path] = text.lines
        if text.problem:
            found.append(text.problem)
        elif file.suffix.lower() == TABLE:
            rows, faults = rows_of(path, text)
            found += faults
            for row in rows:
                key = f"{path}:{row.line}"
                customers.documents[key], customers.cells[key] = row.document, row.cells
        else:
            document, faults = parse(path, text)
            found += faults
            customers.documents.update({path: document} if document else {})
    return customers, found


def path_of_customer(project: Path, file: Path) -> str:
    """The path that a customer's file has in messages: from the project on, with forward slashes."""
    return Path(os.path.relpath(file.resolve(), project.resolve())).as_posix()
