"""A content security policy that fits one built site.

In: the pages of a site. Out: the value of a `Content-Security-Policy` header. Material writes a few small
scripts into each page; a policy without `unsafe-inline` allows exactly those by their hashes. Which they
are depends on the depth of a page and on the theme, so they are read from what was built.
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from pathlib import Path
from typing import Final

_INLINE: Final = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_NOT_RUN: Final = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/", re.IGNORECASE)


def content_security_policy(site: Path) -> str:
    """The strictest policy under which every page of `site` works."""
    allowed: dict[str, set[str]] = {"script": set(), "style": set()}
    for page in site.rglob("*.html"):
        for tag, attributes, content in _INLINE.findall(page.read_text("utf-8")):
            if content and not _NOT_RUN.search(attributes):
                allowed[tag.lower()].add(_hash(content))
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *sorted(allowed["script"])]),
            " ".join(["style-src 'self'", *sorted(allowed["style"])]),
            "img-src 'self' data:",  # Material's icons are drawn by its style sheets
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        ]
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"
