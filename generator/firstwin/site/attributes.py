"""What the attributes of one element lead to and run.

In: the name and the attributes of an element of HTML or SVG. Out: references, and what no page may hold. Closed by
default: where an attribute is not known, a value that looks like an address of another host is loaded from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from firstwin.models.allowance import Load
from firstwin.site.addresses import candidates, is_elsewhere, runs, suspects
from firstwin.site.reading import Forbidden, Reference
from firstwin.site.style import read_style

Attributes = Mapping[str, str | None]

SCRIPT_HINT: Final = "put what it does into a script in theme/ and name that with `<script src>`"
STYLE_HINT: Final = "give it a class, and style that in theme/extra.css"

_LINKS: Final = frozenset({"a", "area"})
_ADDRESSES: Final = frozenset({"background", "href", "poster", "src", "xlink:href"})
_HANDLER: Final = "on"
_FORBIDDEN: Final = {
    "srcdoc": ("holds a page of its own", "make it a page of the site"),
    "style": ("holds a style of its own", STYLE_HINT),
}

_FOLLOWED_KINDS: Final = frozenset(
    {
        *("alternate", "author", "bookmark", "canonical", "external", "help", "license", "me"),
        *("nofollow", "noopener", "noreferrer", "prev", "tag"),
    }
)
"""The kinds of `link` for which no browser fetches anything. Firefox does for `next`."""

_LOADS: Final = {
    **dict.fromkeys(("frame", "iframe"), Load.FRAME),
    **dict.fromkeys(("audio", "source", "track", "video"), Load.MEDIA),
    "img": Load.IMAGE,
    "script": Load.SCRIPT,
}
"""What elements load whose addresses tell nothing of it."""

_RUNNING: Final = frozenset(
    {"applet", "embed", "fencedframe", "frame", "iframe", "object", "portal", "script", "use"}
)
"""Elements in which a picture is more than a picture."""

_TEXTS: Final = frozenset(
    {
        *("abbr", "alt", "aria-description", "aria-label", "aria-roledescription"),
        *("aria-valuetext", "class", "id", "label", "name", "placeholder", "summary", "title"),
        *("about", "datatype", "itemid", "itemprop", "itemtype", "property", "typeof", "vocab"),
    }
)
"""What is read, and names, some of which have the form of addresses: nobody fetches them."""

_TEXTS_OF: Final = {
    "content": frozenset({"meta"}),
    "value": frozenset({"button", "data", "input", "li", "meter", "option", "progress"}),
}
"""Attributes that are texts in these elements alone."""

_OWN: Final = "data-fw-"
_SIGN: Final = re.compile(r"[:(\\]|//")
"""What neither an address of another host nor a style that loads something can do without."""
_IN_STYLE: Final = re.compile(r"[(\\]")
_REFRESH: Final = re.compile(r"[\s\d.]*[;,\s]*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"[^?#]*\.m?js(?:[?#]|$)", re.IGNORECASE)


def _in_set(value: str) -> Iterator[Reference]:
    return (Reference(each, what=Load.IMAGE) for each in candidates(value))


def _sent(value: str) -> Iterator[Reference]:
    """Where a form is sent: when a reader says so, and never to another host."""
    yield Reference(value, is_elsewhere(value))


def _quoted(value: str) -> Iterator[Reference]:
    yield Reference(value, loaded=False)


_OTHER_ADDRESSES: Final[Mapping[str, Callable[[str], Iterator[Reference]]]] = {
    "action": _sent,
    "cite": _quoted,
    "formaction": _sent,
    "imagesrcset": _in_set,
    "longdesc": _quoted,
    "ping": lambda value: map(Reference, value.split()),
    "srcset": _in_set,
}


def read_attributes(tag: str, attributes: Attributes) -> Iterator[Reference | Forbidden]:
    """What the attributes of an element lead to, and what of them may not be there."""
    for name, value in attributes.items():
        if not value or name in _TEXTS:
            continue
        if name in _ADDRESSES or (name == "data" and tag == "object"):
            yield from _address(tag, name, value, attributes)
        elif name in _FORBIDDEN or name.startswith(_HANDLER):
            does, hint = _FORBIDDEN.get(name, ("runs a script", SCRIPT_HINT))
            yield Forbidden(f"`<{tag} {name}>` {does}", hint, value)
            yield from _styled(value) if name == "style" else ()
        elif name in _OTHER_ADDRESSES:
            yield from _OTHER_ADDRESSES[name](value)
        elif name == "content" and "http-equiv" in attributes:
            yield from _said_to_browser(attributes["http-equiv"] or "", value)
        elif _SIGN.search(value) and not _is_text(tag, name):
            yield from _suspected(value)


def _address(
    tag: str, name: str, value: str, attributes: Attributes
) -> Iterator[Reference | Forbidden]:
    shown = f"`<{tag} {name}>`"
    if tag == "base":
        hint = "leave it out: addresses are relative to their page"
        yield Forbidden(f"{shown} changes where every address of the page leads", hint, value)
    elif tag in _RUNNING and runs(value):
        yield Forbidden(f"{shown} holds what it shows or runs", SCRIPT_HINT, value)
    elif tag == "script" and not is_elsewhere(value) and not _SCRIPT.match(value):
        hint = "name a file in theme/ that ends in .js"
        yield Forbidden(f"{shown} runs `{value}`, which is no script", hint, value)
    else:
        is_followed = tag in _LINKS or (tag == "link" and _is_only_followed(attributes))
        yield Reference(value, not is_followed, what=_what(tag, name, attributes))


def _what(tag: str, name: str, attributes: Attributes) -> Load | None:
    """What an attribute of an element loads."""
    if name in ("background", "poster"):
        return Load.IMAGE
    if tag == "link":
        kinds = (attributes.get("rel") or "").lower().split()
        return Load.STYLE if "stylesheet" in kinds else Load.IMAGE if "icon" in kinds else None
    return _LOADS.get(tag)


def _is_only_followed(attributes: Attributes) -> bool:
    kinds = (attributes.get("rel") or "").lower().split()
    return bool(kinds) and _FOLLOWED_KINDS.issuperset(kinds)


def _said_to_browser(what: str, value: str) -> Iterator[Reference]:
    """What a `meta` says as a header would."""
    found = _REFRESH.match(value) if what.strip().lower() == "refresh" else None
    if found:
        yield Reference(found[1])
    else:
        yield from _suspected(value)


def _suspected(value: str) -> Iterator[Reference]:
    """What looks like an address in a value that may mean anything."""
    if _IN_STYLE.search(value):
        yield from _styled(value)
    yield from map(Reference, suspects(value))


def _is_text(tag: str, name: str) -> bool:
    return tag in _TEXTS_OF.get(name, ()) or name.startswith((_OWN, "xmlns"))


@lru_cache(maxsize=1024)
def _styled(value: str) -> tuple[Reference, ...]:
    """The addresses in a style. Most values are on every page, on lines that nobody wrote."""
    return tuple(Reference(found.address) for found in read_style(value))
