"""The command line: what is said, and the exit status."""

import json
import re
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.files import lay, snapshot

from firstwin.api import CODES
from firstwin.cli import cli
from firstwin.system import bundled
from firstwin.words import template

COMMANDS = (
    *("new", "check", "build", "verify", "serve", "calendar", "link", "schema", "lock"),
    *("explain", "docs"),
)


@pytest.fixture
def project(tmp_path: Path, starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project; commands are called in its folder."""
    folder = Path(shutil.copytree(starter, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, arguments, prog_name="firstwin")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def break_playbook(project: Path) -> None:
    path = project / "playbooks/standard/playbook.yml"
    path.write_text(path.read_text("utf-8").replace("owner: admin", "owner: admni", 1), "utf-8")


def write_language(project: Path, language: str) -> None:
    config = project / "site_config.yml"
    written = re.sub(r"(?m)^language: \w+$", f"language: {language}", config.read_text("utf-8"))
    config.write_text(written, "utf-8")


def add_warning(project: Path) -> None:
    lay(project, {"playbooks/library/spare.yml": "title: Tidy up\ndone_when: It is tidy.\n"})


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"Example: firstwin {command}" in result.output
    for option in re.findall(r"^  (--[a-z-]+)[^\n]*$", result.output, re.MULTILINE):
        assert option


def test_help_lists_the_commands_and_the_statuses() -> None:
    result = run("--help")

    assert result.exit_code == 0
    assert [command for command in COMMANDS if f"\n  {command} " in result.output] == list(COMMANDS)
    assert "Exit status: 0" in result.output


def test_version() -> None:
    assert run("--version").output == f"firstwin {version('firstwin')}\n"


@pytest.mark.parametrize(
    ("typed", "meant"), [("chekc", "check"), ("biuld", "build"), ("sreve", "serve")]
)
def test_a_misspelt_command_is_recognised(typed: str, meant: str) -> None:
    result = run(typed)

    assert result.exit_code == 2
    assert f"Did you mean `{meant}`?" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["check", "--fromat", "json"],
        ["check", "--format", "xml"],
        ["build", "--edition", "custmer"],
        ["build", "--engine", "hugo"],
        ["check", "--config", "nowhere.yml"],
        ["build", "--output", "/"],
        ["build", "--output", "playbooks"],
        ["serve", "--port", "99999"],
        ["schema"],
        ["new"],
        ["explain", "FW000"],
        ["lock"],
        ["lock", "--wheel", "nowhere.whl"],
        ["docs", "nothing"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_writes_nothing(project: Path, arguments: list[str]) -> None:
    before = snapshot(project)

    result = run(*arguments)

    assert result.exit_code == 2
    assert "Error" in result.output
    assert "Traceback" not in result.output
    assert snapshot(project) == before


# check


def test_a_clean_project_is_said_to_be_clean(project: Path) -> None:
    result = run("check")

    assert (result.exit_code, result.output) == (0, "no problems\n")


def test_problems_are_shown_with_their_lines(project: Path) -> None:
    break_playbook(project)

    result = run("check")

    assert result.exit_code == 1
    assert re.search(r"^playbooks/standard/playbook\.yml:\d+:\d+: error\[FW2\d\d\]", result.stdout)
    assert "owner: admni" in result.stdout
    assert "did you mean `admin`?" in result.stdout
    assert "1 error in 1 file" in result.stdout


def test_paths_lead_from_the_folder_the_command_was_called_in(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_playbook(project)
    monkeypatch.chdir(project.parent)

    result = run("check", "--config", "project/site_config.yml", "--format", "github")

    place = "file=project/playbooks/standard/playbook.yml,line="
    assert result.stdout.startswith(f"::error {place}")


def test_json_is_json_and_nothing_else(project: Path) -> None:
    break_playbook(project)

    for command in ("check", "build"):
        result = run(command, "--format", "json")
        report = json.loads(result.stdout)
        assert result.exit_code == 1
        assert report["errors"] == 1
        assert report["diagnostics"][0]["path"] == "playbooks/standard/playbook.yml"


def test_warnings_count_unless_told_otherwise(project: Path) -> None:
    add_warning(project)

    assert run("check").exit_code == 1
    loose = run("check", "--no-strict")
    assert loose.exit_code == 0
    assert "warning" in loose.stdout


def test_a_draft_is_told_what_is_unfinished_and_passes(project: Path) -> None:
    path = project / "playbooks/standard/playbook.yml"
    text = path.read_text("utf-8")
    text = text.replace("        done_when: The dates are agreed and written down.\n", "", 1)
    path.write_text(text.replace("title: Invite your team", "title: TODO", 1), "utf-8")

    strict, draft = run("check"), run("check", "--draft")
    path.write_text(path.read_text("utf-8").replace("owner: admin", "owner: admni", 1), "utf-8")
    wrong = run("check", "--draft")

    assert (strict.exit_code, strict.output.splitlines()[-1]) == (1, "1 error, 1 warning in 1 file")
    assert (draft.exit_code, draft.output.splitlines()[-1]) == (0, "2 notes in 1 file")
    assert "note[FW403]" in draft.output
    assert "note[FW608]" in draft.output
    assert (wrong.exit_code, wrong.output.splitlines()[-1]) == (1, "1 error, 2 notes in 1 file")


def test_a_missing_configuration_comes_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("check")

    assert result.exit_code == 2
    assert "there is no site_config.yml in this folder" in result.stderr
    assert "firstwin new" in result.stderr


def test_a_configuration_further_up_or_with_another_ending_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "playbooks" / "team"
    inside.mkdir(parents=True)
    tmp_path.joinpath("site_config.yml").touch()
    monkeypatch.chdir(inside)
    assert "--config ../../site_config.yml" in run("check").stderr.replace("\\", "/")

    inside.joinpath("site_config.yaml").touch()
    assert "rename site_config.yaml to site_config.yml" in run("check").stderr


# build


def test_the_customer_edition_is_built_when_nothing_is_said(project: Path) -> None:
    result = run("build")

    assert result.exit_code == 0
    assert result.stdout == "Built site/customer\n"
    assert re.search(r"^customer: (\d+) pages, \1 changed$", result.stderr, re.MULTILINE)
    assert (project / "site/customer/index.html").is_file()
    assert [path.name for path in (project / "site").iterdir()] == ["customer"]


def test_all_editions_can_be_built_at_once_and_elsewhere(project: Path) -> None:
    policy = "policy:\n  - host: https://counts.example\n    for: [script, connect]\n    reason: Visits.\n"
    config = project / "site_config.yml"
    config.write_text(f"{config.read_text('utf-8')}{policy}", "utf-8")
    result = run("build", "--edition", "all", "--output", "../public")

    assert result.exit_code == 0, result.output
    allowed = "Pages may load from https://counts.example (script, connect): Visits.\n"
    assert result.stdout.count(allowed) == 1
    built = {path.name for path in (project.parent / "public").iterdir()}
    assert built == {"customer", "partner", "internal"}


def test_a_failed_build_says_so_and_leaves_the_site(project: Path) -> None:
    run("build")
    before = snapshot(project / "site")
    break_playbook(project)

    result = run("build")

    assert result.exit_code == 1
    assert "error[FW" in result.stdout
    assert "Nothing was built." in result.stderr
    assert "--no-strict" not in result.stderr
    assert snapshot(project / "site") == before


def test_a_build_that_only_warnings_stop_says_how_to_go_on(project: Path) -> None:
    add_warning(project)

    result = run("build")

    assert result.exit_code == 1
    assert "--no-strict builds all the same" in result.stderr
    assert run("build", "--no-strict").exit_code == 0


def test_the_other_engine_builds_the_same_pages(project: Path) -> None:
    assert run("build").exit_code == 0
    assert run("build", "--engine", "zensical", "--output", "other").exit_code == 0

    def pages(folder: str) -> set[str]:
        return {name for name in snapshot(project / folder) if name.endswith(".html")}

    assert pages("site") == pages("other")


def test_a_build_by_hand_gives_the_same_pages(project: Path) -> None:
    """`build/<edition>/` is all MkDocs needs."""
    run("build")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(project / "build/customer/mkdocs.yml"), strict=True))

    ours, by_hand = snapshot(project / "site/customer"), snapshot(project / "build/customer/site")
    pages = [name for name in by_hand if name.endswith(".html")]
    assert pages
    assert {name: by_hand[name] for name in pages} == {name: ours[name] for name in pages}


# lock


def test_a_lock_says_what_it_wrote(project: Path, tmp_path: Path) -> None:
    name = f"firstwin-{version('firstwin')}-py3-none-any.whl"
    lay(tmp_path, {name: b"a wheel"})

    result = run("lock", "--wheel", str(tmp_path / name))

    assert (result.exit_code, result.output) == (
        0,
        f"Wrote requirements.txt\nWrote wheels/{name}\n",
    )


def test_a_lock_without_a_wheel_asks_for_it(project: Path) -> None:
    result = run("lock")

    name = f"firstwin-{version('firstwin')}-py3-none-any.whl"
    assert (result.exit_code, result.output) == (
        2,
        (
            "Error: nothing says which wheel this firstwin was installed from\n"
            f"hint: name it: `firstwin lock --wheel {name}`\n"
        ),
    )


# docs


def test_a_guide_is_shown_as_it_is() -> None:
    result = run("docs", "authoring")

    assert (result.exit_code, result.output) == (
        0,
        (bundled.DOCS / "authoring.md").read_text("utf-8"),
    )


def test_all_guides_are_listed_with_their_places() -> None:
    result = run("docs")

    assert result.exit_code == 0
    for line in result.output.splitlines():
        assert Path(line.split()[-1]).is_file(), line
    assert len({line.rindex(" ") for line in result.output.splitlines()}) == 1, "in one column"


def test_another_guide_is_not_there() -> None:
    result = run("docs", "athoring")

    assert (result.exit_code, result.output) == (
        2,
        (
            "Error: there is no page `athoring`\n"
            "hint: there are authoring, reference, diagnostics, operating, security\n"
        ),
    )


# new, schema, explain


def test_a_new_project_can_be_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("new", "demo")

    assert result.exit_code == 0
    assert "Next: cd demo && firstwin serve\n" in result.output
    assert result.output.endswith(
        "Before CI can run: firstwin lock --wheel FILE, with the wheel of firstwin\n"
    )
    monkeypatch.chdir(tmp_path / "demo")
    assert run("check").exit_code == 0


def test_a_folder_that_holds_something_is_refused(project: Path) -> None:
    result = run("new", ".")

    assert result.exit_code == 2
    assert "is not empty" in result.stderr


def test_schemas_are_written(project: Path) -> None:
    result = run("schema", "--write", "editor/schemas")

    assert result.exit_code == 0
    assert snapshot(project / "editor/schemas") == snapshot(project / "schemas")


def test_a_code_is_explained_with_examples() -> None:
    result = run("explain", "fw901")

    assert result.exit_code == 0
    assert result.output.startswith("FW901 (error): A link of the built site leads nowhere\n")
    assert "Wrong:\n\n    <a href" in result.output
    assert max(map(len, result.output.splitlines())) <= 88


def test_all_codes_are_listed() -> None:
    lines = run("explain").output.splitlines()

    codes = [line.split()[0] for line in lines]
    assert codes == sorted(set(codes))
    assert {"FW901", "FW801"} <= set(codes)


def test_a_misspelt_code_is_recognised() -> None:
    assert f"from FW001 to {max(CODES)}:" in run("explain", "FW999").stderr


def test_words_are_written_to_begin_from(project: Path) -> None:
    result = run("words")

    assert result.exit_code == 0
    assert (
        result.output
        == f"Wrote theme/words/en.po: {len(template())} sentences, to change those you like\n"
    )
    assert (
        'msgctxt "page"\nmsgid "Help"\nmsgstr ""\n' in (project / "theme/words/en.po").read_text()
    )
    assert run("check").output == "no problems\n"


def test_words_that_are_there_stay_as_they_are(project: Path) -> None:
    mine = '# Mine.\nmsgctxt "page"\nmsgid "Help"\nmsgstr "Ask us"'
    lay(project, {"theme/words/en.po": mine})

    added = run("words")
    again = run("words")

    assert added.output == f"Added {len(template()) - 1} sentences to theme/words/en.po\n"
    assert again.output == "theme/words/en.po has every sentence already\n"
    written = (project / "theme/words/en.po").read_text("utf-8")
    assert written.startswith(mine + "\n")
    assert written.count('msgid "Help"') == 1
    assert run("check").output == "no problems\n"


def test_words_of_another_language_have_its_forms(project: Path) -> None:
    write_language(project, "pl")

    assert run("words").exit_code == 0
    written = (project / "theme/words/pl.po").read_text("utf-8")
    assert "nplurals=3" in written
    assert 'msgstr[2] ""' in written


def test_words_that_cannot_be_read_are_left_alone(project: Path) -> None:
    mine = 'msgctxt "page\n'
    lay(project, {"theme/words/en.po": mine})

    result = run("words")

    assert result.exit_code == 1
    assert result.output == (
        "Error: theme/words/en.po cannot be read\n"
        "hint: run `firstwin check`, and mend what it says\n"
    )
    assert (project / "theme/words/en.po").read_text("utf-8") == mine


@pytest.mark.parametrize("link", ["theme/words", "theme/words/en.po"])
def test_words_are_not_written_through_a_link_that_leads_out(
    project: Path, tmp_path: Path, link: str
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (project / link).parent.mkdir(parents=True)
    (project / link).symlink_to(theirs if link.endswith("words") else theirs / "new.po")

    result = run("words")

    assert result.exit_code == 1
    assert result.output == (
        f"Error: {project / link} is a symbolic link that leads out of the project, or nowhere\n"
        "hint: put a copy of the file in its place\n"
    )
    assert not list(theirs.iterdir())


def test_words_stay_in_the_project(project: Path) -> None:
    write_language(project, "../../../outside")

    result = run("words")

    assert result.exit_code == 1
    assert result.output == (
        "Error: `../../../outside` is not the tag of a language\n"
        "hint: write a tag such as `en`, `de` or `pt-BR` into site_config.yml\n"
    )


def test_words_wait_for_a_configuration_that_can_be_read(project: Path) -> None:
    write_language(project, "[en]")

    result = run("words")

    assert result.exit_code == 1
    assert result.output == (
        "Error: the project cannot be read\nhint: run `firstwin check`, and mend what it says\n"
    )
    assert not (project / "theme").exists()
