"""What office programs write into a file beside what it says: who wrote and changed it, remarks, what was struck out.

In: a file of Word, Excel, PowerPoint or their open counterparts. Out: each such trace as a clause. Nothing is unpacked but the
few parts that hold them, each up to a limit, and no parser of XML reads them: what is damaged has no traces.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from firstwin.diagnostics.visible import visible

OFFICE: Final = frozenset({".docx", ".odp", ".ods", ".odt", ".pptx", ".xlsx"})
"""The endings of what office programs write."""
_PACKINGS: Final = (ZIP_STORED, ZIP_DEFLATED)
"""How office programs pack a part."""
_MOST: Final = 4_000_000
"""The bytes that are read of a part."""
_LONGEST_SHOWN: Final = 80
_MOST_SHOWN: Final = 5
"""So many people are named."""

_PEOPLE: Final = {
    "docProps/core.xml": re.compile(r"<(?:dc:creator|cp:lastModifiedBy)[^<>]*>([^<]+)<"),
    "meta.xml": re.compile(r"<(?:meta:initial-creator|dc:creator)[^<>]*>([^<]+)<"),
}
_REMARKS: Final = re.compile(r"word/comments\.xml|xl/(?:threadedC|c)omments.*|ppt/comments/.*")
_REMARKS_INSIDE: Final = {"content.xml": re.compile(r"<office:annotation[ >]")}
_CHANGES: Final = {
    "word/document.xml": re.compile(r"<w:(?:ins|del)[ >]"),
    "content.xml": re.compile(r"<text:changed-region[ >]"),
}


def traces(file: Path) -> tuple[str, ...]:
    """What an office file tells beside what it says."""
    try:
        with ZipFile(file) as packed:
            return tuple(_traces(packed))
    except (
        BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ):
        return ()  # whoever opens it is told by their program


def _traces(packed: ZipFile) -> Iterator[str]:
    names = [each.filename for each in packed.infolist() if each.compress_type in _PACKINGS]
    people = [
        unescape(name).strip()
        for part, pattern in _PEOPLE.items()
        if part in names
        for name in pattern.findall(_text(packed, part))
    ]
    known = dict.fromkeys(visible(name)[:_LONGEST_SHOWN] for name in people if name)
    if known:
        named = ", ".join(f"`{name}`" for name in islice(known, _MOST_SHOWN))
        more = f" and {len(known) - _MOST_SHOWN} more" if len(known) > _MOST_SHOWN else ""
        yield f"it says who wrote it: {named}{more}"
    if any(map(_REMARKS.fullmatch, names)) or _any_in(packed, names, _REMARKS_INSIDE):
        yield "it holds remarks"
    if _any_in(packed, names, _CHANGES):
        yield "it holds what was changed, with what stood there before"


def _any_in(packed: ZipFile, names: list[str], parts: dict[str, re.Pattern[str]]) -> bool:
    return any(
        pattern.search(_text(packed, part)) for part, pattern in parts.items() if part in names
    )


def _text(packed: ZipFile, part: str) -> str:
    with packed.open(part) as opened:
        return opened.read(_MOST).decode("utf-8", "replace")
