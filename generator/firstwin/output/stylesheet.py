"""One style sheet from the theme's many.

In: the bundled theme. Out: CSS: tokens, then the base, then the rest by name, then the components by
name, print last. The order is fixed, so the same theme gives the same bytes on every system. Comments
and indentation stay behind: they are for who works on the theme, and a third of what readers would load.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

# What is never closed goes on to the end, as it does in CSS.
_COMMENT: Final = re.compile(
    r"""("(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)|/\*.*?(?:\*/|\Z)""", re.DOTALL
)

FIRST: Final = ("tokens.css", "base.css", "chrome.css")
LAST: Final = ("print.css",)


def stylesheet(theme: Path) -> str:
    """The theme's style sheets as one."""
    return "".join(_plain(path.read_text("utf-8")) for path in _sheets(theme))


def _plain(css: str) -> str:
    """A style sheet without comments, indentation and empty lines."""
    bare = _COMMENT.sub(lambda found: found[1] or "", css)
    return "".join(f"{line.strip()}\n" for line in bare.splitlines() if line.strip())


def _sheets(theme: Path) -> list[Path]:
    top = {path.name: path for path in theme.glob("*.css")}
    between = sorted(name for name in top if name not in FIRST + LAST)
    components = sorted(theme.glob("components/*/*.css"), key=lambda path: path.as_posix())
    return [
        *(top[name] for name in FIRST if name in top),
        *(top[name] for name in between),
        *components,
        *(top[name] for name in LAST if name in top),
    ]
