"""FW613: a file that is shown as a picture and is none."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW613",
    Severity.ERROR,
    "A file that is no picture",
    "Browsers show PNG, JPEG, GIF, WebP, AVIF and SVG. Whatever a file is called, its first bytes say what it is; a "
    "picture that was only renamed, was cut off on its way, or is a pointer of Git LFS that was never "
    "fetched, would be an empty frame in the guide.",
    wrong="image: images/new-app.pdf",
    right="image: images/new-app.svg",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    catalog = inspection.catalog
    for origin, picture in inspection.pictures():
        path = f"{origin.path.rpartition('/')[0]}/{picture.image}"
        is_there = path in catalog.assets or path in catalog.unpublished
        if is_there and path not in catalog.project.pictures:
            yield Diagnostic(
                CODE,
                f"`{path}` is no picture that a browser shows",
                origin.at("image").span,
                "save it anew as a PNG, JPEG or SVG",
            )


RULE = Rule(CODE, check, firm="a page would have a hole")
