"""What MkDocs says of a site.

In: its warnings, or the failure of a template. Out: diagnostics. Nothing here loads MkDocs: where all of a site was kept,
nobody needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from firstwin.diagnostics import Diagnostic
from firstwin.site.codes import ENGINE_WARNS
from firstwin.site.places import Places

# `links` follows every link of the HTML, and says it once for all pages.
_ABOUT_LINKS = re.compile(r"^Doc file '[^']+' contains an? .*\blink\b")
_PAGE = re.compile(r"'(?P<page>[^']+)\.md'")


class TemplateFailedError(Exception):
    """A template of the chrome does not work: the `diagnostic` says where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def as_diagnostics(warnings: Iterable[str], places: Places) -> list[Diagnostic]:
    """What MkDocs warned about as diagnostics, without what is said better of the finished pages."""
    return [
        _diagnostic(message, places) for message in warnings if not _ABOUT_LINKS.search(message)
    ]


def _diagnostic(message: str, places: Places) -> Diagnostic:
    page = _PAGE.search(message)
    return Diagnostic(ENGINE_WARNS, message, places.page(page["page"] if page else ""))
