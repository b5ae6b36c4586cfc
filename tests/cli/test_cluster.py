"""A site whose pages a cluster made is the one that is built at once, also where a worker dies; and what cannot be says so."""

import os
import signal
import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from distributed import LocalCluster
from tests.edits import SMALL
from tests.files import lay, snapshot

import firstwin
from firstwin.cli import cli
from firstwin.errors import WrongUseError
from firstwin.slices.cluster import KNOWN, slices_of_cluster

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("cluster")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each a process of its own with one thread, on this machine."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(copytree(SMALL, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def called(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_a_cluster_makes_the_pages_that_one_build_makes(
    project: Path, cluster: LocalCluster
) -> None:
    called("build", "--edition", "partner")
    whole = snapshot(project / "site")
    for path in (project / "site").rglob("index.html"):
        path.write_text("old")

    made = called("build", "--edition", "partner", "--cluster", cluster.scheduler_address)

    assert made.exit_code == 0, made.output
    assert made.stderr.startswith("Sent to 2 workers\n1 of 2 slices\n2 of 2 slices\nChecked ")
    assert snapshot(project / "site") == whole


def test_a_worker_that_dies_costs_time_and_no_page(project: Path, cluster: LocalCluster) -> None:
    called("build", "--shard", "1/1")
    keys = set(snapshot(project / "build/slices/1-of-1"))
    lines = []
    victim = next(iter(cluster.workers.values())).pid

    def progress(line: str) -> None:
        lines.append(line)
        if (
            line == "Sent to 2 workers"
        ):  # before it is given anything, so that it surely does not finish
            os.kill(victim, signal.SIGSTOP)
        if line == "1 of 2 slices":
            os.kill(victim, signal.SIGKILL)

    with slices_of_cluster(
        cluster.scheduler_address, "site_config.yml", editions=["customer"], progress=progress
    ) as slices:
        made = [set(snapshot(slice_)) for slice_ in slices]

    assert lines == ["Sent to 2 workers", "1 of 2 slices", "2 of 2 slices"]
    assert all(made)
    assert set.union(*made) == keys


def test_a_project_with_errors_is_sent_to_nobody(project: Path) -> None:
    lay(project, {"site_config.yml": "product: {}\n"})

    made = called("build", "--cluster", "tcp://nowhere.example:8786")

    assert made.exit_code == 1
    assert made.stdout == called("check").stdout
    assert "Nothing was built." in made.stderr


def test_a_template_that_shows_more_than_its_page_is_told(
    project: Path, cluster: LocalCluster
) -> None:
    lay(project, {"theme/main.html": '{% extends "base.html" %}{{ pages | length }}'})

    refused = called("build", "--cluster", cluster.scheduler_address)

    assert refused.exit_code == 2
    assert refused.stderr.endswith(
        "Error: this site cannot be made in slices: a template in theme/ shows more than its own page\n"
        "hint: build it with `firstwin build`, without --shard or --cluster\n"
    )


def test_workers_with_another_firstwin_are_refused(
    project: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = firstwin.__version__
    monkeypatch.setattr(firstwin, "__version__", "7.0", raising=False)
    first = min(worker.worker_address for worker in cluster.workers.values())

    refused = called("build", "--cluster", cluster.scheduler_address)

    assert refused.exit_code == 2
    assert refused.stderr == (
        f"Error: the worker {first} has another firstwin: {theirs}, and this is 7.0\n"
        "hint: install the same on all machines, best from one lock, and start the workers again\n"
    )


def test_a_cluster_without_workers_is_refused(project: Path) -> None:
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0") as cluster:
        address = cluster.scheduler_address

        refused = called("build", "--cluster", address)

    assert refused.exit_code == 2
    assert refused.stderr == (
        f"Error: the cluster at `{address}` has no workers\n"
        f"hint: start some on its machines: dask worker {address}\n"
    )


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere", "://", "udp://127.0.0.1:9"])
def test_where_no_cluster_answers_is_told(project: Path, address: str) -> None:
    with (
        pytest.raises(WrongUseError) as refused,
        slices_of_cluster(
            address, "site_config.yml", editions=["customer"], progress=print, patience=0.1
        ),
    ):
        pass

    assert refused.value.message == f"no cluster answers at `{address}`"
    assert refused.value.hint == (
        "start one with `dask scheduler`, and name the address that it says: tcp://host:8786"
    )


def test_what_speaks_to_a_cluster_has_to_be_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firstwin.slices.cluster.find_spec", lambda _name: None)

    refused = called("build", "--cluster", "tcp://127.0.0.1:9")

    assert refused.exit_code == 2
    assert refused.stderr == (
        "Error: distributed, which speaks to a cluster, is not installed\n"
        f'hint: install it here and on the workers: `pip install "{KNOWN}"`\n'
    )


def test_what_is_known_is_what_the_extra_installs(repository: Path) -> None:
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))

    assert pyproject["project"]["optional-dependencies"]["cluster"] == [KNOWN]


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (
            ["--engine", "zensical"],
            "--engine zensical does not go with --cluster",
            "slices are made with mkdocs",
        ),
        (
            ["--shard", "1/2"],
            "--cluster does not go with --shard, which makes one slice here",
            "leave --shard out: each worker of a cluster makes one",
        ),
    ],
)
def test_what_does_not_go_with_a_cluster_is_refused(
    project: Path, options: list[str], message: str, hint: str
) -> None:
    refused = called("build", "--cluster", "tcp://127.0.0.1:9", *options)

    assert refused.exit_code == 2
    assert refused.stderr == f"Error: {message}\nhint: {hint}\n"
