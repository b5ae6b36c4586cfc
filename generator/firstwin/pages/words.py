"""The words of the interface that pages compute: labels, durations, lists, whole sentences.

In: numbers and names. Out: text. Every word a page says by itself, and no author wrote, stands here or
in the theme's `words.html`; whoever translates the site translates these two. Sentences are made from
whole patterns, never from pieces that only fit in English.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

HOME_TITLE: Final = ("Start here.", "Reach your first win.")
HOME_LEDE: Final = (
    "Choose your plan, then your role. You get a guide with the steps that are yours, in order, "
    "each with a date and a way to know it is done."
)
ALL_GUIDES: Final = "All guides"
GUIDE: Final = "Guide"
PLAN: Final = "Plan"
HELP: Final = "Help"
PLAYS: Final = "Plays"
TUTORIAL: Final = "Tutorial"
TUTORIALS: Final = "Tutorials"
QUIZ: Final = "Quiz"
ROLES_LINK: Final = "What each role means"
STUCK_TITLE: Final = "Stuck? Ask a person."

FIRST_VALUE: Final = "First value"
ENDS: Final = "Onboarding ends"
YOUR_SIDE_SPENDS: Final = "Your side spends"
PICTURE_TITLE: Final = "The plan in one picture"
PEOPLE_TITLE: Final = "Who does the work"
ON_YOUR_SIDE: Final = "On your side"
ON_CUSTOMERS_SIDE: Final = "On the customer’s side"
ON_PARTNERS_SIDE: Final = "On the partner’s side"
EXCHANGE_TITLE: Final = "What you get, what you give"
YOU_GET: Final = "You get"
YOU_GIVE: Final = "You give"
CADENCES_TITLE: Final = "Conversations that come back"
CADENCES: Final = "Regular calls"
SUCCESS_TITLE: Final = "When we call it a success"
SET_UP: Final = "Set up"
IN_USE: Final = "In use"
WORTH_IT: Final = "Worth it"
GUIDES_TITLE: Final = "Open your guide"

START: Final = "Start here"
SEE_PLAN: Final = "See the whole plan"
FIRST_WIN: Final = "Your first quick win"
QUICK_WIN: Final = "A quick win"
TIME_TITLE: Final = "Time needed"
IN_ALL: Final = "In all"
CONTACTS_TITLE: Final = "Who helps with what"
IN_THIS_PHASE: Final = "In this phase"
NOTHING_HERE: Final = "Nothing in this phase is yours to do. Go on with the next one."
PHASE_CRITERIA: Final = "This phase is complete when"

OWNER: Final = "Owner"
DUE: Final = "Due"
TAKES: Final = "Takes"
WITH: Final = "With"
TOLD: Final = "Told"
HANDS_OVER_TO: Final = "Hands over to"
YOU: Final = "You"
COMES_OUT: Final = "What comes out of it"
CHECKS: Final = "How to tell that it arrived whole"
HANDOFF: Final = "What the handoff document says"
FROM: Final = "From"
TO: Final = "To"
SUBJECT: Final = "Subject"
RECORDED: Final = "Recorded"
OPTIONAL: Final = "Optional"
EVERY_LINE_TICKED: Final = "Every line is ticked."
ALL_THERE: Final = "What comes out of it is there."
STEP_TYPES: Final[Mapping[str, str]] = {
    "task": "Task",
    "tutorial": TUTORIAL,
    "meeting": "Meeting",
    "training": "Training",
    "email": "Email",
    "data-import": "Data import",
    "milestone": "Milestone",
    "review": "Review",
    "survey": "Survey",
    "quiz": QUIZ,
    "handoff": "Handoff",
    "procedure": "Procedure",
}
NOTE_LABELS: Final[Mapping[str, str]] = {
    "customer": "",
    "partner": "For partners and the team",
    "internal": "For the team only",
}

IN_THIS_TUTORIAL: Final = "In this tutorial"
USES_TITLE: Final = "Where this belongs"
HELP_LEDE: Final = "Whom to ask about what, and how soon an answer comes."
ROLES_TITLE: Final = "What each role means"
PLAYS_LEDE: Final = "What to do when something happens. Days count from the day it happened."
FOR_EVERY_PLAN: Final = "For every plan"

_NUMBERS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
EVERY: Final[Mapping[str, str]] = {
    "week": "Every week",
    "2 weeks": "Every two weeks",
    "month": "Every month",
    "quarter": "Every quarter",
}
_HOURS_ROUNDED_FROM: Final = 10


def count(number: int, one: str, many: str) -> str:
    """`1 step`, `7 steps`."""
    return f"{number} {one if number == 1 else many}"


def days(number: int) -> str:
    """A length in days."""
    return count(number, "day", "days")


def steps(number: int) -> str:
    """How many steps."""
    return count(number, "step", "steps")


def actions(number: int) -> str:
    """How many actions."""
    return count(number, "action", "actions")


def questions(number: int) -> str:
    """How many questions."""
    return count(number, "question", "questions")


def duration(minutes: int) -> str:
    """`25 minutes`, `1 hour 30 minutes`, and from ten hours on `about 25 hours`.

    From an hour on, minutes are rounded to five: what adds up from many steps is no more exact.
    """
    hours, rest = divmod(_rounded(minutes), 60)
    if hours >= _HOURS_ROUNDED_FROM and rest:
        return f"about {round(minutes / 60)} hours"
    parts = [
        count(number, one, many)
        for number, one, many in ((hours, "hour", "hours"), (rest, "minute", "minutes"))
        if number
    ]
    return " ".join(parts) or "no time"


def short_duration(minutes: int) -> str:
    """A duration where there is little room: `45 min`, `1.5 h`, `24 h`."""
    hours, rest = divmod(_rounded(minutes), 60)
    if not hours:
        return f"{rest} min"
    if hours >= _HOURS_ROUNDED_FROM or not rest:
        return f"{round(minutes / 60)} h"
    return f"{hours} h {rest} min"


def _rounded(minutes: int) -> int:
    return minutes if minutes < 60 else 5 * round(minutes / 5)


def time_in_all(minutes: int) -> str:
    """What a guide takes its reader, for the list of guides."""
    return sentence(f"{duration(minutes)} in all") if minutes else ""


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def within(title: str) -> str:
    """A name as it stands inside a sentence: `Technical lead` becomes `technical lead`, `CSM` stays."""
    first, second = title[:1], title[1:2]
    return first.lower() + title[1:] if second.islower() else title


def joined(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return "".join(before + name for before, name in zip(joins(len(names)), names, strict=True))


def joins(number: int) -> tuple[str, ...]:
    """What stands before each of several names in a sentence."""
    return tuple(
        "" if index == 0 else " and " if index == number - 1 else ", " for index in range(number)
    )


def spelled(number: int) -> str:
    """A small number as a word."""
    return _NUMBERS[number - 1] if 1 <= number <= len(_NUMBERS) else str(number)


def day(number: int) -> str:
    """A day of the plan."""
    return f"Day {number}"


def day_range(first: int, last: int) -> str:
    """Days of the plan."""
    return day(first) if first == last else f"Days {first}–{last}"


def guide_title(role: str) -> str:
    """The title of a guide."""
    return f"Your guide as {within(role)}"


def guide_name(plan: str, role: str) -> str:
    """A guide in a list of guides of several plans."""
    return f"{plan}, {within(role)}"


def in_context(title: str, context: str) -> str:
    """The title of a page where titles of several guides meet: in a browser's tabs, in search."""
    return f"{title}: {context}"


def with_first_win(when: str) -> str:
    """When a phase is that holds the first value."""
    return f"{when}, first win"


def in_tier(plan: str) -> str:
    """Follows the heading over the roles of a plan."""
    return f"in {plan}"


def whole_plan(plan: str) -> str:
    """The link from the choice of roles to the overview of a plan."""
    return f"See the whole {plan} plan"


def back_to_guide(role: str) -> str:
    """The link from a phase to its guide."""
    return f"{role} guide"


def step_of(number: int, of: int) -> str:
    """Where a step stands in its phase."""
    return f"Step {number} of {of}"


def action_of(number: int, of: int) -> str:
    """Where an action stands in its tutorial."""
    return f"Action {number} of {of}"


def quiz_description(title: str, number: int) -> str:
    """A quiz without a summary, for search engines."""
    return f"{title}: {questions(number)}, with answers"


def question_of(number: int, of: int) -> str:
    """Where a question stands in its quiz."""
    return f"Question {number} of {of}"


def phase_of(number: int, of: int) -> str:
    """Where a phase stands in its plan."""
    return f"Phase {number} of {of}"


def phase_number(number: int) -> str:
    """A phase by its number."""
    return f"Phase {number}"


def next_phase(number: int) -> str:
    """The label of the next phase."""
    return f"What comes next: phase {number}"


def starts(first: int, *, overlaps: bool) -> str:
    """When the next phase begins, seen from this one."""
    return (
        f"Starts on day {first}, while you finish this phase."
        if overlaps
        else f"Starts on day {first}."
    )


def your_phases(number: int) -> str:
    """The title over the phases of a guide."""
    return "Your phase" if number == 1 else f"Your {spelled(number)} phases"


def of_your_time(minutes: int) -> str:
    """What a phase takes its reader."""
    return f"{duration(minutes)} of your time"


def led_by(role: str) -> str:
    """Who leads a phase."""
    return f"Led by your {within(role)}"


LED_BY_YOU: Final = "Led by you"


def opens_when(titles: Sequence[str]) -> str:
    """What a phase waits for."""
    quoted = joined([f"“{title}”" for title in titles])
    return f"Opens when {quoted} {'is' if len(titles) == 1 else 'are'} complete."


def holds_first_value(when: str) -> str:
    """The big day in a phase."""
    return f"Holds your first value, {within(when)}."


def meta(*facts: str) -> str:
    """Short facts in one line; those that are empty are left out."""
    return " · ".join(fact for fact in facts if fact)


def only(condition: str) -> str:
    """The condition of a step."""
    return f"Only {condition}."


def milestone(day_label: str) -> str:
    """The badge of a milestone."""
    return f"Milestone, {within(day_label)}"


def start_on(first: int) -> str:
    """Follows a deadline."""
    return f", start on day {first}"


def relative(text: str) -> str:
    """Follows a deadline that counts from another day."""
    return f", {within(text)}"


def led_by_other(when: str, owner: str) -> str:
    """When a step of somebody else happens, and whose it is."""
    return f"{when}, owned by your {within(owner)}."


def comes_from(when: str, sender: str) -> str:
    """When an email comes, and from whom."""
    return f"{when}, from your {within(sender)}."


def attended_by(names: str) -> str:
    """Who attends a session of a training."""
    return f"For {within(names)}"


def choices(options: Sequence[str]) -> str:
    """What a question of a survey may be answered with."""
    return ", ".join(options)


def you_take_part(minutes: int) -> str:
    """What a step of somebody else asks of the reader."""
    return f"You take part for {duration(minutes)}." if minutes else "You take part."


YOU_ARE_TOLD: Final = "You are told how it went."
TAKES_NO_TIME: Final = "It takes none of your time."


def card_label(kind: str, size: str) -> str:
    """The label of a card that leads to a tutorial or quiz."""
    return f"{kind} · {size}"


def action_by_action(title: str) -> str:
    """The title of a card that leads to a tutorial."""
    return f"{title}, action by action"


def have_signed(names: str, number: int) -> str:
    """When a step that has to be signed is done."""
    return f"{names} {'has' if number == 1 and names != YOU else 'have'} signed."


def by_day(number: int) -> str:
    """By when a quick win is there."""
    return f"By day {number}"


def for_roles(roles: Sequence[str]) -> str:
    """Whom a tutorial is for."""
    return f"For the {joined([within(role) for role in roles])}"


def step_in(number: int, phase: str) -> str:
    """A step of a phase, by its number."""
    return f"Step {number} of “{phase}”"


def back_to_step(number: int) -> str:
    """The label of the way back from a tutorial."""
    return f"Back to step {number}"


def next_step(number: int) -> str:
    """The label of the way on from a tutorial."""
    return f"Next: step {number}"


def on_side_of(company: str) -> str:
    """The vendor's people."""
    return f"On {company}’s side"


def picture_intro(number: int, *, overlap: bool) -> str:
    """A line over the timeline."""
    if number == 1:
        return "One phase."
    phases = f"{sentence(spelled(number))} phases"
    return f"{phases}. Some overlap." if overlap else f"{phases}, one after the other."


def picture_alternative(title: str, length: int) -> str:
    """The timeline in a sentence, for those who cannot see it."""
    return f"{title} as a picture: its phases and milestones over {days(length)}"


def dated(title: str, when: str) -> str:
    """Something with its day: `Go-live (day 45)`."""
    return f"{title} ({within(when)})"


def open_guide(role: str) -> str:
    """The link to a guide from its plan."""
    return f"Open the {within(role)} guide"


def each(minutes: int) -> str:
    """How long each of several takes."""
    return f"{duration(minutes)} each"


def with_others(names: str) -> str:
    """Who takes part."""
    return f"With {within(names)}"


def for_plans(titles: Sequence[str]) -> str:
    """The plans something is for."""
    return f"For {joined(titles)}" if titles else FOR_EVERY_PLAN
