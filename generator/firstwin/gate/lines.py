"""The lines of a page that no page before it had.

In: the bytes of the pages of a site, one after the other. Out: what is new in each. Pages have most of their lines in
common (what stands around them, and the same step in the guides of all who take part), and a line that was looked at
need not be again. A line counts as known only between the same neighbours: a text may go on from one to the next.
"""

from __future__ import annotations

from typing import Final

_BREAK: Final = b"\n\0\n"
"""Stands where lines were left out."""


class NewLines:
    """The lines seen so far, each with the one before and the one behind it."""

    def __init__(self) -> None:
        self._seen: set[tuple[bytes, bytes, bytes]] = set()

    def new_in(self, content: bytes) -> bytes:
        """What is new in some bytes, with the lines around it. What is no page is new as a whole."""
        if b"</html>" not in content or b"\0" in content:
            return content
        lines = [b"", *content.splitlines(), b""]
        new = [
            number
            for number, around in enumerate(zip(lines, lines[1:], lines[2:], strict=False), start=1)
            if around not in self._seen
        ]
        self._seen.update(zip(lines, lines[1:], lines[2:], strict=False))
        wanted = sorted({near for number in new for near in (number - 1, number, number + 1)})
        parts = [
            (lines[number] if number - 1 == before else _BREAK + lines[number])
            for before, number in zip((-1, *wanted), wanted, strict=False)
        ]
        return b"\n".join(parts)
