"""When something happens, in words.

In: `Moment`s and the site's `Words`. Out: text, and `DayText` where dates may stand beside it. Days, weeks and months have a sentence each: no language makes
one from the other.
"""

from __future__ import annotations

from firstwin.dates import START, number_of
from firstwin.models.plan import Days
from firstwin.models.window import Unit
from firstwin.pages.day_text import DayText, SaidDays
from firstwin.pages.efforts import how_long
from firstwin.resolve.guide import MilestoneDay
from firstwin.resolve.guide_step import Distance, GuideStep, Moment
from firstwin.words import Words


def when(moment: Moment, words: Words) -> DayText:
    """When something happens, in short: `Days 3–5`, `Week 2`."""
    if moment.event:
        return DayText(moment.event, None)
    return DayText(_when(moment, words), SaidDays(moment.days, True, moment.counted_from))


def _when(moment: Moment, words: Words) -> str:
    first, last = moment.first, moment.last
    match moment.unit:
        case Unit.DAY:
            return _days(first, last, words)
        case Unit.WEEK:
            return week_range(first, last, words)
        case Unit.MONTH:
            if first == last:
                # Translators: When something happens; a month is 30 days of a plan.
                return words.say("when", "Month {month}", month=last)
            if first < 0:
                # Translators: When something happens; a month is 30 days of a plan. The first one lies before its start: -2.
                return words.say("when", "Months {first} to {last}", first=first, last=last)
            # Translators: When something happens; a month is 30 days of a plan.
            return words.say("when", "Months {first}–{last}", first=first, last=last)


def when_and_how_long(step: GuideStep, words: Words) -> str:
    """When a step is, and what it takes its reader: `Days 3–5 · 25 minutes`."""
    return words.row(when(step.moment, words), how_long(step.minutes, words))


def day(number: int, words: Words, counted_from: str = START) -> DayText:
    """A day of the plan."""
    text = _day(number_of(number), words)
    return DayText(text, SaidDays(Days(number, number), counted_from=counted_from))


def day_number(number: int, words: Words) -> DayText:
    """A day of the plan, where days are what is counted."""
    return DayText(words.shown(number_of(number)), SaidDays(Days(number, number)))


def milestone_day(milestone: MilestoneDay, words: Words) -> DayText:
    """The day by which a milestone is reached."""
    if milestone.event:
        return DayText(milestone.event, None)
    return on_milestone(_day(number_of(milestone.day), words), milestone)


def on_milestone(text: str, milestone: MilestoneDay) -> DayText:
    """A text that says on which day a milestone is reached."""
    days = Days(milestone.day, milestone.day)
    return DayText(text, SaidDays(days, True, milestone.counted_from))


def _day(number: int, words: Words) -> str:
    # Translators: A day, counted from the start of a plan.
    return words.say("when", "Day {day}", day=number)


def day_range(first: int, last: int, words: Words) -> DayText:
    """Days of the plan."""
    text = _days(number_of(first), number_of(last), words)
    return DayText(text, SaidDays(Days(first, last)))


def _days(first: int, last: int, words: Words) -> str:
    if first == last:
        return _day(last, words)
    if first < 0:
        # Translators: Days, counted from the start of a plan. The first one lies before it, and has a minus: -14.
        return words.say("when", "Days {first} to {last}", first=first, last=last)
    # Translators: Days, counted from the start of a plan. The sign between them is an en dash.
    return words.say("when", "Days {first}–{last}", first=first, last=last)


def week_range(first: int, last: int, words: Words) -> str:
    """Weeks of the plan."""
    if first == last:
        # Translators: A week, counted from the start of a plan.
        return words.say("when", "Week {week}", week=last)
    if first < 0:
        # Translators: Weeks, counted from the start of a plan. The first one lies before it, and has a minus: -2.
        return words.say("when", "Weeks {first} to {last}", first=first, last=last)
    # Translators: Weeks, counted from the start of a plan.
    return words.say("when", "Weeks {first}–{last}", first=first, last=last)


def deadline(moment: Moment, words: Words, step: str = "") -> DayText:
    """By when something is due: `Day 5`, `End of week 2`. `step` is the key of the step, where it is one of the reader's."""
    return by_then(_deadline(moment, words), moment, step)


def deadline_of(step: GuideStep, words: Words) -> DayText:
    """By when a step is due. Where it is one of the reader's, it can be late."""
    return deadline(step.moment, words, step.key if step.part.acts else "")


def by_then(text: str, moment: Moment, step: str = "") -> DayText:
    """A text that says by when something is due; where that is no day, what it waits for. `step` is the key of the step, where
    it is one of the reader's.
    """
    if moment.event:
        return DayText(moment.event, None)
    last = moment.days.last
    return DayText(text, SaidDays(Days(last, last), True, moment.counted_from, step))


def due_day(step: GuideStep, words: Words) -> DayText:
    """The day by which a step is due, in days whatever its author counts in."""
    text = _day(number_of(step.moment.days.last), words)
    return by_then(text, step.moment, step.key if step.part.acts else "")


def _deadline(moment: Moment, words: Words) -> str:
    match moment.unit:
        case Unit.DAY:
            return _day(moment.last, words)
        case Unit.WEEK:
            # Translators: By when something is due.
            return words.say("when", "End of week {week}", week=moment.last)
        case Unit.MONTH:
            # Translators: By when something is due.
            return words.say("when", "End of month {month}", month=moment.last)


def by(moment: Moment, words: Words, step: str = "") -> DayText:
    """By when something is due, behind its title: `by day 10`, `by the end of week 2`."""
    return by_then(_by(moment, words), moment, step)


def _by(moment: Moment, words: Words) -> str:
    match moment.unit:
        case Unit.DAY:
            # Translators: Behind the title of a step.
            return words.say("behind a title", "by day {day}", day=moment.last)
        case Unit.WEEK:
            # Translators: Behind the title of a step.
            return words.say("behind a title", "by the end of week {week}", week=moment.last)
        case Unit.MONTH:
            # Translators: Behind the title of a step.
            return words.say("behind a title", "by the end of month {month}", month=moment.last)


def reached(title: str, moment: Moment, words: Words) -> DayText:
    """A milestone and its day: `Go live, day 45`."""
    if moment.event:
        # Translators: A milestone of which no day is known, and when it is reached: "Sign off: When the pilot ends".
        text = words.say("milestone", "{title}: {event}", title=title, event=moment.event)
        return DayText(text, None)
    return by_then(_reached(title, moment, words), moment)


def _reached(title: str, moment: Moment, words: Words) -> str:
    match moment.unit:
        case Unit.DAY:
            # Translators: A milestone and the day on which it is reached: "Go live, day 45".
            return words.say("milestone", "{title}, day {day}", title=title, day=moment.last)
        case Unit.WEEK:
            # Translators: A milestone and when it is reached: "Go live, end of week 6".
            return words.say(
                "milestone", "{title}, end of week {week}", title=title, week=moment.last
            )
        case Unit.MONTH:
            # Translators: A milestone and when it is reached: "Go live, end of month 2".
            return words.say(
                "milestone", "{title}, end of month {month}", title=title, month=moment.last
            )


def apart(distance: Distance, words: Words) -> str:
    """A distance from another day, within a sentence: `weeks 1–4 after “Go live”`."""
    if distance.unit is Unit.DAY and distance.first == distance.last:
        # Translators: A distance from another day: "3 days after “Go live”".
        span = words.counted("distance", "{number} day", "{number} days", distance.last)
    else:
        span = _span(distance.unit, distance.first, distance.last, words)
    return _side(span, distance, words)


def _span(unit: Unit, first: int, last: int, words: Words) -> str:
    """Days, weeks or months that are counted from another day than the start."""
    match unit:
        case Unit.DAY:
            # Translators: Days, counted from another day: "days 1–5 after “Go live”".
            return words.say("distance", "days {first}–{last}", first=first, last=last)
        case Unit.WEEK if first == last:
            # Translators: A week, counted from another day: "week 2 after “Go live”".
            return words.say("distance", "week {week}", week=last)
        case Unit.WEEK:
            # Translators: Weeks, counted from another day: "weeks 1–4 after “Go live”".
            return words.say("distance", "weeks {first}–{last}", first=first, last=last)
        case Unit.MONTH if first == last:
            # Translators: A month (30 days), counted from another day: "month 2 after “Go live”".
            return words.say("distance", "month {month}", month=last)
        case Unit.MONTH:
            # Translators: Months (30 days each), counted from another day: "months 1–2 after “Go live”".
            return words.say("distance", "months {first}–{last}", first=first, last=last)


def _side(span: str, distance: Distance, words: Words) -> str:
    """A distance with what it counts from."""
    before, title = distance.side == "before", distance.anchor.title
    match distance.anchor.kind:
        case "start":
            if before:
                # Translators: {span} is a distance: "3 days". The start date is day 1 of a plan.
                return words.say("distance", "{span} before the start date", span=span)
            # Translators: {span} is a distance: "3 days", "weeks 1–4". The start date is day 1 of a plan.
            return words.say("distance", "{span} after the start date", span=span)
        case "event":
            if before:
                # Translators: {span} is a distance: "3 days". On the first day something happened.
                return words.say("distance", "{span} before the first day", span=span)
            # Translators: {span} is a distance: "3 days". On the first day something happened.
            return words.say("distance", "{span} after the first day", span=span)
        case "day":
            if before:
                # Translators: {span} is a distance: "3 days", "weeks 1–4". {title} is that of a milestone.
                return words.say("distance", "{span} before “{title}”", span=span, title=title)
            # Translators: {span} is a distance: "3 days", "weeks 1–4". {title} is that of a milestone.
            return words.say("distance", "{span} after “{title}”", span=span, title=title)
