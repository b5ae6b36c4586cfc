"""Values that were kept as bytes, read back.

In: bytes that lay where they were kept, and what decodes them. Out: the value, or nothing where something else lay there.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec import MsgspecError
from msgspec.json import Decoder as JsonDecoder
from msgspec.msgpack import Decoder as MessagePackDecoder

T = TypeVar("T")


def decoded(content: bytes | None, decoder: JsonDecoder[T] | MessagePackDecoder[T]) -> T | None:
    """What was kept; nothing where nothing was, or where it is of another form, whatever that is."""
    if content is None:
        return None
    try:
        return decoder.decode(content)
    except (MsgspecError, ValueError, RecursionError):  # the first is a ValueError since 0.21
        return None
