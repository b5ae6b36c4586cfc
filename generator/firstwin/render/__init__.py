"""Stage 7, render: pages become Markdown files.

In: `Pages` and the project's own templates. Out: Markdown with front matter, by path, or diagnostics that
name template and line. User text is never interpreted on the way: it is escaped by default.
"""

from firstwin.render.render import Renderer, render

__all__ = ["Renderer", "render"]
