"""Load, check and build, as a program would."""

import gc
import shutil
from pathlib import Path

import pytest
from tests.files import lay, snapshot

import firstwin
from firstwin.diagnostics import Diagnostic
from firstwin.models.values import Audience
from firstwin.pages import Layout
from firstwin.sources.document import Document
from firstwin.validate import Catalog


@pytest.fixture
def project(tmp_path: Path, starter: Path) -> Path:
    return Path(shutil.copytree(starter, tmp_path / "project"))


@pytest.fixture
def config(project: Path) -> Path:
    return project / "site_config.yml"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def break_playbook(project: Path) -> None:
    edit(project / "playbooks/standard/playbook.yml", "owner: csm", "owner: cms")


def add_warning(project: Path) -> None:
    lay(
        project,
        {"playbooks/library/spare.yml": ("schema: 1\ntitle: Tidy up\ndone_when: It is tidy.\n")},
    )


def test_a_project_is_loaded_with_its_catalog(config: Path, project: Path) -> None:
    loaded = firstwin.load(config)

    assert loaded.report.diagnostics == ()
    assert loaded.catalog is not None
    assert list(loaded.catalog.project.plans) == ["standard"]
    assert loaded.project == project


def test_a_check_finds_and_writes_nothing(config: Path, project: Path) -> None:
    break_playbook(project)
    before = snapshot(project)

    report = firstwin.check(config)

    assert not report.ok()
    assert {found.span.path for found in report.diagnostics} == {"playbooks/standard/playbook.yml"}
    assert report.lines["playbooks/standard/playbook.yml"]
    assert snapshot(project) == before


def test_a_build_puts_each_edition_into_a_folder_of_its_own(config: Path, project: Path) -> None:
    built = firstwin.build(config, editions=["customer", firstwin.Audience.INTERNAL, "customer"])

    assert {audience.value: site for audience, site in built.sites.items()} == {
        "customer": project / "site" / "customer",
        "internal": project / "site" / "internal",
    }
    for site in built.sites.values():
        assert (site / "index.html").is_file()
    assert (project / "build/customer/mkdocs.yml").is_file()


def test_a_customer_gets_nothing_internal(config: Path, project: Path) -> None:
    edit(
        project / "playbooks/standard/playbook.yml",
        "Read the notes of the sale first.",
        "Canary-4711.",
    )

    firstwin.build(config, editions=["customer", "internal"])

    def hits(folder: str) -> list[str]:
        return [name for name, data in snapshot(project / folder).items() if b"Canary" in data]

    assert hits("site/internal")
    assert hits("site/customer") == hits("build/customer") == []


def test_the_sites_can_be_written_elsewhere(config: Path, project: Path, tmp_path: Path) -> None:
    firstwin.build(config, output=tmp_path / "public")

    assert (tmp_path / "public/customer/index.html").is_file()
    assert not (project / "site").exists()


def test_an_error_stops_the_build_and_leaves_the_site(config: Path, project: Path) -> None:
    firstwin.build(config)
    before = snapshot(project / "site")
    break_playbook(project)

    built = firstwin.build(config)

    assert built.sites == {}
    assert not built.report.ok(strict=False)
    assert snapshot(project / "site") == before


def test_a_warning_stops_a_strict_build_alone(config: Path, project: Path) -> None:
    firstwin.build(config)
    before = snapshot(project / "site")
    add_warning(project)

    assert firstwin.build(config).sites == {}
    assert snapshot(project / "site") == before
    loose = firstwin.build(config, strict=False)

    assert loose.sites
    assert loose.report.diagnostics
    assert loose.report.ok(strict=False)


def test_one_broken_edition_holds_all_back(config: Path, project: Path) -> None:
    """The sites of one build belong together."""
    firstwin.build(config, editions=["customer", "internal"])
    before = snapshot(project / "site")
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Another title")
    footer = """
        {% if "build/internal" in config.config_file_path %}
        <a href="{{ 'lost/' | url }}">x</a>
        {% endif %}
    """
    lay(project, {"theme/partials/firstwin/footer.html": footer})

    built = firstwin.build(config, editions=["customer", "internal"])

    assert [found.code.id for found in built.report.diagnostics] == ["FW901"]
    assert built.sites == {}
    assert snapshot(project / "site") == before


def test_a_broken_template_of_the_project_is_named(config: Path, project: Path) -> None:
    lay(project, {"templates/home.md.j2": "{{ view.no_such_thing }}"})

    built = firstwin.build(config)

    (found,) = built.report.diagnostics
    assert str(found.span).startswith("templates/home.md.j2:1:")
    assert built.report.lines["templates/home.md.j2"] == ["{{ view.no_such_thing }}"]
    assert not (project / "site").exists()


def test_a_second_build_writes_no_page_anew(config: Path, project: Path) -> None:
    firstwin.build(config)
    pages = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*.md")}
    said: list[str] = []

    firstwin.build(config, progress=said.append)

    assert pages == {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*.md")}
    assert any("none changed" in line for line in said)


def test_a_changed_title_writes_only_the_pages_that_show_it(config: Path, project: Path) -> None:
    firstwin.build(config)
    pages = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*.md")}
    edit(project / "playbooks/library/connect-mailbox.yml", "Add the address", "Name the address")

    firstwin.build(config)

    changed = {path.parent.name for path, time in pages.items() if path.stat().st_mtime_ns != time}
    shown = {path.parent.name for path in pages if "Name the address" in path.read_text("utf-8")}
    assert "connect-mailbox" in changed
    assert changed == shown


@pytest.mark.parametrize("name", ["custmer", "Customer", "", "all"])
def test_an_unknown_edition_is_refused(config: Path, project: Path, name: str) -> None:
    with pytest.raises(firstwin.WrongUseError, match="there is no edition") as refused:
        firstwin.build(config, editions=[name])
    assert "customer, partner, internal" in refused.value.hint
    assert not (project / "build").exists()


def test_an_unknown_engine_is_refused(config: Path) -> None:
    with pytest.raises(firstwin.WrongUseError, match="there is no engine `hugo`"):
        firstwin.build(config, engine="hugo")


@pytest.mark.parametrize("output", [".", "playbooks", "theme", "templates/x", "build"])
def test_a_site_is_never_written_over_its_sources(config: Path, project: Path, output: str) -> None:
    before = snapshot(project)
    with pytest.raises(firstwin.WrongUseError):
        firstwin.build(config, output=project / output)
    assert snapshot(project) == before


def test_folders_the_configuration_names_are_sources_too(config: Path, project: Path) -> None:
    (project / "playbooks").rename(project / "plans")
    edit(config, "schema: 1", "schema: 1\nplaybooks: plans")

    with pytest.raises(firstwin.WrongUseError, match="plans"):
        firstwin.build(config, output=project / "plans" / "site")


def test_what_pages_are_made_of_is_gone_when_sites_are_built(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large site it takes twice as much memory as all of its text."""
    before = _projects_and_layouts()
    while_built: list[int] = []

    def publish_none(*_: object, **_options: object) -> list[Diagnostic]:
        while_built.append(_projects_and_layouts())
        return []

    monkeypatch.setattr("firstwin.api.publish", publish_none)

    firstwin.build(config, editions=[Audience.PARTNER, Audience.CUSTOMER], manifest=True)

    assert while_built == [before]


def _projects_and_layouts() -> int:
    return sum(isinstance(each, (Catalog, Document, Layout)) for each in gc.get_objects())
