"""Which files are read, which are assets, and what is wrong with their names and links."""

import os
from pathlib import Path

import pytest
from tests.files import lay
from tests.sources.reading import codes, read_project

from firstwin.diagnostics import Diagnostic
from firstwin.sources import Sources, read

Found = tuple[Sources, list[Diagnostic]]


def test_yaml_and_assets_below_the_playbooks_folder_are_found(tmp_path: Path) -> None:
    sources, found = read_project(
        tmp_path,
        {
            "playbooks/enterprise/playbook.yml": "tier: enterprise\n",
            "playbooks/enterprise/images/start.PNG": b"",
            "playbooks/library/handbook.pdf": b"",
            "playbooks/README.md": "not published",
            "playbooks/page.html": "not published",
            "elsewhere/other.yml": "a: b\n",
        },
    )

    assert found == []
    assert set(sources.documents) == {"playbooks/tiers.yml", "playbooks/enterprise/playbook.yml"}
    assert sources.assets == {
        "playbooks/enterprise/images/start.PNG",
        "playbooks/library/handbook.pdf",
    }
    assert sources.config.data == {"title": "Guides"}
    assert sources.root == tmp_path


def test_what_is_hidden_or_set_aside_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    (tmp_path / "playbooks" / ".#lock.yml").symlink_to("someone@somewhere")
    sources, found = read_project(
        tmp_path,
        {
            "playbooks/_drafts/new.yml": "not: [yaml",
            "playbooks/_later.yml": "not: [yaml",
            "playbooks/.cache/x.yml": "not: [yaml",
            "playbooks/.hidden.yml": "not: [yaml",
            "playbooks/roles.yml.bak": "not: [yaml",
            "playbooks/_drafts/secret.png": b"",
        },
    )

    assert (found, set(sources.documents), sources.assets) == (
        [],
        {"playbooks/tiers.yml"},
        frozenset(),
    )


def test_the_configuration_names_the_folder(tmp_path: Path) -> None:
    sources, found = read_project(
        tmp_path,
        {"site_config.yml": "playbooks: ./content/guides/\n", "content/guides/a.yml": "a: b"},
    )

    assert found == []
    assert list(sources.documents) == ["content/guides/a.yml"]


@pytest.mark.parametrize(
    "written",
    [
        *(
            "../other",
            "a/../../b",
            "/etc",
            '"~"',
            "~root",
            "C:\\guides",
            "C:/guides",
            "\\\\host\\share",
        ),
        *(".", "./", "a\\b", ".git", "a%2e%2e", '"a\\u200Bb"', '""'),
    ],
)
def test_the_folder_must_lie_inside_the_project(written: str, tmp_path: Path) -> None:
    lay(tmp_path, {"other/a.yml": "a: b"})
    sources, found = read_project(
        tmp_path / "project", {"site_config.yml": f"playbooks: {written}\n"}
    )

    assert codes(found) == ["FW003"]
    assert str(found[0].span) == "site_config.yml:1:12"
    assert sources.documents == {}


def test_a_folder_or_configuration_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, no_config = read(tmp_path / "site_config.yml")
    lay(tmp_path, {"site_config.yml": "title: x\n"})
    _, no_folder = read(tmp_path / "site_config.yml")
    lay(tmp_path, {"site_config.yml": "playbooks: guides\n"})
    _, no_named_folder = read(tmp_path / "site_config.yml")

    assert [one.message for one in [*no_config, *no_folder, *no_named_folder]] == [
        f"there is no site_config.yml in the folder {tmp_path.name}",
        "there is no folder playbooks beside site_config.yml",
        "there is no folder guides beside site_config.yml",
    ]
    assert codes([*no_config, *no_folder, *no_named_folder]) == ["FW001"] * 3


def test_a_configuration_that_is_not_yaml_does_not_hide_the_playbooks(tmp_path: Path) -> None:
    sources, found = read_project(tmp_path, {"site_config.yml": "- a list\n"})

    assert codes(found) == ["FW021"]
    assert sources.config.data == {}
    assert list(sources.documents) == ["playbooks/tiers.yml"]


def test_a_broken_configuration_alone_is_not_a_missing_folder(tmp_path: Path) -> None:
    lay(tmp_path, {"site_config.yml": ""})
    _, found = read(tmp_path / "site_config.yml")

    assert codes(found) == ["FW020"]


def test_yaml_with_another_ending_is_told_and_read_all_the_same(tmp_path: Path) -> None:
    sources, found = read_project(
        tmp_path, {"playbooks/roles.yaml": "csm: CSM\n", "playbooks/plays.YML": "a: b\n"}
    )

    assert codes(found) == ["FW005", "FW005"]
    assert [one.hint for one in found] == [
        "rename it to playbooks/plays.yml",
        "rename it to playbooks/roles.yml",
    ]
    assert sources.documents["playbooks/roles.yml"].data == {"csm": "CSM"}
    assert sources.documents["playbooks/roles.yml"].path == "playbooks/roles.yaml"


def test_a_file_with_another_ending_does_not_replace_the_right_one(tmp_path: Path) -> None:
    sources, found = read_project(
        tmp_path, {"playbooks/roles.yaml": "a: old\n", "playbooks/roles.yml": "a: new\n"}
    )

    assert codes(found) == ["FW005"]
    assert sources.documents["playbooks/roles.yml"].data == {"a": "new"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("con.yml", "Windows keeps the name `con`"),
        ("AUX.guide.yml", "Windows keeps the name `AUX`"),
        ("com1.png", "Windows keeps the name `com1`"),
        ("lpt9 .png", "Windows keeps the name `lpt9`"),
        ("nul/a.png", "Windows keeps the name `nul`"),
        ("images./a.png", "end in a dot or a space"),
        ("images /a.png", "end in a dot or a space"),
        ("what?.png", "names with '?'"),
        ("a:b.png", "names with ':'"),
        ("a\u200bb.png", "special space or an invisible character"),
        ("10.00\u202fAM.png", "special space or an invisible character"),
    ],
)
def test_names_that_some_systems_refuse(name: str, reason: str, tmp_path: Path) -> None:
    _, found = read_project(tmp_path, {f"playbooks/{name}": "a: b\n"})

    assert codes(found) == ["FW007"]
    assert reason in found[0].message


def test_names_that_are_not_unicode_are_shown_escaped_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "playbooks") + b"/caf\xe9.png")).write_bytes(b"")
    sources, found = read_project(tmp_path, {})

    assert codes(found) == ["FW007"]
    assert found[0].span.path == "playbooks/caf\\udce9.png"
    assert sources.assets == frozenset()


def test_names_that_are_fine_are_fine(tmp_path: Path) -> None:
    names = [
        "Kickoff deck.png",
        "übersicht.png",
        "日本.png",
        "console.png",
        "com10.png",
        "a%20b.png",
    ]
    sources, found = read_project(tmp_path, {f"playbooks/{name}": b"" for name in names})

    assert found == []
    assert len(sources.assets) == len(names)


def test_names_that_are_one_on_other_systems(tmp_path: Path) -> None:
    _, found = read_project(
        tmp_path,
        {
            "playbooks/Setup.png": b"",
            "playbooks/setup.png": b"",
            "playbooks/caf\u00e9.png": b"",
            "playbooks/cafe\u0301.png": b"",
            "playbooks/Library/a.yml": "a: b\n",
            "playbooks/library/b.yml": "a: b\n",
        },
    )

    assert codes(found) == ["FW006"] * 3
    assert {one.related[0].span.path for one in found} == {
        "playbooks/Library",
        "playbooks/Setup.png",
        "playbooks/cafe\u0301.png",
    }


def test_paths_that_are_too_long(tmp_path: Path) -> None:
    long = "a" * 100
    sources, found = read_project(
        tmp_path, {f"playbooks/{long}/{long}/a.yml": "a: b\n", f"playbooks/{long}.png": b""}
    )

    assert codes(found) == ["FW008"]
    assert "211 characters; at most 200" in found[0].message
    assert sources.assets == {f"playbooks/{long}.png"}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return lay(tmp_path / "outside", {"secret.yml": "a: b\n", "secret.png": b"secret"})


@pytest.mark.parametrize("name", ["link.yml", "link.png", "folder"])
def test_links_out_of_the_project_are_refused_by_name(
    name: str, secret: Path, tmp_path: Path
) -> None:
    project = lay(tmp_path / "project", {"playbooks/a.yml": "a: b\n"})
    link = project / "playbooks" / name
    link.symlink_to(secret if name == "folder" else secret / name.replace("link", "secret"))
    sources, found = read_project(project, {})

    assert codes(found) == ["FW004"]
    assert found[0].message == f"the symbolic link playbooks/{name} leads out of the project"
    assert "secret" not in str(sources.documents) + str(sources.assets)


def test_a_playbooks_folder_that_is_a_link_out_of_the_project(secret: Path, tmp_path: Path) -> None:
    project = lay(tmp_path / "project", {"site_config.yml": "title: x\n"})
    (project / "playbooks").symlink_to(secret)
    sources, found = read(project / "site_config.yml")

    assert codes(found) == ["FW003"]
    assert sources.documents == {}


def test_a_configuration_that_is_a_link_out_of_the_project(secret: Path, tmp_path: Path) -> None:
    project = lay(tmp_path / "project", {"playbooks/a.yml": "a: b\n"})
    (project / "site_config.yml").symlink_to(secret / "secret.yml")
    sources, found = read(project / "site_config.yml")

    assert codes(found) == ["FW004"]
    assert sources.config.data == {}


@pytest.mark.parametrize(
    ("name", "target", "reason"),
    [
        ("gone.yml", "nothing.yml", "leads nowhere"),
        ("self.yml", "self.yml", "leads in a circle"),
        ("up", "..", "leads in a circle"),
        ("here", ".", "leads in a circle"),
        ("history.png", "../.git/x.png", "leads to something that is not published"),
        ("draft.yml", "_drafts/a.yml", "leads to something that is not published"),
        ("key.png", "../deploy.key", "leads to a file of another kind"),
        ("plan.png", "../plan.yml", "leads to a file of another kind"),
    ],
)
def test_links_that_lead_nowhere_good(name: str, target: str, reason: str, tmp_path: Path) -> None:
    lay(tmp_path, {".git/x.png": b"", "playbooks/_drafts/a.yml": "a: b\n"})
    lay(tmp_path, {"deploy.key": b"secret", "plan.yml": "a: b\n"})
    (tmp_path / "playbooks" / name).symlink_to(target)
    _, found = read_project(tmp_path, {})

    assert [(one.code.id, one.message) for one in found] == [
        ("FW004", f"the symbolic link playbooks/{name} {reason}")
    ]


def test_links_inside_the_project_are_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"shared/logo.png": b"", "playbooks/smb/images/a.png": b""})
    (tmp_path / "playbooks" / "logo.png").symlink_to("../shared/logo.png")
    (tmp_path / "playbooks" / "partner").symlink_to("smb")
    sources, found = read_project(tmp_path, {})

    assert found == []
    assert sources.assets == {
        "playbooks/logo.png",
        "playbooks/partner/images/a.png",
        "playbooks/smb/images/a.png",
    }


def test_linked_folders_inside_linked_folders_are_refused(tmp_path: Path) -> None:
    lay(tmp_path, {"playbooks/a/x.yml": "a: b\n", "playbooks/b/y.yml": "a: b\n"})
    (tmp_path / "playbooks" / "a" / "more").symlink_to("../b")
    (tmp_path / "playbooks" / "link").symlink_to("a")
    sources, found = read_project(tmp_path, {})

    assert [one.message for one in found] == [
        "the symbolic link playbooks/link/more stands in a folder that is itself a link"
    ]
    assert "playbooks/a/more/y.yml" in sources.documents


@pytest.mark.parametrize("name", ["pipe.yml", "pipe.png", "pipe.pdf"])
def test_what_is_no_file_is_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    os.mkfifo(tmp_path / "playbooks" / name)
    sources, found = read_project(tmp_path, {})

    assert [(one.code.id, one.message) for one in found] == [
        ("FW002", f"playbooks/{name} is not a file")
    ]
    assert not sources.assets


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_project(tmp_path, {"playbooks/roles.yml": "a: b\n"})
    opened = Path.open

    def refuse(path: Path, *args: object, **options: object) -> object:
        if path.name == "roles.yml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setattr(Path, "open", refuse)  # root may open everything
    _, found = read(tmp_path / "site_config.yml")

    assert codes(found) == ["FW002"]
    assert found[0].message == "playbooks/roles.yml cannot be read: Permission denied"


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "locked":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    _, found = read_project(tmp_path, {"playbooks/locked/a.yml": "a: b\n"})

    assert codes(found) == ["FW002"]


def test_faults_come_in_order_of_file_and_line(tmp_path: Path) -> None:
    _, found = read_project(
        tmp_path,
        {
            "site_config.yml": "a: @b\n",
            "playbooks/b.yml": "a: b\na: c\nd: @e\n",
            "playbooks/a.yml": "x: {y}\nz: @a\n",
        },
    )

    assert [str(one.span) for one in found] == [
        "playbooks/a.yml:1:4",
        "playbooks/a.yml:2:4",
        "playbooks/b.yml:2:1",
        "playbooks/b.yml:3:4",
        "site_config.yml:1:4",
    ]
