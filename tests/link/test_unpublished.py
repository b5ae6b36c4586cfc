"""Nothing of a customer's file gets into a site, not into the one that holds everything."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from tests.edits import SMALL
from tests.files import lay

from firstwin.api import build
from firstwin.loading import load
from firstwin.models.values import Audience

CANARY = re.compile(rb"quokka", re.IGNORECASE)
CUSTOMER = """\
name: Quokka Lines
tier: team
personas:
  admin: Ada Quokka
contacts:
  success-manager:
    name: Maria Quokka
    url: mailto:quokka@acme.example
answers:
  hosting: cloud
targets:
  - A quokka a day
notes:
  - Feed no quokka
"""


@pytest.mark.site
def test_no_file_of_a_build_holds_a_customer(tmp_path: Path) -> None:
    project = lay(copytree(SMALL, tmp_path / "project"), {"customers/quokka.yml": CUSTOMER})
    (project / "customers/quokka.csv").write_text("name\nQuokka\n", encoding="utf-8")

    loaded = load(project / "site_config.yml")
    built = build(
        project / "site_config.yml", editions=[Audience.INTERNAL], manifest=True, strict=False
    )

    assert loaded.catalog
    assert loaded.catalog.customers["customers/quokka.yml"].customer.name == "Quokka Lines"
    files = [
        file
        for folder in ("build", "site")
        for file in (project / folder).rglob("*")
        if file.is_file()
    ]
    assert len(built.sites) == 1
    assert [file for file in files if CANARY.search(file.read_bytes())] == []
    assert [file for file in files if CANARY.search(str(file.relative_to(project)).encode())] == []


@pytest.mark.parametrize("setting", ["playbooks", "theme"])
def test_no_folder_of_a_site_is_that_of_the_customers(setting: str, tmp_path: Path) -> None:
    project = Path(copytree(SMALL, tmp_path / "project"))
    copytree(project / "playbooks", project / "customers")
    with (project / "site_config.yml").open("a", encoding="utf-8") as config:
        config.write(f"{setting}: customers\n")

    found = load(project / "site_config.yml").report.diagnostics

    assert "FW126" in {one.code.id for one in found}
