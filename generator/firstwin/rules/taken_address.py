"""FW629: a redirect from an address that has a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.models.redirects import address_on_all_systems, plain_address
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.validate.taken import TAKEN_BY_THE_SITE

CODE = Code(
    "FW629",
    Severity.ERROR,
    "A redirect from an address that has a page",
    "`redirects` in `site_config.yml` lead on from addresses at which nothing is any more. Where there is a page, its readers stay "
    "on it. Some systems tell no capitals apart: what differs in them alone is one address.",
    wrong="redirects:\n  team/admin: guide:team/champion",
    right="redirects:\n  team/sponsor: guide:team/champion",
)

_FOLDERS: Final = {"document": "documents", "quiz": "quizzes", "tutorial": "tutorials"}


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    redirects = inspection.project.config.redirects
    taken = {*TAKEN_BY_THE_SITE, *_pages(inspection), "404.html"} if redirects else set()
    seen: dict[str, str] = {}
    for old in redirects:
        address = address_on_all_systems(old)
        earlier = seen.setdefault(address, old)
        message = ""
        if address in taken:
            message = f"there is a page at `{old}`"
        elif earlier != old:
            where = "" if plain_address(earlier) == plain_address(old) else " on some systems"
            message = f"`{earlier}` and `{old}` are one address{where}"
        if message:
            span = Origin(inspection.config, ("redirects", old)).key_span
            yield Diagnostic(CODE, message, span, "remove the redirect")


def _pages(inspection: Inspection) -> Iterator[str]:
    """The addresses of what has a page and is called by its author."""
    project = inspection.project
    for tier, plan in project.plans.items():
        yield tier
        for role in plan.personas:
            yield f"{tier}/{role}"
            yield from (f"{tier}/{role}/{phase.id}" for phase in plan.phases)
    for id_, entry in project.library.items():
        if entry.has_page:
            yield f"{_FOLDERS[entry.type]}/{id_}"
    yield from (f"pages/{id_}" for id_ in project.own_pages)


RULE = Rule(CODE, check)
