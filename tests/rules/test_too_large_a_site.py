"""However plans, guides and steps multiply, a site that nobody could build is refused before anything is made of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.files import lay

from firstwin.diagnostics import Diagnostic
from firstwin.loading import check

# Measuring what has to be large takes the longest and shows nothing new.
pytestmark = pytest.mark.unmeasured

CONFIG = "title: T\ndescription: D.\nproduct: {name: P}\ncompany: {name: C}\n"
CONTACT = "title: Manager\n    role: csm\n    for: Dates\n    responds: Soon\n    channels: [{title: Write, url: 'mailto:a@x.test'}]"
PLAYBOOK = "playbooks/plan-0/playbook.yml"


def project(folder: Path, plans: int, guides: int, tutorials: int, text: str = "Look.") -> Path:
    """A project of small files in which each guide of each plan leads to each tutorial."""
    others = "".join(f", reader-{n}" for n in range(1, guides))
    uses = "".join(
        f"      - {{use: look-{n}, day: 2, with: [reader-0{others}]}}\n" for n in range(tutorials)
    )
    files = {
        "site_config.yml": CONFIG,
        "playbooks/roles.yml": "roles:\n  csm: {title: Manager, side: vendor, summary: Leads}\n"
        + "".join(
            f"  reader-{n}: {{title: Reader {n}, side: customer, summary: Reads}}\n"
            for n in range(guides)
        ),
        "playbooks/tiers.yml": "tiers:\n"
        + "".join(
            f"  plan-{n}: {{title: Plan {n}, summary: S., first_value: {{day: 9, source: us}}}}\n"
            for n in range(plans)
        ),
        "playbooks/contacts.yml": f"contacts:\n  csm:\n    {CONTACT}\n",
        **{
            f"playbooks/library/look-{n}.yml": f"type: tutorial\ntitle: Look {n}\nminutes: 5\ngoal: Seen.\n"
            f"actions: {{look: {{do: '{text}'}}}}\nverify: It is seen.\n"
            for n in range(tutorials)
        },
    }
    for plan in range(plans):
        files[f"playbooks/plan-{plan}/playbook.yml"] = (
            f"tier: plan-{plan}\ntitle: Plan {plan}\nsummary: S.\nduration: 30\nphases:\n"
            "  - id: begin\n    title: Begin\n    days: 1-9\n    owner: csm\n    outcome: Begun.\n    steps:\n"
            "      - {id: seen, type: milestone, title: See, day: 5, first_value: true, done_when: Seen.}\n"
            f"{uses}"
        )
        for n in range(guides):
            files[f"playbooks/plan-{plan}/reader-{n}.yml"] = (
                f"persona: reader-{n}\ngoal: You see.\nsummary: You look.\n"
            )
    return lay(folder, files) / "site_config.yml"


def parts_of(found: Diagnostic) -> tuple[str, str, str, str]:
    return (str(found.span), found.code.id, found.message, found.hint)


SIZES: Mapping[str, tuple[int, int, int]] = {
    "plans": (190, 8, 4),
    "guides": (2, 250, 32),
    "tutorials": (4, 15, 330),
}


@pytest.mark.parametrize("name", SIZES)
def test_more_pages_than_a_site_can_have_are_told(tmp_path: Path, name: str) -> None:
    plans, guides, tutorials = SIZES[name]
    own = 1 + guides * (10 + tutorials)

    found = parts_of(check(project(tmp_path, plans, guides, tutorials)).diagnostics[-1])

    assert found == (
        f"{PLAYBOOK}:1:7",
        "FW055",
        f"a site of these plans has about {plans * own:,} pages; it may have at most 20,000",
        (
            f"{own:,} of them are of this plan, with {guides} guides: write fewer plans, let fewer roles have a guide, or let "
            "their steps lead to fewer tutorials"
        ),
    )


def test_more_text_than_all_guides_can_show_is_told(tmp_path: Path) -> None:
    text = "A word of it. " * 1400
    config = project(tmp_path, 10, 60, 10, text.strip())

    (found,) = check(config).diagnostics

    assert parts_of(found) == (
        "playbooks/library/look-0.yml:5:22",
        "FW056",
        "all guides together show about 121,154,300 characters; a site shows at most 100,000,000",
        (
            "11,939,400 of them are of this file, 11,759,400 of a text: 19,599 each time, 600 times. Shorten it, or let fewer "
            "guides or steps show it"
        ),
    )


def test_a_heading_counts_at_each_cell_below_it(tmp_path: Path) -> None:
    heading = "x" * 40
    table = "\n      ".join([f"{heading} | {heading}", "--- | ---", *["a. | b."] * 300])
    config = project(tmp_path, 10, 60, 10, "Look.")
    look = tmp_path / "playbooks/library/look-0.yml"
    look.write_text(
        look.read_text("utf-8").replace(
            "{look: {do: 'Look.'}}", f"\n  look:\n    do: |\n      {table}"
        ),
        "utf-8",
    )
    every = ", ".join(f"reader-{n}" for n in range(60))
    rows = "".join("            - {one: x, two: y}\n" for _ in range(300))
    step = (
        f"      - id: s\n        title: Do it\n        day: 6\n        with: [{every}]\n        done_when: Done.\n"
        f"        tables:\n          - title: T\n            columns: {{one: {'x' * 5_000}, two: Y}}\n            rows:\n{rows}"
    )
    (tmp_path / PLAYBOOK).write_text((tmp_path / PLAYBOOK).read_text("utf-8") + step, "utf-8")

    (found,) = check(config).diagnostics

    assert parts_of(found) == (
        f"{PLAYBOOK}:30:28",
        "FW056",
        "all guides together show about 113,932,760 characters; a site shows at most 100,000,000",
        (
            "93,948,460 of them are of this file, 90,300,000 of the heading of a column: 1,505,000 each time, 60 times. Shorten "
            "it, or let fewer guides or steps show it"
        ),
    )


def test_what_stands_on_each_page_counts_for_each(tmp_path: Path) -> None:
    config = project(tmp_path, 2, 60, 30)
    links = "".join(f"  - {{title: Terms, url: 'https://a.test/{'x' * 500}'}}\n" for _ in range(60))
    config.write_text(config.read_text("utf-8") + f"footer:\n{links}", "utf-8")

    (found,) = check(config).diagnostics

    assert found.code.id == "FW056"
    assert found.span.field == "footer[0].url"


def test_more_needs_than_all_guides_can_show_are_told(tmp_path: Path) -> None:
    config = project(tmp_path, 1, 100, 1)
    readers = ", ".join(f"reader-{n}" for n in range(100))
    steps = "".join(
        f"      - {{id: s-{n}, title: Do it, day: 6, with: [{readers}], done_when: Done., "
        f"needs: [{', '.join(f's-{each}' for each in range(max(0, n - 60), n))}]}}\n"
        for n in range(250)
    )
    (tmp_path / PLAYBOOK).write_text((tmp_path / PLAYBOOK).read_text("utf-8") + steps, "utf-8")

    (found,) = check(config).diagnostics

    assert found.code.id == "FW056"
    assert found.span.field == "phases[0].steps[62].needs"


def test_a_large_site_is_fine(tmp_path: Path) -> None:
    assert check(project(tmp_path, 20, 20, 35)).diagnostics == ()
