"""Tags as our templates write them, found by one pattern.

In: the text of a page. Out: each tag with the text behind it. What is not plainly written (an attribute without quotes, a
sign that may begin a tag and does not) matches nothing.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"[a-zA-Z_:][-a-zA-Z0-9_:.]*+"
_ATTRIBUTE: Final = rf'[ \n]+{_NAME}(?:="[^"]*+")?'
TAG: Final = re.compile(
    rf"<(?:(?P<name>[a-z][a-z0-9-]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)(?P<closed> ?/)?"
    r"|/(?P<end>[a-z][a-z0-9-]*+))>(?P<behind>[^<]*+)"
)
"""A tag with the text behind it."""
ATTRIBUTE: Final = re.compile(rf'(?<![ \n])[ \n]++({_NAME})(?:="([^"]*+)")?')
"""One attribute of a tag: its name, and its value if it has one."""
REFERENCE: Final = re.compile(r"(&[a-zA-Z0-9#]+;)")
"""A sign that is written by its name or number."""

VOID: Final = frozenset(
    {*("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"), "source", "wbr"}
)
OPAQUE: Final = frozenset(
    {*("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style"), "title", "xmp"}
)
"""In these, what looks like a tag may be none, which depends on the release of Python."""
