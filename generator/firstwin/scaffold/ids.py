"""Write the ids that are made into the files of a project.

In: a project's configuration. Out: which ids are made where, and on demand the files with them. A file is written only
where reading it anew gives the same: nothing but the ids may change.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from firstwin.errors import FirstwinError
from firstwin.loading import load_for_now
from firstwin.models.made_ids import with_ids
from firstwin.output import check_inside, replace_content
from firstwin.scaffold.written_ids import with_ids_written
from firstwin.sources import Document, parsed
from firstwin.system.refusals import writing


class MadeInFile(Struct, frozen=True):
    """The ids that are made in one file, with their lines, counted from 1."""

    path: str
    ids: Sequence[tuple[int, str]]


def made_ids(config: Path, *, write: bool) -> list[MadeInFile]:
    """The ids that are made in a project; with `write` they stand in its files from then on.

    Raises `FirstwinError` where a file cannot be written so that it says the same.
    """
    loaded = load_for_now(config)
    documents = [each for each in loaded.sources.documents.values() if each.made]
    texts = (
        {each.path: _bytes_with_ids(loaded.project / each.path, each) for each in documents}
        if write
        else {}
    )
    for path, text in texts.items():
        file = loaded.project / path
        check_inside(file, loaded.project)
        with writing(file.parent):
            replace_content(file, text)
    return [
        MadeInFile(each.path, sorted((made.line + 1, made.id) for made in each.made))
        for each in documents
    ]


def _bytes_with_ids(file: Path, document: Document) -> bytes:
    """The text of a file with its ids, as bytes: its line ends and its first mark stay."""
    raw = file.read_bytes()
    text = raw.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    new = "\n".join(with_ids_written(lines, document))
    again, faults = parsed(document.path, new)
    if (
        document.mended
        or faults
        or again is None
        or again.data != document.data
        or with_ids(again).made
    ):
        hint = "write its ids by hand, or run `firstwin check` and mend what it says first"
        raise FirstwinError(f"the ids of {document.path} cannot be written", hint)
    return (mark + new.replace("\n", end)).encode("utf-8")
