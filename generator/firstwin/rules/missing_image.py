"""FW604: a path that leads to no file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources.read import MARK_ENDINGS
from firstwin.validate.words import did_you_mean, short

CODE = Code(
    "FW604",
    Severity.ERROR,
    "A picture that is not there",
    "`image` is a path from the file that names it. Only picture files below the folder of the "
    "playbooks are published. `brand.mark` is the path of the logo from the folder of the theme: an SVG, or a "
    "PNG of at least 56 by 56 pixels.",
    wrong="image: images/new-ap.svg",
    right="image: images/new-app.svg",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    yield from _mark(inspection)
    yield from _images(inspection)


def _mark(inspection: Inspection) -> Iterator[Diagnostic]:
    """The logo: the one picture that is no part of the playbooks."""
    config, marks = inspection.project.config, inspection.catalog.marks
    mark = config.brand.mark
    if not mark or mark in marks:
        return
    if PurePosixPath(mark).suffix.lower() in MARK_ENDINGS:
        message = f"there is no file `{config.theme}/{short(mark)}`"
        hint = did_you_mean(mark, marks) or "put the logo there, or correct the path"
    else:
        message = f"`{short(mark)}` is no picture that a page can show"
        hint = "save it as SVG or PNG"
    yield Diagnostic(CODE, message, Origin(inspection.config, ("brand", "mark")).span, hint)


def _images(inspection: Inspection) -> Iterator[Diagnostic]:
    assets = inspection.catalog.assets
    for origin, action in inspection.actions():
        if not action.image:
            continue
        folder = origin.path.rpartition("/")[0]
        if f"{folder}/{action.image}" not in assets:
            beside = [
                path.removeprefix(f"{folder}/") for path in assets if path.startswith(f"{folder}/")
            ]
            yield Diagnostic(
                CODE,
                f"there is no file `{folder}/{action.image}`",
                origin.at("image").span,
                did_you_mean(action.image, beside) or "put the picture there, or correct the path",
            )


RULE = Rule(CODE, check)
