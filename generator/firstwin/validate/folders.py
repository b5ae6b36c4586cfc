"""Whether the folders of a project are there, and lie apart from each other.

In: the folders as they are named, and where they really lie. Out: diagnostics, one for each two of which one is or
holds the other. What lies in the theme goes into every edition; what firstwin writes is none of its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from firstwin.diagnostics import Diagnostic
from firstwin.sources import (
    BUILD,
    CUSTOMERS,
    FILES,
    OWN_PAGES,
    SCHEMAS,
    SITE,
    TEMPLATES,
    USUAL_FOLDERS,
    Sources,
)
from firstwin.sources.codes import MISSING
from firstwin.sources.paths import same_on_other_systems
from firstwin.validate.shape_codes import OVERLAP

_HOLDS: Final[Mapping[str, str]] = {
    "theme": "the theme",
    "playbooks": "the playbooks",
    TEMPLATES: "the page templates",
    CUSTOMERS: "the customers",
    OWN_PAGES: "the own pages",
    FILES: "the downloads",
    SCHEMAS: "the schemas",
    BUILD: "what is built",
    SITE: "the built sites",
}
"""What each folder of a project is for. The configuration may name the first two."""
_SETTINGS: Final = ("theme", "playbooks")


def faults_of_folders(sources: Sources) -> Iterator[Diagnostic]:
    """The folders that are not apart, and a theme that is not there. A usual one need not be."""
    found = list(_overlaps(sources))
    yield from found
    theme = sources.folders.theme
    is_inside = "theme" in sources.real_folders  # if not, that is said already
    if is_inside and not (found or sources.has_theme or theme == USUAL_FOLDERS.theme):
        yield Diagnostic(
            MISSING,
            f"there is no folder {theme} beside {sources.config.path}",
            sources.config.setting_span("theme"),
            "make it, or name the right one: `theme: theme`",
        )


def _overlaps(sources: Sources) -> Iterator[Diagnostic]:
    """Each pair of folders that are not apart, at the setting that names one of them."""
    named = {name: getattr(sources.folders, name, name) for name in _HOLDS}
    for at, one in enumerate(_SETTINGS):
        if one == "playbooks" and not sources.has_folder:
            continue  # what is not there lies nowhere, and is said already
        for other in tuple(_HOLDS)[at + 1 :]:
            relation, why = _relation(named, sources.real_folders, one, other)
            if relation:
                setting = _to_blame(sources, one, other)
                yield Diagnostic(
                    OVERLAP,
                    f"the folder of {_HOLDS[one]} {relation} of {_HOLDS[other]}{why}",
                    sources.config.setting_span(setting),
                    f"name a folder of its own: `{setting}: {getattr(USUAL_FOLDERS, setting)}`",
                )


def _relation(
    named: Mapping[str, str], real: Mapping[str, str], one: str, other: str
) -> tuple[str, str]:
    """How one folder lies to another, and what makes it so where their names do not say it."""
    tries = (
        (named[one], named[other], ""),
        *(
            (same_on_other_systems(names[one]), same_on_other_systems(names[other]), why)
            for names, why in (
                (named, ", on Windows and macOS"),
                (real, ", by way of a symbolic link"),
            )
            if {one, other} <= names.keys()
        ),
    )
    found = ((_lies(first.split("/"), second.split("/")), why) for first, second, why in tries)
    return next(((relation, why) for relation, why in found if relation), ("", ""))


def _lies(one: Sequence[str], other: Sequence[str]) -> str:
    if one == other:
        return "is that"
    if one[: len(other)] == other:
        return "lies in that"
    return "holds that" if other[: len(one)] == one else ""


def _to_blame(sources: Sources, one: str, other: str) -> str:
    """The setting that has to change: the one that does not name the usual folder."""
    unusual = (
        name
        for name in (one, other)
        if name in _SETTINGS and getattr(sources.folders, name) != getattr(USUAL_FOLDERS, name)
    )
    return next(unusual, one)
