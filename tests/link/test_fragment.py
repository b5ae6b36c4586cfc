"""A fragment says what was put into it, and whatever is none is refused before it costs anything."""

import random
import zlib
from time import perf_counter

import pytest
from tests.link.fragments import packed, personal, spoiled

from firstwin.link import (
    LARGEST,
    FragmentError,
    Reason,
    pack,
    read_personal,
    unpack,
    written,
)


def test_a_link_says_what_was_put_into_it(*, full: bool) -> None:
    chance = random.Random("right")
    for _ in range(5_000 if full else 200):
        said = personal(chance)

        assert read_personal(unpack(pack(written(said)))) == said


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


@pytest.mark.parametrize(
    ("fragment", "reason"),
    [
        (packed(b"0" * 50_000_000, "z"), Reason.LARGE),
        (packed(b'{"a":' + b"[" * LARGEST + b"}", "z"), Reason.LARGE),
        (packed(b"[" * 200_000, "z"), Reason.GARBLED),
        (packed(b'{"a": NaN}', "j"), Reason.GARBLED),
        (packed(b'{"a": 1' + b"0" * 5000 + b"}", "z"), Reason.GARBLED),
        (packed(b"\xff{}", "j"), Reason.GARBLED),
        (packed(b"\xef\xbb\xbf{}", "j"), Reason.GARBLED),
        (packed(b"[]", "j"), Reason.SHAPE),
        ("fw=" + "A" * 100_000 + ".1z", Reason.LARGE),
        ("fw=.1z", Reason.GARBLED),
        ("fw=A.1z", Reason.GARBLED),
        ("fw=AAAA", Reason.CUT),
        ("fw=AAAA.", Reason.CUT),
        ("fw=AAAA.1", Reason.CUT),
        ("fw=AAAA.1b", Reason.NEWER),
        ("fw=AAAA.12z", Reason.NEWER),
        ("step-one", Reason.NONE),
    ],
)
def test_what_is_no_fragment_is_refused_at_once(fragment: str, reason: Reason) -> None:
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
