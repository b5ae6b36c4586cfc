"""The small project of `tests/projects`, laid out: what the tests of pages and of rendering look at."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.resolve.small import small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, Pages, lay_out
from firstwin.pages.views import PhaseView, StepView
from firstwin.resolve import Guides, resolve
from firstwin.select import select
from firstwin.sources import read
from firstwin.validate import validate
from firstwin.words import words_in

TASK = """
- id: it
  title: Do it
  owner: {owner}
  with: [{with_}]
  minutes: 20
  days: 3-5
  done_when: It is done.
  summary: "*Why* it matters."
"""
PROJECT = Path(__file__).parents[1] / "projects" / "small"


@cache
def guides_of(audience: Audience) -> Guides:
    sources, unreadable = read(PROJECT / "site_config.yml")
    catalog, wrong = validate(sources)
    assert not unreadable
    assert not wrong
    assert catalog is not None
    return resolve(select(catalog, audience))


@cache
def pages_of(audience: Audience) -> Pages:
    return lay_out(guides_of(audience), words_in("en"))


def steps_in(view: PhaseView) -> list[StepView]:
    return [step for group in view.groups for step in group.steps]


def block(step: StepView, component: str) -> Mapping[str, Any]:
    """What a component of a step is given; nothing where the step has no such block."""
    return next((each.args for each in step.blocks if each.component == component), {})


def first_step(folder: Path, written: str, reader: str = "admin") -> StepView:
    """The view of the first step of a small plan, for one reader."""
    pages = lay_out(small_guides(folder, with_steps(written)), words_in("en")).pages
    view = next(page.view for page in pages if page.path == f"gold/{reader}/begin/index.md")
    assert isinstance(view, PhaseView)
    return steps_in(view)[0]


def facts(view: StepView) -> dict[str, str]:
    return {fact.label: fact.value + fact.note for fact in view.facts}


def page_at(path: str, audience: Audience = Audience.CUSTOMER) -> Page:
    return next(page for page in pages_of(audience).pages if page.path == path)
