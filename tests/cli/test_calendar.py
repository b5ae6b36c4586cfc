"""`firstwin calendar`: what it writes, and what it says where it cannot."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar
from tests.files import lay

from firstwin.cli import cli

PLAYBOOK = "playbooks/standard/playbook.yml"


@pytest.fixture
def project(tmp_path: Path, starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project with holidays, whose address may be set; commands are called in its folder."""
    files = {
        path.relative_to(starter).as_posix(): path.read_text("utf-8")
        for path in (starter / "site_config.yml", *(starter / "playbooks").rglob("*.yml"))
    }
    files["site_config.yml"] += "holidays:\n  countries: [DE, US]\n  years: 2026-2027\n"
    files[PLAYBOOK] += "named_days:\n  launch:\n    title: Launch\n    day: 24\nmovable: [launch]\n"
    folder = lay(tmp_path / "project", files)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    command = ("calendar", "--tier", "standard", "--persona", "admin", *arguments)
    return CliRunner().invoke(cli, command, prog_name="firstwin")


def begins(path: Path) -> dict[str, str]:
    """The first day of each entry, by its id."""
    read = Calendar.from_ical(path.read_bytes())
    return {
        str(event["uid"]).partition("@")[0]: f"{event.decoded('dtstart'):%Y%m%d}"
        for event in read.walk("VEVENT")
    }


def test_it_writes_a_calendar(project: Path) -> None:
    result = run("--start", "2026-03-02")
    assert (result.exit_code, result.output) == (0, "Wrote standard-admin.ics\n")
    assert begins(project / "standard-admin.ics")


def test_the_same_call_writes_the_same_bytes(project: Path) -> None:
    files = []
    for name in ("a.ics", "b.ics"):
        assert run("--start", "2026-03-02", "--output", name).exit_code == 0
        files.append((project / name).read_bytes())
    assert files[0] == files[1]


def test_no_deadline_falls_on_a_holiday_of_the_country(project: Path) -> None:
    """Day 9 of the plan, a deadline, is 3 July 2026: a Friday that only the USA have off."""
    due = {}
    for country in ("", "US"):
        assert run("--start", "2026-06-25", "--country", country).exit_code == 0
        due[country] = begins(project / "standard-admin.ics")["standard/invite-team"]
    assert due == {"": "20260703", "US": "20260706"}


def test_a_start_is_counted_back_from_what_may_be_set(project: Path) -> None:
    assert run("--date", "launch=2026-04-03").exit_code == 0
    back = begins(project / "standard-admin.ics")
    assert run("--start", "2026-03-11").exit_code == 0
    assert begins(project / "standard-admin.ics") == back


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Error: no date is set\nhint: say when it starts: --start 2026-03-02\n"),
        (
            ("--start", "2026-3-2"),
            "Error: Invalid value for '--start': `2026-3-2` is not a date: write 2026-03-02\n",
        ),
        (
            ("--date", "launch"),
            "Error: Invalid value for '--date': write the id of a day and its date: go-live=2026-05-04\n",
        ),
        (
            ("--date", "=2026-03-02"),
            "Error: Invalid value for '--date': write the id of a day and its date: go-live=2026-05-04\n",
        ),
        (
            ("--date", "launch=2026-03-02", "--date", "launch=2026-03-03"),
            "Error: Invalid value for '--date': `launch` has two dates\n",
        ),
        (
            ("--date", "start=2026-03-02"),
            "Error: Invalid value for '--date': the start date has an option of its own: --start\n",
        ),
        (
            ("--date", "launch=0001-01-02"),
            "Error: Invalid value for '--date': no plan begins in the year 1: correct the year\n",
        ),
        (
            ("--start", "9999-12-31"),
            "Error: Invalid value for '--start': no plan begins in the year 9999: correct the year\n",
        ),
        (
            ("--date", "lunch=2026-03-02"),
            "Error: nobody may set the date of `lunch` in the plan `standard`\nhint: choose one of: launch\n",
        ),
        (
            ("--start", "2026-03-02", "--tier", "gold"),
            "Error: there is no plan `gold`\nhint: choose one of: standard\n",
        ),
        (
            ("--start", "2026-03-02", "--persona", "csm"),
            "Error: the plan `standard` has no guide for `csm`\nhint: choose one of: admin, team-lead\n",
        ),
        (
            ("--start", "2026-03-02", "--country", "FR"),
            "Error: the project names no country `FR`\nhint: choose one of: DE, US\n",
        ),
    ],
)
def test_what_is_asked_wrongly_is_said(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.output.endswith(said), result.output
    assert not list(project.glob("*.ics"))


def test_where_nothing_may_be_set_it_says_how(project: Path) -> None:
    path = project / PLAYBOOK
    path.write_text(path.read_text("utf-8").replace("movable: [launch]\n", ""), "utf-8")
    result = run("--date", "launch=2026-03-02")
    assert result.output == (
        "Error: nobody may set the date of `launch` in the plan `standard`\n"
        "hint: name it in the playbook's `movable`\n"
    )


def test_a_project_with_faults_gets_no_calendar(project: Path) -> None:
    path = project / PLAYBOOK
    path.write_text(path.read_text("utf-8").replace("[launch]", "[lunch]"), "utf-8")
    result = run("--start", "2026-03-02")
    assert result.exit_code == 1
    assert "FW207" in result.output
    assert not list(project.glob("*.ics"))
