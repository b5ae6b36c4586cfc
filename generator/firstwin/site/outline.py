"""What a site has before any page of it is rendered.

In: MkDocs with everything in place, or what was kept of it. Out: an `Outline`. Whoever could write what was kept decides what
a site says, and not where on the disk something is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from firstwin.caching.decoding import decoded
from firstwin.output import fault_of_path

if TYPE_CHECKING:  # where an outline was kept, nobody needs MkDocs
    from firstwin.site.single_pages import SinglePages


class SiteOutline(Struct, frozen=True, forbid_unknown_fields=True):
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
        return msgspec.json.encode(self)


_DECODER: Final = msgspec.json.Decoder(SiteOutline)


def outline_of(engine: SinglePages) -> SiteOutline:
    """What MkDocs makes of a tree but the pages. Raises what `engine_at_work` raises."""
    templates = {name: engine.template(name).decode() for name in engine.templates}
    return SiteOutline(engine.pages, engine.copies(), templates, engine.warnings)


def unpacked_outline(content: bytes) -> SiteOutline | None:
    """An outline that was kept; nothing where it is none, or where a file of it would not lie in the site."""
    outline = decoded(content, _DECODER)
    if outline is None:
        return None
    names = (*outline.pages, *outline.copies, *outline.templates)
    return None if any(map(fault_of_path, names)) else outline
