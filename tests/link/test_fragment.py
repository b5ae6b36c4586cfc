"""A fragment says what was put into it, and whatever is none is refused before it costs anything."""

import random
import zlib
from collections.abc import Callable, Mapping
from time import perf_counter

import pytest
from tests.link.fragments import packed, personal, spoiled

from firstwin.link import (
    LARGEST,
    FragmentError,
    Reason,
    pack,
    payload_of,
    read_personal,
    unpack,
)


def test_a_link_says_what_was_put_into_it(*, full: bool) -> None:
    chance = random.Random("right")
    for _ in range(5_000 if full else 200):
        said = personal(chance)

        assert read_personal(unpack(pack(payload_of(said)))) == said


def test_whatever_is_sent_is_read_or_refused(*, full: bool) -> None:
    chance = random.Random("spoiled")
    read = 0
    for _ in range(20_000 if full else 1_000):
        fragment = spoiled(chance)
        try:
            read_personal(unpack(fragment))
        except FragmentError:
            continue
        read += 1
    assert read


REFUSED: Mapping[str, tuple[Callable[[], str], Reason]] = {
    "a bomb": (lambda: packed(b"0" * 50_000_000, "z"), Reason.LARGE),
    "too long": (lambda: packed(b'{"a":' + b"[" * LARGEST + b"}", "z"), Reason.LARGE),
    "too deep": (lambda: packed(b"[" * 200_000, "z"), Reason.GARBLED),
    "no number": (lambda: packed(b'{"a": NaN}', "j"), Reason.GARBLED),
    "a long number": (lambda: packed(b'{"a": 1' + b"0" * 5000 + b"}", "z"), Reason.GARBLED),
    "no UTF-8": (lambda: packed(b"\xff{}", "j"), Reason.GARBLED),
    "a byte order mark": (lambda: packed(b"\xef\xbb\xbf{}", "j"), Reason.GARBLED),
    "a list": (lambda: packed(b"[]", "j"), Reason.SHAPE),
    "too long as it is": (lambda: "fw=" + "A" * 100_000 + ".1z", Reason.LARGE),
    "empty": (lambda: "fw=.1z", Reason.GARBLED),
    "half a byte": (lambda: "fw=A.1z", Reason.GARBLED),
    "no packing": (lambda: "fw=AAAA", Reason.CUT),
    "an empty packing": (lambda: "fw=AAAA.", Reason.CUT),
    "half a packing": (lambda: "fw=AAAA.1", Reason.CUT),
    "another packing": (lambda: "fw=AAAA.1b", Reason.NEWER),
    "another version": (lambda: "fw=AAAA.12z", Reason.NEWER),
    "an id": (lambda: "step-one", Reason.NONE),
}
"""What is no fragment, made when it is tried: a bomb takes its time."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_fragment_is_refused_at_once(name: str) -> None:
    made, reason = REFUSED[name]
    fragment = made()
    start = perf_counter()

    with pytest.raises(FragmentError) as refused:
        unpack(fragment)

    assert refused.value.reason is reason
    assert perf_counter() - start < 1


def test_bytes_behind_the_packed_ones_are_refused() -> None:
    small = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    twice = packed(small.compress(b"{}") + small.flush() + b"more", "j").replace(".1j", ".1z")

    with pytest.raises(FragmentError) as refused:
        unpack(twice)

    assert refused.value.reason is Reason.GARBLED
