"""FW622: a picture with something in it that is no picture, one that no browser can show, and a font that is none."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity, Span
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW622",
    Severity.ERROR,
    "A picture that is more than a picture, or a font that is none",
    "A drawing (SVG) may have shapes, text, colours, gradients and filters, as UTF-8, and nothing else: whoever opens it by "
    "itself opens a document, which could run scripts, load files from elsewhere, and tell who drew it on which machine. "
    "Programs save such things unless they are told not to. In Inkscape, save as *Optimised SVG* and tick that metadata and "
    "comments are removed; in Illustrator, take *Export as*; in Figma and others, *Export*. What is left stands in the file "
    "as text, and can be deleted there. Other pictures are published without what cameras and programs wrote into "
    "them, and are not changed in the project. A browser unpacks a picture before it shows it, so a few thousand bytes can "
    "take all the memory of a phone: what has more than 50,000,000 points is refused. A font is a WOFF2 file: one that was only renamed shows nothing.",
    wrong="image: images/drawn.svg",
    right="image: images/new-app.svg",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    theme = f"{inspection.project.config.theme}/"
    shown = {
        f"{origin.path.rpartition('/')[0]}/{picture.image}": origin.at("image").span
        for origin, picture in inspection.pictures()
    }
    for path, faults in inspection.catalog.picture_faults.items():
        if path in shown or path.startswith(theme):
            related = (Related("it is shown here", shown[path]),) if path in shown else ()
            for fault in faults:
                place = (fault.line, fault.column)
                span = Span(path, *place, *place)
                yield Diagnostic(CODE, fault.message, span, fault.hint, related)


RULE = Rule(CODE, check, firm="it keeps readers safe")
