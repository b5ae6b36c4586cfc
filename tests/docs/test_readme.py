"""What the README shows is what firstwin does, and the commands of all pages are commands."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Command, Context
from click.testing import CliRunner
from tests.docs.blocks import Block, blocks

from firstwin.cli import cli

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
SHOWN = list(blocks(README))
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
PLAYBOOK = "playbooks/standard/playbook.yml"
MOST_BYTES = 150_000


def shown(start: str) -> Block:
    (found,) = [block for block in SHOWN if block.text.startswith(start)]
    return found


def commands(text: str) -> Iterator[list[str]]:
    """The calls of firstwin in a block, without their comments."""
    for line in re.findall(r"^(?:.*\brun: )?firstwin (.+)$", text, re.MULTILINE):
        yield shlex.split(line, comments=True)


def test_its_playbook_is_that_of_a_new_project(starter: Path) -> None:
    assert shown("phases:").text in (starter / PLAYBOOK).read_text("utf-8")


def test_its_mistakes_are_reported_like_this(
    starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    text = (project / PLAYBOOK).read_text("utf-8")
    broken = text.replace("- team-lead\n", "- teamlead\n", 1).replace("(15 min)", "(25 min)", 1)
    (project / PLAYBOOK).write_text(broken, "utf-8")
    monkeypatch.chdir(project)

    said = CliRunner().invoke(cli, ["check"])

    assert said.exit_code == 1
    assert said.output == shown(PLAYBOOK).text


def test_its_commands_lead_to_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    for line in shown("pip install").text.splitlines()[1:]:
        program, *arguments = shlex.split(line)
        if program == "cd":
            monkeypatch.chdir(arguments[0])
        else:
            assert program == "firstwin"
            assert CliRunner().invoke(cli, arguments).exit_code == 0, line
    assert Path("site/customer/index.html").is_file()


def test_a_wheel_is_named_so_that_the_next_one_fits_too() -> None:
    """Every build has a version of its own, so a page that names one is wrong after the next commit."""
    named = [
        name
        for page in PAGES
        for name in re.findall(r"firstwin-([^\s-]+)(?:-py3\S*)?\.whl", page.read_text("utf-8"))
    ]

    assert named
    assert set(named) <= {"*", "VERSION"}


def test_its_picture_is_small_and_described() -> None:
    ((described, path),) = re.findall(r"!\[(.*?)\]\((.*?)\)", README.read_text("utf-8"))

    picture = (ROOT / path).read_bytes()

    assert described
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < MOST_BYTES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_target_of_make_is_one(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = page.read_text("utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_call_in_a_block_is_understood(
    page: Path, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(starter)
    for block in blocks(page):
        for name, *arguments in commands(block.text):
            command = cli.get_command(Context(cli), name)
            assert isinstance(command, Command), name
            command.make_context(name, arguments)
