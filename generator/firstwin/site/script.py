"""What a script loads.

In: JavaScript of the site's own templates and theme, which is trusted. Out: references with their places. This finds
slips, not tricks: a literal address where something is imported or asked for. What a script puts together while it runs
the content security policy stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from firstwin.site.addresses import is_elsewhere
from firstwin.site.reading import Reference

_LITERAL: Final = r"""\s*["'`](?P<address>[^"'`\n]*)["'`]"""
_IMPORTED: Final = re.compile(
    rf"(?<![\w$.])(?:import|from|import\s*\(|importScripts\s*\(){_LITERAL}"
)
_ASKED: Final = re.compile(
    r"(?<![\w$])(?:(?:fetch|sendBeacon|addModule|register|EventSource|Request|SharedWorker|WebSocket|Worker)\s*\("
    rf"|open\s*\(\s*[\"'][A-Za-z]+[\"']\s*,|\.(?:src|srcset|poster)\s*=){_LITERAL}"
)
_BESIDE: Final = ("./", "../", "/")


def read_script(script: str) -> Iterator[Reference]:
    """The addresses that a script imports, and those of other hosts that it asks for."""
    for pattern in (_IMPORTED, _ASKED):
        for found in pattern.finditer(script):
            address = found["address"]
            if is_elsewhere(address) or (pattern is _IMPORTED and address.startswith(_BESIDE)):
                yield _reference(script, address, found.start("address"))


def _reference(script: str, address: str, at: int) -> Reference:
    before = script[:at]
    return Reference(address, line=before.count("\n") + 1, column=at - before.rfind("\n"))
