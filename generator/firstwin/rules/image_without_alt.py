"""FW605: an image that cannot be read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW605",
    Severity.ERROR,
    "A picture without a description",
    "Whoever cannot see the picture reads `alt` instead, or hears it. Say what the picture shows "
    "that matters here.",
    wrong="image: images/new-app.svg",
    right="image: images/new-app.svg\nalt: The identity provider's page for a new application",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for origin, picture in inspection.pictures():
        if not picture.alt and not inspection.catalog.losses.in_piece(origin):
            yield Diagnostic(
                CODE,
                "this picture has no description",
                origin.at("image").key_span,
                "write under `alt` what it shows",
            )


RULE = Rule(CODE, check)
