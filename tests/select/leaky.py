"""A project for customers with something narrower in every place there is.

What is for customers is small, valid and the same everywhere; what is not is a canary in each of its
texts. Each function plants one kind of place.
"""

import dataclasses
from typing import Any, get_args

from msgspec.structs import replace
from tests.select.canaries import Planter

from firstwin.models.condition import Alternatives, Clause
from firstwin.models.config import Edit, FooterLink, Named, SiteConfig
from firstwin.models.criteria import Acceptance, Criteria
from firstwin.models.effort import Effort
from firstwin.models.item import Item, ItemGroup
from firstwin.models.own_page import OwnPage
from firstwin.models.plan import About, Days, Origin, Persona, PhasePlan, Plan, PlayPlan, Step
from firstwin.models.playbook import Adjustment, Touchpoint
from firstwin.models.project import OwnPageFile, Project, Vocabulary
from firstwin.models.step import Notes, Raci
from firstwin.models.steps import STEP_TYPES
from firstwin.models.steps.content import Content
from firstwin.models.steps.milestone import Milestone
from firstwin.models.steps.review import Review
from firstwin.models.steps.task import Task
from firstwin.models.steps.tutorial import Tutorial
from firstwin.models.values import Audience, Markdown, Text
from firstwin.models.vocabulary import (
    Condition,
    Contact,
    Economics,
    Failure,
    Figure,
    Method,
    Metric,
    Role,
    Side,
    Tier,
)
from firstwin.models.window import Range, Unit, Window
from firstwin.sources import Size
from firstwin.validate import Catalog

HIDDEN_ROLE, HIDDEN_CONDITION, HIDDEN_ENTRY = "hidden-role", "hidden-condition", "hidden-entry"
WINDOW = Window(Unit.DAY, Range(1, 2), "days")


def leaky_catalog(plant: Planter) -> Catalog:
    """A catalog in which everything narrower than customer is full of canaries."""
    return Catalog(project=_project(plant), documents={}, files={}, assets=frozenset())


def _project(plant: Planter) -> Project:
    hidden_tier = plant.canary(("Plan", "tier"))
    hidden_metric = plant.canary(("Vocabulary", "metrics"))
    hidden_contact = plant.canary(("Vocabulary", "contacts"))
    hidden_method = plant.canary(("Vocabulary", "methods"))
    tiers = {
        "gold": plain(
            Tier,
            title="Gold",
            summary="All",
            minutes={plant.canary(("Tier", "minutes")): 5},
            **for_the_vendor(plant),
        ),
        hidden_tier: plant.full(Tier),
        plant.canary(("Vocabulary", "tiers")): plant.full(Tier),
    }
    metrics = {
        "speed": plain(
            Metric,
            title="Speed",
            meaning=Markdown("How fast"),
            formula="a / b",
            targets={"gold": plain(Figure, value="9"), hidden_tier: plant.full(Figure)},
        ),
        "only-of-the-hidden-tier": plant.full(
            Metric, audience=Audience.CUSTOMER, targets={hidden_tier: plant.full(Figure)}
        ),
        hidden_metric: plant.full(Metric),
    }
    contacts = {
        "csm": plain(Contact, title="CSM", for_="All", channels=(), responds="Soon", role="csm"),
        "only-of-the-hidden-tier": plant.full(
            Contact,
            audience=Audience.CUSTOMER,
            tiers=(hidden_tier, plant.canary(("Contact", "tiers"))),
        ),
        hidden_contact: plant.full(Contact, tiers=()),
    }
    methods = {
        "only-of-the-hidden-tier": plant.full(
            Method,
            audience=Audience.CUSTOMER,
            tiers=(hidden_tier, plant.canary(("Method", "tiers"))),
        ),
        hidden_method: plant.full(Method, tiers=()),
    }
    failures = {
        "open": plain(
            Failure,
            title="Late",
            signs=(),
            prevention=Markdown("Begin"),
            audience=Audience.CUSTOMER,
            steps={
                "gold": (plant.canary(("Failure", "steps")),),
                hidden_tier: (plant.canary(("Failure", "steps")),),
            },
            plays=(plant.canary(("Failure", "plays")),),
        ),
        plant.canary(("Vocabulary", "failures")): plant.full(Failure),
    }
    plan = _plan(plant, hidden_metric)
    library, entries = _library(plant)
    vocabulary = plant.full(
        Vocabulary,
        tiers=tiers,
        metrics=metrics,
        contacts=contacts,
        failures=failures,
        methods=methods,
    )
    return Project(
        config=plain(
            SiteConfig,
            title="Cairn",
            description="A guide",
            language="en",
            product=plain(Named, name="Cairn"),
            company=plain(Named, name="Cairn"),
            footer=(plain(FooterLink, title="Imprint", url="tel:1"), plant.full(FooterLink)),
            edit=plain(Edit, url=plant.canary(("Edit", "url")), editions=(plant.audience,)),
        ),
        vocabulary=replace(
            vocabulary,
            roles={
                "csm": plain(Role, title="CSM", summary="Helps", side=Side.VENDOR),
                "admin": plain(Role, title="Admin", summary="Acts", side=Side.CUSTOMER),
                plant.known(HIDDEN_ROLE, ("Vocabulary", "roles")): plant.full(
                    Role, side=Side.PARTNER if plant.audience is Audience.PARTNER else Side.VENDOR
                ),
            },
            conditions={
                plant.known(HIDDEN_CONDITION, ("Vocabulary", "conditions")): plant.full(Condition)
            },
        ),
        library=library,
        entries=entries,
        plans={
            "gold": plan,
            hidden_tier: plant.full(Plan, tier=hidden_tier, audience=Audience.CUSTOMER),
            plant.canary(("Project", "plans")): plant.full(Plan, tier="gold"),
        },
        plays={
            "calm": _play(plant),
            "only-of-the-hidden-tier": plant.full(
                PlayPlan, audience=Audience.CUSTOMER, tiers=(hidden_tier,)
            ),
            plant.canary(("Project", "plays")): plant.full(
                PlayPlan, steps=(plant.full(Step, audience=Audience.CUSTOMER),)
            ),
        },
        own_pages={
            "about": OwnPageFile(
                "about", plain(OwnPage, title="Us", text="Few"), in_shared_file(plant)
            ),
            plant.canary(("Project", "own_pages")): plant.full(OwnPageFile),
        },
        downloads={plant.canary(("Project", "downloads")): 1},
        pictures={plant.canary(("Project", "pictures")): Size(640, 400)},
    )


def _library(plant: Planter) -> tuple[dict[str, Content], dict[str, Origin]]:
    """An entry for customers with narrow pieces, one that is narrow, and one nobody uses."""
    shown = plain(
        Tutorial,
        title="Sign in",
        goal=Markdown("In"),
        actions={},
        verify=Markdown("See"),
        **narrow_pieces(plant),
    )
    narrow = plant.known(HIDDEN_ENTRY, ("Project", "library"))
    unused = plant.canary(("Project", "entries"))
    library: dict[str, Content] = {
        "sign-in": shown,
        narrow: plant.full(Tutorial, audience=plant.audience),
        unused: plant.full(Tutorial),
    }
    return library, {id_: in_shared_file(plant) for id_ in library}


def _play(plant: Planter) -> PlayPlan:
    return PlayPlan(
        id="calm",
        title="Calm down",
        trigger="Alarm",
        audience=Audience.CUSTOMER,
        tiers=(),
        tell=(),
        moves=(),
        late={},
        still_open={},
        not_seen=0,
        steps=(a_step(plant, "breathe", "play"), *narrow_steps(plant)),
        origin=in_shared_file(plant),
    )


def _plan(plant: Planter, hidden_metric: str) -> Plan:
    hidden_phase = plant.full(PhasePlan)
    hidden_steps = narrow_steps(plant)
    milestone = next(step.id for step in hidden_steps if isinstance(step.content, Milestone))
    steps = (
        a_step(plant, "begin", needs=(hidden_steps[0].id, hidden_phase.id)),
        a_step(plant, "anchored", window=Window(Unit.DAY, Range(1, 1, "after", milestone), "day")),
        a_step(plant, "review", of=Review, metrics=("speed", hidden_metric)),
        uses_tutorial(plant),
        *hidden_steps,
    )
    hidden_touchpoint = plant.canary(("Plan", "touchpoints"))
    return Plan(
        tier="gold",
        title="Gold plan",
        summary="All",
        duration=30,
        audience=Audience.CUSTOMER,
        named_days={},
        criteria=Criteria(),
        touchpoints={
            "call": plain(
                Touchpoint,
                title="Call",
                every="week",
                minutes=Effort(5, 5),
                owner="csm",
                day=Range(1, 1, "after", milestone),
            ),
            hidden_touchpoint: plant.full(Touchpoint, audience=plant.audience),
        },
        touchpoint_days={"call": Days(1, 7), hidden_touchpoint: Days(1, 7)},
        phases=(
            a_phase(plant, steps, (hidden_phase.id, hidden_steps[0].id), milestone),
            hidden_phase,
        ),
        personas={
            "admin": _persona(plant, hidden_phase.id, [step.id for step in hidden_steps]),
            HIDDEN_ROLE: plant.full(Persona, role=HIDDEN_ROLE),
            plant.canary(("Plan", "personas")): plant.full(Persona),
        },
        origin=in_shared_file(plant),
        about=About(notes=narrow_notes(plant)),
    )


def a_phase(
    plant: Planter, steps: tuple[Step, ...], needs: tuple[str, ...], anchor: str
) -> PhasePlan:
    return PhasePlan(
        id="first",
        number=1,
        title="First",
        outcome="Done",
        owner="csm",
        window=Window(Unit.WEEK, Range(1, 1, "after", anchor), "week"),
        days=Days(1, 7),
        needs=needs,
        audience=Audience.CUSTOMER,
        criteria=Criteria(),
        origin=in_shared_file(plant),
        steps=steps,
        about=About(notes=narrow_notes(plant)),
    )


def _persona(plant: Planter, hidden_phase: str, hidden_steps: list[str]) -> Persona:
    return Persona(
        role="admin",
        goal="Done",
        summary="Acts",
        hide=(hidden_steps[0], hidden_phase),
        adjust={
            "begin": plain(Adjustment, title="Begin now", notes=narrow_notes(plant)),
            hidden_steps[1]: plant.full(Adjustment),
        },
        added={
            "first": (a_step(plant, "extra"), *narrow_steps(plant)),
            hidden_phase: narrow_steps(plant),
        },
        origin=in_shared_file(plant),
    )


def a_step(
    plant: Planter, id_: str, phase: str = "first", *, of: type[Any] = Task, **content: Any
) -> Step:
    """A step for customers, with narrow pieces, in a file that holds more than customers may read."""
    window = content.pop("window", WINDOW)
    asked = plant.canary(("Notes", plant.audience.value))
    pieces = narrow_pieces(plant)
    pieces["notes"] = Notes.model_construct(
        **{**dict(pieces["notes"]), plant.audience.value: Markdown(asked + "{{ set.secret }}")}
    )
    made = plain(
        of,
        type=get_args(of.model_fields["type"].annotation)[0],
        title=Text(f"Do {id_} with {{{{ set.open }}}}"),
        owner="csm",
        with_=("admin",),
        **{**pieces, **content},
    )
    return Step(
        id=id_,
        phase=phase,
        content=made,
        owner="csm",
        window=window,
        days=Days(1, 2),
        audience=Audience.CUSTOMER,
        origin=in_shared_file(plant),
        values={"open": "care", "secret": plant.canary(("Step", "values"))},
        origins={"notes": in_shared_file(plant)},
    )


def uses_tutorial(plant: Planter) -> Step:
    step = a_step(
        plant, "sign-in", of=Tutorial, goal=Markdown("In"), actions={}, verify=Markdown("See")
    )
    return replace(step, entry="sign-in")


def narrow_steps(plant: Planter) -> tuple[Step, ...]:
    """A step of every type: who may see it is worked out already, from all that it lies in and is made of."""
    return tuple(
        plant.full(
            Step,
            content=plant.full(of, only_if=(Alternatives((Clause(HIDDEN_CONDITION),)),)),
            owner=HIDDEN_ROLE,
            audience=plant.audience,
            entry=HIDDEN_ENTRY if of is Tutorial else None,
        )
        for of in STEP_TYPES.values()
    )


def narrow_pieces(plant: Planter) -> dict[str, Any]:
    """What a step for customers may hold for others: items, groups, notes, and ids that are gone."""
    return {
        "items": {
            "open": plain(Item, text=Markdown("Open")),
            plant.canary(("Task", "items")): plant.full(Item, audience=plant.audience),
            plant.canary(("Task", "items")): plant.full(ItemGroup, audience=plant.audience),
            "mixed": plain(
                ItemGroup,
                title="Mixed",
                items={
                    "ours": plain(Item, text=Markdown("Ours")),
                    plant.canary(("ItemGroup", "items")): plant.full(Item, audience=plant.audience),
                },
            ),
            plant.canary(("Task", "items")): plant.full(
                ItemGroup,
                items={
                    plant.canary(("ItemGroup", "items")): plant.full(Item, audience=plant.audience)
                },
            ),
        },
        "notes": narrow_notes(plant),
        "retired": (plant.canary(("Task", "retired")),),
        **for_partners(plant),
    }


def for_the_vendor(plant: Planter) -> dict[str, Any]:
    """What a tier for customers says to the vendor alone: its economics."""
    return {"economics": plant.full(Economics)} if plant.audience is Audience.INTERNAL else {}


def for_partners(plant: Planter) -> dict[str, Any]:
    """What a step for customers says to partners alone: who answers for it, and who accepts it."""
    if plant.audience is not Audience.PARTNER:
        return {}
    return {"raci": plant.full(Raci), "acceptance": plant.full(Acceptance)}


def narrow_notes(plant: Planter) -> Notes:
    readers = plant.audience.value
    remark = Markdown(plant.canary(("Notes", readers)))
    return Notes().model_copy(update={"customer": Markdown("Hello"), readers: remark})


def in_shared_file(plant: Planter) -> Origin:
    """An origin in a file everybody may know of, which holds more than everybody may read."""
    origin = plant.origin()
    return Origin(dataclasses.replace(origin.document, path="playbook.yml"), ())  # type: ignore[type-var]  # a document, which is a dataclass


def plain(cls: type[Any], **given: Any) -> Any:
    """A model with what is given and its defaults."""
    return cls.model_construct(set(given), **given)
