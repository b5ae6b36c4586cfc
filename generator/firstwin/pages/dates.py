"""Where a reader says when their plan starts.

In: a plan, the roles its reader works with, and the `SiteMap`. Out: a `DatesView`.
"""

from __future__ import annotations

from firstwin.pages.script_dates import country_title
from firstwin.pages.sides import own_side
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.views import ChoiceView, DatesView
from firstwin.resolve.guide import Guide, TierPlan


def dates_view(plan: TierPlan, site: SiteMap, guide: Guide | None = None) -> DatesView:
    """The dates of a plan; on the pages of a guide, with the people its reader tells, and its calendar."""
    holidays, words = site.guides.config.holidays, site.words
    others = [share.role for share in plan.roles if guide and share.role.id != guide.persona.id]
    leads = [role for role in others if role.side != own_side(plan).value]
    # Translators: Before dates are moved; {names} are roles: "success manager and implementation specialist".
    tell = words.say(
        "dates",
        "Tell the others before you move them: {names}.",
        names=words.listed([role.title for role in leads]),
    )
    return DatesView(
        marks=tuple(ChoiceView(mark.id, mark.title) for mark in plan.marks),
        countries=tuple(
            ChoiceView(code, country_title(code, words))
            for code in (holidays.countries if holidays else ())
        ),
        tell=tell if leads else "",
        calendar=guide is not None,
    )
