"""What a site has before any page of it is rendered.

In: MkDocs with everything in place, or what was kept of it. Out: an `Outline`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # where an outline was kept, nobody needs MkDocs
    from firstwin.site.single_pages import SinglePages


@dataclass(frozen=True, slots=True)
class Outline:
    """The files of a site. `warnings` are what MkDocs says about all of it.

    `pages` are each made of a Markdown file, `copies` of a file in the docs or the theme; `templates` hold what the theme
    makes of no page.
    """

    pages: Mapping[str, str]
    copies: Mapping[str, str]
    templates: Mapping[str, str]
    warnings: tuple[str, ...]

    def packed(self) -> bytes:
        """The same as bytes, to keep."""
        return json.dumps(asdict(self)).encode()


def outline_of(engine: SinglePages) -> Outline:
    """What MkDocs makes of a tree but the pages. Raises what `engine_at_work` raises."""
    templates = {name: engine.template(name).decode() for name in engine.templates}
    return Outline(engine.pages, engine.copies(), templates, engine.warnings)


def unpacked_outline(content: bytes) -> Outline:
    """An outline that was kept."""
    data = json.loads(content)
    return Outline(data["pages"], data["copies"], data["templates"], tuple(data["warnings"]))
