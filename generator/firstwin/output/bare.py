"""Pictures without what cameras and programs write into them beside the picture.

In: the bytes of a file. Out: the same picture, bit for bit, without names, places, times, programs, small copies and
whatever stands behind its end. Only parts that browsers need to show a picture are taken over; any other is left out,
and so is what follows where a file is damaged. How a camera was held is kept, because browsers turn the picture by it.
What is no picture, by its first bytes, stays as it is. Why: docs/decisions/0027-pictures-are-published-bare.md.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from zlib import crc32

from firstwin.output.bare_avif import bare_avif

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWN: Final = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"acTL", b"fcTL", b"fdAT", b"bKGD", b"pHYs"),
        *(b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI"),
    }
)

_WEBP_SHOWN: Final = frozenset(
    {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF"}
)
_WEBP_EXIF, _WEBP_XMP = 0b1000, 0b0100
"""The bits of a WebP's head that tell what follows."""
_FRAME_HEAD: Final = 16

_SCAN, _END = 0xDA, 0xD9
_JPEG_TABLES: Final = frozenset({*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD})
"""What a decoder needs: frames, codes, quantisation, lines, restarts."""
_JPEG_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_JPEG_SHOWN: Final[Mapping[int, bytes]] = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What programs write that changes the colours one sees, by how it begins."""
_JFIF, _JFIF_KEPT = b"JFIF\0", 12
_after_scan = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

_EXIF: Final = b"Exif\0\0"
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(2, 9)

_GIF_LOOPS: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_GIF_HEAD: Final = 13


class _Piece(NamedTuple):
    """A part of a file: its kind, all of its bytes, and those that are its data."""

    kind: bytes
    raw: bytes
    data: bytes


def bare(content: bytes) -> bytes:
    """The picture without what is no picture; what is none stays as it is."""
    take = next((each for sign, each in _KINDS.items() if sign.match(content)), None)
    return take(content) if take else content


def _png(content: bytes) -> bytes:
    made = [_PNG]
    for piece in _png_chunks(content):
        if piece.kind in _PNG_SHOWN:
            made.append(piece.raw)
        elif piece.kind == b"eXIf" and (turned := _turned(piece.data)):
            checked = piece.kind + turned
            made.append(
                struct.pack(">I", len(turned)) + checked + struct.pack(">I", crc32(checked))
            )
    return b"".join(made)


def _png_chunks(content: bytes) -> Iterator[_Piece]:
    """The chunks up to the end of the picture."""
    at, kind = len(_PNG), b""
    while at + 8 <= len(content) and kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        yield _Piece(kind, content[at:end], content[at + 8 : at + 8 + length])
        at = end


def _webp(content: bytes) -> bytes:
    turned = b"".join(
        _turned(piece.data) for piece in _webp_chunks(content, 12) if piece.kind == b"EXIF"
    )
    made = b"".join(_webp_shown(piece, turned) for piece in _webp_chunks(content, 12))
    return b"RIFF" + struct.pack("<I", len(made) + 4) + b"WEBP" + made


def _webp_shown(piece: _Piece, turned: bytes) -> bytes:
    data = piece.data
    if piece.kind not in _WEBP_SHOWN:
        return b""
    if piece.kind == b"VP8X":
        flags = data[0] & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if turned else 0) if data else 0
        data = bytes([flags]) + data[1:]
    elif piece.kind == b"ANMF":
        inside = (_webp_shown(each, b"") for each in _webp_chunks(data, _FRAME_HEAD))
        data = data[:_FRAME_HEAD] + b"".join(inside)
    elif piece.kind == b"EXIF":
        if not turned:
            return b""
        data = turned
    return piece.kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _webp_chunks(content: bytes, at: int) -> Iterator[_Piece]:
    while at + 8 <= len(content):
        (length,) = struct.unpack_from("<I", content, at + 4)
        end = at + 8 + length
        yield _Piece(content[at : at + 4], content[at:end], content[at + 8 : end])
        at = end + length % 2


def _jpeg(content: bytes) -> bytes:
    made = [content[:2]]
    for kind, segment in _jpeg_segments(content):
        data = segment[4:]
        if kind in {_SCAN, _END} | _JPEG_TABLES | _JPEG_ALONE:
            made.append(segment)
        elif kind == 0xE0 and data.startswith(_JFIF) and len(data) > _JFIF_KEPT + 1:
            made.append(_jpeg_segment(kind, data[:_JFIF_KEPT] + bytes(2)))  # without a small copy
        elif kind == 0xE1 and data.startswith(_EXIF) and (turned := _turned(data[len(_EXIF) :])):
            made.append(_jpeg_segment(kind, _EXIF + turned))
        elif kind in _JPEG_SHOWN and data.startswith(_JPEG_SHOWN[kind]):
            made.append(segment)
    return b"".join(made)


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments up to the end of the picture; to a scan belongs what is coded behind it."""
    at = 2
    while at + 2 <= len(content) and content[at] == 0xFF:
        kind = content[at + 1]
        if kind == 0xFF:  # a byte that fills
            at += 1
            continue
        end = at + 2
        if kind not in _JPEG_ALONE and kind != _END:
            end += int.from_bytes(content[end : end + 2], "big")
        if kind == _SCAN:
            found = _after_scan.search(content, end)
            end = found.start() if found else len(content)
        yield kind, content[at:end]
        if kind == _END or end < at + 2:
            return
        at = end


def _jpeg_segment(kind: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


def _turned(exif: bytes) -> bytes:
    """How the camera was held, and nothing else of what it wrote; nothing where it was held upright."""
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(count):
            entry = first + 2 + 12 * number
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if tag == _ORIENTATION and value in _TURNED:
                return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, tag, 3, 1, value, 0, 0)
    except struct.error:  # it is cut off, or no EXIF
        pass
    return b""


def _gif(content: bytes) -> bytes:
    made, at = [], _GIF_HEAD + _colours(content, _GIF_HEAD - 3)
    made.append(content[:at])
    while at < len(content):
        sign = content[at : at + 1]
        if sign == b",":
            inside = at + 10 + _colours(content, at + 9) + 1
        elif sign == b"!":
            inside = at + 2
        else:
            made.append(b";" if sign == b";" else b"")
            break
        end = _after_blocks(content, inside)
        loops = content[at + 3 : at + 14] in _GIF_LOOPS
        if sign == b"," or content[at + 1] == 0xF9 or (content[at + 1] == 0xFF and loops):
            made.append(content[at:end])
        at = end
    return b"".join(made)


def _colours(content: bytes, at: int) -> int:
    """The bytes of the table of colours that the flags at this place announce."""
    flags = content[at] if at < len(content) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    """Where a row of blocks ends, each of which begins with its length."""
    while at < len(content) and content[at]:
        at += content[at] + 1
    return at + 1


_KINDS: Final[Mapping[re.Pattern[bytes], Callable[[bytes], bytes]]] = {
    re.compile(_PNG): _png,
    re.compile(rb"GIF8[79]a"): _gif,
    re.compile(rb"\xff\xd8\xff"): _jpeg,
    re.compile(rb"RIFF....WEBP", re.DOTALL): _webp,
    re.compile(rb"....ftypavi[fs]", re.DOTALL): bare_avif,
}
"""What the bytes of a picture begin with."""
