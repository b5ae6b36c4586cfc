"""What stands is what was built, and only where a build would come to the same."""

import os
import random
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firstwin.caching.store import open_store
from firstwin.cli import cli
from firstwin.diagnostics import Code, Diagnostic, Related, Report, Severity, Span
from firstwin.record import Outcome, Request, standing, witness_of
from firstwin.sources import read_folders
from tests.edits import SMALL
from tests.files import lay, snapshot

UNCHANGED = "Nothing has changed since the last build\n"
CODE = Code("FW999", Severity.WARNING, "title", "explanation", "wrong", "right")
REPORT = Report(
    (
        Diagnostic(
            *(CODE, "message", Span("playbooks/a.yml", 2, 3, 2, 5, "a.b"), "hint"),
            (Related("other", Span("playbooks/b.yml")),),
            Severity.NOTE,
        ),
    ),
    {"playbooks/a.yml": ("one", "two"), "playbooks/b.yml": ("three",), "playbooks/c.yml": ()},
    ("unseen",),
)
OUTCOME = Outcome(REPORT, ("Pages may load from https://counts.example",))
PLAYBOOK = "playbooks/team/playbook.yml"
SITE, TREE = "site/customer", "build/customer"

_opened: list[str] | None = None


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if _opened is not None and event in {"open", "os.scandir", "os.listdir"}:
        _opened.append(str(Path(str(arguments[0])).absolute()))


sys.addaudithook(_listen)


@contextmanager
def opened() -> Iterator[list[str]]:
    """All files and folders that are opened meanwhile."""
    global _opened  # noqa: PLW0603  # a hook cannot be removed
    found = _opened = []
    try:
        yield found
    finally:
        _opened = None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in whose folder commands are called, and a store."""
    monkeypatch.setenv("FIRSTWIN_STORE", str(tmp_path / "store"))
    folder = Path(shutil.copytree(SMALL, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["build", *arguments], prog_name="firstwin")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def published(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and folder with its mode."""
    files = snapshot(folder)
    return {
        path.relative_to(folder).as_posix(): (
            stat.S_IMODE(path.lstat().st_mode),
            files.get(path.relative_to(folder).as_posix(), b""),
        )
        for path in folder.rglob("*")
    }


# What stands


@pytest.mark.site
def test_a_build_of_what_was_built_says_the_same_and_touches_nothing(project: Path) -> None:
    first = run()
    before = published(project)

    again = run()

    assert UNCHANGED not in first.stderr
    assert re.fullmatch(f"{UNCHANGED}Done in .* s\n", again.stderr)
    assert (again.exit_code, again.stdout) == (first.exit_code, first.stdout)
    assert published(project) == before


@pytest.mark.site
def test_what_is_noted_is_said_again(project: Path) -> None:
    lay(project, {"playbooks/library/spare.yml": "title: Tidy up\ndone_when: It is tidy.\n"})
    for form in ("text", "json", "github"):
        first = run("--no-strict", "--format", form)
        again = run("--no-strict", "--format", form)
        assert "FW" in again.stdout
        assert (again.exit_code, again.stdout) == (first.exit_code, first.stdout)
        assert UNCHANGED in again.stderr
    assert run().exit_code == 1


@pytest.mark.site
def test_a_build_reads_nothing_of_a_project_but_what_its_record_knows(project: Path) -> None:
    lay(project, {"theme/extra.css": "h1 { color: red }", "theme/words/en.po": ""})
    config = project / "site_config.yml"
    with opened() as found:
        run("--processes", "1")

    roots = [config, *read_folders(config).made_from(project), project / "site", project / "build"]
    inside = {Path(path) for path in found if Path(path).is_relative_to(project)} - {project}
    assert {config, project / PLAYBOOK} <= inside
    lost = {path for path in inside if not any(path.is_relative_to(root) for root in roots)}
    assert {path for path in lost if path.exists()} == set()


# What does not


@pytest.fixture
def request_(project: Path) -> Request:
    """A build that was finished, as far as a record knows; no page of it is made."""
    return recorded(project)


def recorded(project: Path, **options: object) -> Request:
    lay(project, {f"{SITE}/index.html": "page", f"{SITE}/a/index.html": "other"})
    lay(project, {f"{TREE}/mkdocs.yml": "nav", f"{TREE}/docs/index.md": "page"})
    request = asked(project, **options)
    witness = witness_of(
        request, (request.config, *read_folders(request.config).made_from(project))
    )
    assert witness is not None
    witness.keep(OUTCOME)
    return request


def asked(project: Path, **options: object) -> Request:
    ways = {"engine": "mkdocs", "gate": False, "manifest": False, "strict": True, **options}
    folders = (project / "site", project / "build")
    return Request(project / "site_config.yml", ("customer",), ("customer",), *folders, ways)


def test_what_a_build_came_to_comes_back_as_it_was(request_: Request) -> None:
    lines = {path: list(REPORT.lines[path]) for path in ("playbooks/a.yml", "playbooks/b.yml")}

    outcome = standing(request_)

    assert outcome == Outcome(Report(REPORT.diagnostics, lines, REPORT.unseen), OUTCOME.printed)


def edit(project: Path, path: str) -> None:
    file = project / path
    file.write_bytes(file.read_bytes() + b" ")


CHANGES: dict[str, Callable[[Path], object]] = {
    "the configuration": lambda project: edit(project, "site_config.yml"),
    "a playbook": lambda project: edit(project, PLAYBOOK),
    "a playbook, of the same size and time": lambda project: same_size_and_time(project / PLAYBOOK),
    "a file more": lambda project: lay(project, {"playbooks/library/new.yml": ""}),
    "a folder more": lambda project: (project / "playbooks/new").mkdir(),
    "a file less": lambda project: (project / PLAYBOOK).unlink(),
    "another name": lambda project: (project / PLAYBOOK).rename(project / f"{PLAYBOOK}.txt"),
    "what may not be read": lambda project: (project / PLAYBOOK).chmod(0o200),
    "a link in place of a file": lambda project: linked(project / PLAYBOOK),
    "a link in place of a folder": lambda project: linked(project / "playbooks"),
    "a theme": lambda project: lay(project, {"theme/extra.css": ""}),
    "words": lambda project: lay(project, {"theme/words/de.po": ""}),
    "a template": lambda project: lay(project, {"templates/home.md.j2": ""}),
    "a customer": lambda project: lay(project, {"customers/a.yml": ""}),
    "a page of one's own": lambda project: lay(project, {"pages/a.md": ""}),
    "a download": lambda project: lay(project, {"files/a.pdf": ""}),
    "a page": lambda project: edit(project, f"{SITE}/index.html"),
    "a page, of the same size and time": lambda project: same_size_and_time(
        project / f"{SITE}/index.html"
    ),
    "a page more": lambda project: lay(project, {f"{SITE}/more/index.html": ""}),
    "a page less": lambda project: (project / f"{SITE}/a/index.html").unlink(),
    "no site": lambda project: shutil.rmtree(project / "site"),
    "the mode of a page": lambda project: (project / f"{SITE}/index.html").chmod(0o600),
    "the mode of a folder": lambda project: (project / f"{SITE}/a").chmod(0o700),
    "a link in place of a page": lambda project: linked(project / f"{SITE}/index.html"),
    "a link in place of a site": lambda project: linked(project / SITE),
    "an empty folder in a site": lambda project: (project / SITE / "new").mkdir(),
    "a manifest nobody asked for": lambda project: lay(project, {f"{SITE}.manifest.json": ""}),
    "Markdown": lambda project: edit(project, f"{TREE}/docs/index.md"),
    "more Markdown": lambda project: lay(project, {f"{TREE}/docs/more.md": ""}),
    "something beside the Markdown": lambda project: lay(project, {f"{TREE}/new": ""}),
    "no tree": lambda project: shutil.rmtree(project / "build"),
    "a build at work": lambda project: lay(project, {"site/.firstwin-lock": ""}),
    "a build that was interrupted": lambda project: (project / "site/.firstwin-abcdefgh").mkdir(),
    "a repository in place of the sites": lambda project: (project / "site/.git").mkdir(),
}


def same_size_and_time(file: Path) -> None:
    about, content = file.stat(), file.read_bytes()
    file.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))


def linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_stands_where_something_was_changed(
    request_: Request, project: Path, change: Callable[[Path], object]
) -> None:
    change(project)

    assert standing(request_) is None


@pytest.mark.parametrize(
    "harmless",
    [
        lambda project: os.utime(project / PLAYBOOK, (1, 1)),
        lambda project: os.utime(project / SITE / "index.html", (1, 1)),
        lambda project: lay(project, {"README.md": "", f"{TREE}/site/index.html": ""}),
        lambda project: lay(project, {"site/partner/index.html": ""}),
    ],
    ids=["a time", "the time of a page", "what no build reads", "another edition"],
)
def test_a_site_stands_whatever_does_not_concern_it(
    request_: Request, project: Path, harmless: Callable[[Path], object]
) -> None:
    harmless(project)

    assert standing(request_) is not None
    assert standing(request_) is not None


@pytest.mark.parametrize("change", ["gate", "manifest", "strict", "engine"])
def test_what_was_asked_otherwise_is_another_build(
    request_: Request, project: Path, change: str
) -> None:
    assert standing(asked(project, **{change: "other"})) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SOURCE_DATE_EPOCH", "1800000000"),
        ("HOME", "/"),
        ("LANG", "de_DE.UTF-8"),
        ("FIRSTWIN_STORE", ""),
    ],
)
def test_nothing_stands_on_another_day_or_elsewhere(
    request_: Request, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    assert standing(request_) is None


def test_nothing_stands_where_other_packages_are_installed(
    request_: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "packages/mkdocs-1.6.2.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "packages")

    assert standing(request_) is None


def test_nothing_stands_by_a_record_that_others_could_have_written(
    request_: Request, tmp_path: Path
) -> None:
    (tmp_path / "store/pages").chmod(0o777)

    assert standing(request_) is None


def test_nothing_stands_by_a_damaged_record(request_: Request, tmp_path: Path) -> None:
    for file in (tmp_path / "store/pages").iterdir():
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.write_bytes(content)

    assert standing(request_) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"imprints": [[1, []]], "roots": [], "around": "", "report": {}}',
        b"[" * 9999,
    ],
)
def test_nothing_stands_by_what_is_no_record(request_: Request, content: bytes) -> None:
    store = open_store()
    assert store is not None
    store.write(request_.key, content)

    assert standing(request_) is None


def test_what_was_changed_during_a_build_is_not_kept(project: Path) -> None:
    lay(project, {f"{SITE}/index.html": "page", f"{TREE}/mkdocs.yml": "nav"})
    request = asked(project)
    witness = witness_of(request, [request.config, project / "playbooks"])
    assert witness is not None
    edit(project, PLAYBOOK)

    witness.keep(OUTCOME)

    assert standing(request) is None


def test_a_site_for_a_disk_has_a_record_of_its_own(project: Path) -> None:
    run()
    assert not run("--offline").stderr.startswith(UNCHANGED)
    whole = published(project / "site")
    assert run("--offline").stderr.startswith(UNCHANGED)
    edit(project, "site/customer-offline/index.html")

    assert not run("--offline").stderr.startswith(UNCHANGED)
    assert published(project / "site") == whole


def test_what_a_build_says_it_says_again_where_nothing_has_changed(project: Path) -> None:
    policy = "policy:\n  - {host: https://counts.example, for: [script], reason: Visits.}\n"
    config = project / "site_config.yml"
    config.write_text(f"{config.read_text('utf-8')}{policy}", "utf-8")

    first, again = run(), run()

    assert again.stderr.startswith(UNCHANGED)
    assert again.stdout == first.stdout
    assert "Pages may load from https://counts.example (script): Visits.\n" in again.stdout


# What is published


EDITS: dict[str, Callable[[Path, random.Random], object]] = {
    "a title": lambda project, chance: retitled(project, chance),  # noqa: PLW0108  # it stands below
    "a style": lambda project, chance: lay(
        project, {"theme/extra.css": f"h1 {{ margin: {chance.randrange(9)}px }}\n"}
    ),
    "a template": lambda project, chance: lay(
        project, {"theme/partials/firstwin/footer.html": f"<footer>{chance.randrange(9)}</footer>"}
    ),
    "words": lambda project, chance: lay(
        project,
        {"theme/words/en.po": f'msgctxt "page"\nmsgid "Glossary"\nmsgstr "{chance.random()}"\n'},
    ),
    "a page": lambda project, chance: edit(project, chosen(project / SITE, "*.html", chance)),
    "a page less": lambda project, chance: Path(chosen(project / SITE, "*.html", chance)).unlink(),
    "Markdown": lambda project, chance: edit(project, chosen(project / TREE, "*.md", chance)),
    "nothing": lambda project, chance: None,  # as the others are called
}


def retitled(project: Path, chance: random.Random) -> None:
    file = project / PLAYBOOK
    title = f"\ntitle: Onboarding {chance.randrange(99)}\n"
    file.write_text(re.sub(r"\ntitle: [^\n]*\n", title, file.read_text("utf-8"), count=1), "utf-8")


def chosen(folder: Path, pattern: str, chance: random.Random) -> str:
    return str(chance.choice(sorted(folder.rglob(pattern))))


@pytest.mark.site
def test_after_any_edits_what_is_published_is_what_a_build_from_nothing_makes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    chance = random.Random(43)  # the same on every run
    run()
    for number in range(60 if request.config.getoption("full") else 4):
        names = chance.sample(list(EDITS), chance.randint(1, 2))
        for name in names:
            EDITS[name](project, chance)
        result = run()
        with monkeypatch.context() as nothing:
            nothing.setenv("FIRSTWIN_STORE", "")
            anew = run("--output", str(tmp_path / f"{number}/site"))

        assert anew.exit_code == result.exit_code == 0, (names, anew.stdout)
        assert published(project / SITE) == published(tmp_path / f"{number}/site/customer"), names
