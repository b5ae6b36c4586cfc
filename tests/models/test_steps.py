"""Steps and what is inside them: short forms, windows, and which model a mapping becomes."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from firstwin.models import item, library, placed, step
from firstwin.models.config import Named
from firstwin.models.steps.survey import SurveyQuestion
from firstwin.models.window import Range, Unit, Window
from firstwin.sources import Quoted, TextCut


def read(type_: Any, value: object) -> Any:
    return TypeAdapter(type_).validate_python(value)


def faults(type_: Any, value: object) -> list[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as raised:
        read(type_, value)
    return [(fault["type"], fault["loc"]) for fault in raised.value.errors()]


@pytest.mark.parametrize(
    ("type_", "short", "long"),
    [
        (item.Item, "Sign in", {"text": "Sign in"}),
        (step.InputField, "Address", {"label": "Address"}),
        (SurveyQuestion, "How?", {"ask": "How?"}),
        (step.AgendaPoint, "Dates", {"text": "Dates"}),
        (step.AgendaPoint, "Dates (10 min)", {"text": "Dates", "minutes": "10"}),
        (step.AgendaPoint, Quoted("A: b (5 min)"), {"text": "A: b", "minutes": "5"}),
        (step.AgendaPoint, "Dates (20 mins)", {"text": "Dates", "minutes": "20"}),
        (step.AgendaPoint, "Dates (5 minutes)", {"text": "Dates", "minutes": "5"}),
        (step.AgendaPoint, "Dates (200min)", {"text": "Dates", "minutes": "200"}),
        (step.AgendaPoint, "Dates (1 h)", {"text": "Dates", "minutes": "60"}),
        (step.AgendaPoint, "Dates (1.5 hours)", {"text": "Dates", "minutes": "90"}),
        (step.AgendaPoint, "Rule 3 - of 20", {"text": "Rule 3 - of 20"}),
        (step.AgendaPoint, "Dates (0 min)", {"text": "Dates (0 min)"}),
        (step.AgendaPoint, "(10 min)", {"text": "(10 min)"}),
        (step.AgendaPoint, "Dates (10 min) and more", {"text": "Dates (10 min) and more"}),
    ],
)
def test_a_lone_text_stands_for_a_mapping(type_: Any, short: str, long: dict[str, str]) -> None:
    assert read(type_, short) == read(type_, long)


NO_TIMES = (
    "(5), (3 of 10), (5 to 10), (2 and 3), (2024), (10.5.), (Q3), [0 min], (0:00), (0.0 h), (0-0 min), (10:15-10:00), "
    "(999999 min), (2000 h), (a), (one), (step 5 to 10 min), [20000 h], (90 sec), ()"
)


@pytest.mark.parametrize("none", NO_TIMES.split(", "))
def test_what_is_no_time_stays_text(none: str) -> None:
    assert read(step.AgendaPoint, f"Dates {none}") == read(
        step.AgendaPoint, {"text": f"Dates {none}"}
    )


def test_a_cut_off_text_is_a_fault_in_every_short_form() -> None:
    cut = TextCut("Watch ticket (5 min)", "#42")

    assert faults(step.AgendaPoint, cut) == [("text_cut", ("text",))]
    assert faults(item.Item, cut) == [("text_cut", ("text",))]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dates [20 min]", "Dates (20 min)"),
        ("Dates [1 h]", "Dates (60 min)"),
        ("Dates, 20 min", "Dates (20 min)"),
        ("Dates – 5 minutes", "Dates (5 min)"),
        ("Dates (1:10)", "Dates (70 min)"),
        ("Dates (1.5 min)", "Dates (2 min)"),
        ("Dates (5,5 min)", "Dates (6 min)"),
        ("Dates (half an hour)", "Dates (30 min)"),
        ("Dates (1/2 h)", "Dates (30 min)"),
        ("Dates (1½ hours)", "Dates (90 min)"),
        ("Dates (1 h 30 min)", "Dates (90 min)"),
        ("Dates (1h30)", "Dates (90 min)"),
        ("Dates (5 Minuten)", "Dates (5 min)"),
        ("Dates (10:00-10:15)", "Dates (15 min)"),
        ("Dates (60-30 min)", "Dates (60 min)"),
        ("Dates (1-2 h)", "Dates (120 min)"),
        ("Dates (ca. 5 to 10 minutes)", "Dates (10 min)"),
        ("Dates (45 min - 1 h)", "Dates (60 min)"),
        ("Dates (0.25 h)", "Dates (15 min)"),
    ],
)
def test_minutes_that_are_not_read_are_a_fault_that_says_how_to_write_them(
    text: str, meant: str
) -> None:
    with pytest.raises(ValidationError) as found:
        step.AgendaPoint.model_validate(text)

    (one,) = found.value.errors()
    assert one["type"] == "minutes_form"
    assert one["ctx"]["hint"] == f"write: {meant}"
    assert step.AgendaPoint.model_validate(meant).minutes


def test_an_item_with_items_is_a_group() -> None:
    group = read(item.ItemOrGroup, {"title": "Network", "items": {"port": "Open port 443"}})

    assert group == item.ItemGroup.model_validate(
        {"title": "Network", "items": {"port": {"text": "Open port 443"}}}
    )


@pytest.mark.parametrize(
    ("written", "window", "offsets"),
    [
        ({}, None, None),
        ({"day": "10"}, Window(Unit.DAY, Range(10, 10), "day"), (10, 10)),
        ({"days": "3-5"}, Window(Unit.DAY, Range(3, 5), "days"), (3, 5)),
        ({"week": "2"}, Window(Unit.WEEK, Range(2, 2), "week"), (8, 14)),
        ({"weeks": "2-3"}, Window(Unit.WEEK, Range(2, 3), "weeks"), (8, 21)),
        ({"month": "1"}, Window(Unit.MONTH, Range(1, 1), "month"), (1, 30)),
        (
            {"months": "1-2 after go-live"},
            Window(Unit.MONTH, Range(1, 2, "after", "go-live"), "months"),
            (1, 60),
        ),
    ],
)
def test_a_window_is_read_from_the_one_key_that_is_written(
    written: dict[str, str], window: Window | None, offsets: tuple[int, int] | None
) -> None:
    found = step.Windowed.model_validate(written).window

    assert found == window
    assert (found and found.offsets) == offsets


def test_two_windows_are_one_fault_that_names_both() -> None:
    with pytest.raises(ValidationError) as raised:
        step.Windowed.model_validate({"weeks": "1-2", "day": "3"})

    (fault,) = raised.value.errors()
    assert fault["ctx"] == {
        "message": "`day` and `weeks` both say when this happens",
        "hint": "keep one of them",
    }


@pytest.mark.parametrize(
    ("written", "model"),
    [
        ({"id": "a", "title": "A"}, placed.PLACED["task"]),
        ({"id": "a", "title": "A", "type": Quoted("meeting")}, placed.PLACED["meeting"]),
        ({"use": "a"}, placed.Use),
    ],
)
def test_a_step_is_of_the_type_it_names(written: dict[str, str], model: type) -> None:
    assert type(read(placed.PlacedStep, written)) is model


@pytest.mark.parametrize(
    "written",
    [{"id": "a", "type": "call"}, {"id": "a", "type": "tutorial"}, {"id": "a", "type": ["task"]}],
)
def test_an_unknown_type_is_the_only_fault(written: dict[str, object]) -> None:
    assert faults(placed.PlacedStep, written) == [("union_tag_invalid", ())]


def test_a_type_s_faults_are_those_of_that_type_alone() -> None:
    written = {"id": "a", "type": "handoff", "title": "A", "to": "csm", "agenda": ["B"]}

    assert faults(placed.PlacedStep, written) == [
        ("missing", ("<handoff>", "contents")),
        ("extra_forbidden", ("<handoff>", "agenda")),
    ]


def test_a_use_is_known_by_its_own_id_or_the_entry_s() -> None:
    assert read(placed.PlacedStep, {"use": "reminder"}).step_id == "reminder"
    assert read(placed.PlacedStep, {"use": "reminder", "id": "second"}).step_id == "second"


@pytest.mark.parametrize(
    ("written", "model"),
    [
        ({"title": "A"}, library.ENTRIES["task"]),
        ({"title": "A", "type": "review"}, library.ENTRIES["review"]),
    ],
)
def test_a_library_entry_is_of_the_type_it_names(written: dict[str, str], model: type) -> None:
    assert type(read(library.LibraryEntry, written)) is model


@pytest.mark.parametrize("written", [{"type": "lesson"}, {"type": ["task"]}])
def test_a_library_entry_of_an_unknown_type_is_one_fault(written: dict[str, object]) -> None:
    assert faults(library.LibraryEntry, written) == [("union_tag_invalid", ())]


def test_a_product_carries_whatever_values_texts_fill_in() -> None:
    product = Named.model_validate({"name": "Cairn", "version": "1.10"})

    assert product.values == {"name": "Cairn", "version": "1.10"}
    assert faults(Named, {"name": "Cairn", "addresses": ["a"]}) == [
        ("text_expected", ("addresses",))
    ]
