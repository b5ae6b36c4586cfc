"""The words of the pages for the vendor's team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from firstwin.pages.words.numbers import count, joined, sentence, spelled, total, within

FOR_THE_TEAM: Final = "For the team"
FOR_THE_TEAM_LEDE: Final = (
    "What customers do not see: the whole plan with our own steps, who does what in which week, and "
    "what to do when it does not go to plan."
)
THE_PLANS: Final = "The plans, with our own steps"
THE_WEEKS: Final = "Who does what, week by week"
WHEN_IT_GOES_WRONG: Final = "When it does not go to plan"
HOW_WE_WORK: Final = "How we work"

FAILURES: Final = "Why onboarding fails"
FAILURES_LEDE: Final = (
    "The causes, how to notice each of them early, and what we do so that it does not happen."
)
SIGNS: Final = "How you notice it"
PREVENTION: Final = "What prevents it"
PREVENTED_IN: Final = "Where the plan prevents it"
PLAYS_AGAINST_IT: Final = "When it happens all the same"

EMAILS: Final = "All emails"
EMAILS_LEDE: Final = "Every email of the plans and plays, in the order in which they are sent."
IN_PLAYS: Final = "In plays"

ECONOMICS: Final = "What customers bring and cost"
ECONOMICS_LEDE: Final = "The figures of each segment, and where they come from."
FIGURE: Final = "Figure"
SOURCES: Final = "Sources"
FIGURES: Final[Mapping[str, str]] = {
    "contract": "Contract",
    "customers": "Customers",
    "ratio": "Accounts for each success manager",
    "cost": "Cost of onboarding",
    "retention": "Customers who stay",
    "expansion": "Customers who buy more",
    "value": "Value of a customer",
}

METHODS: Final = "Ways to bring customers on board"
METHODS_LEDE: Final = "What each way is good at, what it costs, and which plans use it."
METHOD: Final = "Way"
METHOD_COLUMNS: Final = (
    "Reaches many",
    "Personal",
    "Cost",
    "Effect",
    "Best for",
    "Used in",
)
LEVELS: Final[Mapping[str, str]] = {"high": "High", "medium": "Medium", "low": "Low"}
NOT_USED: Final = "Not used"

COVERAGE: Final = "What is thin"
COVERAGE_LEDE: Final = (
    "Each guide, held against what a guide should have. It says where to write next, not where "
    "something is wrong."
)
COVERAGE_RULES: Final = "A guide is thin where"
COVERAGE_MATRIX: Final = "Plans and roles"
FULL: Final = "Full"
NO_GUIDE: Final = "No guide"
THIN: Final = "thin"
ROLE: Final = "Role"
OWNED: Final = "Steps owned"
TAKES_PART: Final = "Takes part in"
TUTORIAL_COUNT: Final = "Tutorials"
MINUTES: Final = "Minutes, of those promised"
BARE_STEPS: Final = "Own steps that say little"
EMPTY_PHASES: Final = "Phases without a step"
NO_PROMISE: Final = "nothing promised"

PHASES_TITLE: Final = "What happens in each phase"


def plan_for_team(plan: str) -> str:
    """The title of a plan with the team's own steps."""
    return f"The whole {plan} plan"


def plan_for_team_lede(steps: int, phases: int) -> str:
    """What a plan with the team's own steps holds."""
    return (
        f"All {count(steps, 'step', 'steps')} of {count(phases, 'phase', 'phases')}, whoever they "
        "belong to, with our own and our notes."
    )


def weeks_of_team(plan: str) -> str:
    """The title of the weeks of the team in a plan."""
    return f"{plan}, week by week"


WEEKS_OF_TEAM_LEDE: Final = (
    "What each of us does in which week. Minutes are spread evenly over the days of a step."
)


def team_context(plan: str) -> str:
    """Behind the title of a phase with the team's own steps."""
    return f"{plan}, for the team"


def about(minutes: float) -> str:
    """What a week takes, roughly."""
    rounded = 5 * round(minutes / 5)
    return sentence(total(rounded)) if rounded else ""


def due_on(day: int) -> str:
    """Behind a step that ends in a week."""
    return f"due day {day}"


def takes_part(owner: str) -> str:
    """Behind a step that somebody else owns."""
    return f"with {within(owner)}"


def thin_in(number: int) -> str:
    """In how many things a guide is thin."""
    return f"Thin in {number}"


def at_least_owned(number: int) -> str:
    """A rule of coverage."""
    return f"its role owns fewer than {spelled(number)} steps"


def at_least_tutorials(number: int) -> str:
    """A rule of coverage."""
    if number == 1:
        return "no tutorial leads through its work"
    return f"fewer than {spelled(number)} tutorials lead through its work"


def minutes_between(percent: int) -> str:
    """A rule of coverage."""
    return f"it takes less than {percent} % of the minutes promised, or more than all of them"


def at_most_bare(percent: int) -> str:
    """A rule of coverage."""
    return f"more than {percent} % of its own steps have neither a summary nor anything to tick"


def at_most_empty(number: int) -> str:
    """A rule of coverage."""
    phases = f"{spelled(number)} {'phase has' if number == 1 else 'phases have'}"
    return f"more than {phases} nothing for its role to do"


def of_promised(minutes: int, promised: int) -> str:
    """Minutes against those promised."""
    return f"{minutes} of {promised}" if promised else f"{minutes}, {NO_PROMISE}"


def figures_from(names: Sequence[str]) -> str:
    """The figures that come from a source."""
    return joined([within(name) for name in names])
