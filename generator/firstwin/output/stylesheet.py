"""One style sheet from the theme's many.

In: the bundled theme. Out: CSS: tokens, then the base, then the rest by name, then the components by
name, print last. The order is fixed, so the same theme gives the same bytes on every system. Comments,
indentation and lines stay behind: they are for who works on the theme, and a third of what readers would load.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

# In a line of its own each: what opens a block, and a declaration.
_OPENS: Final = re.compile(r" \{$")
_DECLARES: Final = re.compile(r"^([\w-]+): ")
# What ends what stands before it, so that the next line can stand behind; the last declaration needs no end of its own.
_ENDS: Final = re.compile(r";\n(?=\})|(?<=[{};,])\n")
# What is never closed goes on to the end, as it does in CSS.
_COMMENT: Final = re.compile(
    r"""("(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)|/\*.*?(?:\*/|\Z)""", re.DOTALL
)

# Spaces around what parts selectors and values, and the zero of `0.5`, say nothing; in a text they would.
_LOOSE: Final = re.compile(
    r"""("(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)| (>) |(,) |(?<=[\s:(,-])0(?=\.\d)"""
)

FIRST: Final = ("tokens.css", "base.css", "chrome.css")
LAST: Final = ("print.css",)


def stylesheet(theme: Path) -> str:
    """The theme's style sheets as one."""
    return "".join(_plain(path.read_text("utf-8")) for path in _sheets(theme)) + "\n"


def _plain(css: str) -> str:
    """A style sheet without comments, indentation and lines, but where a text or a selector goes on in the next."""
    bare = _COMMENT.sub(lambda found: found[1] or "", css)
    lines = (line.strip() for line in bare.splitlines())
    tight = (_DECLARES.sub(r"\1:", _OPENS.sub("{", line)) for line in lines if line)
    made = _ENDS.sub("", "".join(f"{line}\n" for line in tight))
    return _LOOSE.sub(lambda found: "".join(filter(None, found.groups())), made)


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
