"""Projects of a stated size, for measuring.

In: a folder and how many pages its site should have. Out: a project that checks clean, the same bytes
every time. Its texts have the length and the Markdown of real ones; its plans have as many needs,
items and conversations as the reference playbooks.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path

PERSONAS = ("admin", "champion", "technical-lead", "sponsor", "end-user")
VENDOR = ("csm", "specialist")
PHASES = 7
STEPS_A_PHASE = 12
DAYS_A_PHASE = 14
PAGES_A_TIER = 2 + len(PERSONAS) * (PHASES + 6)
"""The overview of a plan and all it holds; of each guide its start, phases, days, checklist, one page, help, plan, glossary."""

VERBS = (
    "Agree on",
    "Write down",
    "Check",
    "Invite",
    "Connect",
    "Send",
    "Review",
    "Measure",
    "Test",
)
THINGS = ("roles", "dates", "people", "projects", "boards", "fields", "reports", "goals", "alerts")
SENTENCES = (
    "Decide it together, so that nobody has to ask later.",
    "Keep the list short: **five lines** are easier to look after than fifty.",
    "It stands under *Settings*, beside the [account page](https://cairn.test/account).",
    "Ask the person who does the work today, not the one who manages it.",
    "Write the result into the success plan before the next call.",
    "If a date moves, tell the others on the same day.",
)


def write_project(folder: Path, pages: int) -> int:
    """Write a project of about `pages` pages into `folder`; return how many steps it has."""
    tiers = max(1, round(pages / PAGES_A_TIER))
    files = {"site_config.yml": SITE_CONFIG, **_vocabularies(tiers)}
    for number in range(1, tiers + 1):
        files |= _tier(number)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tiers * PHASES * STEPS_A_PHASE


SITE_CONFIG = """\
schema: 1
title: Cairn onboarding
description: Guides for every plan and role.
product:
  name: Cairn
company:
  name: Cairn Works
"""


def _vocabularies(tiers: int) -> dict[str, str]:
    roles = [("customer", role) for role in PERSONAS] + [("vendor", role) for role in VENDOR]
    return {
        "playbooks/roles.yml": "roles:\n"
        + "".join(
            f"  {role}:\n    title: {role.replace('-', ' ').capitalize()}\n"
            f"    side: {side}\n    summary: Does a stated part of the work.\n"
            for side, role in roles
        ),
        "playbooks/tiers.yml": "tiers:\n"
        + "".join(
            f"  tier-{number}:\n    title: Tier {number}\n    summary: Plan number {number}.\n"
            f"    first_value:\n      day: 70\n      source: measured on past customers\n"
            for number in range(1, tiers + 1)
        ),
        "playbooks/contacts.yml": "contacts:\n  csm:\n    title: Success manager\n    role: csm\n"
        "    for: Dates and decisions\n    responds: Within 4 working hours\n"
        "    channels:\n      - title: Write an email\n        url: mailto:csm@cairn.test\n",
        "playbooks/conditions.yml": "conditions:\n  data-migration:\n"
        "    question: Do you bring data from another tool?\n    label: if you bring data\n",
    }


def _tier(number: int) -> dict[str, str]:
    folder = f"playbooks/tier-{number}"
    files = {
        f"{folder}/{role}.yml": f"schema: 1\npersona: {role}\n"
        f"goal: You do your part of plan {number} on time.\nsummary: You do your part.\n"
        for role in PERSONAS
    }
    files[f"{folder}/playbook.yml"] = "\n".join(_playbook(number)) + "\n"
    return files


def _playbook(number: int) -> Iterator[str]:
    yield "schema: 1"
    yield f"tier: tier-{number}"
    yield f"title: Plan {number}"
    yield "summary: From signature to a measured outcome."
    yield f"duration: {PHASES * DAYS_A_PHASE}"
    yield "phases:"
    words = itertools.count(number)
    for phase in range(1, PHASES + 1):
        first = (phase - 1) * DAYS_A_PHASE + 1
        yield f"  - id: phase-{phase}"
        yield f"    title: {VERBS[phase]} the {THINGS[phase]}"
        yield f"    days: {first}-{first + DAYS_A_PHASE - 1}"
        yield "    owner: csm"
        yield f"    outcome: The {THINGS[phase]} of part {phase} are settled."
        yield "    steps:"
        for step in range(1, STEPS_A_PHASE + 1):
            yield from _step(phase, step, first + step - 1, words)


def _step(phase: int, step: int, day: int, words: Iterator[int]) -> Iterator[str]:
    owner = PERSONAS[step % len(PERSONAS)]
    at = next(words)
    yield f"      - id: step-{phase}-{step}"
    if step == STEPS_A_PHASE and phase == 5:
        yield "        type: milestone"
        yield "        first_value: true"
    yield f"        title: {VERBS[at % 9]} {THINGS[(at + step) % 9]} {step} of part {phase}"
    yield f"        summary: '{SENTENCES[at % 6]}'"
    yield f"        day: {day}"
    yield f"        owner: {owner}"
    yield f"        with:\n          - {PERSONAS[(step + 2) % len(PERSONAS)]}\n          - specialist"
    yield f"        minutes: {15 + 5 * (at % 6)}"
    if step > 1:
        yield f"        needs:\n          - step-{phase}-{step - 1}"
    yield "        items:"
    for item in range(1, 5):
        yield f"          item-{item}: {VERBS[(at + item) % 9]} {THINGS[(at + item) % 9]} {item}"
    yield "        text: |"
    yield f"          {SENTENCES[(at + 1) % 6]} {SENTENCES[(at + 2) % 6]}"
    yield ""
    yield f"          - {SENTENCES[(at + 3) % 6]}"
    yield f"          - {SENTENCES[(at + 4) % 6]}"
    if step == 6:
        yield "        only_if: data-migration"
    yield f"        done_when: The {THINGS[at % 9]} are written down and both sides agree."
