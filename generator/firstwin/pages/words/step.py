"""The words of a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from firstwin.pages.words.library import QUIZ, TUTORIAL
from firstwin.pages.words.numbers import duration, within

OWNER: Final = "Led by"
DUE: Final = "Due"
TAKES: Final = "Takes"
WITH: Final = "With"
TOLD: Final = "Kept informed"
HANDS_OVER_TO: Final = "Hands over to"
YOU: Final = "You"
COMES_OUT: Final = "The result"
CHECKS: Final = "How to tell that it arrived whole"
HANDOFF: Final = "What the handoff document says"
FROM: Final = "From"
TO: Final = "To"
SUBJECT: Final = "Subject"
RECORDED: Final = "Recorded"
OPTIONAL: Final = "Optional"
EVERY_LINE_TICKED: Final = "Every line is ticked."
ALL_THERE: Final = "The result is there."
RACI: Final = (
    ("R", "Responsible"),
    ("A", "Accountable"),
    ("C", "Consulted"),
    ("I", "Informed"),
)
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


def step_of(number: int, of: int) -> str:
    """Where a step stands in its phase."""
    return f"Step {number} of {of}"


def only(condition: str) -> str:
    """The condition of a step."""
    return f"Only {condition}."


def start_on(first: int) -> str:
    """Follows a deadline."""
    return f", start on day {first}"


def led_by_other(when: str, whose: str) -> str:
    """When a step of somebody else happens, and who leads it."""
    return f"{when}, led by {whose}."


def comes_from(when: str, whose: str) -> str:
    """When an email comes, and from whom."""
    return f"{when}, from {whose}."


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


def have_signed(names: str, number: int) -> str:
    """When a step that has to be signed is done."""
    return f"{names} {'has' if number == 1 and names != YOU else 'have'} signed."


def the(role: str) -> str:
    """A role in a sentence: somebody on the reader's own side, or seen from outside."""
    return f"the {within(role)}"


def your(role: str) -> str:
    """A role in a sentence: somebody who works for the reader."""
    return f"your {within(role)}"


def accepted_by(who: str) -> str:
    """Over what has to be true before someone accepts the work."""
    return f"Accepted by {who} when"
