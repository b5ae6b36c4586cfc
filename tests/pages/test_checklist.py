"""The checklist of a guide: what is on it, whose it is, and that its keys are those of the other pages."""

from pathlib import Path

from tests.edits import project
from tests.pages.small import block, page_at, pages_of, steps_in

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.views import (
    ChecklistLineView,
    ChecklistStepView,
    ChecklistView,
    PhaseView,
    TutorialView,
)
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.sources import read
from firstwin.validate import validate
from firstwin.words import words_in


def checklist(role: str, audience: Audience = Audience.CUSTOMER) -> ChecklistView:
    view = page_at(f"team/{role}/checklist/index.md", audience).view
    assert isinstance(view, ChecklistView)
    return view


def steps_of(view: ChecklistView) -> dict[str, ChecklistStepView]:
    return {step.title: step for phase in view.phases for step in phase.steps}


def lines_of(step: ChecklistStepView) -> list[ChecklistLineView]:
    alone = [step.single] if step.single else []
    return alone + [line for group in step.groups for line in group.lines]


def test_it_says_what_it_is_and_stays_out_of_search() -> None:
    page = page_at("team/admin/checklist/index.md")
    view = checklist("admin")
    assert page.title == "Checklist: Team, Admin"
    assert (view.title, view.site, view.context) == (
        "Your checklist as Admin",
        "Acme onboarding",
        "Team, Admin",
    )
    things = sum(len(lines_of(step)) for step in steps_of(view).values())
    assert view.lede == (
        f"Team, 30 days. {things} things in 3 phases. What has no other name beside it is yours."
    )
    assert view.phases[0].title == "1. Plan together"


def test_own_steps_have_all_their_lines_and_names_beside_those_of_others() -> None:
    step = steps_of(checklist("admin"))["Gather keys and data"]
    assert (step.by, step.who) == ("by day 6", "")
    assert [(group.title, [line.text for line in group.lines]) for group in step.groups] == [
        ("Access", ["Create an <strong>API key</strong> for the import", "Open the firewall"]),
        ("", ["Export the old data", "Send your logo"]),
    ]
    assert [(line.notes, line.who) for line in lines_of(step)] == [
        ((), ""),
        (("if you host it yourself",), ""),
        (("if you bring data",), "You and Champion"),
        (("optional",), ""),
    ]
    assert [entry.key for entry in step.entries] == [
        "team/prerequisites/workspace",
        "team/prerequisites/region",
    ]
    assert step.done_words == ""


def test_of_a_step_of_others_there_are_the_readers_own_lines_alone() -> None:
    step = steps_of(checklist("champion"))["Gather what the setup needs"]
    assert step.who == "Admin"
    assert [(line.text, line.who) for line in lines_of(step)] == [
        ("Export the old data", "You and Admin")
    ]


def test_a_step_without_lines_is_one() -> None:
    step = steps_of(checklist("champion"))["Hold the kickoff call"]
    assert step.single
    assert (step.single.key, step.single.text) == ("team/kickoff-call/_signed", step.title)
    assert step.single.who == "Success manager"
    assert step.signatures == ("Signed, you",)


def test_what_one_is_only_told_is_not_on_it() -> None:
    assert "Hold the kickoff call" not in steps_of(checklist("admin"))


def test_a_tutorial_brings_its_actions_and_its_check() -> None:
    step = steps_of(checklist("admin"))["Connect single sign-on"]
    tutorial = page_at("tutorials/connect-sso/index.md").view
    assert isinstance(tutorial, TutorialView)
    assert [line.key for line in lines_of(step)] == [
        *(action.key for action in tutorial.actions),
        tutorial.verify_key,
    ]


def test_a_milestone_is_signed_by_both_sides_and_only_named_to_who_has_no_part() -> None:
    mine = steps_of(checklist("admin"))["Go live"]
    assert mine.milestone == "Go live, day 16"
    assert mine.single
    assert mine.signatures == ("Signed, you", "Signed, Acme Ltd")
    seen = steps_of(checklist("champion"))["Go live"]
    assert (seen.milestone, seen.single, seen.signatures, seen.done_when) == (
        "Go live, day 16",
        None,
        (),
        "",
    )


OF_CUSTOMERS_ALONE = """\
         title: Go live
         day: 16
-        owner: csm
+        owner: champion
         with:
           - admin
"""


def test_a_milestone_of_customers_alone_is_signed_by_nobody_of_the_vendor(tmp_path: Path) -> None:
    sources, _ = read(project(tmp_path, {"edit playbooks/team/playbook.yml": OF_CUSTOMERS_ALONE}))
    catalog, _ = validate(sources)
    assert catalog
    pages = lay_out(resolve(select(catalog, Audience.CUSTOMER)), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "team/admin/checklist/index.md")
    assert isinstance(view, ChecklistView)
    assert steps_of(view)["Go live"].signatures == ("Signed, you",)


def test_ids_are_unique_and_keys_are_those_of_the_other_pages() -> None:
    for role in ("admin", "champion"):
        lines = [line for step in steps_of(checklist(role)).values() for line in lines_of(step)]
        assert len({line.id for line in lines}) == len(lines)
        elsewhere = set(keys_elsewhere())
        assert {line.key for line in lines} <= elsewhere


def keys_elsewhere() -> list[str]:
    keys = []
    for page in pages_of(Audience.CUSTOMER).pages:
        if isinstance(page.view, PhaseView):
            for step in steps_in(page.view):
                groups = block(step, "checklist").get("groups", ())
                keys += [tick.key for group in groups for tick in group.ticks]
                boxes = (block(step, "done").get("box"), block(step, "sign-off").get("box"))
                keys += [box.key for box in boxes if box]
        if isinstance(page.view, TutorialView):
            keys += [action.key for action in page.view.actions] + [page.view.verify_key]
    return keys
