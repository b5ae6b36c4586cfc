"""The form of a fragment: JSON, made small, in signs that survive a mail.

In: a mapping, or a fragment that somebody sent. Out: the other. A fragment is hostile until it was read: nothing is
inflated beyond a limit, and what it holds is nothing but data of JSON.

    fragment = "fw=" data "." version packing
    data     = base64url of the packed JSON, without "="
    version  = "1"
    packing  = "z" (raw DEFLATE) | "j" (as it is)

What says how to read it stands at the end, so that a link which a mail program has cut off is known for one.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, NoReturn

from firstwin.errors import FirstwinError

START: Final = "fw="
VERSION: Final = "1"
LONGEST: Final = 64_000
"""The characters of a fragment that anybody reads."""
LARGEST: Final = 400_000
"""The bytes of JSON in one: a small fragment can hold very many that are alike."""

_form = re.compile(r"fw=([A-Za-z0-9_-]+)\.([0-9]+)([a-z])")
_cut = re.compile(r"fw=[A-Za-z0-9_-]*(\.[0-9]*)?")
_RAW: Final = -zlib.MAX_WBITS


class Reason(Enum):
    """Why a fragment cannot be read, in words."""

    NONE = "this is no link of firstwin: behind `#` it does not begin with `fw=`"
    CUT = "the end of the link is missing"
    NEWER = "a newer firstwin made this link"
    LARGE = "the link holds more than any link of firstwin"
    GARBLED = "what the link holds cannot be read"
    SHAPE = "the link holds something that no link of firstwin does"


class FragmentError(FirstwinError):
    """A fragment that cannot be read."""

    def __init__(self, reason: Reason) -> None:
        hint = "copy it anew, as a whole" if reason in {Reason.CUT, Reason.GARBLED} else ""
        super().__init__(reason.value, hint)
        self.reason = reason


def pack(payload: Mapping[str, Any]) -> str:
    """The fragment of a payload, without `#`; the shorter of its two packings."""
    raw = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    small = deflate.compress(raw) + deflate.flush()
    packed, packing = (small, "z") if len(small) < len(raw) else (raw, "j")
    data = urlsafe_b64encode(packed).decode().rstrip("=")
    return f"{START}{data}.{VERSION}{packing}"


def unpack(fragment: str) -> Mapping[str, Any]:
    """The payload of a fragment, without `#`. Raises FragmentError for whatever is none."""
    if not fragment.startswith(START):
        raise FragmentError(Reason.NONE)
    if len(fragment) > LONGEST:
        raise FragmentError(Reason.LARGE)
    found = _form.fullmatch(fragment)
    if not found:
        raise FragmentError(Reason.CUT if _cut.fullmatch(fragment) else Reason.GARBLED)
    data, version, packing = found.groups()
    if version != VERSION or packing not in "zj":
        raise FragmentError(Reason.NEWER)
    if len(data) % 4 == 1:
        raise FragmentError(Reason.GARBLED)
    packed = urlsafe_b64decode(data + "=" * (-len(data) % 4))
    return _payload(_inflated(packed) if packing == "z" else packed)


def fragment_of(link: str) -> str:
    """What stands behind the `#` of a link, or the whole where there is none."""
    return link.strip().rpartition("#")[2]


def _inflated(packed: bytes) -> bytes:
    inflate = zlib.decompressobj(_RAW)
    try:
        raw = inflate.decompress(packed, LARGEST + 1)
    except zlib.error:
        raise FragmentError(Reason.GARBLED) from None
    if len(raw) > LARGEST:
        raise FragmentError(Reason.LARGE)
    if not inflate.eof or inflate.unused_data:
        raise FragmentError(Reason.GARBLED)
    return raw


def _payload(raw: bytes) -> Mapping[str, Any]:
    try:
        payload = json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise FragmentError(Reason.GARBLED) from None
    if not isinstance(payload, dict):
        raise FragmentError(Reason.SHAPE)
    return payload


def _no_number(_: str) -> NoReturn:
    """Refuse `NaN` and `Infinity`, which Python reads and JSON has not."""
    raise ValueError
