"""A content security policy that fits one built site.

In: the scripts and styles that stand in the pages of a site, all of them known. Out: the value of a
`Content-Security-Policy` header. A small script stands in each page, and a project's own templates may hold more; a
policy without `unsafe-inline` allows exactly those by their hashes. Some may depend on the depth of a page, so which they
are is read from what was built, and whether they may be there is not (see `inline`).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from hashlib import sha256

from firstwin.site.reading import Inline


def content_security_policy(inlines: Iterable[Inline]) -> str:
    """The strictest policy under which pages that hold `inlines` work."""
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for inline in inlines:
        if not inline.is_data:
            hashes[inline.tag].add(_hash(inline.content))
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *sorted(hashes["script"])]),
            " ".join(["style-src 'self'", *sorted(hashes["style"])]),
            "img-src 'self' data:",  # a project's style sheets may hold small drawings
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
