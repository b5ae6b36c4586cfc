"""Links inside the site, by what they mean: `page:security`, `tutorial:connect-sso`, `term:first-value`, `step:go-live`.

In: an address as an author typed it. Out: `Inside`, and its form in prose, which `pages` turns into the way from one page to
another, or into plain words where a page has no such way. No browser is ever given one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

KINDS: Final = ("page", "quiz", "step", "term", "tutorial")
"""What a text may link to."""
_ID: Final = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_FORM: Final = re.compile(
    rf"(?P<kind>{'|'.join(KINDS)}):(?:(?P<tier>{_ID})/)?(?P<id>{_ID})(?:#(?P<anchor>{_ID}))?"
)
_MARK: Final = "firstwin:"
_LINK: Final = re.compile(rf'<a href="{_MARK}([^"]*)">((?:(?!</a>).)*)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Inside:
    """What a link inside the site means: a step may name its tier, a page one of its headings."""

    kind: str
    id: str
    tier: str = ""
    anchor: str = ""


def inside_of(address: str) -> Inside | None:
    """What an address means, if it is one inside the site."""
    found = _FORM.fullmatch(address)
    if not found or (found["tier"] and found["kind"] != "step"):
        return None
    if found["anchor"] and found["kind"] != "page":
        return None
    return Inside(found["kind"], found["id"], found["tier"] or "", found["anchor"] or "")


def marked(address: str, content: str) -> str:
    """A link inside the site as it stands in prose until somebody knows the way."""
    return f'<a href="{_MARK}{address}">{content}</a>'


def has_links_inside(text: str) -> bool:
    """Whether a way is still to be found for a link in prose."""
    return f'"{_MARK}' in text


def with_ways(text: str, way: Callable[[Inside], str]) -> str:
    """Prose with the ways that its links inside the site lead; where there is none, with their words alone."""

    def lead(found: re.Match[str]) -> str:
        meant = inside_of(found[1])
        url = way(meant) if meant else ""
        return f'<a href="{url}">{found[2]}</a>' if url else found[2]

    return _LINK.sub(lead, text)
