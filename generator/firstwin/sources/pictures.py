"""How large a picture is, by its bytes.

In: a file. Out: its `Size`, or nothing where the bytes are no picture that browsers show, whatever the
file is called. Pages say the size, so that nothing moves while the picture is loaded. A few bytes of
the file are read, not the whole. Why no library does it: docs/decisions/0026-pictures-are-measured-by-us.md.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final
from xml.parsers import expat

from msgspec import Struct

HEAD: Final = 65_536
"""The bytes in which every kind of picture but JPEG says its size."""

_SVG: Final = "http://www.w3.org/2000/svg svg"
_PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
}
_length = re.compile(r"\s*\+?([0-9]+(?:\.[0-9]+)?|\.[0-9]+)(px|pt|pc|in|cm|mm|)\s*")

_EXIF: Final = b"Exif\0\0"
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(5, 9)
"""The orientations of a camera that swap width and height."""


class Size(Struct, frozen=True):
    """Width and height in CSS pixels; both are 0 for a drawing that has no size of its own."""

    width: int
    height: int


def size_of(file: Path) -> Size | None:
    """The size of the picture in `file`; None where it is none, or cannot be read."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return None
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            measure = next((each for sign, each in _KINDS.items() if sign.match(head)), _svg)
            return measure(head, opened)
    except (OSError, ValueError, OverflowError):  # a width of infinity is no width
        return None


def is_drawn(head: bytes) -> bool:
    """Whether what begins like this can only be a drawing, which is a text."""
    return not any(sign.match(head) for sign in _KINDS)


def _png(head: bytes, _: BinaryIO) -> Size | None:
    return _size(_big(head, 16, 4), _big(head, 20, 4)) if head[12:16] == b"IHDR" else None


def _gif(head: bytes, _: BinaryIO) -> Size | None:
    return _size(_little(head, 6, 2), _little(head, 8, 2))


def _webp(head: bytes, _: BinaryIO) -> Size | None:
    match head[12:16]:
        case b"VP8X":
            return _size(_little(head, 24, 3) + 1, _little(head, 27, 3) + 1)
        case b"VP8L":
            bits = _little(head, 21, 4)
            return _size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            return _size(_little(head, 26, 2) & 0x3FFF, _little(head, 28, 2) & 0x3FFF)
        case _:
            return None


def _avif(head: bytes, _: BinaryIO) -> Size | None:
    """The largest of the pictures in it: the others are its parts, a small copy, or its transparency."""
    found = [match.end() + 4 for match in re.finditer(b"ispe", head)]
    sizes = [(_big(head, at, 4), _big(head, at + 4, 4)) for at in found]
    return _size(*max(sizes, default=(0, 0)))


def _jpeg(_: bytes, file: BinaryIO) -> Size | None:
    """Walks over the segments; the size stands behind whatever else a camera or a program wrote."""
    file.seek(2)
    turned = False
    while True:
        mark = file.read(4)
        kind, length = _big(mark, 1, 1), _big(mark, 2, 2)
        if mark[0] != 0xFF or length < 2:
            return None
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            frame = file.read(5)
            height, width = _big(frame, 1, 2), _big(frame, 3, 2)
            return _size(height, width) if turned else _size(width, height)
        if kind == 0xE1:
            turned = turned or _is_turned(file.read(length - 2))
        else:
            file.seek(length - 2, 1)


def _is_turned(segment: bytes) -> bool:
    """Whether the camera was held upright, so that browsers turn what it wrote."""
    if not segment.startswith(_EXIF):
        return False
    data = segment[len(_EXIF) :]
    number = _little if data[:2] == b"II" else _big
    first = number(data, 4, 4)
    for entry in range(first + 2, first + 2 + 12 * number(data, first, 2), 12):
        if number(data, entry, 2) == _ORIENTATION:
            return number(data, entry + 8, 2) in _TURNED
    return False


def _svg(head: bytes, _: BinaryIO) -> Size | None:
    """The size its root states, or that of its `viewBox`."""
    roots: list[tuple[str, Mapping[str, str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: roots.append((name, attributes))
    for start in range(0, len(head), 1024):
        try:
            parser.Parse(head[start : start + 1024])
        except expat.ExpatError:
            break
        if roots:
            break
    if not roots or roots[0][0] != _SVG:
        return None
    stated = roots[0][1]
    width, height = _pixels(stated.get("width", "")), _pixels(stated.get("height", ""))
    if width and height:
        return Size(round(width), round(height))
    box = [float(part) for part in re.split(r"[\s,]+", stated.get("viewBox", "").strip()) if part]
    return (_size(round(box[2]), round(box[3])) if len(box) == 4 else None) or Size(0, 0)


def _pixels(length: str) -> float:
    found = _length.fullmatch(length)
    return float(found[1]) * _PIXELS[found[2]] if found else 0


def _size(width: int, height: int) -> Size | None:
    return Size(width, height) if width > 0 and height > 0 else None


def _big(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_piece(data, at, length), "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_piece(data, at, length), "little")


def _piece(data: bytes, at: int, length: int) -> bytes:
    piece = data[at : at + length]
    if len(piece) < length:
        raise ValueError("the file is cut off")
    return piece


_KINDS: Mapping[re.Pattern[bytes], Callable[[bytes, BinaryIO], Size | None]] = {
    re.compile(rb"\x89PNG\r\n\x1a\n"): _png,
    re.compile(rb"GIF8[79]a"): _gif,
    re.compile(rb"\xff\xd8\xff"): _jpeg,
    re.compile(rb"RIFF....WEBP", re.DOTALL): _webp,
    re.compile(rb"....ftypavi[fs]", re.DOTALL): _avif,
}
"""What the bytes of a picture begin with. Drawings are text, and are told by their root."""
