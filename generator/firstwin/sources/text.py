"""The text of a YAML file: size, encoding, line ends.

In: a file on disk. Out: its `Text`, with what is wrong with the file as a file of text.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from firstwin.diagnostics import Diagnostic, Span
from firstwin.sources.codes import ENCODING, TOO_LARGE, UNREADABLE
from firstwin.sources.limits import LARGEST_FILE

BOM = "\ufeff"
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r"))
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = "save the file as UTF-8 (in the editor: Save with encoding)"


class FileText(Struct, frozen=True):
    """A file as it was decoded, and its lines without line ends or byte order mark.

    With a `problem` the file is not to be parsed, and `lines` are there only to be shown.
    """

    raw: str = ""
    lines: Sequence[str] = ()
    problem: Diagnostic | None = None


def read_text(file: Path, path: str) -> FileText:
    """Read `file`; `path` is what it is called in messages."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return FileText(
                problem=Diagnostic(
                    UNREADABLE, f"{path} is not a file", Span(path), "put a file in its place"
                )
            )
        if status.st_size > LARGEST_FILE:
            return FileText(problem=_too_large(path, status.st_size))
        with file.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"{path} cannot be read: {reason}"
        return FileText(
            problem=Diagnostic(UNREADABLE, message, Span(path), "look at its permissions")
        )
    if len(data) > LARGEST_FILE:
        return FileText(problem=_too_large(path, len(data)))
    return decode(data, path)


def decode(data: bytes, path: str) -> FileText:
    """The text of the bytes of a file."""
    problem = None
    try:
        raw = data.decode("utf-8")
        controls = len(data) - len(data.translate(None, _CONTROLS))
        if controls > max(len(data) // 10, 10):
            message = (
                f"{path} is not a text: {controls} of its {len(data)} bytes are control characters"
            )
            problem = Diagnostic(ENCODING, message, Span(path), _SAVE_AS)
    except UnicodeDecodeError as error:
        is_utf16 = data.startswith(_UTF16)  # shown as its words, not as what lies between them
        raw = data.decode("utf-16" if is_utf16 else "utf-8", "replace")
        problem = _not_utf8(path, data, error.start)
    return FileText(raw, lines_of(raw), problem)


def lines_of(raw: str) -> list[str]:
    """The lines of `raw`; Windows and old Mac line ends count as line ends."""
    text = raw.removeprefix(BOM)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _too_large(path: str, size: int) -> Diagnostic:
    return Diagnostic(
        TOO_LARGE,
        f"{path} has {size:,} bytes; a YAML file may have at most {LARGEST_FILE:,} (1 MiB)",
        Span(path),
        "split it; library entries can have a file each",
    )


def _not_utf8(path: str, data: bytes, at: int) -> Diagnostic:
    """Say which byte it is, and what the file probably is."""
    before = lines_of(data[:at].decode("utf-8"))
    line, column = len(before), len(before[-1]) + 1
    message = f"byte {at} of the file (0x{data[at]:02X}, on line {line}) is not UTF-8"
    if data.startswith(_UTF16):
        message += "; the file is UTF-16"
    elif b"\0" not in data:
        letter = data[at : at + 1].decode("cp1252", "replace")
        message += f"; in Windows-1252 it would be `{letter}`"
    return Diagnostic(ENCODING, message, Span(path, line, column, line, column + 1), _SAVE_AS)
