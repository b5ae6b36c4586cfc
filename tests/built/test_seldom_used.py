"""A site of what few projects write, all at once: it builds without a word, and each of it is there for its readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.built.building import Site, Sites, copy_small
from tests.edits import edit

FONT = "fonts/brand.woff2"
HOST = "https://counts.acme.example"
EDITS = {
    "edit playbooks/conditions.yml": """\
 conditions:
+  rollout:
+    question: How do you begin?
+    label: by how you begin
+    paths:
+      pilot:
+        title: One team first
+        text: Two weeks with one team.
+        label: if one team goes first
+      all:
+        title: All at once
+        label: if all begin at once
""",
    "edit playbooks/team/playbook.yml": """\
-  - id: use
+  - id: look-around
+    only_if: not data-migration
+    title: Look around
+    days: 12-14
+    owner: champion
+    outcome: You know where things are.
+    steps:
+      - id: look
+        title: Look around
+        day: 13
+        done_when: You found three things.
+  - id: pilot
+    title: Begin with one team
+    days: 12-16
+    owner: champion
+    outcome: One team works with it.
+    only_if:
+      rollout: pilot
+    steps:
+      - id: choose-the-team
+        title: Choose the team
+        day: 13
+        done_when: The team is named.
+      - id: not-there-yet
+        draft: true
+        title: Thank the team
+        day: 15
+  - id: reports
+    was: use
""",
    "edit playbooks/team/admin.yml": """\
 summary: You set up the account.
+retired: Nobody begins with it. Go on with [the champion's guide](guide:champion).
""",
    "edit site_config.yml": f"""\
-footer:
+brand:
+  font: fonts/brand.woff2
+redirects:
+  start: plan:team
+  old/admin.html: guide:team/champion
+policy:
+  - host: {HOST}
+    for: [script, connect]
+    reason: We count visits, without cookies.
+footer:
""",
}


def write(folder: Path) -> None:
    copy_small(folder)
    edit(folder, EDITS)
    font = folder / "theme" / FONT
    font.parent.mkdir(parents=True)
    font.write_bytes(b"wOF2" + bytes(44))


@pytest.fixture(scope="module")
def site(sites: Sites) -> Site:
    return sites.of("seldom-used", write, "customer")


def page(site: Site, path: str) -> str:
    return (site.folder / path).read_text("utf-8")


def test_old_addresses_lead_on(site: Site) -> None:
    for old, new in (("start/index.html", "../team/"), ("old/admin.html", "../team/champion/")):
        assert f'<a href="{new}"' in page(site, old)
    assert 'href="../reports/"' in page(site, "team/champion/use/index.html")


def test_a_guide_that_is_retired_says_so_and_leads_on(site: Site) -> None:
    said = page(site, "team/admin/index.html")
    assert "Nobody begins with it." in said
    assert 'name="robots" content="noindex' in said
    assert 'href="team/admin/"' not in page(site, "index.html")


def test_phases_say_when_they_apply(site: Site) -> None:
    guide = page(site, "team/champion/index.html")
    assert "if one team goes first" in guide
    assert "if you bring no data" in guide
    assert "How do you begin?" in guide
    assert "Two weeks with one team." in guide
    assert "if one team goes first" in page(site, "team/champion/pilot/index.html")


def test_a_draft_is_the_teams_alone(site: Site, sites: Sites) -> None:
    draft = "Thank the team"
    for file in site.folder.rglob("*"):
        assert not file.is_file() or draft.encode() not in file.read_bytes(), file
    team = sites.of("seldom-used", write, "internal")
    for path in ("team/champion/pilot/index.html", "internal/plans/team/pilot/index.html"):
        assert draft in page(team, path)
        assert "Draft" in page(team, path)


def test_one_host_more_is_asked_and_the_build_says_so(site: Site) -> None:
    _, _, policy = page(site, "content-security-policy.txt").partition(": ")
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";") if " " in part.strip())
    asked = {name for name, hosts in parts.items() if HOST in hosts}
    assert {"script-src", "connect-src"} <= asked
    assert "img-src" not in asked
    assert HOST in (site.project.parent / "said.txt").read_text("utf-8")


def test_texts_are_set_in_the_owners_font(site: Site) -> None:
    assert (site.folder / FONT).is_file()
    styles = "".join(file.read_text("utf-8") for file in site.folder.rglob("*.css"))
    assert "fonts/brand.woff2" in styles + page(site, "index.html")
