"""What only a process of its own can show: signals, modes, colours, many at once."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Timer
from urllib.parse import urlsplit
from weakref import finalize

import pytest
from tests.cli.interrupted import STATUS, interrupt, moments, touches
from tests.commands import firstwin
from tests.files import snapshot

MOMENTS, ALL_MOMENTS = 2, 20
"""How many moments of a build each signal is tried at, each signal at others."""
AT_ONCE, ALL_AT_ONCE = 3, 10
"""How many builds there are at once: one builds, one waits, and one waits for the one that waits."""

PATIENCE = 120
"""Seconds after which a process that answers nothing is ended, so that the test fails and not hangs."""

EDITIONS = ("--edition", "customer", "--edition", "partner")


@pytest.fixture
def project(tmp_path: Path, starter: Path) -> Path:
    return Path(shutil.copytree(starter, tmp_path / "project"))


def interrupted(project: Path, name: str, moment: int) -> subprocess.CompletedProcess[str]:
    return interrupt(project, name, moment, "build", *EDITIONS)


def page(url: str, path: str) -> str:
    with closing(HTTPConnection(urlsplit(url).netloc, timeout=20)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read().decode()


def change(project: Path) -> None:
    """Write a playbook anew and put it in place at once, as editors do."""
    path = project / "playbooks/standard/playbook.yml"
    new = path.with_name(".new")
    new.write_text(path.read_text("utf-8").replace("Standard onboarding", "Renamed"), "utf-8")
    new.replace(path)


def test_an_interrupted_build_leaves_the_old_sites_or_the_new_ones(
    project: Path, tmp_path: Path, *, full: bool
) -> None:
    """Sites of one age, each with its content security policy, and nothing else."""
    firstwin(project, "build", *EDITIONS)
    old = snapshot(project / "site")
    change(project)
    fresh = Path(shutil.copytree(project, tmp_path / "fresh"))
    counted = interrupted(fresh, "SIGINT", 0)
    new = snapshot(fresh / "site")
    assert old != new

    for name, moment in moments(touches(counted), ALL_MOMENTS if full else MOMENTS):
        copy = Path(shutil.copytree(project, tmp_path / f"{name}-{moment}"))
        done = interrupted(copy, name, moment)
        assert done.returncode in (STATUS[name], 0), done.stderr
        found = snapshot(copy / "site")
        if name == "SIGKILL":  # nobody can tidy up after that, but the next build does
            assert firstwin(copy, "build", *EDITIONS).returncode == 0
            assert snapshot(copy / "site") == new
            found = {k: v for k, v in found.items() if not k.startswith(".firstwin-")}
        assert found in (old, new)
        assert sorted(path.name for path in (copy / "site").iterdir()) == ["customer", "partner"]
        assert "Traceback" not in done.stderr


def test_nothing_outlives_a_build_that_is_killed(project: Path) -> None:
    """What a build has started holds its standard error: at the end of that, all of it is gone."""
    build = (
        "import os, signal, firstwin; firstwin.build(editions=['internal'], processes=2, "
        "page_progress=lambda *_: os.kill(os.getpid(), signal.SIGKILL))"
    )

    killed = subprocess.run(
        [sys.executable, "-c", build],
        cwd=project,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )

    assert killed.returncode == -signal.SIGKILL
    assert firstwin(project, "build", "--edition", "internal", "--processes", "2").returncode == 0


def test_an_interruption_is_said_in_one_line(project: Path) -> None:
    ends = {"SIGINT": "Interrupted.", "SIGTERM": "Terminated.", "SIGHUP": "Terminated."}
    for name, said in ends.items():
        done = interrupted(project, name, 30)
        assert (done.returncode, done.stderr.splitlines()[-1:]) == (STATUS[name], [said])


# How a terminal begins the command: what Python does before its first line is not ours.
STARTS = """
import atexit, os, signal, sys
import firstwin.__main__
moment, name, *sys.argv[1:] = sys.argv[1:]
imported = 0
def watch(event, _):
    global imported
    imported += event == "import"
    if event == "import" and str(imported) == moment:
        os.kill(os.getpid(), getattr(signal, name))
def ends():
    if moment == "exit":
        os.kill(os.getpid(), getattr(signal, name))
    if moment == "0":
        print(imported, file=sys.stderr)
atexit.register(ends)
sys.addaudithook(watch)
firstwin.__main__.main()
"""
STARTING, ALL_STARTING = 4, 25
"""How many moments of its start each signal is tried at."""


def started(name: str, moment: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", STARTS, str(moment), name, "explain"],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def imported() -> int:
    """How often the command imports something as it starts."""
    return int(started("SIGINT", 0).stderr)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_whoever_interrupts_a_command_as_it_starts_or_ends_sees_one_line(
    name: str, imported: int, *, full: bool
) -> None:
    said = "Interrupted." if name == "SIGINT" else "Terminated."
    tried = ALL_STARTING if full else STARTING
    moments = [1 + number * (imported - 1) // (tried - 1) for number in range(tried)]
    for moment in (*moments, "exit"):
        done = started(name, moment)
        assert (done.returncode, done.stderr.strip()) == (STATUS[name], said), moment


class Watched:
    """Something that is removed in the middle of a command."""


def interrupted_as_something_goes(name: str) -> None:
    """Interrupt this process at the first file that it reads, while an object is removed: no exception comes out there."""
    watched = [Watched()]
    finalize(watched[0], os.kill, os.getpid(), getattr(signal, name)).atexit = False
    sys.addaudithook(lambda event, _: watched.clear() if event == "os.scandir" else None)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_no_interruption_is_lost(project: Path, name: str) -> None:
    done = firstwin(project, "build", before=partial(interrupted_as_something_goes, name))

    assert done.returncode == STATUS[name]
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def hung_up() -> None:
    """As `nohup` starts a command, whose terminal goes at the first file that is read."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    interrupted_as_something_goes("SIGHUP")


def test_what_is_to_outlast_its_terminal_does(project: Path) -> None:
    assert firstwin(project, "build", before=hung_up).returncode == 0


def test_builds_at_once_give_one_whole_site(project: Path, *, full: bool) -> None:
    builds = ALL_AT_ONCE if full else AT_ONCE
    with ThreadPoolExecutor(builds) as threads:
        done = list(threads.map(lambda _: firstwin(project, "build"), range(builds)))

    assert [each.returncode for each in done] == [0] * builds, [each.stderr for each in done]
    once = firstwin(project, "build", "--output", "../once")
    assert once.returncode == 0
    assert snapshot(project / "site") == snapshot(project.parent / "once")
    assert not [path for path in (project / "site").iterdir() if path.name != "customer"]


@pytest.mark.parametrize("umask", [0o077, 0])
def test_readers_may_read_whatever_the_umask(project: Path, umask: int) -> None:
    """And nobody else may write: the manifest says what a published folder has to be."""
    firstwin(project, "build", "--manifest", before=partial(os.umask, umask))

    for path in [project / "site", *(project / "site").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_a_pipe_gets_plain_text(project: Path, environment: dict[str, str], coloured: bool) -> None:
    path = project / "playbooks/standard/playbook.yml"
    path.write_text(path.read_text("utf-8").replace("owner: admin", "owner: admni", 1), "utf-8")
    clean = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "NO_COLOR")}

    done = firstwin(project, "check", environment={**clean, **environment})

    assert ("\x1b[" in done.stdout) is coloured
    assert "did you mean `admin`?" in done.stdout


def test_a_closed_pipe_is_no_fault(project: Path) -> None:
    command = f"{sys.executable} -m firstwin explain | head -1"
    done = subprocess.run(command, cwd=project, shell=True, capture_output=True, check=False)

    assert done.stdout.startswith(b"FW001")
    assert b"Traceback" not in done.stderr


def test_a_preview_follows_its_sources_until_it_is_interrupted(project: Path) -> None:
    command = [sys.executable, "-u", "-m", "firstwin", "serve"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as preview:
        given_up = Timer(PATIENCE, preview.kill)
        given_up.start()
        try:
            assert preview.stdout
            url = preview.stdout.readline().split()[5]
            assert preview.stdout.readline().startswith("No problems")
            before = page(url, "/standard/")
            change(project)
            assert preview.stdout.readline().startswith("No problems")
            after = page(url, "/standard/")
            preview.send_signal(signal.SIGINT)
            _, said = preview.communicate()
        finally:
            preview.kill()
            given_up.cancel()

    assert "Standard onboarding" in before
    assert "Renamed" in after
    assert preview.returncode == 130
    assert said.split() == ["Interrupted."]
    assert not (project / "site").exists()


def test_a_command_ends_without_looking_through_what_it_made(project: Path) -> None:
    """Python's collector does so at the end of a program, for as long as the stages took."""
    ends = "import atexit, gc; atexit.register(lambda: print(gc.get_count()[0] < gc.get_freeze_count()))"
    command = [sys.executable, "-c", f"{ends}; from firstwin.cli import main; main()", "check"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "True"
