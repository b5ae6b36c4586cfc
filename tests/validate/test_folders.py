"""The folders of a project lie apart, whatever they are called and wherever links lead."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.files import lay

from firstwin.loading import load
from firstwin.output.overrides import overrides
from firstwin.system import bundled

SMALL = Path(__file__).resolve().parents[1] / "projects" / "small"
SECRET = b"\x89PNG for the team alone"
NAMES = (
    "playbooks",
    "theme",
    "templates",
    "build",
    "schemas",
    "site",
    "Theme",
    "look",
    "a",
    ".",
    "",
)
DECOMPOSED = "u\u0308ber"
COMPOSED = "\u00fcber"

Project = Callable[[str], Path]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Writes the small project with some settings."""

    def write(settings: str) -> Path:
        folder = copytree(SMALL, tmp_path / "project")
        config = folder / "site_config.yml"
        config.write_text(f"{settings}\n{config.read_text('utf-8')}", "utf-8")
        return folder

    return write


def findings(folder: Path) -> list[tuple[str, str, str]]:
    return [
        (found.code.id, found.message, str(found.span))
        for found in load(folder / "site_config.yml").report.diagnostics
    ]


@pytest.mark.parametrize(
    ("settings", "message", "place"),
    [
        ("theme: playbooks", "the folder of the theme is that of the playbooks", "1:8"),
        ("theme: ./playbooks//", "the folder of the theme is that of the playbooks", "1:8"),
        ("theme: playbooks/team", "the folder of the theme lies in that of the playbooks", "1:8"),
        ("theme: build/customer", "the folder of the theme lies in that of what is built", "1:8"),
        ("theme: site", "the folder of the theme is that of the built sites", "1:8"),
        ("theme: schemas/x", "the folder of the theme lies in that of the schemas", "1:8"),
        ("theme: templates", "the folder of the theme is that of the page templates", "1:8"),
        (
            "theme: Playbooks",
            "the folder of the theme is that of the playbooks, on Windows and macOS",
            "1:8",
        ),
        (
            "theme: BUILD/x",
            "the folder of the theme lies in that of what is built, on Windows and macOS",
            "1:8",
        ),
    ],
)
def test_a_theme_lies_apart(project: Project, settings: str, message: str, place: str) -> None:
    assert findings(project(settings)) == [("FW126", message, f"site_config.yml:{place}")]


@pytest.mark.parametrize(
    "name", ["themes", "playbooks-theme", "play", "look/theme", "schema", "sites"]
)
def test_a_name_that_only_begins_alike_is_another(project: Project, name: str) -> None:
    folder = project(f"theme: {name}")
    (folder / name).mkdir(parents=True)
    assert findings(folder) == []


@pytest.mark.parametrize(
    ("playbooks", "relation"),
    [
        ("theme", "is that"),
        ("theme/guides", "holds that"),
        ("Theme", "is that"),
    ],
)
def test_playbooks_do_not_lie_in_the_usual_theme(
    project: Project, playbooks: str, relation: str
) -> None:
    folder = project(f"playbooks: {playbooks}")
    (folder / playbooks).parent.mkdir(exist_ok=True)
    (folder / "playbooks").rename(folder / playbooks)
    (found,) = findings(folder)
    assert found[0] == "FW126"
    assert found[1].startswith(f"the folder of the theme {relation} of the playbooks")
    assert found[2] == "site_config.yml:1:12"


@pytest.mark.parametrize("playbooks", ["build", "site/guides", "schemas", "templates/guides"])
def test_playbooks_lie_apart_from_all_else(project: Project, playbooks: str) -> None:
    folder = project(f"playbooks: {playbooks}")
    (folder / playbooks).parent.mkdir(exist_ok=True)
    (folder / "playbooks").rename(folder / playbooks)
    assert [code for code, *_ in findings(folder)] == ["FW126"]


def test_one_name_in_two_forms_of_unicode_is_one(project: Project) -> None:
    folder = project(f"playbooks: {COMPOSED}\ntheme: {DECOMPOSED}")
    (folder / "playbooks").rename(folder / COMPOSED)
    (folder / DECOMPOSED).mkdir()
    assert [code for code, *_ in findings(folder)] == ["FW126"]


@pytest.mark.parametrize(
    ("link", "to", "message"),
    [
        ("theme", "playbooks", "the folder of the theme is that of the playbooks"),
        ("theme", "playbooks/team", "the folder of the theme lies in that of the playbooks"),
        ("build", "playbooks", "the folder of the playbooks is that of what is built"),
        ("site", "playbooks", "the folder of the playbooks is that of the built sites"),
        (
            "templates",
            "playbooks/library",
            "the folder of the playbooks holds that of the page templates",
        ),
    ],
)
def test_a_link_is_what_it_leads_to(project: Project, link: str, to: str, message: str) -> None:
    folder = project("schema: 1".replace("schema: 1", "# nothing more"))
    (folder / link).symlink_to(to)
    assert findings(folder) == [
        ("FW126", f"{message}, by way of a symbolic link", "site_config.yml:1:1")
    ]


def test_a_theme_that_a_link_leads_out_for_is_told(project: Project, tmp_path: Path) -> None:
    folder = project("theme: look")
    (tmp_path / "elsewhere").mkdir()
    (folder / "look").symlink_to("../elsewhere")
    message = "`look` is not a folder inside the project: a symbolic link leads out of the project"
    assert findings(folder) == [("FW003", message, "site_config.yml:1:8")]


def test_a_theme_that_is_not_there_is_told_once(project: Project) -> None:
    message = "there is no folder look beside site_config.yml"
    assert findings(project("theme: look")) == [("FW001", message, "site_config.yml:1:8")]


paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join)


@given(
    playbooks=paths,
    theme=paths,
    link=st.sampled_from([None, *NAMES[:6]]),
    to=st.sampled_from(NAMES[:8]),
)
def test_what_check_takes_publishes_no_file_of_the_playbooks(
    tmp_path_factory: pytest.TempPathFactory, playbooks: str, theme: str, link: str | None, to: str
) -> None:
    folder = tmp_path_factory.mktemp("project")
    config = f"playbooks: {playbooks}\ntheme: {theme}\n".replace(": \n", ': ""\n')
    lay(folder, {"site_config.yml": config})
    for name in (playbooks, theme):
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            return
    lay(folder / playbooks, {"tiers.yml": "tiers: {}\n", "team/secret.png": SECRET})
    if link and not (folder / link).exists():
        (folder / link).symlink_to(to)
    found = load(folder / "site_config.yml")
    if not {"FW001", "FW003", "FW126"} & {one.code.id for one in found.report.diagnostics}:
        published = overrides(
            bundled.THEME, folder, folder / found.folders.theme, folder / found.folders.playbooks
        )
        assert SECRET not in published.values()
