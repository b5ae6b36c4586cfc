"""A small project with something for everybody, and the gate in front of a site of any files."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests.files import lay

from firstwin.diagnostics import Diagnostic
from firstwin.gate.prove import prove
from firstwin.sources import read

CONFIG = """
title: "{{ product.name }} onboarding"
description: How to begin.
product: {name: Cairn}
company: {name: Tarn, desk: "+49 30 1234567", chat: "#quokka-room"}
edit: {url: "https://git.tarn.example/edit/main/{path}#L{line}"}
"""
PICTURE_SIGN = b"\x89PNG"
FILES: Mapping[str, str | bytes] = {
    "site_config.yml": CONFIG,
    "playbooks/tiers.yml": """
tiers:
  gold: {title: Gold, summary: All of it, economics: {contract: {value: "€ 48,000", meaning: a year}}}
  desk: {title: Partner desk, summary: How partners work with us every single day, audience: partner}
""",
    "playbooks/roles.yml": """
roles:
  admin: {title: Admin, side: customer, summary: Sets it up}
  csm: {title: Success manager, side: vendor, summary: Leads the plan}
  auditor: {title: Numbat counter, side: vendor, summary: Counts what nobody else ever wants to count}
""",
    "playbooks/contacts.yml": """
contacts:
  csm:
    title: Success manager
    for: Everything
    responds: Soon
    channels: [{title: Write, url: "mailto:csm@tarn.example"}]
  war-room:
    title: Whoever is awake
    for: Nothing a customer should know
    responds: At once
    audience: internal
    channels: [{title: Call, url: "tel:+4930999888"}, {title: Chat, url: "https://chat.tarn.example/war"}]
""",
    "pages/answers.yml": """
title: What partners ask
audience: partner
text: |
  ## A heading for partners

  Nobody else reads this paragraph.
questions:
  - ask: Whom do we call at night?
    answer: nightingale
sections:
  - title: What it brings you
    tables:
      - title: Your part of each sale
        columns: {size: Size of it, share: Share of yours}
        rows: [{size: The small ones, share: Ninety gold coins}]
    pictures: [{image: images/share.png, alt: A cake with one slice cut out}]
""",
    "pages/images/share.png": b"\x89PNG of partners",
    "playbooks/gold/playbook.yml": """
# We sell this plan far too cheaply to everybody who asks.
tier: gold
title: Gold plan
summary: To the first win.
duration: 30
phases:
  - id: begin
    title: Begin
    days: 1-30
    owner: csm
    outcome: You have begun, and everybody knows what comes next.
    steps:
      - id: kickoff
        title: Hold the kickoff call with {{ product.name }}
        day: 2
        with: [admin]
        notes:
          internal: |
            Read the **notes of the sale** first, [all of them](https://crm.tarn.example/notes/7) please.
            Call {{ company.desk }} or ask in {{ company.chat }}.
          partner: Ask {{ company.name }} before you promise any of these dates.
        items:
          agree-dates: Agree on the dates
          agree: {text: Agree among ourselves, audience: internal}
          check-margin: {text: Check the margin once more, audience: internal}
        acceptance: {by: csm, when: [The technical architect has signed every single page of it]}
      - use: secret-tour
        day: 9
        owner: csm
        audience: internal
      - use: tour
        day: 5
        owner: admin
        links: [{title: The plan to sign, url: "document:plan"}]
        notes: {internal: "We fill in [ours](document:our-plan)."}
  - id: upsell
    title: Squeeze
    audience: internal
    days: 20-30
    owner: auditor
    outcome: They pay more than they had planned to pay us.
    steps: []
""",
    "playbooks/gold/admin.yml": """
persona: admin
goal: You are set up.
summary: You set up.
adjust:
  kickoff:
    notes: {internal: The admin of this one is slow to answer anything}
""",
    "playbooks/library/tour.yml": """
type: tutorial
title: Look around
goal: You know where everything is.
summary: Squeeze a lemon first, then chat or call in the warehouse as often as you like.
actions:
  look: {do: Look around you., image: images/tour.png, alt: The house}
verify: You have seen it.
""",
    "playbooks/library/secret-tour.yml": """
type: tutorial
title: Look behind the curtain
goal: You know how we really do these things here.
actions:
  peek: {do: Peek., image: images/behind-curtain.png, alt: The mess}
verify: Nobody has seen you.
""",
    "playbooks/library/plan.yml": """
type: document
title: Plan to sign
sections: [{title: Your goals, text: "Then see [what follows](document:what-follows).", fields: {notes: What you want from us}}]
""",
    "playbooks/library/what-follows.yml": """
type: document
title: What follows after that
sections:
  - title: Your people
    tables: {use: {title: Who is who, columns: {notes: Who, use: What}, rows: {audience: {notes: You yourselves}}}}
""",
    "playbooks/library/our-plan.yml": """
type: document
title: How we mean to win the year
sections: [{title: Our goals, fields: {lever: Which lever we have not pulled yet}}]
""",
    "playbooks/library/images/tour.png": PICTURE_SIGN + Random(1).randbytes(3000),
    "playbooks/library/images/behind-curtain.png": PICTURE_SIGN + Random(2).randbytes(3000),
    "playbooks/library/images/unused-plan.png": PICTURE_SIGN + Random(3).randbytes(1000),
}
NO_THEME = Path(__file__).parent
"""A folder without a template; the same for all, so that what any site shows is read once."""

HARMLESS = """<!doctype html><html><body><h1>Hold the kickoff call with Cairn</h1>
<p>You have begun, and everybody knows what comes next.</p></body></html>"""


def look(
    folder: Path,
    site: Mapping[str, str | bytes],
    audience: str = "customer",
    files: Mapping[str, str | bytes] | None = None,
) -> list[Diagnostic]:
    """What the gate says about a site of some files."""
    project = lay(folder / "project", {**FILES, **(files or {})})
    sources, _ = read(project / "site_config.yml")
    shown = lay(folder / "site", {"index.html": HARMLESS, **site})
    return prove(sources, audience, shown, NO_THEME)


def page(html: str) -> dict[str, str | bytes]:
    """A site with one more page."""
    return {"a/index.html": f"<!doctype html><html><body>{html}</body></html>"}
