"""Bytes written as signs, as tools write them: numbers in a row, octal escapes, parts of mails, ASCII85 of old PDFs.

In: the bytes of a text. Out: the bytes that it may stand for. What somebody has to want, such as base32 or a cipher, is not
among them.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

_NUMBER: Final = r"(?:0x[0-9a-fA-F]{1,2}|\d{1,3}+)"
_NUMBERS: Final = re.compile(rf"{_NUMBER}(?:\s*+,\s*+{_NUMBER}){{11,}}+".encode())
"""As JSON has the bytes of a program, scripts the signs of a text, and C an array."""
_OCTAL: Final = re.compile(rb"\\([0-3][0-7]{2}|[0-7]{2})")
_QUOTED_PRINTABLE: Final = re.compile(rb"\bquoted-printable\b", re.IGNORECASE)
_ASCII_85: Final = re.compile(rb"(?<![!-uz\s])([!-uz\s]{24,}+)~>")
_BEFORE_STREAM: Final = re.compile(rb"stream\r?\n")
_PACKED_LETTERS: Final = re.compile(rb'(?<!\\)"(x(?:\\u00[0-9a-fA-F]{2}|\\[^u]|[^"\\]){16,}+)"')
"""Bytes packed by zlib, each written as the letter of its number: Excalidraw has a sketch so in its pictures."""


def coded(content: bytes) -> Iterator[bytes]:
    """Whatever bytes some signs in a text may stand for."""
    for found in _NUMBERS.findall(content):
        numbers = [int(number, 0) for number in re.findall(rb"0x\w+|[1-9]\d*|0\b", found)]
        if max(numbers) < 256:  # they are bytes
            yield bytes(numbers)
    if _OCTAL.search(content):
        yield _OCTAL.sub(lambda number: bytes([int(number[1], 8)]), content)
    if (b"rintable" in content or b"RINTABLE" in content) and _QUOTED_PRINTABLE.search(content):
        yield binascii.a2b_qp(_QUOTED_PRINTABLE.sub(b"", content))
    for found in _ASCII_85.findall(content) if b"~>" in content else ():
        with suppress(ValueError):
            yield base64.a85decode(_BEFORE_STREAM.split(found)[-1])
    for found in _PACKED_LETTERS.findall(content) if b'"x' in content else ():
        with suppress(ValueError):
            yield json.loads(b'"%b"' % found).encode("latin-1")
