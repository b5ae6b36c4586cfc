"""FW604: a path that leads to no file."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.validate.words import did_you_mean

CODE = Code(
    "FW604",
    Severity.ERROR,
    "A picture that is not there",
    "`image` is a path from the file that names it. Only picture files below the folder of the "
    "playbooks are published.",
    wrong="image: images/new-ap.svg",
    right="image: images/new-app.svg",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
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
