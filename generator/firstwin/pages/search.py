"""What search looks through: one file a plan, and one for the site as a whole.

In: `Find`s, and the `SiteMap`. Out: the text of each file. It is a script that hands its data on: a browser loads it when search
opens, from a disk as well, where it may read no other kind of file. Nothing of it is code: `theme/scripts/search/` reads
the same shapes.

A file holds `pages` (an address below the site's root, where that lies in words, and whose guide it is) and `finds`, each
a list: kind, title, the numbers of its pages, anchor, line about it, text, what else it is called, key. What is empty at
the end of a list is left out. That of a plan says which pages of its guides stand for pages of the site, and what of those
stands `elsewhere`: on the pages of the site alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from firstwin.pages import anchors
from firstwin.pages.finds import Find, Spot, finds_of_site
from firstwin.pages.guide_places import GuidePlaces
from firstwin.pages.script_value import script_value
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.terms_used import terms_used_in
from firstwin.pages.urls import GLOSSARY, HELP, HOME, METRICS, Place
from firstwin.resolve.guide import TierPlan

FOLDER: Final = "search"
OF_THE_SITE: Final = f"{FOLDER}/site.js"
CALL: Final = "fwSearch"


def of_plan(tier: str) -> str:
    """The file of a plan."""
    return f"{FOLDER}/plans/{tier}.js"


def search_of_site(site: SiteMap) -> str:
    """What search loads first: what belongs to no plan, and which plans there are."""
    return _called(
        {
            "language": site.words.conventions.tag,
            "help": _address(HELP),
            "plans": [plan.tier for plan in site.current_plans()],
            **_finds(finds_of_site(site)),
        },
    )


def search_of_plan(plan: TierPlan, finds: Iterable[Find], site: SiteMap) -> str:
    """What search loads of a plan, of all that there is to find in it."""
    used = terms_used_in(plan, site)
    return _called(
        {
            "plan": plan.tier,
            "help": HOME.to(HELP, anchors.contacts_anchor(plan.tier, len(site.guides.plans))),
            "guides": {
                guide.persona.id: dict(_instead(site.places_of(guide), site))
                for guide in site.guides_of(plan.tier)
            },
            "elsewhere": [
                f"{_address(GLOSSARY)}#{term.id}"
                for term in site.guides.glossary
                if term.id not in used
            ],
            **_finds(finds),
        },
    )


def _instead(places: GuidePlaces, site: SiteMap) -> Iterator[tuple[str, str]]:
    """The pages of the site that a guide has too, by its own."""
    yield _address(HELP), _address(places.help)
    if site.guides.metrics:
        yield _address(METRICS), _address(places.metrics)
    if site.guides.glossary:
        yield _address(GLOSSARY), _address(places.glossary)


def _called(data: Any) -> str:
    return f"{CALL}({script_value(data)});\n"


def _finds(finds: Iterable[Find]) -> dict[str, Any]:
    pages: dict[tuple[str, str, str], int] = {}

    def number(spot: Spot, anchor: str) -> int:
        address = f"{_address(spot.place)}#{anchor}" if anchor else _address(spot.place)
        return pages.setdefault((address, spot.context, spot.guide), len(pages))

    listed = []
    for find in finds:
        anchor = find.spots[0].anchor
        alike = all(spot.anchor == anchor for spot in find.spots)
        listed.append(
            _short(
                find.kind,
                find.title,
                [number(spot, "" if alike else spot.anchor) for spot in find.spots],
                anchor if alike else "",
                find.about,
                find.text,
                list(find.also),
                find.key,
            )
        )
    return {"pages": [_short(*page) for page in pages], "finds": listed}


def _short(*values: Any) -> Sequence[Any]:
    """Values without those that are empty at their end."""
    kept = list(values)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _address(place: Place) -> str:
    """The address of a page below the site's root."""
    return f"{place.folder}/".lstrip("/")
