"""What is left of a project for one audience, and what is said about what is gone: nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.resolve.small import SHARED, small_catalog, with_steps
from tests.select.canaries import strings

from firstwin.models.plan import Plan, SourceLine
from firstwin.models.project import Project
from firstwin.models.steps.review import Review
from firstwin.models.values import Audience
from firstwin.models.window import Range, Unit, Window
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.validate import Catalog

PLAYBOOK = "playbooks/gold/playbook.yml"
OWN_PERSONA = {"playbooks/gold/sponsor.yml": ""}

LAYERED = """
tier: gold
title: Gold plan
summary: To the first win.
duration: 30
named_days: {training: {title: Training, day: 12}}
touchpoints:
  open-call: {title: Open call, every: week, weeks: 1-2 after ready, minutes: 5, owner: csm}
  own-call: {title: Own call, every: week, minutes: 5, owner: lead, audience: internal}
phases:
  - id: hand-over
    title: Hand over
    days: 1-2
    owner: lead
    outcome: We know it all.
    audience: internal
    steps:
      - {id: tell, title: Tell all, done_when: Told.}
  - id: begin
    title: Begin
    days: 1-30
    owner: csm
    needs: [hand-over, tell]
    outcome: You have begun.
    steps:
      - id: ready
        type: milestone
        title: Be ready
        audience: internal
        day: 10
        done_when: Ready.
      - id: after
        title: Go after it
        day: 1 after ready
        needs: [ready, hand-over, begin-well]
        done_when: Gone.
      - id: trained
        title: Repeat it
        week: 1 after training
        only_if: sso
        done_when: Repeated.
      - {id: begin-well, title: Begin well, day: 2, done_when: Begun.}
      - id: own
        title: Keep to ourselves
        audience: internal
        only_if: data
        done_when: Kept.
      - id: look
        type: review
        title: Look back
        day: 3
        metrics: [speed, cost]
        items:
          seen: Look at it
          unseen: {text: Look away, audience: partner, owner: consultant}
          both:
            title: Both
            items:
              ours: {text: Ours, audience: internal}
              yours: {text: Yours}
          never: {title: Never, audience: internal, items: {one: One}}
        notes: {customer: Dear customer, partner: Dear partner, internal: Dear all}
      - id: won
        type: milestone
        first_value: true
        title: Reach the first win
        day: 20
        done_when: You won.
"""

FILES = {
    PLAYBOOK: LAYERED,
    "playbooks/tiers.yml": """
tiers:
  gold: {title: Gold, summary: All, first_value: {day: 20, source: Us}, minutes: {admin: 60}}
  lab: {title: Lab, summary: Ours, audience: internal}
""",
    "playbooks/roles.yml": """
roles:
  admin: {title: Admin, side: customer, summary: Sets up}
  csm: {title: Success manager, side: vendor, summary: Leads the plan}
  lead: {title: Lead, side: vendor, summary: Decides}
  consultant: {title: Consultant, side: partner, summary: Helps}
  desk: {title: Desk, side: vendor, summary: Answers}
""",
    "playbooks/metrics.yml": """
metrics:
  speed: {title: Speed, meaning: Fast., formula: a / b, targets: {gold: {value: "9", source: Us}, lab: {value: "8", source: Us}}}
  cost: {title: Cost, meaning: Dear., formula: a * b, audience: internal}
  reach: {title: Reach, meaning: Far., formula: a}
  lab-only: {title: Ours, meaning: Ours., formula: a, targets: {lab: {value: "8", source: Us}}}
""",
    "playbooks/contacts.yml": """
contacts:
  desk: {title: Desk, role: desk, for: All, channels: [{title: Call, url: "tel:+15550101"}], responds: Soon}
  lab: {title: Lab, for: All, channels: [{title: Call, url: "tel:+15550102"}], responds: Soon, tiers: [lab]}
  both: {title: Both, for: All, channels: [{title: Call, url: "tel:+15550103"}], responds: Soon, tiers: [lab, gold]}
""",
    "playbooks/conditions.yml": """
conditions:
  data: {question: Do you bring data?, label: if you do}
  sso: {question: Do you have it?, label: if you do}
""",
    "playbooks/plays.yml": """
plays:
  calm: {title: Calm, trigger: Alarm., audience: customer, steps: [{id: a, title: A, day: 1, owner: csm, done_when: A.}]}
  empty: {title: Empty, trigger: Alarm., audience: customer, steps: [{id: b, title: B, day: 1, owner: csm, audience: internal, done_when: B.}]}
  lab: {title: Lab, trigger: Alarm., audience: customer, tiers: [lab], steps: [{id: c, title: C, day: 1, owner: csm, done_when: C.}]}
""",
    "playbooks/gold/admin.yml": """
persona: admin
goal: You are done.
summary: You set it up.
hide: [own, begin-well]
adjust:
  ready: {title: Keep it}
  look: {notes: {internal: Ask twice}}
  after: {notes: {customer: Look, internal: Ask}}
add:
  begin:
    - {id: mine, title: Do mine, day: 4, owner: admin, needs: [own, after], done_when: Done.}
    - {id: ours, title: Do ours, day: 4, owner: csm, audience: internal, done_when: Done.}
  hand-over:
    - {id: lost, title: Be lost, day: 1, owner: admin, done_when: Lost.}
""",
    "playbooks/lab/playbook.yml": SHARED[PLAYBOOK].replace("tier: gold", "tier: lab"),
    **OWN_PERSONA,
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The customer's part of a project in which much is for others."""
    return select(small_catalog(tmp_path, FILES), Audience.CUSTOMER).project


@pytest.fixture
def plan(project: Project) -> Plan:
    return project.plans["gold"]


def test_tiers_phases_and_steps_of_others_are_gone(project: Project, plan: Plan) -> None:
    assert list(project.plans) == list(project.vocabulary.tiers) == ["gold"]
    assert [phase.id for phase in plan.phases] == ["begin"]
    steps = ["after", "trained", "begin-well", "look", "won"]
    assert [step.id for step in plan.steps()] == steps


def test_phases_are_counted_anew(plan: Plan) -> None:
    """A reader of `Phase 2 of 2` would look for the first."""
    assert [phase.number for phase in plan.phases] == [1]


def test_items_groups_and_notes_of_others_are_gone(plan: Plan) -> None:
    look = next(step for step in plan.steps() if step.id == "look")
    assert list(look.content.items) == ["seen", "both"]
    assert [item.text for _, item in look.content.every_item()] == ["Look at it", "Yours"]
    assert look.content.notes is not None
    assert look.content.notes.model_dump(exclude_none=True) == {"customer": "Dear customer"}


def test_needs_name_only_what_is_left(plan: Plan) -> None:
    after = next(plan.steps())
    assert after.content.needs == ("begin-well",)
    assert plan.phases[0].needs == ()


def test_a_window_forgets_an_anchor_that_is_gone(plan: Plan) -> None:
    after, trained, *_ = plan.steps()
    assert after.window == Window(Unit.DAY, Range(11, 11), "day")
    assert after.content.window is None
    assert trained.window == Window(Unit.WEEK, Range(1, 1, "after", "training"), "week")
    assert plan.touchpoints["open-call"].window == Window(Unit.DAY, Range(11, 24), "days")


def test_touchpoints_of_others_are_gone(plan: Plan) -> None:
    assert list(plan.touchpoints) == list(plan.touchpoint_days) == ["open-call"]


def test_a_persona_file_speaks_only_of_what_is_left(plan: Plan) -> None:
    admin = plan.personas["admin"]
    assert admin.hide == ("begin-well",)
    assert list(admin.adjust) == ["look", "after"]
    assert admin.adjust["look"].notes is None
    assert {phase: [step.id for step in steps] for phase, steps in admin.added.items()} == {
        "begin": ["mine"]
    }
    assert admin.added["begin"][0].content.needs == ("after",)


def test_a_guide_is_read_by_its_own_side_and_whoever_sees_more(tmp_path: Path) -> None:
    consultant = SHARED["playbooks/gold/admin.yml"].replace("admin", "consultant")
    catalog = small_catalog(tmp_path, {**FILES, "playbooks/gold/consultant.yml": consultant})
    readers = {each: set(select(catalog, each).project.plans["gold"].personas) for each in Audience}
    assert readers == {
        Audience.CUSTOMER: {"admin"},
        Audience.PARTNER: {"admin", "consultant"},
        Audience.INTERNAL: {"admin", "consultant"},
    }


def test_vocabularies_hold_only_what_is_used(project: Project) -> None:
    vocabulary = project.vocabulary
    assert list(vocabulary.roles) == ["admin", "csm", "desk"]
    assert list(vocabulary.conditions) == ["sso"]
    assert list(vocabulary.metrics) == ["speed", "reach"]
    assert list(vocabulary.metrics["speed"].targets) == ["gold"]
    assert vocabulary.tiers["gold"].minutes == {"admin": 60}


def test_reviews_look_only_at_metrics_that_are_left(plan: Plan) -> None:
    contents = [step.content for step in plan.steps()]
    assert [each.metrics for each in contents if isinstance(each, Review)] == [("speed",)]


def test_what_was_for_a_tier_that_is_gone_is_gone(project: Project) -> None:
    """An empty list of tiers means all of them; one that has become empty means none."""
    assert {id_: each.tiers for id_, each in project.vocabulary.contacts.items()} == {
        "desk": (),
        "both": ("gold",),
    }
    assert list(project.plays) == ["calm"]


def test_values_that_no_text_asks_for_are_gone(tmp_path: Path) -> None:
    entry = (
        "title: 'Do {{ set.shown }}'\nparameters: {shown: {title: A}, kept: {title: B}, told: {title: C}}\n"
        "notes: {internal: 'Mind {{ set.kept }}'}\ndone_when: Done.\n"
    )
    use = "- {use: it, day: 2, set: {shown: this, kept: that, told: more}}"
    files = {
        "playbooks/library/it.yml": entry,
        PLAYBOOK: SHARED[PLAYBOOK].replace("    steps:\n", f"    steps:\n      {use}\n"),
        "playbooks/gold/admin.yml": SHARED["playbooks/gold/admin.yml"]
        + "adjust: {it: {summary: 'Hear {{ set.told }}'}}",
    }
    catalog = small_catalog(tmp_path, files)

    def values(audience: Audience) -> dict[str, str]:
        return dict(next(select(catalog, audience).project.plans["gold"].steps()).values)

    assert values(Audience.CUSTOMER) == {"shown": "this", "told": "more"}
    assert values(Audience.INTERNAL) == {"shown": "this", "kept": "that", "told": "more"}


TUTORIAL = "type: tutorial\ntitle: {title}\ngoal: In.\nactions: {{one: {{do: It.}}}}\nverify: So.\n"


def test_the_library_holds_the_pages_that_something_leads_to(tmp_path: Path) -> None:
    uses = "\n".join(
        f"      - {{use: {use}, day: 2{rest}}}"
        for use, rest in {
            "open": "",
            "narrow": "",
            "inside": ", audience: internal",
            "plain": ", id: again",
        }.items()
    )
    files = {
        "playbooks/library/open.yml": TUTORIAL.format(title="Open"),
        "playbooks/library/narrow.yml": TUTORIAL.format(title="Narrow") + "audience: partner\n",
        "playbooks/library/inside.yml": TUTORIAL.format(title="Inside"),
        "playbooks/library/unused.yml": TUTORIAL.format(title="Unused"),
        "playbooks/library/plain.yml": "title: Do it\ndone_when: Done.\n",
        PLAYBOOK: SHARED[PLAYBOOK].replace("    steps:\n", f"    steps:\n{uses}\n"),
    }
    catalog = small_catalog(tmp_path, files)
    left = {each: list(select(catalog, each).project.library) for each in Audience}
    assert left == {
        Audience.CUSTOMER: ["open"],
        Audience.PARTNER: ["narrow", "open"],
        Audience.INTERNAL: ["inside", "narrow", "open"],
    }
    assert list(select(catalog, Audience.CUSTOMER).project.entries) == ["open"]


# Where `<name>` stands, an audience is written, or nothing.
AUDIENCES_EVERYWHERE = {
    "playbooks/tiers.yml": SHARED["playbooks/tiers.yml"] + "    <tier>\n",
    "playbooks/library/entry.yml": TUTORIAL.format(title="entry-text") + "<entry>\n",
    "playbooks/gold/playbook.yml": """
tier: gold
title: tier-text
summary: To the first win.
duration: 30
touchpoints:
  call:
    title: call-text
    every: week
    minutes: 5
    owner: csm
    <call>
phases:
  - id: begin
    title: phase-text
    days: 1-30
    owner: csm
    outcome: You have begun.
    <phase>
    steps:
      - use: entry
      - id: step
        title: step-text
        <step>
        items:
          item:
            text: item-text
            <item>
          group:
            title: of a group
            <group>
            items:
              inside:
                text: inside-text
                <inside>
""",
    "playbooks/gold/admin.yml": SHARED["playbooks/gold/admin.yml"]
    + """
add:
  begin:
    - id: added
      title: added-text
      owner: admin
      <added>
""",
}
WAYS_DOWN = {
    "tier-text": ["tier"],
    "phase-text": ["tier", "phase"],
    "entry-text": ["tier", "phase", "entry"],
    "step-text": ["tier", "phase", "step"],
    "item-text": ["tier", "phase", "step", "item"],
    "inside-text": ["tier", "phase", "step", "group", "inside"],
    "added-text": ["tier", "phase", "added"],
    "call-text": ["tier", "call"],
}
PLACES = sorted({place for way in WAYS_DOWN.values() for place in way})


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({place: st.sampled_from([None, *Audience]) for place in PLACES}))
def test_an_edition_holds_what_all_of_its_way_down_is_seen(
    tmp_path: Path, written: dict[str, Audience | None]
) -> None:
    """Whatever audiences are written where, even by a child that would widen its parent's."""
    files = dict(AUDIENCES_EVERYWHERE)
    for place, audience in written.items():
        said = f"audience: {audience.value}" if audience else ""
        files = {path: text.replace(f"<{place}>", said) for path, text in files.items()}
    catalog = small_catalog(tmp_path, files)
    for audience in Audience:
        project = select(catalog, audience).project
        assert {text for text in strings(project) if text.endswith("-text")} == {
            text
            for text, way in WAYS_DOWN.items()
            if all(audience.sees(written[place] or Audience.CUSTOMER) for place in way)
        }


def test_an_edition_holds_the_pictures_of_its_steps_and_no_other(tmp_path: Path) -> None:
    """Whether the plan, its persona or an entry names it; a picture of a step of others is not even known by name."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="40"/>'
    step = "{{id: {0}, title: Do it, day: 2, audience: {1}, pictures: [{{image: {0}.svg}}]}}"
    use = "{{use: {0}, day: 2, audience: {1}{2}}}"
    entry = "type: task\ntitle: Do it\npictures: [{{image: {0}.svg}}]\n"
    steps = [
        step.format("open", "customer"),
        step.format("closed", "internal"),
        use.format("taken", "customer", ""),
        use.format("replaced", "customer", ", pictures: [{image: instead.svg}]"),
        use.format("others", "partner", ""),
    ]
    files = {
        **with_steps("\n".join(f"- {each}" for each in steps)),
        **{f"playbooks/gold/{name}.svg": drawing for name in ("open", "closed", "instead", "own")},
    }
    for name in ("taken", "replaced", "others"):
        files[f"playbooks/library/{name}.yml"] = entry.format(name)
        files[f"playbooks/library/{name}.svg"] = drawing
    files["playbooks/gold/admin.yml"] = SHARED["playbooks/gold/admin.yml"] + (
        "add: {open: [{id: own, title: Own, done_when: Done, pictures: [{image: own.svg}]}]}\n"
    )
    catalog = small_catalog(tmp_path, files)
    seen = {each: set(select(catalog, each).project.pictures) for each in Audience}
    gold, library = "playbooks/gold/{}.svg".format, "playbooks/library/{}.svg".format
    customers = {gold("open"), gold("instead"), gold("own"), library("taken")}
    assert seen == {
        Audience.CUSTOMER: customers,
        Audience.PARTNER: {*customers, library("others")},
        Audience.INTERNAL: {*customers, library("others"), gold("closed")},
    }


@pytest.mark.parametrize("audience", Audience)
def test_selecting_again_changes_nothing(tmp_path: Path, audience: Audience) -> None:
    edition = select(small_catalog(tmp_path, FILES), audience)
    again = Catalog(edition.project, documents={}, files={}, assets=frozenset())
    assert resolve(select(again, audience)) == resolve(edition)


def test_an_edition_knows_the_lines_of_what_is_left_and_of_nothing_else(project: Project) -> None:
    admin = project.plans["gold"].personas["admin"].origin
    assert admin.at("adjust", "after", "notes").source_line == SourceLine(
        "playbooks/gold/admin.yml", 9
    )
    assert admin.document.has(("adjust", "after", "notes"))
    assert not admin.document.has(("adjust", "ready", "title"))
    assert admin.at("adjust", "ready", "title").line == admin.line


def test_an_edition_can_be_resolved_whatever_is_left_of_it(tmp_path: Path) -> None:
    catalog = small_catalog(tmp_path, FILES)
    guides = {each: resolve(select(catalog, each)) for each in Audience}
    assert {audience: list(each.plans) for audience, each in guides.items()} == {
        Audience.CUSTOMER: ["gold"],
        Audience.PARTNER: ["gold"],
        Audience.INTERNAL: ["gold", "lab"],
    }


def test_a_choice_is_left_as_long_as_there_is_one(tmp_path: Path) -> None:
    some = (
        "    choices: [{of: [look, begin-well, own]}, {of: [after, trained, own], at_least: 2}]\n"
    )
    files = FILES | {PLAYBOOK: LAYERED.replace("    needs: [hand-over, tell]\n", some)}
    (begin,) = (
        select(small_catalog(tmp_path, files), Audience.CUSTOMER).project.plans["gold"].phases
    )
    assert [(each.at_least, each.of) for each in begin.choices] == [(1, ("look", "begin-well"))]
