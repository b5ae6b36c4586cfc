"""The guides of an edition as a whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.resolve.small import SHARED, small_catalog, small_guides

from firstwin.models.plan import Step
from firstwin.models.values import Audience
from firstwin.resolve import resolve
from firstwin.resolve.steps import UnfinishedStepError
from firstwin.select import Edition, select

PLAYBOOK = "playbooks/gold/playbook.yml"


def test_the_site_is_told_in_filled_texts(tmp_path: Path) -> None:
    guides = small_guides(tmp_path, {})
    assert guides.config.title == "Cairn onboarding"
    assert guides.config.description == "How to begin with Cairn."
    assert guides.stuck == 'Ask <a href="mailto:help@cairn.test">us</a>.'


def test_plans_and_guides_are_in_the_order_of_the_vocabularies(tmp_path: Path) -> None:
    tiers = "tiers:\n  zinc: {title: Zinc, summary: All}\n  gold: {title: Gold, summary: More}\n"
    files = {"playbooks/tiers.yml": tiers} | {
        path.replace("gold/", "zinc/"): text.replace("tier: gold", "tier: zinc")
        for path, text in SHARED.items()
        if "gold/" in path
    }
    guides = small_guides(tmp_path, files)
    assert list(guides.plans) == ["zinc", "gold"]
    assert [(guide.tier, guide.persona.id) for guide in guides.guides] == [
        ("zinc", "sponsor"),
        ("zinc", "admin"),
        ("gold", "sponsor"),
        ("gold", "admin"),
    ]


ADDED = """
add:
  {phase}:
    - {{use: look, day: {day}}}
    - {{id: go-on-{role}, title: Go on, day: {day}, needs: [look], done_when: You went on.}}
"""


def test_two_personas_may_use_the_same_entry_in_two_places(tmp_path: Path) -> None:
    later = """  - id: later
    title: Later
    days: 21-30
    owner: csm
    outcome: It is later.
    steps:
      - {id: see, title: See, day: 22, owner: csm, with: [admin, sponsor], done_when: You saw.}
"""
    places = {"admin": ("begin", 2), "sponsor": ("later", 25)}
    guides = small_guides(
        tmp_path,
        {
            PLAYBOOK: SHARED[PLAYBOOK] + later,
            "playbooks/library/look.yml": "{type: task, title: Look around, done_when: You have looked.}",
        }
        | {
            (path := f"playbooks/gold/{role}.yml"): SHARED[path]
            + ADDED.format(phase=phase, day=day, role=role)
            for role, (phase, day) in places.items()
        },
    )
    for guide in guides.guides:
        steps = {step.id: step for phase in guide.phases for step in phase.steps}
        (need,) = steps[f"go-on-{guide.persona.id}"].needs
        assert (need.shown, need.phase) == (True, places[guide.persona.id][0])


def test_a_play_in_a_guide_names_nobody_whom_the_plan_has_not(tmp_path: Path) -> None:
    roles = "playbooks/roles.yml"
    play = """
plays:
  slip:
    title: Move a date
    trigger: It slips.
    audience: customer
    steps:
      - {id: say, title: Say so, day: 1, owner: sponsor, with: [admin, keeper, csm], informed: [keeper], done_when: Said.}
"""
    guides = small_guides(
        tmp_path,
        {
            roles: f"{SHARED[roles]}  keeper: {{title: Keeper, side: customer, summary: Keeps}}\n",
            "playbooks/plays.yml": play,
        },
    )
    for guide in guides.guides:
        (step,) = guide.plays[0].steps
        assert [role.id for role in (*step.with_, *step.informed)] == ["admin", "csm"]
    (step,) = guides.plays[0].steps
    assert [role.id for role in step.with_] == ["admin", "keeper", "csm"]


def test_the_same_edition_gives_the_same_guides(tmp_path: Path) -> None:
    catalog = small_catalog(tmp_path, {})
    assert resolve(select(catalog, Audience.CUSTOMER)) == resolve(
        select(catalog, Audience.CUSTOMER)
    )


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda step: replace(step, owner=None), "the step `won` has no owner"),
        (lambda step: replace(step, days=None), "the step `won` has no planned days"),
    ],
)
def test_a_step_the_rules_would_have_stopped_goes_no_further(
    tmp_path: Path, spoil: Callable[[Step], Step], message: str
) -> None:
    edition = select(small_catalog(tmp_path, {}), Audience.CUSTOMER)
    plan = edition.project.plans["gold"]
    (phase,) = plan.phases
    (step,) = phase.steps
    broken = replace(plan, phases=(replace(phase, steps=(spoil(step),)),))
    project = replace(edition.project, plans={"gold": broken})
    with pytest.raises(UnfinishedStepError, match=message):
        resolve(Edition(edition.audience, project))
