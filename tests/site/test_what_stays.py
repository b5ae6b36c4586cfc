"""What a build does not change stays the same file, and nothing is ever written in its place."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from tests.edits import SMALL
from tests.files import snapshot

from firstwin import Audience, build
from firstwin.output.sync import write_like

HOME, TEAM = "index.html", "team/index.html"


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Path(copytree(SMALL, tmp_path_factory.mktemp("project") / "small"))
    build(project / "site_config.yml")
    return project


@pytest.fixture
def project(_built: Path, tmp_path: Path) -> Path:
    return Path(copytree(_built, tmp_path / "project"))


def built(project: Path, processes: int = 1, *, offline: bool = False) -> Path:
    """The site of a project, built now."""
    sites = build(project / "site_config.yml", processes=processes, offline=offline).sites
    return sites[Audience.CUSTOMER]


def files(site: Path) -> dict[str, int]:
    """Which file each path is."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("processes", [1, 2])
def test_a_page_that_is_alike_stays_the_same_file(project: Path, processes: int) -> None:
    site = project / "site/customer"
    before, contents = files(site), snapshot(site)
    playbook = project / "playbooks/team/playbook.yml"
    playbook.write_text(
        playbook.read_text("utf-8").replace("summary: ", "summary: Now ", 1), "utf-8"
    )

    built(project, processes)

    changed = {path for path, content in snapshot(site).items() if content != contents.get(path)}
    after = files(site)
    assert TEAM in changed
    assert not {path for path in changed if after[path] == before.get(path)}
    pages = {path for path in after if path.endswith(".html")} - changed
    assert pages
    assert {path for path in pages if after[path] != before[path]} == set()
    assert {path.stat().st_nlink for path in site.rglob("*") if path.is_file()} == {1}


def test_a_build_that_fails_changes_no_file(project: Path) -> None:
    site = project / "site/customer"
    before, contents = files(site), snapshot(site)
    (project / "theme").mkdir()
    (project / "theme/extra.css").write_text("a { background: url(https://other.example/x.png) }")

    assert not build(project / "site_config.yml").sites

    assert files(site) == before
    assert snapshot(site) == contents


def test_what_works_from_a_disk_leaves_what_is_for_a_server(project: Path) -> None:
    contents = snapshot(project / "site/customer")

    for _ in range(2):
        assert built(project, offline=True) != project / "site/customer"

    assert snapshot(project / "site/customer") == contents


def _changed(file: Path) -> None:
    file.write_bytes(b"somebody's")


def _of_another_mode(file: Path) -> None:
    file.chmod(0o600)


def _of_two_names(file: Path) -> None:
    file.with_name("backup").hardlink_to(file)


def _link(file: Path) -> None:
    file.rename(file.with_name("real"))
    file.symlink_to("real")


def _gone(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("disturb", [_changed, _of_another_mode, _of_two_names, _link, _gone])
def test_what_somebody_has_a_hand_in_is_written(
    tmp_path: Path, disturb: Callable[[Path], None]
) -> None:
    twin, new = tmp_path / "twin", tmp_path / "new"
    write_like(twin, b"alike", None)
    twin.chmod(0o644)
    disturb(twin)

    write_like(new, b"alike", twin)

    assert new.read_bytes() == b"alike"
    assert not new.is_symlink()
    assert new.stat().st_nlink == 1


def test_a_system_that_gives_no_two_names_has_it_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("not here")

    twin, new = tmp_path / "twin", tmp_path / "new"
    write_like(twin, b"alike", None)
    twin.chmod(0o644)
    monkeypatch.setattr(os, "link", refuse)

    write_like(new, b"alike", twin)

    assert new.read_bytes() == b"alike"
    assert new.stat().st_ino != twin.stat().st_ino


def test_what_is_alike_is_one_file(tmp_path: Path) -> None:
    twin, new = tmp_path / "twin", tmp_path / "new"
    write_like(twin, b"alike", None)
    twin.chmod(0o644)

    write_like(new, b"alike", twin)

    assert new.samefile(twin)
