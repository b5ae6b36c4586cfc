"""The cairn in the brand's colour, as a picture: beside a link to a site, where somebody posts it, and as the icon of an app.

In: the brand's colour. Out: a PNG. Networks and screens of telephones take no drawings, so it is drawn here, and it is packed
here: what a zlib makes of the same pixels differs from one to the next, and the same project gives the same bytes on every
machine. The title stands beside the picture wherever it is shown, so there is none in it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, groupby
from math import sqrt
from typing import Final
from zlib import adler32, crc32

from msgspec import Struct

from firstwin.models.shades import LIGHT, Rgb

WIDTH: Final = 1200
HEIGHT: Final = 630
_FINE: Final = 4
"""Lines that each row of pixels is measured on."""
_SHADES: Final = 15
_WIN: Final = (0xF2, 0xA4, 0x72)
"""The ember of dark pages: it is seen on any colour that white letters can be read on."""


class _Stone(Struct, frozen=True):
    """A rounded shape: where its middle is, how far it reaches, and the part of that which is straight."""

    x: float
    y: float
    across: float
    up: float
    straight: float
    first_shade: int

    def span(self, y: float) -> tuple[float, float] | None:
        """From where to where it reaches at a height."""
        above = (y - self.y) / self.up
        if abs(above) >= 1:
            return None
        reach = self.straight + (self.across - self.straight) * sqrt(1 - above * above)
        return self.x - reach, self.x + reach


class _Canvas(Struct, frozen=True):
    """How large a picture is, and how many of its pixels are a unit of `mark.svg`, which this repeats."""

    width: int
    height: int
    scale: float

    @property
    def left(self) -> float:
        """Where the drawing begins, which stands in the middle."""
        return self.width / 2 - 14 * self.scale

    @property
    def top(self) -> float:
        """The same from above."""
        return self.height / 2 - 13.6 * self.scale


_STONES: Final = (
    _Stone(14, 6.2, 4, 4.1, 0, _SHADES),
    _Stone(14, 14.6, 7.6, 2.7, 4.9, 0),
    _Stone(14, 22.15, 10, 2.95, 7.05, 0),
)


@lru_cache(maxsize=4)
def preview_picture(colour: str | None) -> bytes:
    """The picture of a site whose brand has this colour."""
    return _picture(colour, _Canvas(WIDTH, HEIGHT, 15))


@lru_cache(maxsize=4)
def icon(colour: str | None, size: int) -> bytes:
    """The icon of the same site as an app. What systems cut off at the edges is of one colour."""
    return _picture(colour, _Canvas(size, size, size / 46))


def _picture(colour: str | None, canvas: _Canvas) -> bytes:
    under = LIGHT.shades(colour or "#0f4c81").act
    palette = [under, *_towards(under, LIGHT.paper), *_towards(under, _WIN)]
    header = struct.pack(">IIBBBBB", canvas.width, canvas.height, 8, 3, 0, 0, 0)
    rows = (_row(number, canvas) for number in range(canvas.height))
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", bytes(part for shade in palette for part in shade)),
            _chunk(b"IDAT", _packed(b"".join(rows))),
            _chunk(b"IEND", b""),
        ]
    )


def _towards(under: Rgb, over: Rgb) -> Iterator[Rgb]:
    """The shades of an edge, up to the colour that lies over the other."""
    for step in range(1, _SHADES + 1):
        red, green, blue = (
            round(low + (high - low) * step / _SHADES)
            for low, high in zip(under, over, strict=True)
        )
        yield red, green, blue


def _row(number: int, canvas: _Canvas) -> bytes:
    """A row of pixels, as numbers of the palette; before it, that it is not told from the row above."""
    row = bytearray(1 + canvas.width)
    for stone in _STONES:
        heights = (
            (number + (line + 0.5) / _FINE - canvas.top) / canvas.scale for line in range(_FINE)
        )
        spans = [
            tuple(canvas.left + at * canvas.scale for at in span)
            for height in heights
            if (span := stone.span(height))
        ]
        if spans:
            first = int(min(start for start, _ in spans))
            last = int(max(end for _, end in spans))
            begin = 1 + first
            for covered, alike in groupby(_covered(spans, first, last)):
                shade, end = round(covered * _SHADES), begin + len(list(alike))
                row[begin:end] = bytes([stone.first_shade + shade if shade else 0]) * (end - begin)
                begin = end
    return bytes(row)


def _covered(spans: Sequence[Sequence[float]], first: int, last: int) -> Iterator[float]:
    """How much of each pixel from the first to the last lies within the spans."""
    changes = [0.0] * (last - first + 2)
    for span in spans:
        for at, sign in zip(span, (1, -1), strict=True):
            pixel, part = divmod(at - first, 1)
            changes[int(pixel)] += sign * (1 - part) / _FINE
            changes[int(pixel) + 1] += sign * part / _FINE
    return accumulate(changes[:-1])


def _chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))
    )


def _packed(data: bytes) -> bytes:
    """Data as a zlib stream of one block, in the fixed codes of RFC 1951, that only ever repeats the byte before."""
    bits = _Bits()
    bits.put(0b011, 3)  # the last block; fixed codes
    for run in _RUN.finditer(data):
        bits.put(*_coded(run[1][0]))
        left = len(run[0]) - 1
        for length, symbol in _LENGTHS.items():
            if left >= length:
                times, left = divmod(left, length)
                code, size = _coded(symbol)
                bits.put(code, size + 5, times)  # behind it five bits: one byte back
        bits.put(*_coded(run[1][0]), left)
    bits.put(*_coded(_END))
    return b"\x78\x01" + bits.padded() + struct.pack(">I", adler32(data))


_END: Final = 256
_LENGTHS: Final = {258: 285, **{length: length + 254 for length in range(10, 2, -1)}}
"""The lengths whose symbols stand alone, the longest first; others are put together from these."""
_RUN: Final = re.compile(rb"(.)\1*", re.DOTALL)
"""A byte as often as it follows itself."""


@cache
def _coded(symbol: int) -> tuple[int, int]:
    """The fixed code of a byte, a length, or the end, and how many bits it has: its highest bit comes first."""
    last, code, length = next(each for each in _CODES if symbol <= each[0])
    bits = f"{code - last + symbol:0{length}b}"
    return int(bits[::-1], 2), length


class _Bits:
    """Bits in the order of deflate."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._held = self._count = 0

    def put(self, value: int, length: int, times: int = 1) -> None:
        """A number, its lowest bit first, as often as it comes."""
        repeated = value * (((1 << length * times) - 1) // ((1 << length) - 1))
        self._held |= repeated << self._count
        self._count += length * times
        whole, self._count = divmod(self._count, _BYTE)
        self._bytes += (self._held & (1 << whole * _BYTE) - 1).to_bytes(whole, "little")
        self._held >>= whole * _BYTE

    def padded(self) -> bytes:
        """All of them, filled up to a whole byte."""
        return bytes(self._bytes) + self._held.to_bytes(self._count > 0, "little")


_BYTE: Final = 8
_CODES: Final = ((143, 0xBF, 8), (255, 0x1FF, 9), (279, 0x17, 7), (287, 0xC7, 8))
"""The last symbol of each kind, its code, and how long the codes of that kind are."""
