"""A site that is joined of slices is the one that is built at once, byte for byte; and what makes no site says so."""

import json
from itertools import cycle
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from tests.edits import SMALL
from tests.files import lay, snapshot

from firstwin.caching.store import Store
from firstwin.cli import cli

pytestmark = pytest.mark.site


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(copytree(SMALL, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def called(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_slices_are_joined_to_the_site_that_one_build_makes(project: Path) -> None:
    called("build", "--edition", "internal")
    whole = snapshot(project / "site")
    for number in ("1", "3"):  # the second is lost
        made = called("build", "--edition", "internal", "--shard", f"{number}/3")
        assert (
            made.stdout
            == f"Made {_pages(whole, int(number), 3)} pages in build/slices/{number}-of-3\n"
        )
    for path in (project / "site").rglob("index.html"):
        path.write_text("old")

    joined = called("join", "build/slices", "--edition", "internal")

    assert joined.exit_code == 0, joined.output
    assert snapshot(project / "site") == whole


def test_what_a_slice_holds_is_not_made_again(project: Path) -> None:
    called("build", "--shard", "1/1")
    (slice_,) = (project / "build/slices").iterdir()
    store = Store(slice_)
    for key in snapshot(slice_):
        store.write(key, (store.read(key) or b"").replace(b"</html>", b"<!-- kept --></html>"))

    called("join", "build/slices/1-of-1")

    pages = list((project / "site").rglob("index.html"))
    assert pages
    assert all(b"<!-- kept -->" in page.read_bytes() for page in pages)


def test_no_slice_has_a_file_written_outside_of_the_site(project: Path, tmp_path: Path) -> None:
    called("build")
    whole = snapshot(project / "site")
    slice_ = _slice_of(project)
    key, outline = next(
        (key, json.loads(content)) for key, content in slice_.items() if b'"pages"' in content
    )
    for part in (outline["pages"], outline["copies"], outline["templates"]):
        some = next(iter(part.values()))
        names = ("../../outside.html", "a/../../../outside.html", f"{tmp_path}/outside.html")
        part.update(dict.fromkeys((*names, "..\\outside.html", "C:/outside.html"), some))
    Store(project / "build/slices/1-of-1").write(key, json.dumps(outline).encode())
    before = snapshot(tmp_path)

    joined = called("join", "build/slices")

    assert joined.exit_code == 0, joined.output
    assert snapshot(project / "site") == whole
    assert snapshot(tmp_path).keys() == before.keys()


def test_what_a_slice_holds_in_another_form_is_made_anew(project: Path) -> None:
    called("build")
    whole = snapshot(project / "site")
    other = (b"", b"\0", b"<html>", b"<html>\0[[[1]],[],[],[]]", b"<html>\0{}")
    for key, content in zip(_slice_of(project), cycle(other), strict=False):
        Store(project / "build/slices/1-of-1").write(key, content)

    joined = called("join", "build/slices")

    assert joined.exit_code == 0, joined.output
    assert snapshot(project / "site") == whole


def test_a_slice_of_another_state_adds_nothing(project: Path) -> None:
    called("build", "--shard", "1/1")
    config = project / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "url: https://other.example/\n", "utf-8")
    called("build")
    whole = snapshot(project / "site")

    called("join", "build/slices")

    assert snapshot(project / "site") == whole


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1", "a/b", "1/0", "-1/3", "1/3/3", "\u0661/3"])
def test_what_is_no_shard_is_refused(project: Path, shard: str) -> None:
    refused = called("build", f"--shard={shard}")

    assert refused.exit_code == 2
    assert refused.stderr == (
        f"Error: `{shard}` is no shard\nhint: write which one of how many: 3/8\n"
    )
    assert not (project / "build").exists()


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--gate"], "say it to `firstwin join`"),
        (["--engine", "zensical"], "slices are made with mkdocs"),
    ],
)
def test_what_makes_no_sense_together_is_refused(
    project: Path, options: list[str], hint: str
) -> None:
    refused = called("build", "--shard", "1/2", *options)

    assert refused.exit_code == 2
    assert refused.stderr == (
        f"Error: {' '.join(options)} does not go with --shard, which makes no site\nhint: {hint}\n"
    )
    assert not (project / "build").exists()


@pytest.mark.parametrize("folder", ["playbooks", "nowhere", "site_config.yml"])
def test_a_folder_without_a_slice_is_refused(project: Path, folder: str) -> None:
    refused = called("join", folder)

    assert refused.exit_code == 2
    assert refused.stderr == (
        f"Error: there is no slice in {folder}\n"
        "hint: name the folder of slices that `firstwin build --shard` wrote\n"
    )
    assert not (project / "site").exists()


def test_a_site_that_is_not_made_page_by_page_is_refused(project: Path) -> None:
    lay(project, {"theme/main.html": '{% extends "base.html" %}{{ pages | length }}'})

    refused = called("build", "--shard", "1/2")

    assert refused.exit_code == 2
    assert refused.stderr.endswith(
        "Error: this site cannot be made in slices: a template in theme/ shows more than its own page\n"
        "hint: build it with `firstwin build`, without --shard or --cluster\n"
    )


def _pages(site: dict[str, bytes], number: int, of: int) -> int:
    """How many of the pages of a site every so many-th is."""
    count = sum(name.endswith("index.html") for name in site)
    return len(range(number - 1, count, of))


def _slice_of(project: Path) -> dict[str, bytes]:
    """All that is kept in the one slice of a project, by its keys."""
    called("build", "--shard", "1/1")
    folder = project / "build/slices/1-of-1"
    return {key: Store(folder).read(key) or b"" for key in snapshot(folder)}
