"""What the operating guide tells to run does what it says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.docs.blocks import blocks

from firstwin.api import build
from firstwin.scaffold import new_project

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "operating.md"
BLOCKS = list(blocks(GUIDE))


def shown(form: str, start: str) -> str:
    (found,) = [
        block.text for block in BLOCKS if block.form == form and block.text.startswith(start)
    ]
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("operating") / "project"
    new_project(project)
    assert build(project / "site_config.yml", editions=["customer"]).sites
    return project


def test_the_policy_becomes_a_line_of_nginx(built: Path) -> None:
    subprocess.run(["sh", "-c", shown("sh", "sed")], cwd=built, check=True)

    header = (built / "site/customer/content-security-policy.txt").read_text("utf-8").strip()
    name, value = header.split(": ", 1)
    assert (built / "policy.conf").read_text("utf-8") == f'add_header {name} "{value}" always;\n'
    assert not set('"$\\') & set(value)


def test_the_policy_becomes_a_file_of_headers(built: Path) -> None:
    subprocess.run(["sh", "-c", shown("sh", "{ echo")], cwd=built, check=True)

    header = (built / "site/customer/content-security-policy.txt").read_text("utf-8")
    assert (built / "site/customer/_headers").read_text("utf-8") == (
        f"/*\n  {header}  Cross-Origin-Resource-Policy: same-origin\n"
    )


def test_the_folder_of_an_edition_holds_what_the_table_says(built: Path) -> None:
    told = {"docs", "overrides", "mkdocs.yml"}

    assert {path.name for path in (built / "build/customer").iterdir()} == told
    for name in told:
        assert f"| `{name}" in GUIDE.read_text("utf-8")


def test_the_workflow_publishes_what_is_built() -> None:
    steps = yaml.safe_load(shown("yaml", "name: Publish"))["jobs"]["publish"]["steps"]

    assert {"run": "firstwin build --gate"} in steps
    assert "site/customer" in [step.get("with", {}).get("path") for step in steps]


def test_the_example_in_python_runs(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project")

    subprocess.run([sys.executable, "-c", shown("python", "import")], cwd=project, check=True)

    assert (project / "public/customer/index.html").is_file()
    assert (project / "public/partner/index.html").is_file()
