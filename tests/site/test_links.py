"""Addresses lead where a browser goes with them, whichever way that is found out."""

import random
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from firstwin.site.contents import Contents
from firstwin.site.links import Links
from firstwin.site.reading import Reading, Reference

BASE = "/guides/"
IDS = {
    "index.html": {"top"},
    "a/index.html": {"one", "two-2"},
    "a/b/index.html": set[str](),
    "a/b/c/index.html": {"three"},
    "c.d/index.html": {"x"},
}
FILES = ("a/picture.svg", "assets/style.css", "a/b/b", "404.html")
PIECES = (
    *(
        "..",
        "..",
        "..",
        ".",
        "a",
        "b",
        "c",
        "c.d",
        "assets",
        "style.css",
        "picture.svg",
        "index.html",
    ),
    *("nowhere", "...", "..a", "-", "%61", "A", ""),
)
PLACES = ("", "", "", "#one", "#two-2", "#three", "#x", "#nowhere", "#", "#top", "?q", "?q#one")


def links() -> Links:
    readings = {name: Reading(ids=frozenset(ids)) for name, ids in IDS.items()}
    return Links(Contents(frozenset((*IDS, *FILES)), readings), BASE)


def is_there(address: str, file: str) -> bool:
    """Whether a browser that reads a file is given something for an address, and finds the place in it."""
    there, place = urldefrag(urljoin(f"https://host{BASE}{file}", address))
    path = unquote(urlsplit(there).path)
    if not path.startswith(BASE):
        return False
    name = path.removeprefix(BASE)
    if name.endswith("/") or not name or name not in {*IDS, *FILES}:
        name = f"{name.rstrip('/')}/index.html".lstrip("/")
    return name in FILES or (name in IDS and (not place or unquote(place) in IDS[name]))


@pytest.mark.unmeasured  # by chance
def test_an_address_is_followed_as_browsers_follow_it() -> None:
    chance, site = random.Random(7), links()
    found = {True: 0, False: 0}
    for _ in range(20_000):
        file = chance.choice((*IDS, "a/picture.svg"))
        pieces = chance.choices(PIECES, k=chance.randrange(1, 6))
        address = "/".join(pieces) + chance.choice(("", "/")) + chance.choice(PLACES)
        if is_odd(address, file):
            continue
        expected = is_there(address, file)
        found[expected] += 1
        faults = list(site.faults(Reference(address, loaded=False), file))
        assert (not faults) == expected, (address, file)
    assert min(found.values()) > 1_000


def is_odd(address: str, file: str) -> bool:
    """Whether an address is nothing, no way from the file, ends with a step up from a file, or leads out of the site."""
    pieces = urlsplit(address).path.split("/")
    depth, depths = file.count("/"), list[int]()
    for piece in pieces:
        depth += {"..": -1, ".": 0, "": 0}.get(piece, 1)
        depths.append(depth)
    steps_up_late = pieces[-1] in {".", ".."} and any(piece not in {".", ".."} for piece in pieces)
    return not address or address[0] == "/" or "" in pieces[:-1] or steps_up_late or min(depths) < 0


@pytest.mark.parametrize(
    ("address", "file", "message"),
    [
        ("../nowhere/", "a/index.html", "`nowhere` leads nowhere: there is no such page"),
        ("../../x", "a/index.html", "`../../x` leads nowhere: there is no such page"),
        ("#nowhere", "a/index.html", "the page has no place with the id `nowhere`"),
        ("../#one", "a/index.html", " has no place with the id `one`"),
    ],
)
def test_what_is_missing_is_told(address: str, file: str, message: str) -> None:
    (fault,) = links().faults(Reference(address, loaded=False), file)

    assert message in fault.message
