"""A small project to try one thing in: files every test shares, and the test's own over them."""

from collections.abc import Mapping
from pathlib import Path

from tests.files import lay

from firstwin.models.values import Audience
from firstwin.resolve import Guides, resolve
from firstwin.select import select
from firstwin.sources import read
from firstwin.validate import Catalog, validate

SHARED = {
    "site_config.yml": """
title: "{{ product.name }} onboarding"
description: How to begin with {{ product.name }}.
stuck: Ask [us](mailto:help@cairn.test).
product: {name: Cairn, address: https://cairn.test}
company: {name: Tarn}
""",
    "playbooks/tiers.yml": """
tiers:
  gold:
    title: Gold
    summary: You get everything {{ product.name }} has.
    first_value: {day: 20, source: Us}
""",
    "playbooks/roles.yml": """
roles:
  sponsor: {title: Sponsor, in_sentence: the sponsor, side: customer, summary: Sets the goal}
  admin: {title: Admin, side: customer, summary: "Sets up {{ product.name }}"}
  csm: {title: Success manager, in_sentence: your success manager, side: vendor, summary: Leads the plan}
  trainer: {title: Trainer, side: vendor, summary: Teaches}
""",
    "playbooks/gold/playbook.yml": """
tier: gold
title: Gold plan
summary: To the first win.
duration: 30
phases:
  - id: begin
    title: Begin
    days: 1-30
    owner: csm
    outcome: You have begun.
    steps:
      - id: won
        type: milestone
        first_value: true
        title: Reach the first win
        day: 20
        done_when: You won.
""",
    "playbooks/gold/admin.yml": """
persona: admin
goal: You are done.
summary: You set it up.
""",
    "playbooks/gold/sponsor.yml": """
persona: sponsor
goal: You have what you wanted.
summary: You set the goal.
""",
}


def small_catalog(folder: Path, files: Mapping[str, str]) -> Catalog:
    """The catalog of the shared files with `files` over them; a file that is empty is left out."""
    tree = {path: text for path, text in {**SHARED, **files}.items() if text.strip()}
    sources, unreadable = read(lay(folder, tree) / "site_config.yml")
    catalog, wrong = validate(sources)
    problems = [f"{problem.span} {problem.message}" for problem in (*unreadable, *wrong)]
    assert not problems, problems
    assert catalog is not None
    return catalog


def small_guides(
    folder: Path, files: Mapping[str, str], audience: Audience = Audience.CUSTOMER
) -> Guides:
    """What the readers of an edition of a small project meet."""
    return resolve(select(small_catalog(folder, files), audience))


def with_steps(steps: str) -> dict[str, str]:
    """The shared plan with `steps` (a YAML list, not indented) before its milestone."""
    path = "playbooks/gold/playbook.yml"
    indented = "".join(f"      {line}\n" for line in steps.strip("\n").splitlines())
    return {path: SHARED[path].replace("    steps:\n", f"    steps:\n{indented}")}
