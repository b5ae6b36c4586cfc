"""Addresses as browsers read them, which is not as they are written.

In: the value of an attribute, or an address. Out: the address without what browsers drop from it, and whether it
leads to another host or runs something. Where a value may be anything, whatever looks like such an address is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_DROPPED: Final = str.maketrans("", "", "\t\n\r")
_AROUND: Final = "".join(map(chr, range(0x21)))
_BETWEEN: Final = _AROUND + ","
_SLASHES: Final = re.compile(r"[\\/]{2,}")

_HOST: Final = r"(?:(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}|(?:https?|wss?|ftp):)"
_RUNS: Final = r"(?:javascript|vbscript|data|blob|filesystem):"
_BEGINS: Final = r"(?:^|[\x00-\x20,;|'\"(<])"
_OTHER_HOST: Final = re.compile(_HOST, re.IGNORECASE)
_RUNNING: Final = re.compile(_RUNS, re.IGNORECASE)
_ANYWHERE: Final = re.compile(
    rf"{_BEGINS}((?:{_HOST}|{_RUNS})[^\x00-\x20,;|'\"()>]*)", re.IGNORECASE
)
_PICTURE: Final = re.compile(r"data:(?:image/|,$)", re.IGNORECASE)


def as_read(address: str) -> str:
    """An address as browsers read it."""
    address = address.translate(_DROPPED).strip(_AROUND)
    slashes = _SLASHES.match(address)
    return "//" + address[slashes.end() :] if slashes else address


def is_elsewhere(address: str) -> bool:
    """Whether an address is one of another host."""
    return bool(_OTHER_HOST.match(as_read(address)))


def runs(address: str) -> bool:
    """Whether an address is itself what a browser shows or runs."""
    return bool(_RUNNING.match(as_read(address)))


def is_picture(address: str) -> bool:
    """Whether an address holds a picture, which asks nobody for anything."""
    return bool(_PICTURE.match(as_read(address)))


def suspects(value: str) -> Iterator[str]:
    """What in a value of any meaning looks like an address of another host, or one that runs something."""
    for text in {value, value.translate(_DROPPED)}:
        for found in _ANYWHERE.finditer(text):
            yield found[1]


def candidates(value: str) -> Iterator[str]:
    """The addresses of a `srcset`: each with its size behind it, with commas between."""
    rest = value.strip(_BETWEEN)
    while rest:
        address, *behind = rest.split(None, 1)
        rest = behind[0] if behind else ""
        if not address.endswith(","):
            _, _, rest = rest.partition(",")
        yield address.rstrip(",")
        rest = rest.strip(_BETWEEN)
