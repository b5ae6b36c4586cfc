"""What old addresses of a site lead to: `enterprise/cfo: guide:enterprise/executive-sponsor`.

In: scalars as `sources` reads them. Out: `str`: the address behind the site's own, and what something of the site is called in links.
"""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import PlainValidator

from firstwin.models.base import fault, written_as
from firstwin.models.values import LONGEST_SHOWN, read_text
from firstwin.sources.limits import LONGEST_PATH
from firstwin.sources.paths import fault_of_name
from firstwin.text import OF_A_PLAN, inside_of

_SEGMENT: Final = "[A-Za-z0-9][A-Za-z0-9_~-]*"
_OLD: Final = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*(?:\.html)?")
_EXAMPLES: Final = "plan:enterprise, guide:enterprise/admin, tutorial:connect-sso, page:security"


def read_old_address(value: object) -> str:
    """The address a page had once, below the site's own. Raises a `fault` for any other."""
    text = read_text(value)
    path = plain_address(text)
    reason = next(filter(None, map(fault_of_name, path.split("/"))), "")
    if len(path) > LONGEST_PATH:
        reason = f"it has {len(path)} characters, and at most {LONGEST_PATH} are allowed"
    elif not _OLD.fullmatch(path):
        reason = "it is letters, digits, hyphens and underscores, with slashes between them"
    if reason:
        message = f"`{text[:LONGEST_SHOWN]}` is no address that a page of this site had: {reason}"
        raise fault(
            "address_form", message, "write it as it stood behind the site's own: start/old"
        )
    return text


def plain_address(old: str) -> str:
    """An old address without what means nothing: slashes at its ends, and the name of a folder's page."""
    return old.strip("/").removesuffix("index.html").rstrip("/")


def address_on_all_systems(old: str) -> str:
    """An old address as systems see it that tell no capitals apart."""
    return plain_address(old).casefold()


OldAddress = Annotated[
    str,
    PlainValidator(read_old_address),
    written_as(
        "old address",
        "An address that a page had, as it stood behind the site's own: `enterprise/cfo`.",
        type="string",
        pattern=rf"^/*{_SEGMENT}(/{_SEGMENT})*(\.html)?/*$",
        errorMessage="Write the address as it stood behind the site's own: enterprise/cfo.",
    ),
]


def read_inside_address(value: object) -> str:
    """What a link inside the site means, from whatever page. Raises a `fault` for anything else."""
    text = read_text(value)
    meant = inside_of(text)
    if meant is None or meant.kind == "file":
        shown = text[:LONGEST_SHOWN]
        raise fault(
            "address_form", f"`{shown}` names no page of this site", f"name one: {_EXAMPLES}"
        )
    if meant.kind in OF_A_PLAN and not meant.tier:
        message = f"`{text[:LONGEST_SHOWN]}` does not say of which plan"
        raise fault(
            "address_form", message, f"write its tier before it: {meant.kind}:TIER/{meant.id}"
        )
    return text


InsideAddress = Annotated[
    str,
    PlainValidator(read_inside_address),
    written_as(
        "page",
        f"What a page is about, as links inside the site name it: {_EXAMPLES}.",
        type="string",
        pattern=r"^((document|page|plan|quiz|term|tutorial):[a-z0-9-]+|(guide|step):[a-z0-9-]+/[a-z0-9-]+)(#[a-z0-9-]+)?$",
        errorMessage=f"Name a page of the site: {_EXAMPLES}.",
    ),
]
