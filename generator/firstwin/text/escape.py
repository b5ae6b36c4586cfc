"""Plain text made safe for a place where Markdown or HTML is read.

In: plain text. Out: the same text in which every character that could open a construct is an entity.
Python-Markdown passes entities through untouched, so one escaped form is right in a Markdown heading
and in an HTML block alike. Characters that only matter at the beginning of a line are escaped there.
"""

from __future__ import annotations

import re

_special = re.compile(
    r"[&<>\"\\`*\[\]{}|~^\u0000-\u0008\u000b-\u001f\u007f]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|!(?=\[)"
    r"|#(?=#*$)"  # a heading loses those at its end
)
_line_start = re.compile(r"^(\s*)(?:([-+#>=!?:;/%])|(\d{1,9})([.)]))")
_worth_a_look = re.compile(
    r"[&<>\"\\`*\[\]{}|~^_!\n\r\t\u0000-\u001f\u007f]|^\s*(?:[-+#>=!?:;/%]|\d)|#\s*$"
)


def escape_text(text: str) -> str:
    """One line of text for Markdown or HTML. Line ends become spaces."""
    if not _worth_a_look.search(text):
        return str(text)
    line = " ".join(text.split())
    return _escape_start(_special.sub(_entity, line))


def _entity(found: re.Match[str]) -> str:
    character = found[0]
    if ord(character) < ord(" ") or character == "\u007f":
        return "\ufffd"
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}.get(
        character, f"&#{ord(character)};"
    )


def _escape_start(line: str) -> str:
    found = _line_start.match(line)
    if not found:
        return line
    indent, mark, digits, after = found.groups()
    made = f"{digits}&#{ord(after)};" if digits else f"&#{ord(mark)};"
    return indent + made + line[found.end() :]
