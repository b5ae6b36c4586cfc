"""The own pages of a project as models.

In: their documents. Out: `OwnPageFile`s by id, in the order readers meet them, and what is wrong with them.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, Span
from firstwin.models.project import OwnPageFile
from firstwin.models.values import is_id, made_id
from firstwin.sources import Sources
from firstwin.validate.places import FilePlace, FileRole
from firstwin.validate.reference_codes import WRONG_NAME
from firstwin.validate.shape import Files, shape_one

_PLACE = FilePlace(FileRole.OWN_PAGE, "page")


def own_pages(sources: Sources, memo: Memo) -> tuple[dict[str, OwnPageFile], list[Diagnostic]]:
    """The own pages. Nothing refers to one, so a faulty one leaves nothing out elsewhere."""
    pages: list[OwnPageFile] = []
    found: list[Diagnostic] = []
    for name, document in sources.own_pages.items():
        if not is_id(name):
            made = made_id(name)
            ending = PurePosixPath(document.path).suffix
            message = f"`{name}{ending}` makes no address: it is small letters, digits and hyphens"
            hint = f"call it `{made}{ending}`" if made else "begin its name with a letter"
            found.append(Diagnostic(WRONG_NAME, message, Span(document.path), hint))
            continue
        shaped, faulty = shape_one(document, _PLACE, Files(), memo)
        found += faulty
        if shaped is not None:
            pages.append(OwnPageFile(name, shaped.model, shaped.origin()))
    return {each.id: each for each in sorted(pages, key=lambda each: each.order)}, found
