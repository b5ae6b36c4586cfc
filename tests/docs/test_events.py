"""The events of a page: documented as they are, and what the page tells to wire does what it says."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from runpy import run_path

import pytest
from tests.docs.blocks import blocks
from tests.files import lay

from firstwin.api import build

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/events.md"
TYPES = ROOT / "theme/scripts/events.ts"
EXAMPLE = {block.form: block.text for block in blocks(PAGE)}
HEARD = """
import { announce } from "./theme/scripts/events.ts";

globalThis.document = new EventTarget();
const sent = [];
navigator.sendBeacon = (...told) => sent.push(told);
await import("data:text/javascript," + encodeURIComponent(process.argv[1]));
announce("step-done", { key: "enterprise/kickoff-call" });
announce("tick", { key: "enterprise/kickoff-call/_done", ticked: true });
console.log(JSON.stringify(sent));
"""

events_page = run_path(str(ROOT / "tools/events.py"))["events_page"]


def test_the_page_of_events_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")

    assert page == events_page(page, TYPES.read_text("utf-8")), "run `make docs`"


def test_an_event_without_a_sentence_is_refused() -> None:
    types = 'export interface Events {\n  "tick": { key: string };\n}\n'

    with pytest.raises(ValueError, match="not an event with its sentence"):
        events_page("", types)


def test_the_example_hears_the_event_it_names_alone(node: Path) -> None:
    run = subprocess.run(
        [node, "--input-type=module", "--eval", HEARD, EXAMPLE["js"]],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )

    assert json.loads(run.stdout) == [["/count", '{"key":"enterprise/kickoff-call"}']]


def test_the_example_gets_into_every_page_of_a_site(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    lay(project / "theme", {"assets/count.js": EXAMPLE["js"], "main.html": EXAMPLE["html"]})

    assert build(project / "site_config.yml", editions=["customer"]).sites

    site = project / "site/customer"
    assert '<script src="assets/count.js" defer></script>' in (site / "index.html").read_text()
    assert "script-src 'self'" in (site / "content-security-policy.txt").read_text()
    assert "connect-src 'self'" in (site / "content-security-policy.txt").read_text()


def test_scripts_announce_every_event_that_is_promised() -> None:
    listed = re.findall(r"^\| `firstwin:([a-z-]+)` ", PAGE.read_text("utf-8"), re.MULTILINE)
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "theme").rglob("*.ts"))
    announced = set(re.findall(r'\bannounce\("([a-z-]+)"', scripts))

    assert listed
    assert announced == set(listed)
