"""When something happens, in words."""

import pytest

from firstwin.dates import EVENT
from firstwin.models.plan import Days
from firstwin.models.window import Unit
from firstwin.pages.conditions import condition_label, condition_views, only_if
from firstwin.pages.moments import apart, by, deadline, reached, when
from firstwin.resolve.guide_step import AlternativeLabels, Anchor, ConditionLabel, Distance, Moment
from firstwin.words import words_in

ENGLISH = words_in("en")
GO_LIVE = Anchor("day", "Go live")


def moment(unit: Unit, first: int, last: int) -> Moment:
    return Moment(Days(1, 1), unit, first, last)


@pytest.mark.parametrize(
    ("moment", "short", "due", "behind", "flag"),
    [
        (moment(Unit.DAY, 10, 10), "Day 10", "Day 10", "by day 10", "day 10"),
        (moment(Unit.DAY, 3, 10), "Days 3–10", "Day 10", "by day 10", "day 10"),
        (
            moment(Unit.WEEK, 2, 2),
            *("Week 2", "End of week 2", "by the end of week 2", "end of week 2"),
        ),
        (
            moment(Unit.WEEK, 2, 3),
            *("Weeks 2–3", "End of week 3", "by the end of week 3", "end of week 3"),
        ),
        (
            moment(Unit.MONTH, 1, 1),
            *("Month 1", "End of month 1", "by the end of month 1", "end of month 1"),
        ),
        (
            moment(Unit.MONTH, 2, 3),
            *("Months 2–3", "End of month 3", "by the end of month 3", "end of month 3"),
        ),
        (moment(Unit.DAY, -7, -7), "Day -7", "Day -7", "by day -7", "day -7"),
        (moment(Unit.DAY, -14, -8), "Days -14 to -8", "Day -8", "by day -8", "day -8"),
        (moment(Unit.DAY, -7, 3), "Days -7 to 3", "Day 3", "by day 3", "day 3"),
        (
            moment(Unit.WEEK, -2, -1),
            *("Weeks -2 to -1", "End of week -1", "by the end of week -1", "end of week -1"),
        ),
        (
            moment(Unit.MONTH, -1, 1),
            *("Months -1 to 1", "End of month 1", "by the end of month 1", "end of month 1"),
        ),
    ],
)
def test_moments(moment: Moment, short: str, due: str, behind: str, flag: str) -> None:
    assert when(moment, ENGLISH) == short
    assert deadline(moment, ENGLISH) == due
    assert by(moment, ENGLISH) == behind
    assert reached("Go live", moment, ENGLISH) == f"Go live, {flag}"


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (Distance(Unit.DAY, 1, 1, "after", GO_LIVE), "1 day after “Go live”"),
        (Distance(Unit.DAY, 3, 3, "before", GO_LIVE), "3 days before “Go live”"),
        (Distance(Unit.DAY, 1, 5, "before", GO_LIVE), "days 1–5 before “Go live”"),
        (Distance(Unit.WEEK, 1, 1, "after", GO_LIVE), "week 1 after “Go live”"),
        (Distance(Unit.WEEK, 1, 4, "after", GO_LIVE), "weeks 1–4 after “Go live”"),
        (Distance(Unit.MONTH, 2, 2, "after", GO_LIVE), "month 2 after “Go live”"),
        (Distance(Unit.MONTH, 1, 2, "after", GO_LIVE), "months 1–2 after “Go live”"),
        (Distance(Unit.DAY, 1, 1, "after", Anchor("start")), "1 day after the start date"),
        (Distance(Unit.DAY, 2, 2, "before", Anchor("start")), "2 days before the start date"),
        (Distance(Unit.WEEK, 1, 2, "after", Anchor("event")), "weeks 1–2 after the first day"),
        (Distance(Unit.DAY, 2, 2, "before", Anchor("event")), "2 days before the first day"),
    ],
)
def test_a_distance_is_told_from_its_anchor_as_it_was_typed(distance: Distance, said: str) -> None:
    assert apart(distance, ENGLISH) == said


def test_a_condition_stays_as_it_was_typed() -> None:
    wanted = AlternativeLabels((ConditionLabel("Do you?", "if you do"),))
    assert condition_label(wanted, ENGLISH) == "if you do"
    assert only_if(wanted, ENGLISH) == "Only if you do."


def test_the_opposite_of_a_condition() -> None:
    unwanted = AlternativeLabels((ConditionLabel("Do you?", "if you do", negated=True),))
    assert condition_label(unwanted, ENGLISH) == "except if you do"
    assert only_if(unwanted, ENGLISH) == "Applies except if you do."


def test_conditions_of_which_one_must_hold() -> None:
    labels = [ConditionLabel("Do you?", "if you do"), ConditionLabel("Who hosts?", "if you host")]
    either = AlternativeLabels((*labels, ConditionLabel("Who hosts?", "if nobody does")))
    assert only_if(either, ENGLISH) == "Only if you do, if you host or if nobody does."
    (view,) = condition_views([either], ENGLISH)
    assert view.question == "Do you? Who hosts?"


def test_days_since_something_happened_have_no_date() -> None:
    days = Moment(Days(2, 4), Unit.DAY, 2, 4, counted_from=EVENT)

    said = [when(days, ENGLISH), deadline(days, ENGLISH, "play/step")]

    assert said == ["Days 2–4", "Day 4"]
    assert [each.said for each in said] == [None, None]
