"""FW604: a path that leads to no file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources.read import BRAND_FILES, FONT_ENDINGS
from firstwin.validate.words import Spelling, did_you_mean, short

CODE = Code(
    "FW604",
    Severity.ERROR,
    "A picture or a font that is not there",
    "`image` is a path from the file that names it. Only picture files below the folder of the "
    "playbooks, and for pages of your own those below `pages/`, are published. `brand.mark` is the path of the logo from the folder of the theme: an SVG, or a "
    "PNG of at least 56 by 56 pixels; `brand.font` is that of a WOFF2 file.",
    wrong="image: images/new-ap.svg",
    right="image: images/new-app.svg",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    yield from _brand(inspection)
    yield from _images(inspection)


def _brand(inspection: Inspection) -> Iterator[Diagnostic]:
    """The logo and the fonts: what pages show that is no part of the playbooks."""
    config, there = inspection.project.config, inspection.catalog.marks
    for key, endings in BRAND_FILES.items():
        path = getattr(config.brand, key)
        if not path or path in there:
            continue
        is_font = endings is FONT_ENDINGS
        if PurePosixPath(path).suffix.lower() in endings:
            message = f"there is no file `{config.theme}/{short(path)}`"
            alike = [each for each in there if PurePosixPath(each).suffix.lower() in endings]
            put = f"put the {'font' if is_font else 'logo'} there, or correct the path"
            hint = did_you_mean(path, alike) or put
        else:
            what = "font that pages can be set in" if is_font else "picture that a page can show"
            message = f"`{short(path)}` is no {what}"
            hint = "save it as WOFF2" if is_font else "save it as SVG or PNG"
        yield Diagnostic(CODE, message, Origin(inspection.config, ("brand", key)).span, hint)


def _images(inspection: Inspection) -> Iterator[Diagnostic]:
    assets = inspection.catalog.assets
    in_order, beside = sorted(assets), dict[str, Spelling]()
    for origin, picture in inspection.pictures():
        folder = origin.path.rpartition("/")[0]
        path = f"{folder}/{picture.image}"
        if path not in assets and path not in inspection.catalog.unpublished:
            if folder not in beside:
                beside[folder] = Spelling(_below(folder, in_order))
            yield Diagnostic(
                CODE,
                f"there is no file `{folder}/{short(picture.image)}`",
                origin.at("image").span,
                _seen_from_above(picture.image, folder, assets)
                or beside[folder].did_you_mean(picture.image)
                or "put the picture there, or correct the path",
            )


def _seen_from_above(image: str, folder: str, assets: Container[str]) -> str:
    """The hint for a path that begins in a folder above that of the file."""
    for above in PurePosixPath(folder).parents:
        path = str(above / image)
        if path in assets and path.startswith(f"{folder}/"):
            return f"did you mean `{path.removeprefix(f'{folder}/')}`?"
    return ""


def _below(folder: str, paths: Sequence[str]) -> Iterator[str]:
    """Those of the paths, which are in order, that lie in a folder, as they are called from there."""
    begin = f"{folder}/"
    inside = takewhile(lambda path: path.startswith(begin), paths[bisect_left(paths, begin) :])
    return (path.removeprefix(begin) for path in inside)


RULE = Rule(CODE, check, firm="a page would have a hole")
