"""A playbook that is split by phase says what it says as a whole, and each line is told in its own file."""

import re
from pathlib import Path
from shutil import copytree
from textwrap import dedent

from tests.edits import SMALL
from tests.files import lay

from firstwin.gate.passages import passages
from firstwin.loading import load_for_now
from firstwin.models.values import Audience
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.validate import Catalog

PLAYBOOK = "playbooks/team/playbook.yml"


def split(folder: Path) -> Path:
    """The small project with each phase in a file of its own."""
    whole = (copytree(SMALL, folder) / PLAYBOOK).read_text("utf-8")
    head, list_, phases = whole.partition("phases:\n")
    entries = re.split(r"^  - id: (\S+)\n", phases, flags=re.MULTILINE)[1:]
    files = dict(zip(entries[::2], entries[1::2], strict=True))
    lay(folder, {f"playbooks/team/phases/{id_}.yml": dedent(text) for id_, text in files.items()})
    lay(folder, {PLAYBOOK: head + list_ + "".join(f"  - {id_}\n" for id_ in files)})
    return folder / "site_config.yml"


def catalog(config: Path) -> Catalog:
    made = load_for_now(config).catalog
    assert made
    return made


def met(config: Path) -> str:
    """All that customers meet, without the places it was written at."""
    guides = resolve(select(catalog(config), Audience.CUSTOMER))
    return re.sub(r"(SourceLine|PlanFiles)\([^)]*\)", "", repr(guides))


def test_readers_meet_the_same(tmp_path: Path) -> None:
    assert met(split(tmp_path / "split")) == met(SMALL / "site_config.yml")


def test_each_value_knows_its_own_file(tmp_path: Path) -> None:
    made = catalog(split(tmp_path / "split")).project.plans["team"]

    assert [phase.id for phase in made.phases] == ["plan", "set-up", "use"]
    for phase in made.phases:
        path = f"playbooks/team/phases/{phase.id}.yml"
        lines = (tmp_path / "split" / path).read_text("utf-8").splitlines()
        assert phase.origin.path == path
        for step in phase.steps:
            assert step.origin.path == path
            assert step.id in lines[step.origin.line - 1]


def test_the_gate_reads_phases_in_files_as_it_reads_the_list(tmp_path: Path) -> None:
    def read(config: Path) -> set[tuple[object, ...]]:
        found = passages(load_for_now(config).sources)
        return {
            (each.kind, each.text, each.width, each.within)
            for each in found
            if not each.text.endswith(".yml")
        }

    assert read(split(tmp_path / "split")) == read(SMALL / "site_config.yml")
