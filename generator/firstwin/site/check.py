"""Look at everything that a built site says, and say what is wrong with it, each fault once.

In: the folder of a site, the theme of the engine that built it, and the path it is published under. Out: diagnostics
with the places of the files somebody wrote, and the policy under which the site works.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Diagnostic
from firstwin.output import OVERRIDES
from firstwin.pages.files import APP
from firstwin.render.environment import template_folders
from firstwin.site.codes import FORBIDDEN
from firstwin.site.contents import Contents, read_contents
from firstwin.site.fault import SiteFault
from firstwin.site.inline import Inlines, forms
from firstwin.site.links import Links
from firstwin.site.places import Places
from firstwin.site.policy import content_security_policy
from firstwin.site.reading import Reading

ON_MANY_PAGES: Final = (
    "what stands on many pages comes from a template: look in theme/ and templates/"
)


class _Place(Struct, frozen=True):
    """Where in the site a fault stands: in a page, by a text in it; in another file, by line and column."""

    file: str
    text: str
    line: int = 0
    column: int = 0


@dataclass
class _Seen:
    """Where a fault was met first, and in which files."""

    place: _Place
    files: set[str] = field(default_factory=set)


class Checked(Struct, frozen=True):
    """What is wrong with a site, and the strictest policy under which what is right with it works."""

    diagnostics: list[Diagnostic]
    policy: str


def check_site(site: Path, theme: Path, places: Places, base: str) -> Checked:
    """Check the files of a site. `theme` is the engine's; `base` is the path the site is published under."""
    contents = read_contents(site, theme, places.tree / OVERRIDES)
    return check_contents(contents, theme, places, base)


def check_contents(contents: Contents, theme: Path, places: Places, base: str) -> Checked:
    """Check what the files of a site say."""
    *_, checked = checking(contents, theme, places, base)
    assert checked is not None  # noqa: S101  # the last is what it comes to
    return checked


def checking(
    contents: Contents, theme: Path, places: Places, base: str
) -> Iterator[Checked | None]:
    """Check what the files of a site say: nothing for each file, and at last what it comes to."""
    links = Links(contents, base, places.allowed)
    folders = (theme, places.tree / OVERRIDES, *template_folders(places.project))
    inlines = Inlines(forms(folders))
    seen: dict[tuple[SiteFault, _Place | None], _Seen] = {}
    for file, reading in contents.readings.items():
        for fault, place in _faults(file, reading, links, inlines):
            first = seen.setdefault((fault, place if place.line else None), _Seen(place))
            first.files.add(file)
        yield None
    yield Checked(
        [_diagnostic(fault, found, places) for (fault, _), found in seen.items()],
        content_security_policy(
            filter(inlines.know, contents.inlines()), places.allowed, app=APP in contents.names
        ),
    )


def _faults(
    file: str, reading: Reading, links: Links, inlines: Inlines
) -> Iterator[tuple[SiteFault, _Place]]:
    for found in reading.references:
        for fault in links.faults(found, file):
            yield fault, _Place(file, found.address, found.line, found.column)
    for one in reading.forbidden:
        fault = SiteFault(FORBIDDEN, one.message, one.hint)
        yield fault, _Place(file, one.text, one.line, one.column)
    for fault, text in inlines.faults(reading.inlines):
        yield fault, _Place(file, text)


def _diagnostic(fault: SiteFault, seen: _Seen, places: Places) -> Diagnostic:
    others = len(seen.files) - 1
    more = f" (and on {others} more page{'s' if others > 1 else ''})" if others else ""
    hint = fault.hint or (ON_MANY_PAGES if others else "")
    place = seen.place
    span = (
        places.file(place.file, place.line, place.column)
        if place.line
        else places.page(place.file, place.text)
    )
    return Diagnostic(fault.code, fault.message + more, span, hint)
