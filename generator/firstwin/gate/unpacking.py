"""Bytes as texts, whatever they are wrapped in.

In: the bytes of a file. Out: the texts in them: with and without the tags of HTML, their escapes undone (entities, percent
signs, those of JSON, JavaScript and CSS, lines that were folded), out of gzip, zlib, bzip2, xz, zip, base64, hexadecimal,
UTF-16, Latin-1 and `codings`, and what is wrapped in what was wrapped.
"""

from __future__ import annotations

import base64
import bz2
import io
import lzma
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import IO, Final
from urllib.parse import unquote

from msgspec import Struct

from firstwin.gate.codings import coded
from firstwin.gate.wording import BREAK

DEEPEST: Final = 4
"""How often something may be wrapped in something else."""

LARGEST: Final = 32 * 1024 * 1024
"""Of what is packed in one file no more than this is looked at: a few bytes can unpack to any size."""

_IN_LINE: Final = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|rb|ruby|s|samp|small"
    r"|span|strike|strong|sub|sup|time|tspan|tt|u|var|wbr"
    r"|r|t|rPr|sz|color|rFont|family|scheme|charset|vertAlign|text:(?:a|span)|[aw]:(?!(?:br|p|tab|tc|tr)\b)\w+)"
    r"(?:\s[^<>]*)?/?>|<!--[^<>]*-->",
    re.IGNORECASE,
)
"""Tags that may stand within a word: of HTML, of drawings, and those by which office programs cut what somebody typed."""
_SET_APART: Final = re.compile(r"</tspan>\s*<tspan\b", re.IGNORECASE)
"""Where a line of a drawing ends and the next begins, if it is no word that was cut."""
_TAG: Final = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|U00([0-9a-fA-F]{6})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf])|([\"'/\\])|\r?\n)"
)
_STYLED: Final = re.compile(r"\\(?:([0-9a-fA-F]{2,6})\s?|([g-z]))")
_IS_STYLED: Final = re.compile(r"\\(?:[0-9a-fA-F]{2}|[g-mopqsvwyz])")  # no escape of JSON
_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_PERCENT: Final = re.compile(r"%[0-9a-fA-F]{2}")
_PERCENT_U: Final = re.compile(r"%u([0-9a-fA-F]{4})")
_WRAPPED: Final = re.compile(r"(?<=[A-Za-z0-9+/]{60})\r?\n(?=[A-Za-z0-9+/=]{4})")
_HEX: Final = re.compile(r"(?:[0-9a-fA-F]{2}){12,}")
_BASE_64: Final = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}+")
_STANDARD: Final = str.maketrans("-_", "+/")
_UTF_16: Final = (
    (re.compile(rb"(?:[\t\n\r\x20-\xff]\0){12,}"), "utf-16-le"),
    (re.compile(rb"(?:\0[\t\n\r\x20-\xff]){12,}"), "utf-16-be"),
)
_UTF_32: Final = (
    (re.compile(rb"(?:[\t\n\r\x20-\xff]\0{3}){12,}"), "utf-32-le"),
    (re.compile(rb"(?:\0{3}[\t\n\r\x20-\xff]){12,}"), "utf-32-be"),
)
_GAP: Final = re.compile(rb"\0{5,}")
_MARKS: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_ZLIB: Final = b"|".join(
    re.escape(bytes(divmod(head, 256)))
    for head in range(0x0800, 0x7900)
    if not head % 31 and head & 0x0F20 == 0x0800  # as RFC 1950 has it
)
"""How zlib begins, for each size of window: pictures are packed with small ones."""
_DEFLATED: Final = re.compile(rb"\x1f\x8b\x08|" + _ZLIB)
_SQUEEZED: Final = re.compile(rb"BZh[1-9]1AY&SY|\xfd7zXZ\0|\A\]\0\0")
_UTF_8: Final = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){8,}+"
)
_LATIN_1: Final = re.compile(rb"[\t\n\r\x20-\x7e\xa0-\xff]{24,}+")
_BEYOND_ASCII: Final = bytes(range(0x80, 0x100))
_NOTHING: Final = re.compile(rb"\0{3,}")

_ARCHIVE: Final = b"PK\x03\x04"
_MEMBER: Final = re.compile(re.escape(_ARCHIVE) + rb".{4}(..).{16}(..)(..)", re.DOTALL)
"""The head of a file in a zip archive: how it is packed, and the lengths of its name and of what else stands before it."""
_PLAIN: Final = re.compile(rb"[\t\n\r\x20-\x7e]{16,}")
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_EITHER_HEADER: Final = zlib.MAX_WBITS | 32
"""Says zlib that what follows is in its own format or gzip's."""
_NO_HEADER: Final = -zlib.MAX_WBITS
_UNUSUAL: Final = (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_BROKEN: Final = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What is raised over archives, beside what those raise that unpack."""

_STEP: Final = 1024
"""So many packed bytes are read at a time. Whatever is none fails among the first."""

_PIECE: Final = 512
"""So many bytes come out at a time; what is lost before a fault are less."""

_LZMA_MEMORY: Final = 128 * 1024 * 1024
_LEAST: Final = 16
_SHARE_OF_ASCII: Final = 1.5
"""A text in Latin-1 has at most so many signs for each that is ASCII; what is drawn or packed has more."""


class Layer(Struct, frozen=True):
    """One text: its bytes, `raw` with all its markup, and `shown` as readers see it. Escapes are undone in both."""

    content: bytes
    raw: str
    shown: tuple[str, ...]


class Unpacker:
    """Unpacks the files of a site. What stands in many of them, in letters for bytes, is unpacked once.

    Where it stood deeper before, more can come of it.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def layers(self, content: bytes) -> Iterator[Layer]:
        """Every text in the bytes of a file."""
        return self._layers(content, 0, _Allowance(LARGEST))

    def _layers(self, content: bytes, depth: int, allowance: _Allowance) -> Iterator[Layer]:
        layer, is_text = _layer(content)
        yield layer
        if depth >= DEEPEST:
            return
        for inner in () if is_text else _wrapped(content, allowance):
            yield from self._layers(inner, depth + 1, allowance)
        for inner in coded(content):
            if _is_something(inner):
                yield from self._layers(inner, depth + 1, allowance)
        for token in _BASE_64.findall(_WRAPPED.sub("", layer.raw)):
            if self._seen.get(token, DEEPEST) > depth:
                self._seen[token] = depth
                for inner in _decoded(token, allowance):
                    yield from self._layers(inner, depth + 1, allowance)


@dataclass(slots=True)
class _Allowance:
    """How many bytes may still be unpacked of a file."""

    left: int

    def unpack(self, packed: memoryview, header: int = _EITHER_HEADER) -> bytes:
        """What is packed at the beginning of some bytes, by zlib or gzip, as far as it is whole."""
        content = bytearray()
        with suppress(zlib.error):
            for piece in _unpacked(packed, header):
                content += piece[: self.left]
                self.left -= min(len(piece), self.left)
                if not self.left:
                    break
        return bytes(content)

    def squeeze_out(self, packed: memoryview) -> bytes:
        """The same by bzip2 or LZMA."""
        content = bytearray()
        with suppress(OSError, lzma.LZMAError, EOFError):
            stream = (
                bz2.BZ2Decompressor()
                if bytes(packed[:3]) == b"BZh"
                else lzma.LZMADecompressor(memlimit=_LZMA_MEMORY)
            )
            for start in range(0, len(packed), _STEP):
                content += stream.decompress(
                    packed[start : start + _STEP], self.left - len(content)
                )
                if stream.eof or len(content) >= self.left:
                    break
        self.left -= len(content)
        return bytes(content)

    def read(self, file: IO[bytes]) -> bytes:
        """What is in a file of an archive."""
        content = file.read(self.left)
        self.left -= len(content)
        return content


def _unpacked(packed: memoryview, header: int) -> Iterator[bytes]:
    """What is packed, piece by piece, so that what came before a fault is there, and counts."""
    stream = zlib.decompressobj(header)
    for start in range(0, len(packed), _STEP):
        waiting: bytes | memoryview = packed[start : start + _STEP]
        piece = b""
        while not stream.eof and (waiting or len(piece) == _PIECE):
            piece = stream.decompress(waiting, _PIECE)
            yield piece
            waiting = stream.unconsumed_tail
        if stream.eof:
            return


def _layer(content: bytes) -> tuple[Layer, bool]:
    """Bytes as one text, and whether they are nothing else."""
    try:
        text = _NOTHING.sub(b"\0", content).decode("utf-8")
        is_text = BREAK not in text
    except UnicodeDecodeError:
        text, is_text = BREAK.join(_readable(content)), False
    once = _undone(text)
    shown = [_wholly_undone(_without_tags(text))]
    if once.count("<") > text.count("<"):  # markup in a text, as a search index has it
        shown.append(_wholly_undone(_without_tags(once)))
    if _SET_APART.search(once):
        shown.append(_wholly_undone(_without_tags(_SET_APART.sub(" <tspan", once))))
    if _IS_STYLED.search(text):
        shown.append(_STYLED.sub(_styled, text))
    if "\nBEGIN:V" in text or text.startswith("BEGIN:V"):  # a calendar or a card
        shown.append(_wholly_undone(_FOLDED.sub("", text)))
    return Layer(content, _wholly_undone(once), tuple(shown)), is_text


def _readable(content: bytes) -> Iterator[str]:
    """What could be text in bytes that are none as a whole. Old metadata is in Latin-1."""
    for run in _UTF_8.findall(content):
        yield run.decode("utf-8", "replace")
    for run in _LATIN_1.findall(content):
        if len(run) < _SHARE_OF_ASCII * len(run.translate(None, _BEYOND_ASCII)):
            yield run.decode("latin-1")


def _without_tags(html: str) -> str:
    """The texts of a page. What is set in bold within one is a part of it."""
    return _TAG.sub(BREAK, _IN_LINE.sub("", html))


def _wholly_undone(text: str) -> str:
    for _ in range(DEEPEST):
        before, text = text, _undone(text)
        if text == before:
            break
    return text


def _undone(text: str) -> str:
    """A text with one round of escapes undone."""
    if "&" in text:
        text = unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(_meant, text)
    if "%" in text and _PERCENT.search(text):
        text = unquote(text)
    if "%u" in text:
        text = _PERCENT_U.sub(lambda escape: _sign(escape[1]), text)
    return text


def _meant(escape: re.Match[str]) -> str:
    """What an escape of JSON or JavaScript stands for; of one for a space, a space."""
    long, six, four, two, space, itself = escape.groups(default="")
    if space:
        return " "
    if itself:
        return itself
    number = long or six or four or two
    return _sign(number) if number else ""  # a line that goes on


def _styled(escape: re.Match[str]) -> str:
    """What an escape of CSS stands for."""
    number, letter = escape.groups(default="")
    return letter or _sign(number)


def _sign(number: str) -> str:
    code = int(number, 16)
    return chr(code) if code <= sys.maxunicode else " "


def _wrapped(content: bytes, allowance: _Allowance) -> Iterator[bytes]:
    """What is packed into some bytes, and what is written in two or four bytes a letter."""
    if _ARCHIVE in content:
        yield from _members(content, allowance)
    if content[:2] in _MARKS:
        yield content[2:].decode(_MARKS[content[:2]], "replace").encode("utf-8", "replace")
    narrow = _GAP.sub(bytes(4), content)
    for pattern, encoding in (*_UTF_16, *(_UTF_32 if bytes(3) in narrow else ())):
        for found in pattern.finditer(narrow):
            yield found[0].decode(encoding, "replace").encode("utf-8", "replace")
    for found in _DEFLATED.finditer(content):
        inner = allowance.unpack(memoryview(content)[found.start() :]) if allowance.left else b""
        if len(inner) >= _LEAST:
            yield inner
    for found in _SQUEEZED.finditer(content):
        if allowance.left:
            yield allowance.squeeze_out(memoryview(content)[found.start() :])


def _members(content: bytes, allowance: _Allowance) -> Iterator[bytes]:
    """The files of zip archives, with their names: each by itself, whatever is broken around it, listed or not."""
    for head in _MEMBER.finditer(content):
        packing, name, more = (int.from_bytes(number, "little") for number in head.groups())
        yield content[head.end() : head.end() + name]
        if packing == zipfile.ZIP_DEFLATED and allowance.left:
            yield allowance.unpack(memoryview(content)[head.end() + name + more :], _NO_HEADER)
    broken = (*_BROKEN, lzma.LZMAError, zlib.error)
    with suppress(*broken), zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            if member.compress_type in _UNUSUAL:
                with suppress(*broken), archive.open(member) as file:
                    yield allowance.read(file)


def _decoded(token: str, allowance: _Allowance) -> Iterator[bytes]:
    """What a token may be base64 or hexadecimal for, wherever in it that begins: a path may stand before it.

    What is behind the `#` of a personal link is packed and names no packing.
    """
    for digits in _HEX.findall(token):
        for start in (0, 1):
            content = bytes.fromhex(digits[start : len(digits) - start])
            if _is_something(content):
                yield content
    standard = token.translate(_STANDARD)
    for start in range(4):
        part = standard[start:]
        part = part[:-1] if len(part) % 4 == 1 else part
        content = base64.b64decode(part + "=" * (-len(part) % 4))
        if _is_something(content):
            yield content
        elif not start and allowance.left:
            inner = allowance.unpack(memoryview(content), _NO_HEADER)
            if len(inner) >= _LEAST and _is_something(inner):
                yield inner


def _is_something(content: bytes) -> bool:
    """Whether bytes are a text or packed ones; others are what letters of a name come to."""
    if content[:2] in _MARKS or _ARCHIVE in content or _DEFLATED.match(content):
        return True
    if (
        content.startswith(_PICTURES)
        or _PLAIN.search(content)
        or any(pattern.search(content) for pattern, _ in _UTF_16)
    ):
        return True
    with suppress(UnicodeDecodeError):
        return content.decode("utf-8").isprintable()
    return False
