"""Plain text made safe for a place where Markdown or HTML is read.

In: plain text. Out: the same text in which every character that could open a construct is an entity.
Python-Markdown passes entities through untouched, so one escaped form is right in a Markdown heading
and in an HTML block alike. Characters that only matter at the beginning of a line are escaped there.
"""

from __future__ import annotations

import re
from typing import Final

_special = re.compile(
    r"[&<>\"\\`*\[\]{}|~^\u0000-\u0008\u000b-\u001f\u007f]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|!(?=\[)"
    r"|(?<!#)#++$"  # a heading loses those at its end
)
_line_start = re.compile(r"^(\s*)(?:([-+#>=!?:;/%])|(\d{1,9})([.)]))")
_worth_a_look = re.compile(
    r"[&<>\"\\`*\[\]{}|~^_!\n\r\t\u0000-\u001f\u007f]|^\s*(?:[-+#>=!?:;/%]|\d)|#\s*$"
)
# In prose a word has one form wherever it stands, so that a glossary finds it.
_sign = re.compile(r"[&<>\"\\`*\[\]{}|~^!#\u0000-\u001f\u007f]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")

_NAMED: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_LAYOUT: Final = {character: f"&#{ord(character)};" for character in "\n\t"}
_SPACES: Final = dict.fromkeys("\n\r\t\x0b\x0c", " ")
NO_CHARACTER: Final = "\ufffd"
"""What is shown for a character that a page cannot hold."""


def escape_text(text: str) -> str:
    """One line of text for Markdown or HTML. Line ends become spaces."""
    if not _worth_a_look.search(text):
        return str(text)
    line = " ".join(text.split())
    return escape_start(_special.sub(_entity, line))


def escape_signs(text: str) -> str:
    """Text between tags of ours: no character in it means anything to a parser. Line ends become spaces."""
    return _sign.sub(_sign_of_text, text) if _sign.search(text) else text


def escape_code(text: str) -> str:
    """The same for code, whose lines and tabs are entities too: no parser takes or folds them."""
    return _sign.sub(_sign_of_code, text)


def escape_start(line: str) -> str:
    """An escaped line whose beginning opens no construct of Markdown either."""
    found = _line_start.match(line)
    if not found:
        return line
    indent, mark, digits, after = found.groups()
    made = f"{digits}&#{ord(after)};" if digits else f"&#{ord(mark)};"
    return indent + made + line[found.end() :]


def _sign_of_text(found: re.Match[str]) -> str:
    return _SPACES.get(found[0]) or _entity(found)


def _sign_of_code(found: re.Match[str]) -> str:
    return _LAYOUT.get(found[0]) or _entity(found)


def _entity(found: re.Match[str]) -> str:
    character = found[0]
    if character < " " or character == "\u007f":
        return NO_CHARACTER
    return _NAMED.get(character) or "".join(f"&#{ord(sign)};" for sign in character)
