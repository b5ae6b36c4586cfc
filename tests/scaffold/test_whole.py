"""A new project is there whole or not at all, and a call that was killed can be made again."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.cli.interrupted import STATUS, interrupt, moments, touches
from tests.cli.refusing import large_files, read_only, what_modes_forbid
from tests.commands import Before, firstwin, nothing
from tests.files import lay, snapshot

from firstwin.errors import WrongUseError
from firstwin.output import LOCK
from firstwin.scaffold import new_project

MOMENTS, ALL_MOMENTS = 2, 20
"""How many moments each signal is tried at, each signal at others."""
REPOSITORY = {
    ".git/HEAD": "ref: refs/heads/main\n",
    ".gitattributes": "* text=auto\n",
    "README.md": "# Ours\n",
    "LICENSE": "MIT\n",
}


def new(place: Path, *arguments: str, before: Before = nothing) -> CompletedProcess[str]:
    return firstwin(place, "new", *arguments, before=before)


# A repository that nobody has put anything into yet


@pytest.mark.parametrize(
    "there",
    [
        [".git"],
        ["README.md"],
        ["README"],
        ["readme.rst"],
        ["LICENSE", "COPYING"],
        ["licence.txt", "LICENSE-MIT"],
        [".DS_Store", "Thumbs.db", ".editorconfig"],
        ["CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "CHANGELOG", "CODEOWNERS"],
        [".git", ".gitignore", ".gitattributes", "README.md", "LICENSE"],
    ],
    ids=" ".join,
)
def test_what_a_repository_begins_with_stays(tmp_path: Path, there: list[str]) -> None:
    fresh = {path.relative_to(tmp_path / "fresh") for path in new_project(tmp_path / "fresh")}
    for name in there:
        lay(tmp_path / "project", {f"{name}/HEAD" if name == ".git" else name: "theirs"})
    before = snapshot(tmp_path / "project")

    files = new_project(tmp_path / "project")

    written = {path.relative_to(tmp_path / "project") for path in files}
    assert written == fresh - {Path(name) for name in there}
    after = snapshot(tmp_path / "project")
    assert {name: after[name] for name in before} == before
    assert set(after) == {*before, *(path.as_posix() for path in written)}


@pytest.mark.parametrize(
    "more", ["notes.txt", "playbooks/x.yml", ".github/x", "READ", "site_config.yml"]
)
def test_what_holds_more_is_refused(tmp_path: Path, more: str) -> None:
    lay(tmp_path, {**REPOSITORY, more: "theirs"})
    before = snapshot(tmp_path)

    with pytest.raises(WrongUseError) as refused:
        new_project(tmp_path)
    assert refused.value.message == f"{tmp_path} is not empty: it holds {more.partition('/')[0]}"
    assert refused.value.hint == "name a folder that is not there yet"
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("folder", ["dangling", "dangling/x", "loop", "loop/x/y"])
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(WrongUseError, match="behind a symbolic link that leads nowhere"):
        new_project(tmp_path / folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dangling", "loop"]


def test_what_stays_is_said(tmp_path: Path) -> None:
    lay(tmp_path, {**REPOSITORY, ".gitignore": "/dist/\n"})

    done = new(tmp_path, ".")

    lines = done.stdout.splitlines()
    assert lines[0].startswith("Wrote ")
    assert lines[1:4] == [
        "Left README.md as it is",
        "Left .gitignore as it is: let it name /build/ and /site/",
        "Next: firstwin serve",
    ]


# What the system refuses


@pytest.mark.parametrize("folder", ["demo", "deep/er/demo", "repository"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, folder: str) -> None:
    lay(tmp_path / "repository", REPOSITORY)
    before = everything(tmp_path)

    done = new(tmp_path, folder, before=large_files)

    assert done.stderr.splitlines() == [
        f"Error: {folder} cannot be written: a file would grow larger than the system lets it",
        "hint: raise the limit, or choose a folder on another disk",
    ]
    assert done.returncode == 1
    assert everything(tmp_path) == before
    assert new(tmp_path, folder).returncode == 0


def everything(place: Path) -> list[str]:
    """Every file and folder, the empty ones too."""
    return sorted(str(path.relative_to(place)) for path in place.rglob("*"))


def test_a_folder_nobody_may_write_to_is_said(tmp_path: Path) -> None:
    lay(tmp_path / "repository", REPOSITORY)
    read_only(tmp_path / "repository")

    for folder in ("repository", "repository/demo"):
        done = new(tmp_path, folder, before=what_modes_forbid)
        assert done.stderr.splitlines() == [
            f"Error: {folder} cannot be written: you may not write there",
            "hint: choose a folder that you may write to",
        ]
        assert done.returncode == 1


# Interruptions


@pytest.mark.parametrize("repository", [False, True], ids=["nothing there", "a repository"])
def test_an_interrupted_call_leaves_nothing_or_can_be_made_again(
    tmp_path: Path, *, repository: bool, full: bool
) -> None:
    def begin(place: Path) -> Path:
        lay(place, {"mine.txt": "x"})
        return lay(place / "demo", REPOSITORY) if repository else place / "demo"

    counted = interrupt(begin(tmp_path / "whole").parent, "SIGINT", 0, "new", "demo")
    whole = snapshot(tmp_path / "whole")
    before = snapshot(begin(tmp_path / "before").parent)
    for name, moment in moments(touches(counted), ALL_MOMENTS if full else MOMENTS):
        place = begin(tmp_path / f"{name}-{moment}").parent
        done = interrupt(place, name, moment, "new", "demo")
        assert done.returncode in (STATUS[name], 0), done.stderr
        if name == "SIGKILL":
            assert new(place, "demo").returncode in (0, 2)
            (place / "demo" / LOCK).unlink(missing_ok=True)  # killed when all was done but that
            assert snapshot(place) == whole
        else:
            assert snapshot(place) in (before, whole)
        assert "Traceback" not in done.stderr
