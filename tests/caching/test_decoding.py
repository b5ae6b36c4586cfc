"""What was kept is read back, and nothing is made of what is something else."""

import pytest
from msgspec import Struct, json, msgpack

from firstwin.caching.decoding import decoded


class Example(Struct, frozen=True):
    """Something that is kept."""

    name: str
    files: dict[str, bytes]


KEPT = Example("ä", {"a": b"\0\xff"})
OTHERS: tuple[object, ...] = ([], {}, None, "text", {"name": 3, "files": {}}, {"name": "a"})
DAMAGED = (b"", b"\xff", b"{", b'{"name": "\xff"}', b"[" * 100_000, b"\x91" * 100_000)


@pytest.mark.parametrize("form", [json, msgpack], ids=["json", "msgpack"])
def test_what_was_kept_comes_back_and_nothing_of_what_is_something_else(form: object) -> None:
    encode, decoder = form.encode, form.Decoder(Example)  # type: ignore[attr-defined]  # two modules of one face

    assert decoded(encode(KEPT), decoder) == KEPT
    assert decoded(None, decoder) is None
    for content in (*map(encode, OTHERS), *DAMAGED):
        assert decoded(content, decoder) is None
