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
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}


def content_security_policy(inlines: Iterable[Inline], allowed: Iterable[Allowance] = ()) -> str:
    """The strictest policy under which pages that hold `inlines` work, and load what they are `allowed`."""
    more: dict[str, set[str]] = {}
    for inline in inlines:
        if not inline.is_data:
            more.setdefault(f"{inline.tag}-src", set()).add(_hash(inline.content))
    for each in allowed:
        for load in each.for_:
            more.setdefault(load.directive, set()).add(each.host)
    directives = dict.fromkeys((*_OWN, *sorted(more)))
    return "; ".join(
        " ".join(filter(None, [name, _OWN.get(name, ""), *sorted(more.get(name, ()))]))
        for name in directives
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"
