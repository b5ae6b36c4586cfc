"""Building for a preview: only what changed, and every problem with its line."""

import re
import shutil
from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin import Audience, Engine
from firstwin.errors import RefusedError
from firstwin.serve import Attempt, Rebuild, SiteFolder

A_FILE = "it is a file, or something on the way there is one"


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


def all_of(attempt: Attempt) -> list[Attempt]:
    """An attempt with everything that follows it."""
    return [attempt, *(follower for follower in attempt.follows if follower)]


def codes(attempt: Attempt) -> list[str]:
    return [problem.code for problem in attempt.problems]


def page(attempt: Attempt, path: str) -> bytes:
    assert attempt.site is not None
    found = attempt.site.read(path)
    assert found is not None
    return found


def test_a_project_becomes_a_site_away_from_the_published_one(
    rebuild: Rebuild, project: Path
) -> None:
    attempt = rebuild()

    assert b"</html>" in page(attempt, "/index.html")
    assert not (project / "site").exists()
    assert not (project / "build/customer").exists()


def test_zensical_builds_a_whole_site_away_from_the_published_one(project: Path) -> None:
    rebuild = Rebuild(project / "site_config.yml", Audience.CUSTOMER, Engine.ZENSICAL)

    attempt = rebuild()

    assert attempt.site == SiteFolder(project / "build" / "preview" / "customer")
    assert b"</html>" in page(attempt, "/index.html")
    assert not (project / "site").exists()
    assert rebuild().site is None, "nothing has changed"


def test_a_link_where_the_preview_belongs_is_never_followed(
    rebuild: Rebuild, project: Path, tmp_path: Path
) -> None:
    papers = lay(tmp_path / "papers", {"assets/firstwin.css": "x", "thesis.txt": "x"})
    (project / "build/served").mkdir(parents=True)
    (project / "build/served/customer").symlink_to(papers, target_is_directory=True)

    attempt = rebuild()

    assert ["symbolic link" in problem.message for problem in attempt.problems] == [True]
    assert list(snapshot(papers)) == ["assets/firstwin.css", "thesis.txt"]


def test_the_engine_rests_while_no_page_changes(rebuild: Rebuild, project: Path) -> None:
    before = page(rebuild(), "/index.html")
    edit(project / "playbooks/roles.yml", "roles:\n", "# a comment\nroles:\n")

    attempt = rebuild()

    assert attempt.problems == ()
    assert page(attempt, "/index.html") is before, "it was not made again"


def test_a_change_on_a_page_makes_a_new_site(rebuild: Rebuild, project: Path) -> None:
    rebuild()
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Renamed")

    assert b"Renamed" in page(rebuild(), "/standard/index.html")


def test_a_picture_that_is_added_is_there(rebuild: Rebuild, project: Path) -> None:
    tutorial = project / "playbooks/library/connect-mailbox.yml"
    rebuild()
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    lay(project, {"playbooks/library/images/form.svg": picture})
    edit(tutorial, "    see:", "    image: images/form.svg\n    alt: A form\n    see:")

    shown = all_of(rebuild())

    assert [codes(each) for each in shown] == [[]] * len(shown)
    assert page(shown[0], "/media/library/images/form.svg").startswith(b"<svg")


def test_a_site_that_was_shown_stays_as_it_was(rebuild: Rebuild, project: Path) -> None:
    attempt = rebuild()
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Renamed")
    rebuild()

    assert b"Renamed" not in page(attempt, "/standard/index.html")


def test_problems_come_with_line_and_hint_and_the_site_stays(
    rebuild: Rebuild, project: Path
) -> None:
    before = rebuild()
    edit(project / "playbooks/standard/playbook.yml", "owner: admin", "owner: admni")

    attempt = rebuild()

    problem = attempt.problems[0]
    assert attempt.site is None
    assert problem.code == "FW201"
    assert problem.place.startswith("playbooks/standard/playbook.yml:")
    assert problem.source.splitlines()[0].strip() == "owner: admni"
    assert problem.source.splitlines()[1].strip() == "^^^^^"
    hint, other = problem.hint.splitlines()
    assert hint == "did you mean `admin`?"
    assert re.fullmatch(r"playbooks/standard/playbook\.yml:\d+:\d+: here too", other)
    assert b"</html>" in page(before, "/standard/index.html")


def test_warnings_are_reported_and_stop_nothing(rebuild: Rebuild, project: Path) -> None:
    lay(project, {"playbooks/library/spare.yml": "title: Tidy up\ndone_when: It is tidy.\n"})

    attempt = rebuild()

    assert attempt.site is not None
    assert not attempt.complete, "the rules are still to come"
    found, *_ = (follower.report for follower in all_of(attempt)[1:])
    assert found is not None
    assert [one.code.id for one in found.diagnostics] == ["FW701"]
    assert [one.problems for one in all_of(attempt)] == [()] * len(all_of(attempt))


def test_where_nothing_is_wrong_it_is_said_when_all_has_been_looked_at(rebuild: Rebuild) -> None:
    first, *_, last = all_of(rebuild())

    assert not first.complete
    assert (last.complete, last.site, last.problems) == (True, None, ())
    assert last.report is not None
    assert last.report.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("theme/404.html", "FW905"),
        ("theme/partials/header.html", "FW905"),
        ("templates/home.md.j2", "FW802"),
    ],
)
def test_a_template_that_breaks_what_is_on_screen_is_a_problem_until_it_is_mended(
    rebuild: Rebuild, project: Path, name: str, code: str
) -> None:
    rebuild()
    lay(project, {name: "{% if"})
    assert codes(rebuild()) == [code]
    (project / name).unlink()

    assert codes(rebuild()) == []


def test_a_template_that_breaks_another_page_is_a_problem_once_the_page_is_shown(
    rebuild: Rebuild, project: Path
) -> None:
    help_page = page(rebuild(), "/help/index.html")
    page(rebuild(), "/index.html")
    lay(project, {"templates/help.md.j2": "{% if"})

    first, *_, last = all_of(rebuild())

    assert (codes(first), codes(last)) == ([], ["FW802"])
    assert page(first, "/help/index.html") == help_page, "as it was last seen"
    (project / "templates/help.md.j2").unlink()
    assert [codes(one) for one in all_of(rebuild()) if one.problems] == []


def test_a_link_that_leads_nowhere_is_a_problem_once_the_page_is_shown(
    rebuild: Rebuild, project: Path
) -> None:
    lay(project, {"templates/help.md.j2": "# Help\n\n<a href='../nowhere/'>there</a>\n"})

    first, *_, last = all_of(rebuild())

    assert codes(first) == []
    (problem,) = (one for one in last.problems if one.message.startswith("`nowhere`"))
    assert problem.message == "`nowhere` leads nowhere: there is no such page"
    path, line, _ = problem.place.split(":")
    assert path == "build/served/customer/docs/help/index.md"
    written = (project / path).read_text("utf-8").splitlines()
    assert written[int(line) - 1] == "<a href='../nowhere/'>there</a>"


def test_what_makes_it_impossible_to_go_on_is_a_problem_as_well(
    rebuild: Rebuild, project: Path
) -> None:
    lay(project, {"build/served/customer": "somebody's file"})

    (problem,) = rebuild().problems

    assert "customer cannot be written anew: it is a file" in problem.message
    assert problem.hint


def test_what_the_system_refuses_is_a_problem_once_there_is_a_site(
    rebuild: Rebuild, project: Path
) -> None:
    rebuild()
    edit(project / "playbooks/standard/playbook.yml", "Standard onboarding", "Renamed")
    (project / "build/served").rename(project / "build/before")
    (project / "build/served").touch()

    (problem,) = rebuild().problems

    assert problem.message.endswith(f"build cannot be written: {A_FILE}")


def test_what_the_system_refuses_before_there_is_a_site_ends_it(
    rebuild: Rebuild, project: Path
) -> None:
    (project / "build").touch()

    with pytest.raises(RefusedError) as told:
        rebuild()
    assert told.value.message == f"{project}/build cannot be written: {A_FILE}"


def test_a_fault_of_ours_does_not_end_the_preview(
    rebuild: Rebuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, **__: object) -> None:
        raise RuntimeError("a bug\n::error::\x1b")

    monkeypatch.setattr("firstwin.serve.fresh.load_for_now", fail)

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
