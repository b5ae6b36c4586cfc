"""A role that a playbook lists under `guides` has a guide without a file of its own."""

import json
from pathlib import Path

import pytest
from tests.edits import SMALL, project
from tests.files import lay

from firstwin.api import build
from firstwin.loading import check, load_for_now
from firstwin.models.plan import Plan
from firstwin.models.values import Audience
from firstwin.output import manifest_beside
from firstwin.resolve import resolve
from firstwin.select import select

LISTED = {
    "edit playbooks/roles.yml": """\
-roles:
+roles:
+  power-user:
+    title: Power user
+    side: customer
+    summary: Shows others
""",
    "edit playbooks/team/playbook.yml": """\
-phases:
+guides: [power-user, admin]
+phases:

-      - id: prerequisites
+      - id: show-colleagues
+        title: Show it to colleagues
+        day: 5
+        owner: power-user
+        done_when: Two colleagues have seen it.
+      - id: prerequisites
""",
}
UNDER = """\
tier: regulated
title: Regulated onboarding
summary: As for every team, with an auditor who looks on.
duration: 60
extends: team
"""
TIER = """\
 tiers:
+  regulated:
+    title: Regulated
+    summary: Teams with an auditor.
+    first_value:
+      day: 30
+      source: Plans of the last year
+    minutes:
+      power-user: 60
"""
CUSTOMER = """\
name: Acme
tier: team
personas:
  power-user: Ada
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path, LISTED)


def plan_of(config: Path, tier: str = "team") -> Plan:
    catalog = load_for_now(config).catalog
    assert catalog
    return catalog.project.plans[tier]


def test_it_says_what_the_plan_leads_to_and_what_the_role_does(config: Path) -> None:
    catalog = load_for_now(config).catalog
    assert catalog
    plan = catalog.project.plans["team"]
    guides = resolve(select(catalog, Audience.CUSTOMER)).guides
    (own,) = [each for each in guides if each.persona.id == "power-user"]
    assert plan.personas["power-user"].goal == plan.summary
    assert own.summary == "Shows others"
    assert "show-colleagues" in {step.id for phase in own.phases for step in phase.steps}


def test_who_has_a_file_has_what_it_says(config: Path) -> None:
    alone = load_for_now(SMALL / "site_config.yml").catalog
    assert alone
    assert (
        plan_of(config).personas["admin"].goal == alone.project.plans["team"].personas["admin"].goal
    )


def test_nothing_is_wrong_with_it(config: Path) -> None:
    assert check(config).diagnostics == ()


def test_a_plan_that_extends_it_has_it_too(tmp_path: Path) -> None:
    config = project(tmp_path, LISTED | {"edit playbooks/tiers.yml": TIER})
    lay(tmp_path, {"playbooks/regulated/playbook.yml": UNDER, "customers/acme.yml": CUSTOMER})
    listed = plan_of(config, "regulated").personas["power-user"]
    assert listed.goal == "As for every team, with an auditor who looks on."
    assert listed.origin.path == "playbooks/team/playbook.yml"
    assert check(config).diagnostics == ()


def test_its_pages_are_made_of_the_playbook(config: Path) -> None:
    built = build(config, manifest=True, strict=False)
    manifest = json.loads(manifest_beside(built.sites[Audience.CUSTOMER]).read_bytes())
    for name in ("team/power-user/index.html", "team/admin/index.html"):
        assert "playbooks/team/playbook.yml" in manifest["files"][name]["made_of"]


def test_a_customer_may_name_who_is_listed_and_nobody_else(tmp_path: Path) -> None:
    config = project(tmp_path, LISTED)
    lay(tmp_path, {"customers/acme.yml": CUSTOMER + "  csm: Bea\n"})
    assert [(each.code.id, each.message, each.hint) for each in check(config).diagnostics] == [
        (
            "FW203",
            "there is no persona `csm`",
            "a persona of this tier has a guide: `admin`, `champion` and `power-user`",
        )
    ]
