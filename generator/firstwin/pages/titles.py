"""What the pages of a site are called, wherever something leads to them.

In: the site's `Words`, and the names in a title. Out: text; `Titles`, those without a name, are made once a site.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.resolve.guide import GuidePhase
from firstwin.words import Words


class Titles(Struct, frozen=True):
    """The titles of pages, and what links to them are called."""

    home: str
    help: str
    everything: str
    plays: str
    guide_plays: str
    whole_guide: str
    metrics: str
    glossary: str
    tutorials: str
    guide: str
    guides: str
    plan: str
    checklist: str
    print_checklist: str
    days: str
    team: str
    failures: str
    emails: str
    economics: str
    methods: str
    coverage: str


def titles_in(words: Words) -> Titles:
    """The titles in the site's language."""
    say = words.say
    return Titles(
        # Translators: A link to the home page, where all guides are listed.
        home=say("page", "All guides"),
        # Translators: The page that says whom to ask.
        help=say("page", "Help"),
        # Translators: The page that lists everything there is, and the link to it.
        everything=say("page", "Everything, A to Z"),
        # Translators: The page of plays: what to do when something happens, such as a champion who leaves.
        plays=say("page", "Plays"),
        # Translators: The page of a guide that says what to do, for example, when a date slips.
        guide_plays=say("page", "When something goes wrong"),
        # Translators: The page of a guide that holds all its phases with all their steps, to print it whole.
        whole_guide=say("page", "The whole guide on one page"),
        # Translators: The page of all metrics.
        metrics=say("page", "What we measure"),
        # Translators: The page of the words that are explained.
        glossary=say("page", "Glossary"),
        # Translators: In the navigation, over the tutorials.
        tutorials=say("page", "Tutorials"),
        # Translators: A link to the reader's own guide: what their role does, phase by phase.
        guide=say("page", "Guide"),
        # Translators: A link to the list of a plan's guides.
        guides=say("page", "Guides"),
        # Translators: A link to the overview of a plan: all its phases, for all its roles.
        plan=say("page", "Plan"),
        # Translators: The page on which everything of a guide is ticked off; it is made for paper.
        checklist=say("page", "Checklist"),
        # Translators: A link to the checklist of a guide.
        print_checklist=say("page", "Print the checklist"),
        # Translators: The page that shows a guide day by day.
        days=say("page", "Day by day"),
        # Translators: The way to the pages that only the vendor's own team reads.
        team=say("page", "For the team"),
        # Translators: For the team: the page of causes, and of what is done about them.
        failures=say("page", "Why onboarding fails"),
        # Translators: For the team: the page of all emails, to copy them.
        emails=say("page", "All emails"),
        # Translators: For the team: the page of figures, such as contract value and cost of onboarding.
        economics=say("page", "What customers bring and cost"),
        # Translators: For the team: the page of delivery methods, such as webinars or calls.
        methods=say("page", "Ways to bring customers on board"),
        # Translators: For the team: the page that shows which guides say too little.
        coverage=say("page", "What is thin"),
    )


def guide_of(role: str, words: Words) -> str:
    """A link to the guide of a role."""
    # Translators: A link to the guide of a role: "Admin guide".
    return words.say("page", "{role} guide", role=role)


def guide_in(plan: str, role: str, words: Words) -> str:
    """A guide where those of several plans meet: `Enterprise, Admin`."""
    # Translators: A guide by its plan and its role: "Enterprise, Admin".
    return words.say("page", "{plan}, {role}", plan=plan, role=role)


def in_context(title: str, context: str, words: Words) -> str:
    """The title of a page where titles of several guides meet: in a browser's tabs, in search."""
    # Translators: A page and what it belongs to, in the title of a browser's tab: "Set up: Enterprise, Admin".
    return words.say("page", "{title}: {context}", title=title, context=context)


def whole_plan(plan: str, words: Words) -> str:
    """A link to the overview of a plan."""
    # Translators: A link to the overview of a plan.
    return words.say("page", "See the whole {plan} plan", plan=plan)


def numbered(phase: GuidePhase, words: Words) -> str:
    """A phase with its number before it. What comes after onboarding is counted among no phases and has none."""
    if phase.after:
        return phase.title
    # Translators: A phase with its number before its title: "2. Set up".
    return words.say("page", "{number}. {title}", number=phase.number, title=phase.title)


def plan_for_team(plan: str, words: Words) -> str:
    """A plan with the team's own steps."""
    # Translators: For the team: a plan with everybody's steps.
    return words.say("page", "The whole {plan} plan", plan=plan)


def acceptance_of(plan: str, words: Words) -> str:
    """Everything in a plan that somebody accepts or signs."""
    # Translators: For partners and the team: the page of all points of a plan at which somebody accepts work or signs.
    return words.say("page", "{plan}: what is accepted, and by whom", plan=plan)


def raci_of(plan: str, words: Words) -> str:
    """Who has which part in each step of a plan."""
    # Translators: For partners and the team: the page with a table of steps and roles (a RACI matrix).
    return words.say("page", "{plan}: who does what (RACI)", plan=plan)


def weeks_of_team(plan: str, words: Words) -> str:
    """The weeks of the team in a plan."""
    # Translators: For the team: what each role of the vendor does in which week of a plan.
    return words.say("page", "{plan}, week by week", plan=plan)
