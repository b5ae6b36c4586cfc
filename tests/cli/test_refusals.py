"""The system refuses something: it is said of the folder asked for, in one line, and the site stays as it is."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from tests import commands
from tests.cli.refusing import (
    large_files,
    many_files,
    read_only,
    tiniest_files,
    tiny_files,
    what_modes_forbid,
)
from tests.commands import Before, nothing
from tests.files import snapshot

PATIENCE = 120
"""Seconds after which a preview that should have ended is ended, so that the test fails and not hangs."""


@pytest.fixture
def project(tmp_path: Path, starter: Path) -> Iterator[Path]:
    yield Path(shutil.copytree(starter, tmp_path / "project"))
    for path in [tmp_path, *tmp_path.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def firstwin(
    project: Path, *arguments: str, before: Before = what_modes_forbid
) -> subprocess.CompletedProcess[str]:
    return commands.firstwin(project, *arguments, before=before)


def refusal(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The error and the hint: the last lines. Everything before them says how far it came."""
    assert done.returncode == 1, done.stderr
    lines = done.stderr.splitlines()
    assert [line.startswith("Error: ") for line in lines].count(True) == 1
    assert "Traceback" not in done.stderr
    return lines[lines.index(next(line for line in lines if line.startswith("Error: "))) :]


def rename(project: Path) -> None:
    path = project / "playbooks/standard/playbook.yml"
    path.write_text(path.read_text("utf-8").replace("Standard onboarding", "Renamed"), "utf-8")


FULL = "a file would grow larger than the system lets it"
LONG = "a name in it would be longer than the system takes"
ELSEWHERE = "hint: raise the limit, or choose a folder on another disk:"


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_full_disk_is_said_of_the_folder_asked_for(project: Path, engine: str) -> None:
    assert firstwin(project, "build", "--engine", engine, "--edition", "all").returncode == 0
    old = snapshot(project / "site")
    rename(project)

    done = firstwin(project, "build", "--engine", engine, "--edition", "all", before=large_files)

    error, hint = refusal(done)
    if engine == "mkdocs":
        assert error == f"Error: {project}/site cannot be written: {FULL}"
        assert hint == f"{ELSEWHERE} --output DIR"
    else:  # it does not stop there: what is made of its site then says so
        assert error == f"Error: {project}/build/customer/site cannot be written: {FULL}"
        assert hint == f"{ELSEWHERE} --build-dir DIR"
    assert snapshot(project / "site") == old
    assert sorted(path.name for path in (project / "site").iterdir()) == [
        *("customer", "internal", "partner")
    ]
    assert not (project / "build/customer/site").exists()


def test_a_disk_too_full_for_the_pages_is_said_of_theirs(project: Path) -> None:
    done = firstwin(project, "build", before=tiny_files)

    assert refusal(done) == [
        f"Error: {project}/build cannot be written: {FULL}",
        f"{ELSEWHERE} --build-dir DIR",
    ]
    assert not [path for path in (project / "build").rglob("*") if path.suffix == ".part"]
    assert list((project / "site").iterdir()) == []
    assert firstwin(project, "build").returncode == 0


def test_too_many_open_files_are_no_fault_of_a_file(project: Path) -> None:
    firstwin(project, "build")
    old = snapshot(project / "site/customer")
    rename(project)

    done = firstwin(project, "build", before=many_files)

    assert "too many files are open" in refusal(done)[0]
    assert "site-packages" not in done.stderr
    assert snapshot(project / "site/customer") == old
    assert firstwin(project, "build").returncode == 0  # it clears away what could not be opened
    assert [path.name for path in (project / "site").iterdir()] == ["customer"]


def test_a_site_that_may_not_be_written_stays(project: Path) -> None:
    firstwin(project, "build")
    old = snapshot(project / "site")
    rename(project)
    (project / "site").chmod(0o555)

    done = firstwin(project, "build")

    assert refusal(done) == [
        f"Error: {project}/site cannot be written: you may not write there",
        "hint: choose a folder that you may write to: --output DIR",
    ]
    assert snapshot(project / "site") == old


def test_a_name_that_is_too_long_is_said(project: Path) -> None:
    for option in ("--output", "--build-dir"):
        done = firstwin(project, "build", option, "x" * 300)
        assert refusal(done) == [
            f"Error: {project / ('x' * 300)} cannot be written: {LONG}",
            f"hint: choose a folder with a shorter path: {option} DIR",
        ]


def test_a_folder_nobody_may_write_to_is_one_line(project: Path) -> None:
    done = firstwin(project, "build", "--output", "/proc/firstwin")

    assert refusal(done)[0].startswith("Error: /proc/firstwin cannot be written: ")


def test_a_source_nobody_may_read_is_told_by_its_own_name(project: Path) -> None:
    (project / "theme").mkdir()
    (project / "theme/logo.svg").write_text("<svg/>")
    (project / "theme/logo.svg").chmod(0)

    done = firstwin(project, "build")

    assert refusal(done) == [f"Error: {project}/theme/logo.svg: Permission denied"]


# A project that may only be read


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_project_that_may_only_be_read_is_said_to_be(project: Path, command: str) -> None:
    read_only(project)
    before = snapshot(project)

    done = firstwin(project, command)

    assert refusal(done) == [
        f"Error: {project}/build cannot be written: you may not write there",
        "hint: choose a folder that you may write to: --build-dir DIR",
    ]
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("command", "folder"),
    [
        (["words"], "theme"),
        (["ids", "--write"], "playbooks/standard"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else value,
)
def test_what_is_written_into_a_project_names_the_folder(
    project: Path, command: list[str], folder: str
) -> None:
    playbook = project / "playbooks/standard/playbook.yml"
    text = playbook.read_text("utf-8")
    playbook.write_text(text.replace("id: house-rules\n        title", "title"), "utf-8")
    read_only(project)

    assert refusal(firstwin(project, *command)) == [
        f"Error: {project / folder} cannot be written: you may not write there",
        "hint: choose a folder that you may write to",
    ]


WRITES = {
    "words": (["words"], "theme/words/en.po"),
    "schema": (["schema", "--write", "schemas"], "schemas/playbook.schema.json"),
    "calendar": (
        ["calendar", "--tier", "standard", "--persona", "admin", "--start", "2026-05-04"],
        "standard-admin.ics",
    ),
}


@pytest.mark.parametrize("command", WRITES)
def test_a_full_disk_leaves_what_was_there_and_nothing_else(project: Path, command: str) -> None:
    arguments, file = WRITES[command]
    before = snapshot(project)
    assert "cannot be written" in refusal(firstwin(project, *arguments, before=tiniest_files))[0]
    assert snapshot(project) == before
    if command == "words":
        assert not (project / "theme").exists()

    assert firstwin(project, *arguments).returncode == 0
    whole = (project / file).read_bytes()
    earlier = whole[: whole.index(b"\n\n")] + b"\n\n" if command == "words" else b"what was there\n"
    (project / file).write_bytes(earlier)
    before = snapshot(project)
    assert "cannot be written" in refusal(firstwin(project, *arguments, before=tiniest_files))[0]
    assert snapshot(project) == before


def test_a_calendar_goes_where_it_is_sent(project: Path) -> None:
    guide = ["calendar", "--tier", "standard", "--persona", "admin", "--start", "2026-05-04"]
    error = f"Error: {'x' * 300} cannot be written: {LONG}"
    hint = "hint: choose a folder with a shorter path: --output FILE"

    assert firstwin(project, *guide, "--output", "/dev/stdout").stdout.startswith("BEGIN:VCALENDAR")
    assert refusal(firstwin(project, *guide, "--output", "x" * 300)) == [error, hint]


def test_a_project_that_may_only_be_read_is_built_elsewhere(project: Path) -> None:
    read_only(project)
    before = snapshot(project)
    folders = ("--build-dir", "../trees", "--output", "../sites")

    done = firstwin(project, "build", *folders, "--edition", "all")

    assert (done.returncode, done.stdout.split()) == (
        0,
        ["Built", "../sites/customer", "Built", "../sites/partner", "Built", "../sites/internal"],
    )
    assert snapshot(project) == before
    assert (project.parent / "trees/customer/mkdocs.yml").is_file()
    assert firstwin(project, "build", *folders).returncode == 0


def test_a_project_that_may_only_be_read_is_previewed_from_elsewhere(project: Path) -> None:
    read_only(project)
    before = snapshot(project)
    command = [sys.executable, "-u", "-m", "firstwin", "serve", "--build-dir", "../trees"]
    with subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=what_modes_forbid,  # noqa: PLW1509  # it takes no lock
    ) as preview:
        given_up = Timer(PATIENCE, preview.kill)
        given_up.start()
        try:
            assert preview.stdout
            refusal = [preview.stdout.readline() for _ in range(2)]
            preview.send_signal(signal.SIGINT)
            preview.communicate()
        finally:
            preview.kill()
            given_up.cancel()

    assert refusal[1].startswith("No problems")
    assert snapshot(project) == before
    assert (project.parent / "trees/served/customer/mkdocs.yml").is_file()


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("/", "it is the root of the disk"),
        ("..", "it holds the project's site_config.yml"),
        ("playbooks/x", "it lies inside the project's playbooks"),
        ("theme", "it holds the project's theme"),
        ("site_config.yml", "it is a file"),
        (".git", "it is a git repository"),
    ],
)
def test_a_dangerous_folder_for_the_pages_is_refused(
    project: Path, folder: str, reason: str
) -> None:
    (project / ".git").mkdir()
    (project / ".git/HEAD").touch()
    before = snapshot(project)

    done = firstwin(project, "build", "--build-dir", folder, before=nothing)

    place = (project / folder).absolute()
    assert done.stderr.splitlines() == [
        f"Error: the pages cannot be written to {place}: {reason}",
        "hint: choose a folder of its own: --build-dir build",
    ]
    assert done.returncode == 2
    assert snapshot(project) == before


@pytest.mark.parametrize("output", ["both", "both/site", "."])
def test_pages_and_sites_each_have_their_own_folder(project: Path, output: str) -> None:
    done = firstwin(
        project, "build", "--build-dir", "x/both", "--output", f"x/{output}", before=nothing
    )

    assert done.returncode == 2
    assert "the project's both" in done.stderr
    assert not (project / "x").exists()
