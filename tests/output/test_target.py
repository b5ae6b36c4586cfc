"""A site is written only where nothing of anybody's can be lost."""

from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin.errors import WrongUseError
from firstwin.output import check_target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/dangling").symlink_to("nowhere")
    (tmp_path / "project/loop").symlink_to("loop")
    return lay(
        tmp_path / "project",
        {
            "site_config.yml": "title: x\n",
            "playbooks/tiers.yml": "x\n",
            "theme/extra.css": "x\n",
            "a-file": "x\n",
            "repository/.git/HEAD": "x\n",
            "full/customer/thesis.txt": "x\n",
            "cloned/customer/.git/HEAD": "x\n",
            "built/customer/index.html": "x\n",
            "built/customer/assets/firstwin.css": "x\n",
        },
    )


def check(project: Path, output: Path) -> None:
    sources = tuple(project / name for name in ("site_config.yml", "playbooks", "theme"))
    check_target(output, ("customer",), sources)


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("/", "root of the disk"),
        (".", "holds the project's"),
        ("..", "holds the project's"),
        ("playbooks", "holds the project's playbooks"),
        ("playbooks/site", "inside the project's playbooks"),
        ("theme/deep/er", "inside the project's theme"),
        ("a-file", "it is a file"),
        ("site_config.yml", "it is a file"),
        ("repository", "git repository"),
        ("repository/.git/site", "git repository"),
        ("full", "did not build"),
        ("cloned", "git repository"),
        ("dangling", "behind a symbolic link that leads nowhere"),
        ("dangling/site", "behind a symbolic link that leads nowhere"),
        ("loop", "behind a symbolic link that leads nowhere"),
        ("loop/deep/er", "behind a symbolic link that leads nowhere"),
    ],
)
def test_a_dangerous_folder_is_refused_and_untouched(
    project: Path, output: str, reason: str
) -> None:
    before = snapshot(project)

    with pytest.raises(WrongUseError, match=reason) as refused:
        check(project, project / output)

    assert "--output" in refused.value.hint
    assert snapshot(project) == before


def test_nobody_has_to_have_a_home(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nowhere)
    check(project, project / "home")


def test_home_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(project / "home"))
    with pytest.raises(WrongUseError, match="home folder"):
        check(project, project / "home")


@pytest.mark.parametrize("edition", ["link", "file"])
def test_an_edition_that_is_no_folder_is_refused(project: Path, edition: str) -> None:
    place = project / "site" / "customer"
    place.parent.mkdir()
    if edition == "link":
        place.symlink_to(project / "playbooks", target_is_directory=True)
    else:
        place.write_text("x")

    with pytest.raises(WrongUseError, match=r"symbolic link|it is a file"):
        check(project, project / "site")


@pytest.mark.parametrize("output", ["site", "built", "deep/er/site", "../elsewhere"])
def test_a_folder_of_its_own_is_fine(project: Path, output: str) -> None:
    check(project, project / output)


def test_a_link_to_the_sources_is_seen_through(project: Path) -> None:
    (project / "innocent").symlink_to(project / "playbooks", target_is_directory=True)
    with pytest.raises(WrongUseError, match="playbooks"):
        check(project, project / "innocent")
