"""Links inside the site, by what they mean: `page:security`, `tutorial:connect-sso`, `guide:admin`, `step:go-live`.

In: an address as an author typed it. Out: `Inside`, and its form in prose, which `pages` turns into the way from one page to
another, or into plain words where a page has no such way. No browser is ever given one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from firstwin.text.escape import escape_signs

KINDS: Final = ("document", "file", "guide", "page", "plan", "quiz", "step", "term", "tutorial")
"""What a text may link to."""
OF_A_PLAN: Final = frozenset({"guide", "step"})
"""What belongs to a plan, so that a tier may stand before its id."""
_ID: Final = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_FORM: Final = re.compile(
    rf"(?P<kind>document|guide|page|plan|quiz|step|term|tutorial):(?:(?P<tier>{_ID})/)?(?P<id>{_ID})(?:#(?P<anchor>{_ID}))?"
)
_FILE: Final = re.compile(r"file:([a-z0-9]+(?:[-_.][a-z0-9]+)*)")
_PATH: Final = re.compile(
    rf"^(?!https?:)(?:.*/)?(?:(?P<kind>document|page|quiz|step|term|tutorial)s?|library)/(?P<id>{_ID})(?:\.(?:ya?ml|md|html))?$"
)
"""`../library/connect-sso.yml`, `/tutorials/connect-sso`."""
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|zip|txt|ics)$")
"""How files end that people link to for somebody to download."""
_MARK: Final = "firstwin:"
_LINK: Final = re.compile(rf'<a href="{_MARK}([^"]*)">((?:(?!</?a[ >]).)*)</a>', re.DOTALL)


class Inside(Struct, frozen=True):
    """What a link inside the site means: a step or guide may name its tier, a page one of its headings.

    A file's id is its name, a plan's its tier.
    """

    kind: str
    id: str
    tier: str = ""
    anchor: str = ""


def inside_of(address: str) -> Inside | None:
    """What an address means, if it is one inside the site."""
    file = _FILE.fullmatch(address)
    if file:
        return Inside("file", file[1])
    found = _FORM.fullmatch(address)
    if not found or (found["tier"] and found["kind"] not in OF_A_PLAN):
        return None
    if found["anchor"] and found["kind"] != "page":
        return None
    return Inside(found["kind"], found["id"], found["tier"] or "", found["anchor"] or "")


def meant_inside(address: str) -> str:
    """The link inside the site that a path means, as other generators and file managers have them; nothing for any other."""
    path = address.strip().replace("\\", "/").rstrip("/")
    found = _PATH.search(path)
    if found:
        return f"{found['kind'] or 'tutorial'}:{found['id']}"
    name = re.sub(r"[^a-z0-9._]+", "-", path.rpartition("/")[2].lower()).strip("-._")
    is_file = _DOCUMENT.search(name) and "://" not in path.removeprefix("file://")
    return f"file:{name}" if is_file and _FILE.fullmatch(f"file:{name}") else ""


def marked(address: str, content: str) -> str:
    """A link inside the site as it stands in prose until somebody knows the way."""
    return f'<a href="{_MARK}{address}">{content}</a>'


def meant_in(text: str) -> Iterator[Inside]:
    """What the links inside the site in prose mean, as long as their ways are still to be found."""
    return filter(None, (inside_of(address) for address, _ in _LINK.findall(text)))


def has_links_inside(text: str) -> bool:
    """Whether a way is still to be found for a link in prose."""
    return f'"{_MARK}' in text


class Way(Struct, frozen=True):
    """Where a link leads, and what its words do not say of that: the kind and size of a file."""

    url: str = ""
    remark: str = ""


def with_ways(text: str, way: Callable[[Inside], Way]) -> str:
    """Prose with the ways that its links inside the site lead; where there is none, with their words alone."""

    def lead(found: re.Match[str]) -> str:
        meant = inside_of(found[1])
        there = way(meant) if meant else Way()
        if not there.url:
            return found[2]
        remark = f"<bdi> {escape_signs(there.remark)}</bdi>" if there.remark else ""
        return f'<a href="{there.url}">{found[2]}{remark}</a>'

    return _LINK.sub(lead, text)
