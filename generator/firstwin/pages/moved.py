"""Pages at old addresses, which lead on to where something is now.

In: the `SiteMap`, the ways of links, and where the pages of the edition lie. Out: `File`s, one for each address that a page
had under an earlier id (`was`), and for each of the owner's `redirects` that leads to something this edition has. Each
is a page of a few lines that any browser follows by itself, without a script; it stands in no search and no site map. What
stands behind the `#` of an address stays behind. Where there is a page, it keeps its address.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape
from typing import Final
from urllib.parse import urljoin

from firstwin.pages.page import File
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import (
    GLOSSARY,
    Place,
    acceptance_place,
    document_place,
    everything_place,
    guide_place,
    page_of_guide,
    phase_place,
    quiz_place,
    raci_place,
    team_phase_place,
    team_plan_place,
    team_weeks_place,
    tier_place,
    tutorial_place,
)
from firstwin.pages.ways import Ways
from firstwin.resolve.guide import Earlier

_PAGE: Final = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<p>{title}. <a href="{url}">{action}</a></p>
</body>
</html>
"""

_FILE: Final = ".html"

_OF_A_TIER: Final = (
    *(tier_place, team_plan_place, team_weeks_place, everything_place),
    *(acceptance_place, raci_place),
)


def moved(site: SiteMap, ways: Ways, places: Collection[Place]) -> Iterator[File]:
    """The pages at the old addresses of an edition."""
    taken = {place.folder.casefold() for place in places}  # some systems tell no capitals apart
    for old, meant in site.guides.redirects:
        way = ways.way(_place_of(old), GLOSSARY, meant)
        if way.url and old.casefold() not in taken:
            taken.add(old.casefold())
            yield _page(old, way.url, site)
    moves = tuple(_moves(site))
    for place in places if moves else ():
        for old in sorted(_earlier_folders(place.folder, moves) - taken):
            taken.add(old)
            yield _page(old, _place_of(old).to(place), site)


def _moves(site: SiteMap) -> Iterator[tuple[str, str]]:
    """Folders as they are called by now and as they were called, the deepest first."""
    for earlier in sorted(site.guides.earlier, key=_depth):
        for now, was in _places_of(earlier, site):
            yield now.folder, was.folder


def _depth(earlier: Earlier) -> int:
    return ("phase", "entry", "persona", "tier").index(earlier.kind)


def _places_of(earlier: Earlier, site: SiteMap) -> Iterator[tuple[Place, Place]]:
    id_, was = earlier.id, earlier.was
    match earlier.kind:
        case "phase":
            yield team_phase_place(earlier.tier, id_), team_phase_place(earlier.tier, was)
            for guide in site.guides_of(earlier.tier):
                role = guide.persona.id
                yield phase_place(guide.tier, role, id_), phase_place(guide.tier, role, was)
        case "entry":
            yield tutorial_place(id_), tutorial_place(was)
            yield quiz_place(id_), quiz_place(was)
            yield document_place(id_), document_place(was)
            for (tier, role), places in site.places.items():
                if id_ in places.entries:
                    yield places.entries[id_], page_of_guide(tier, role, was)
        case "persona":
            for tier in site.guides.plans:
                yield guide_place(tier, id_), guide_place(tier, was)
        case "tier":
            for place in _OF_A_TIER:
                yield place(id_), place(was)


def _earlier_folders(folder: str, moves: Collection[tuple[str, str]]) -> set[str]:
    """The folders that a page had: with each earlier id in it, and with several."""
    found = {folder}
    for now, was in moves:
        found |= {
            was + each.removeprefix(now) for each in found if f"{each}/".startswith(f"{now}/")
        }
    return found


def _place_of(old: str) -> Place:
    """A page in the folder from which the links of the page at an old address lead."""
    folder = old.rpartition("/")[0] if old.endswith(_FILE) else old
    return Place(f"{folder}/index.md".lstrip("/"))


def _page(old: str, url: str, site: SiteMap) -> File:
    words, config = site.words, site.guides.config
    here = f"{config.url.rstrip('/')}/{_place_of(old).folder}/" if config.url else ""
    text = _PAGE.format(
        language=escape(str(config.language)),
        direction="rtl" if words.right_to_left else "ltr",
        # Translators: The title of a page at an old address, which leads on to the new one.
        title=escape(words.say("moved", "This page has moved")),
        # Translators: A link from an old address to the new one.
        action=escape(words.say("moved", "Go to its new address")),
        url=escape(url),
        canonical=escape(urljoin(here, url)),
    )
    return File(old if old.endswith(_FILE) else f"{old}/index.html", made=text.encode())
