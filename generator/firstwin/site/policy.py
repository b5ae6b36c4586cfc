"""A content security policy that fits one built site.

In: the scripts and styles that stand in the pages of a site, all of them known, and what the project lets its pages load
from other hosts. Out: the value of a
`Content-Security-Policy` header. A small script stands in each page, and a project's own templates may hold more; a
policy without `unsafe-inline` allows exactly those by their hashes. Some may depend on the depth of a page, so which they
are is read from what was built, and whether they may be there is not (see `inline`).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from firstwin.models.allowance import Allowance
from firstwin.site.reading import Inline

_OWN: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # a project's style sheets may hold small drawings
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}

_OF_APPS: Final = {"worker-src": "'self'", "manifest-src": "'self'"}
"""What a site needs beside, that can be installed."""


def content_security_policy(
    inlines: Iterable[Inline], allowed: Iterable[Allowance] = (), *, app: bool = False
) -> str:
    """The strictest policy under which pages that hold `inlines` work, load what they are `allowed`, and are an `app`."""
    own = {**_OWN, **(_OF_APPS if app else {})}
    more: dict[str, set[str]] = {}
    for inline in inlines:
        if not inline.is_data:
            more.setdefault(f"{inline.tag}-src", set()).add(_hash(inline.content))
    for each in allowed:
        for load in each.for_:
            more.setdefault(load.directive, set()).add(each.host)
    directives = dict.fromkeys((*own, *sorted(more)))
    return "; ".join(
        " ".join(filter(None, [name, own.get(name, ""), *sorted(more.get(name, ()))]))
        for name in directives
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"
