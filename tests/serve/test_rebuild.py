"""Building for a preview: only what changed, and every problem with its line."""

import shutil
from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin import Audience, Engine
from firstwin.errors import RefusedError
from firstwin.serve import Rebuild


@pytest.fixture
def project(tmp_path: Path, starter: Path) -> Path:
    return Path(shutil.copytree(starter, tmp_path / "project"))


@pytest.fixture
def rebuild(project: Path) -> Rebuild:
    return Rebuild(project / "site_config.yml", Audience.CUSTOMER, Engine.MKDOCS)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_project_becomes_a_site_away_from_the_published_one(
    rebuild: Rebuild, project: Path
) -> None:
    attempt = rebuild()

    assert attempt.site == project / "build" / "preview" / "customer"
    assert (attempt.site / "index.html").is_file()
    assert not (project / "site").exists()


def test_a_link_where_the_preview_belongs_is_never_followed(
    rebuild: Rebuild, project: Path, tmp_path: Path
) -> None:
    papers = lay(tmp_path / "papers", {"assets/firstwin.css": "x", "thesis.txt": "x"})
    (project / "build/preview").mkdir(parents=True)
    (project / "build/preview/customer").symlink_to(papers, target_is_directory=True)

    attempt = rebuild()

    assert ["symbolic link" in problem.message for problem in attempt.problems] == [True]
    assert list(snapshot(papers)) == ["assets/firstwin.css", "thesis.txt"]


def test_the_engine_rests_while_no_page_changes(rebuild: Rebuild, project: Path) -> None:
    site = rebuild().site
    assert site is not None
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    edit(project / "playbooks/roles.yml", "roles:\n", "# a comment\nroles:\n")

    attempt = rebuild()

    assert (attempt.site, attempt.problems) == (None, ())
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_a_change_on_a_page_makes_a_new_site(rebuild: Rebuild, project: Path) -> None:
    rebuild()
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Renamed")

    site = rebuild().site

    assert site is not None
    assert b"Renamed" in (site / "standard/index.html").read_bytes()


def test_a_build_of_somebody_else_does_not_keep_a_change_back(
    rebuild: Rebuild, project: Path
) -> None:
    """`firstwin build` writes the same tree; the preview's own site is old all the same."""
    rebuild()
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Renamed")
    Rebuild(project / "site_config.yml", Audience.CUSTOMER, Engine.MKDOCS)()

    assert rebuild().site is not None


def test_problems_come_with_line_and_hint_and_the_site_stays(
    rebuild: Rebuild, project: Path
) -> None:
    site = rebuild().site
    assert site is not None
    before = snapshot(site)
    edit(project / "playbooks/standard/playbook.yml", "owner: admin", "owner: admni")

    attempt = rebuild()

    problem = attempt.problems[0]
    assert attempt.site is None
    assert problem.code == "FW201"
    assert problem.place.startswith("playbooks/standard/playbook.yml:")
    assert problem.source.splitlines()[0].strip() == "owner: admni"
    assert problem.source.splitlines()[1].strip() == "^^^^^"
    assert problem.hint == "did you mean `admin`?"
    assert snapshot(site) == before


def test_warnings_are_reported_and_stop_nothing(rebuild: Rebuild, project: Path) -> None:
    lay(project, {"playbooks/library/spare.yml": "title: Tidy up\ndone_when: It is tidy.\n"})

    attempt = rebuild()

    assert attempt.site is not None
    assert attempt.problems == ()
    assert attempt.report is not None
    assert attempt.report.diagnostics


def test_a_broken_theme_or_template_is_a_problem_until_it_is_mended(
    rebuild: Rebuild, project: Path
) -> None:
    rebuild()
    for name, code in (("theme/404.html", "FW905"), ("templates/help.md.j2", "FW802")):
        lay(project, {name: "{% if"})
        assert [problem.code for problem in rebuild().problems] == [code]
        (project / name).unlink()
        mended = rebuild()
        assert mended.problems == ()


def test_what_makes_it_impossible_to_go_on_is_a_problem_as_well(
    rebuild: Rebuild, project: Path
) -> None:
    lay(project, {"build/customer": "somebody's file"})

    (problem,) = rebuild().problems

    assert "customer cannot be written anew: it is a file" in problem.message
    assert problem.hint


def test_what_the_system_refuses_is_a_problem_once_there_is_a_site(
    rebuild: Rebuild, project: Path
) -> None:
    rebuild()
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Renamed")
    (project / "build/preview").rename(project / "build/before")
    (project / "build/preview").touch()

    (problem,) = rebuild().problems

    assert problem.message.endswith("build/preview: it is a file")
    assert problem.hint == "choose a folder of its own: --output site"


def test_what_the_system_refuses_before_there_is_a_site_ends_it(
    rebuild: Rebuild, project: Path
) -> None:
    (project / "build").touch()

    with pytest.raises(RefusedError) as told:
        rebuild()
    assert told.value.message == f"{project}/build cannot be written: Not a directory"


def test_a_fault_of_ours_does_not_end_the_preview(
    rebuild: Rebuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("a bug\n::error::\x1b")

    monkeypatch.setattr("firstwin.serve.rebuild.load", fail)

    (problem,) = rebuild().problems

    assert problem.message == (r"this is a fault of firstwin: RuntimeError('a bug\n::error::\x1b')")
    assert problem.source.startswith("Traceback")
    assert problem.source.endswith("RuntimeError: a bug\n<U+003A>:error::<U+001B>")


def test_a_site_under_a_path_says_so(rebuild: Rebuild, project: Path) -> None:
    edit(
        project / "site_config.yml",
        "# url: https://onboarding.lantern.example/",
        "url: https://lantern.example/start",
    )

    assert rebuild().base == "/start/"


def test_all_that_a_site_is_made_of_is_watched(rebuild: Rebuild, project: Path) -> None:
    edit(project / "site_config.yml", "schema: 1", "schema: 1\nplaybooks: plans\ntheme: look")
    (project / "playbooks").rename(project / "plans")

    watched = rebuild.folders()

    assert {project / "plans", project / "look", project / "templates"} <= set(watched)
