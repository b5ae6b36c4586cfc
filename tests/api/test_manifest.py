"""A manifest says what was built and of what, and a published folder is compared with it."""

import json
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.files import lay, snapshot

import firstwin
from firstwin.cli import cli
from firstwin.errors import WrongUseError


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, starter: Path) -> Path:
    """A project with a theme of its own, built with a manifest. It is shared: nothing here is changed."""
    project = tmp_path_factory.mktemp("manifest") / "project"
    shutil.copytree(starter, project)
    lay(project / "theme", {"extra.css": "p { color: #123456 }\n"})
    config = project / "site_config.yml"
    config.write_text(
        config.read_text("utf-8") + '\nbrand:\n  colour: "#0f4c81"\n', "utf-8", newline="\n"
    )
    assert firstwin.build(config, manifest=True).sites
    return project


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """A copy of the site, as a host has it, with its manifest beside it."""
    shutil.copy(manifest_of(built), tmp_path / "site.manifest.json")
    return Path(shutil.copytree(built / "site" / "customer", tmp_path / "site"))


def manifest_of(project: Path) -> Path:
    return project / "site" / "customer.manifest.json"


def read(project: Path) -> dict[str, Any]:
    content = json.loads(manifest_of(project).read_text("utf-8"))
    assert content["edition"] == "customer"
    files: dict[str, Any] = content["files"]
    return files


def test_a_manifest_names_every_file_with_its_hash(built: Path) -> None:
    site = snapshot(built / "site" / "customer")

    hashes = {name: about["sha256"] for name, about in read(built).items()}

    assert hashes == {name: sha256(content).hexdigest() for name, content in site.items()}


def test_it_says_which_files_of_the_project_each_was_made_of(built: Path) -> None:
    made_of = {name: about["made_of"] for name, about in read(built).items()}

    admin = made_of["standard/admin/index.html"]
    assert admin == sorted(admin)
    assert {"playbooks/standard/admin.yml", "playbooks/standard/playbook.yml"} <= set(admin)
    assert {"playbooks/roles.yml", "playbooks/tiers.yml", "site_config.yml"} <= set(admin)
    assert "playbooks/standard/team-lead.yml" not in admin
    assert made_of["extra.css"] == ["theme/extra.css"]
    assert made_of["assets/brand.css"] == ["site_config.yml"]
    assert made_of["404.html"] == ["site_config.yml"]
    assert made_of["assets/firstwin.css"] == []
    assert set(made_of["search/plans/standard.js"]) >= set(made_of["standard/admin/index.html"])
    assert made_of["assets/search.js"] == []
    named = {name for names in made_of.values() for name in names}
    assert all((built / name).is_file() for name in named)


def test_it_lies_beside_the_site_and_no_file_of_the_site_names_a_playbook(built: Path) -> None:
    site = snapshot(built / "site" / "customer")

    assert not [name for name in site if "manifest" in name]
    assert not [name for name, content in site.items() if b"playbooks/" in content]


def test_the_same_project_has_the_same_manifest(built: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(built, tmp_path / "elsewhere" / "project"))
    before = manifest_of(project).read_bytes()

    firstwin.build(project / "site_config.yml", manifest=True)

    assert manifest_of(project).read_bytes() == before
    assert str(built).encode() not in before


def test_a_build_without_one_leaves_none_that_is_of_another_site(
    built: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(built, tmp_path / "project"))

    firstwin.build(project / "site_config.yml")

    assert not manifest_of(project).exists()


def test_a_build_that_is_stopped_leaves_the_manifest_with_its_site(
    built: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(built, tmp_path / "project"))
    lay(project / "theme", {"extra.css": "p { background: url(lost.png) }"})
    before = snapshot(project / "site")

    assert not firstwin.build(project / "site_config.yml", manifest=True).sites

    assert snapshot(project / "site") == before


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (
            lambda path: path.write_text("notes", "utf-8"),
            "it is a file that firstwin did not write",
        ),
        (lambda path: path.mkdir(), "it is a folder"),
        (lambda path: path.symlink_to("elsewhere"), "it is a symbolic link"),
    ],
    ids=["file", "folder", "link"],
)
def test_what_is_not_ours_is_not_replaced(
    starter: Path, tmp_path: Path, make: Callable[[Path], object], fault: str
) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    (project / "site").mkdir()
    make(manifest_of(project))
    before = snapshot(project / "site")

    with pytest.raises(WrongUseError) as refused:
        firstwin.build(project / "site_config.yml", manifest=True)

    assert refused.value.message == f"{manifest_of(project)} cannot be replaced: {fault}"
    assert snapshot(project / "site") == before


def test_a_folder_that_is_as_it_was_built_is_fine(published: Path) -> None:
    assert firstwin.verify(published).diagnostics == ()


def spoil(folder: Path) -> None:
    """Something of every kind."""
    (folder / "index.html").write_text("<p>Other", "utf-8")
    (folder / "404.html").unlink()
    lay(folder, {"_headers": "/*", "left/over.html": "x", ".hidden": "", ".well-known/a/b": ""})
    (folder / "extra.css").unlink()
    (folder / "extra.css").symlink_to("assets/firstwin.css")
    (folder / "elsewhere").symlink_to(folder.parent)
    (folder / "metrics" / "index.html").unlink()
    os.mkfifo(folder / "metrics" / "index.html")
    os.mkfifo(folder / "pipe")
    shutil.rmtree(folder / "standard" / "admin" / "timeline")


SPOILT = [
    (".hidden", "FW911", "was not built"),
    (".well-known/a/b", "FW911", "was not built"),
    ("404.html", "FW909", "is missing"),
    ("_headers", "FW911", "was not built"),
    ("elsewhere", "FW911", "was not built"),
    ("extra.css", "FW910", "is a symbolic link"),
    ("index.html", "FW910", "is not the file that was built"),
    ("left/over.html", "FW911", "was not built"),
    ("metrics/index.html", "FW910", "is not a file"),
    ("pipe", "FW911", "was not built"),
    ("standard/admin/timeline/index.html", "FW909", "is missing"),
]


def test_every_file_that_is_missing_or_another_or_too_many_is_said(published: Path) -> None:
    spoil(published)

    found = firstwin.verify(published).diagnostics

    assert [(one.span.path, one.code.id, one.message) for one in found] == [
        (name, code, f"{name} {what}") for name, code, what in SPOILT
    ]
    assert {one.code.id: one.hint for one in found} == {
        "FW909": "upload the folder anew, as a whole",
        "FW910": "upload the folder anew, as a whole",
        "FW911": "remove it; where the host needs it, name it: --except",
    }


def test_what_the_host_needs_may_be_there(published: Path) -> None:
    lay(published, {"_headers": "/*", ".well-known/a/b": "", "_headers.bak": ""})

    found = firstwin.verify(published, added=["_headers", ".well-known"]).diagnostics

    assert [one.span.path for one in found] == ["_headers.bak"]


def test_a_name_that_is_no_text_is_shown_all_the_same(published: Path) -> None:
    (Path(str(published)) / b"caf\xe9.html".decode("utf-8", "surrogateescape")).write_text("x")

    (found,) = firstwin.verify(published).diagnostics

    assert found.message == "caf\\xe9.html was not built"


NO_MANIFEST = [
    b"",
    b"{}",
    b"[]",
    b"null",
    b'{"firstwin_manifest": 2, "files": {}}',
    b'{"firstwin_manifest": 1, "files": []}',
    b'{"firstwin_manifest": 1, "files": {"a": {}}}',
    b'{"firstwin_manifest": 1, "files": {"a": "b"}}',
    b'{"firstwin_manifest": 1, "files": {"\\ud800": {"sha256": ""}}}',
    b"[" * 100_000,
    b"\xff\xfe",
]


@pytest.mark.parametrize("content", NO_MANIFEST)
def test_what_is_no_manifest_proves_nothing(tmp_path: Path, content: bytes) -> None:
    lay(tmp_path, {"site/index.html": "x", "site.manifest.json": content})

    with pytest.raises(WrongUseError) as refused:
        firstwin.verify(tmp_path / "site")

    assert refused.value.message == (
        f"{tmp_path}/site.manifest.json is no manifest of a built site"
    )


def test_without_a_manifest_or_a_folder_there_is_nothing_to_compare(tmp_path: Path) -> None:
    lay(tmp_path, {"site/index.html": "x"})

    with pytest.raises(WrongUseError, match="there is no manifest"):
        firstwin.verify(tmp_path / "site")
    with pytest.raises(WrongUseError, match="there is no folder"):
        firstwin.verify(tmp_path / "nowhere")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], prog_name="firstwin")


def test_the_command_says_it_for_people_programs_and_github(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(published.parent)
    fine = run("verify", "site")
    assert (fine.exit_code, fine.output) == (0, "site is as it was built\n")
    (published / "404.html").unlink()

    text, program = run("verify", "site"), run("verify", "site", "--format", "json")
    github = run("verify", "site", "--format", "github")

    assert {text.exit_code, program.exit_code, github.exit_code} == {1}
    assert text.output == (
        "site/404.html:1:1: error[FW909]: 404.html is missing\n"
        "hint: upload the folder anew, as a whole\n\n1 error in 1 file\n"
    )
    assert json.loads(program.output)["diagnostics"][0]["path"] == "site/404.html"
    assert github.output.startswith("::error file=site/404.html,line=1,col=1,title=FW909 ")


def test_the_command_takes_a_manifest_from_elsewhere(published: Path, tmp_path: Path) -> None:
    elsewhere = (tmp_path / "site.manifest.json").rename(tmp_path / "kept.json")
    lay(published, {"_headers": "x"})

    assert run("verify", published).exit_code == 2
    assert run("verify", published, "--manifest", elsewhere).exit_code == 1
    assert run("verify", published, "--manifest", elsewhere, "--except", "_headers").exit_code == 0


def test_the_command_build_writes_one_when_asked(starter: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))

    done = run("build", "--manifest", "--config", project / "site_config.yml")

    assert done.exit_code == 0
    assert run("verify", project / "site" / "customer").exit_code == 0
