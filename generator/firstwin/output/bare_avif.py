"""AVIF pictures without what is written beside the picture.

In: the bytes of an AVIF file. Out: as many bytes, in which zeros stand for texts: other parts of the file are found by
how far they lie from its beginning, so that nothing can be taken out. How a picture is turned stands elsewhere in it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

_SHOWN: Final = frozenset({b"ftyp", b"mdat", b"meta", b"moov"})
"""What is at the top of a file that browsers show."""
_GROUPS: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
_EMPTIED: Final = frozenset({b"free", b"skip", b"udta", b"uuid"})
_DATED: Final = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_TEXTS: Final = frozenset({b"Exif", b"mime", b"uri "})
"""The kinds of items that are no pictures."""
_NOTHING: Final = b"skip"
"""A kind of item that no browser knows: an empty one of a known kind would be an error to some."""
_NAME_OF_HANDLER: Final = 24
_DEEPEST: Final = 8
"""How deep a film's boxes lie at most."""


class _Box(NamedTuple):
    """A part of the file, and where its data stands in it."""

    kind: bytes
    start: int
    end: int


def bare_avif(content: bytes) -> bytes:
    """The picture with zeros for what is no picture."""
    made = bytearray(content)
    try:
        for box in _boxes(made, 0, len(made)):
            if box.kind not in _SHOWN:
                _empty(made, box.start, box.end)
            elif box.kind == b"meta":
                _bare_items(made, box)
            else:
                _bare_group(made, box)
    except (struct.error, IndexError):  # it is cut off here
        pass
    return bytes(made)


def _empty(made: bytearray, start: int, end: int) -> None:
    end = min(end, len(made))
    made[start:end] = bytes(max(end - start, 0))


def _boxes(made: bytearray, at: int, end: int) -> Iterator[_Box]:
    while at + 8 <= end:
        length, kind = struct.unpack_from(">I4s", made, at)
        start = at + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", made, start)
            start += 8
        stop = at + length if length else end
        if stop < start:
            return
        yield _Box(kind, start, min(stop, end))
        at = stop


def _bare_group(made: bytearray, box: _Box, depth: int = 0) -> None:
    """Empty what a film says beside its pictures."""
    if box.kind in _EMPTIED:
        _empty(made, box.start, box.end)
    elif box.kind in _DATED:
        times = 16 if made[box.start] else 8
        _empty(made, box.start + 4, box.start + 4 + times)
    elif box.kind == b"hdlr":
        _empty(made, box.start + _NAME_OF_HANDLER, box.end)
    elif box.kind == b"meta":
        _bare_items(made, box)
    elif box.kind in _GROUPS and depth < _DEEPEST:
        for inner in _boxes(made, box.start, box.end):
            _bare_group(made, inner, depth + 1)


def _bare_items(made: bytearray, meta: _Box) -> None:
    """Empty the items that are texts."""
    boxes = {box.kind: box for box in _boxes(made, meta.start + 4, meta.end)}
    for box in boxes.values():
        _bare_group(made, box)
    if b"iinf" in boxes and b"iloc" in boxes:
        texts = set(_text_items(made, boxes[b"iinf"]))
        within = boxes[b"idat"].start if b"idat" in boxes else 0
        for item, offset, length in _extents(made, boxes[b"iloc"], within):
            if item in texts:
                _empty(made, offset, offset + length)


def _text_items(made: bytearray, box: _Box) -> Iterator[int]:
    """The numbers of the items that are no pictures, which are nothing from here on."""
    first = box.start + (8 if made[box.start] else 6)
    for entry in _boxes(made, first, box.end):
        short = made[entry.start] < 3
        (number,) = struct.unpack_from(">H" if short else ">I", made, entry.start + 4)
        kind = entry.start + (8 if short else 10)
        if bytes(made[kind : kind + 4]) in _TEXTS:
            made[kind : kind + 4] = _NOTHING
            yield number


def _extents(made: bytearray, box: _Box, within: int) -> Iterator[tuple[int, int, int]]:
    """For each item where its bytes stand in the file, and how many there are."""
    version = made[box.start]
    sizes = made[box.start + 4], made[box.start + 5]
    offset_size, length_size, base_size, index_size = (
        *(sizes[0] >> 4, sizes[0] & 15),
        *(sizes[1] >> 4, sizes[1] & 15 if version else 0),
    )
    if not offset_size + length_size:
        return
    read = _Reader(made, box.start + 6)
    number = 2 if version < 2 else 4
    for _ in range(read.number(number)):
        item = read.number(number)
        begin = within if version and read.number(2) & 15 == 1 else 0
        read.number(2)
        begin += read.number(base_size)
        for _ in range(read.number(2)):
            read.number(index_size)
            offset = begin + read.number(offset_size)
            yield item, offset, read.number(length_size)


class _Reader:
    """Reads one number after the other."""

    def __init__(self, made: bytearray, at: int) -> None:
        self._made, self._at = made, at

    def number(self, size: int) -> int:
        """The next number, of so many bytes. Raises IndexError where the picture is cut off."""
        self._at += size
        if self._at > len(self._made):
            raise IndexError
        return int.from_bytes(self._made[self._at - size : self._at], "big")
