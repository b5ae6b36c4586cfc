"""`firstwin ids`: what is written where no id was, and that nothing else changes."""

import random
import re
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from tests.cli.refusing import tiny_files
from tests.commands import firstwin
from tests.edits import SMALL

from firstwin.cli import cli
from firstwin.models.made_ids import with_ids
from firstwin.scaffold.written_ids import with_ids_written
from firstwin.sources import parsed

PLAYBOOK = "playbooks/team/playbook.yml"
OLD = """\
        items:
          access:
            title: Access
            items:
              api-key: Create an **API key** for the import
              firewall:
                text: Open the firewall
                only_if:
                  hosting: self-managed
          old-data:
            text: Export the old data
            owner:
              - admin
              - champion
            only_if: data-migration
          logo:
            text: Send your logo
            optional: true
          seats:
            text: Compare the seats with the contract
            audience: internal
"""
PLAIN = """\
        items:   # what they need
        # this stays
        - Zugänge prüfen
        - title: Access
          items: [Create a key, "Create: a key", {text: Open the firewall, only_if: {hosting: self-managed}}]
        -
          text: Old data   # and this
          only_if: data-migration

        - "Sign in"
        - Sign in
        - >-
          Folded
          text
        -   text: Compare the seats
            audience: internal
"""
WRITTEN = """\
        items:   # what they need
          # this stays
          zugaenge-pruefen: Zugänge prüfen
          access:
            title: Access
            items: {create-a-key: Create a key, create-a-key-2: "Create: a key", \
open-the-firewall: {text: Open the firewall, only_if: {hosting: self-managed}}}
          old-data:
            text: Old data   # and this
            only_if: data-migration

          sign-in: "Sign in"
          sign-in-2: Sign in
          folded-text: >-
            Folded
            text
          compare-the-seats:
              text: Compare the seats
              audience: internal
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(copytree(SMALL, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["ids", *arguments], prog_name="firstwin")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def edit(old: str, new: str) -> str:
    text = Path(PLAYBOOK).read_text("utf-8")
    assert text.count(old) == 1
    Path(PLAYBOOK).write_text(text.replace(old, new), "utf-8")
    return text


def test_a_list_gets_its_ids_and_keeps_its_layout(project: Path) -> None:
    text = edit(OLD, PLAIN)

    said = run().output
    result = run("--write")

    assert said.splitlines()[0] == f"{PLAYBOOK}:81: zugaenge-pruefen"
    assert result.output.splitlines()[-1] == "Wrote what was missing: 10 ids in 1 file"
    assert Path(PLAYBOOK).read_text("utf-8") == text.replace(OLD, WRITTEN)
    assert run().output == "Every id is written\n"


def test_a_step_gets_its_id_above_its_title_and_line_ends_stay(project: Path) -> None:
    edit("      - id: kickoff-call\n        type: meeting\n", "      - type: meeting  # first\n")
    edit("          - kickoff-call\n", "          - hold-the-kickoff-call\n")
    raw = b"\xef\xbb\xbf" + Path(PLAYBOOK).read_bytes().replace(b"\n", b"\r\n")
    Path(PLAYBOOK).write_bytes(raw)

    run("--write")

    assert Path(PLAYBOOK).read_bytes() == raw.replace(
        b"      - type: meeting", b"      - id: hold-the-kickoff-call\r\n        type: meeting"
    )


def test_a_file_with_a_fault_in_its_yaml_stays_as_it_is(project: Path) -> None:
    edit(OLD, PLAIN.replace('"Sign in"', "@sign in"))
    before = Path(PLAYBOOK).read_bytes()

    result = run("--write")

    assert (result.exit_code, Path(PLAYBOOK).read_bytes()) == (1, before)
    assert f"the ids of {PLAYBOOK} cannot be written" in result.output


def test_a_full_disk_leaves_the_file_as_it_is(project: Path) -> None:
    edit(OLD, PLAIN)
    before = Path(PLAYBOOK).read_bytes()

    done = firstwin(project, "ids", "--write", before=tiny_files)

    assert done.returncode == 1
    assert done.stderr == (
        f"Error: {project / 'playbooks/team'} cannot be written: a file would grow larger than the system lets it\n"
        "hint: raise the limit, or choose a folder on another disk\n"
    )
    assert Path(PLAYBOOK).read_bytes() == before
    assert [path.name for path in Path(PLAYBOOK).parent.iterdir() if path.name[0] == "."] == []


def test_the_mode_of_a_file_and_the_link_to_it_stay(project: Path) -> None:
    text = edit(OLD, PLAIN)
    file = Path(PLAYBOOK).rename("shared.yml")
    Path(PLAYBOOK).symlink_to(project / file)
    file.chmod(0o640)

    run("--write")

    assert Path(PLAYBOOK).is_symlink()
    assert file.read_text("utf-8") == text.replace(OLD, WRITTEN)
    assert file.stat().st_mode & 0o777 == 0o640


def made_up(chance: random.Random) -> str:
    """A step with lists of every form, comments and empty lines."""
    lines = ["steps:", "- title: Step" if chance.random() < 0.5 else "- id: step"]
    for key in chance.sample(["items", "fields", "questions"], 2):
        lines.append(f"  {key}:{chance.choice(['', '  # why'])}")
        column = " " * chance.choice([2, 4, 5])
        for number in range(chance.randint(1, 4)):
            gap = " " * chance.randint(1, 3)
            inside = column + " " + gap
            lines += chance.choice([[], [""], [f"{column}# a note"], ["# left"]])
            lines += chance.choice(
                [
                    [f"{column}-{gap}Text {number}"],
                    [f"{column}-{gap}'Text: {number}'  # said"],
                    [f"{column}-{gap}text: Text", f"{inside}optional: true"],
                    [f"{column}-{gap}text: |", f"{inside}  Text", "", f"{inside}  more"],
                    [f"{column}-{gap}>", f"{inside}Text", f"{inside}  deeper"],
                    [f"{column}-{gap}Text", f"{inside}goes on"],
                    [f"{column}-", f"{column}   text: Below"],
                    [f"{column}-{gap}{{text: Flow, optional: true}}"],
                    [f"{column}-{gap}title: Group", f"{inside}items: [One, 'Two, three']"],
                    [
                        f"{column}-{gap}title: Group",
                        f"{inside}items:",
                        f"{inside}- One",
                        f"{inside}- Two",
                    ],
                ]
            )
    return "\n".join([*lines, "  day: 1", ""])


@pytest.mark.parametrize("seed", range(200))
def test_whatever_is_written_says_the_same_with_ids(seed: int) -> None:
    text = made_up(random.Random(seed))  # of the same seed the same text
    document, faults = parsed("a.yml", text)
    assert document is not None
    with_made = with_ids(document)

    written = "\n".join(with_ids_written(text.split("\n"), with_made))

    again, more = parsed("a.yml", written)
    assert not faults
    assert not more
    assert again is not None
    assert again.data == with_made.data
    assert with_ids(again) is again
    assert re.findall("#.*", written) == re.findall("#.*", text)
    assert len(written.split("\n")) - written.count("\n\n") >= len(text.split("\n")) - text.count(
        "\n\n"
    )
