"""A build stops at the gate when the filter before it is gone, and says which line of YAML it would have shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from tests.built.building import copy_small
from tests.files import lay, snapshot

import firstwin.editions
from firstwin.api import build
from firstwin.cli import cli
from firstwin.models.values import Audience
from firstwin.select import Edition, select
from firstwin.validate import Catalog

NOTE = (
    "playbooks/team/playbook.yml:70:21: error[FW912]: the customer site holds the words "
    "“read the handoff first the customer”, which is for the team alone: "
)
ITEM = (
    "playbooks/team/playbook.yml:97:11: error[FW913]: the customer site holds `prerequisites/seats`"
)
OF_PARTNERS = "playbooks/roles.yml:22:12: error[FW912]: the customer site holds the words “consultant”, which is for partners alone: "


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy_small(tmp_path / "project")
    return tmp_path / "project"


def run(project: Path, *options: str) -> Result:
    config = str(project / "site_config.yml")
    return CliRunner().invoke(cli, ["build", *options, "--config", config], prog_name="firstwin")


def answer_every_question_with_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Audience, "sees", lambda _self, *_meant_for: True)


def leave_the_filter_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(catalog: Catalog, audience: Audience, _kept: object) -> Edition:
        return replace(select(catalog, Audience.INTERNAL), audience=audience)

    monkeypatch.setattr(firstwin.editions, "select", everything)


@pytest.mark.parametrize(
    ("remove", "engine"),
    [(answer_every_question_with_yes, "mkdocs"), (leave_the_filter_out, "zensical")],
    ids=["yes-mkdocs", "left-out-zensical"],
)
def test_without_the_filter_the_gate_stops_the_build(
    project: Path,
    remove: Callable[[pytest.MonkeyPatch], None],
    engine: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run(project, "--gate", "--engine", engine).exit_code == 0
    published = snapshot(project / "site")
    remove(monkeypatch)

    stopped = run(project, "--gate", "--engine", engine)

    assert stopped.exit_code == 1
    for said in (NOTE, ITEM, OF_PARTNERS):
        assert said in stopped.output
    assert snapshot(project / "site") == published


def test_without_the_gate_it_would_be_published(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the test above sees is the gate, and no other check."""
    answer_every_question_with_yes(monkeypatch)

    assert run(project).exit_code == 0
    assert b"The customer repeats nothing" in b"".join(snapshot(project / "site").values())


def test_each_edition_that_shows_a_line_is_named_to_programs(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_every_question_with_yes(monkeypatch)

    built = build(project / "site_config.yml", editions=list(Audience), gate=True)

    assert built.sites == {}
    assert [
        found.message.partition(" holds")[0]
        for found in built.report.diagnostics
        if (found.code.id, found.span.path, found.span.line)
        == ("FW912", "playbooks/team/playbook.yml", 70)
    ] == ["the customer site", "the partner site"]


def test_a_text_for_the_team_in_a_theme_stops_the_build(project: Path) -> None:
    note = "/* Read the handoff first: the customer repeats nothing. */\n"
    lay(project, {"theme/notes.css": note})

    stopped = run(project, "--gate")

    assert stopped.exit_code == 1
    assert f"{NOTE}notes.css\n" in stopped.output


def test_each_edition_is_proved_for_its_own_readers(project: Path) -> None:
    assert run(project, "--gate", "--edition", "all").exit_code == 0
