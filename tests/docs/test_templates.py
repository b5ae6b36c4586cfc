"""What operating says of templates and of a catalog is all there is, and is there."""

import re
from pathlib import Path

from firstwin.loading import load

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "generator/firstwin/templates"
PAGE = (ROOT / "docs/operating.md").read_text("utf-8")


def test_every_template_of_a_page_is_named() -> None:
    table = PAGE.partition("| templates | pages |")[2].partition("\n\n")[0]
    named = {
        name
        for row in table.splitlines()
        for name in re.findall(r"`([\w-]+)`", row.split("|")[1] if "|" in row else "")
    }

    assert named == {file.name.removesuffix(".md.j2") for file in TEMPLATES.glob("*.md.j2")}


def test_what_is_promised_of_a_catalog_is_there() -> None:
    table = PAGE.partition("| attribute | is |")[2].partition("\n\n")[0]
    paths = re.findall(r"^\| `([\w.]+)` \|", table, re.MULTILINE)
    catalog = load(ROOT / "site_config.yml").catalog

    for path in paths:
        value: object = catalog
        for name in path.split("."):
            value = getattr(value, name)
        assert value is not None
    assert len(paths) > 5
    assert catalog is not None
    plan = next(iter(catalog.project.plans.values()))
    step = next(iter(plan.steps()))
    assert all((step.id, step.content.title, step.origin.span.path, step.days))
    assert all((plan.phases, plan.personas))
    assert catalog.project.vocabulary.methods
