"""No name and no text acts on a terminal or a log, wherever it is written."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from threading import Timer
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result
from tests.files import lay
from tests.hostile import acts, texts

from firstwin.api import Built, build
from firstwin.cli import cli
from firstwin.loading import check

FORMS: Final = ("text", "json", "github")
PLAYBOOK: Final = "playbooks/standard/playbook.yml"
ALL: Final = "\n".join(texts()).replace("\0", "")
"""All at once, where one try takes its time."""
PATIENCE: Final = 120
"""Seconds after which a process that answers nothing is ended, so that the test fails and not hangs."""


@pytest.fixture
def project(tmp_path: Path, starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(starter, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, arguments, prog_name="firstwin")
    assert "Traceback" not in result.output
    return result


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), "utf-8")


def quoted(text: str) -> str:
    """A text as YAML and JSON hold any: in double quotes, with escapes."""
    return json.dumps(text).replace("\x7f", "\\x7f")


def name_of(text: str) -> str:
    """A text as the name of a file, as far as the system takes it."""
    name = text.replace("/", "_").replace("\0", "_").encode("utf-8", "surrogateescape")
    return os.fsdecode(name[:200])


def wrong_value(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "owner: csm", f"owner: {quoted(text)}")


def wrong_key(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "owner: csm", f"owner: csm\n    {quoted(text)}: x")


def wrong_id(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "  - id: ", f"  - id: {quoted(text)}\n    x: ")


def wrong_window(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "    days: ", f"    days: {quoted(text)}\n    x: ")


def value_that_is_not_there(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "title: ", "title: " + quoted("{{ " + text + " }}") + "\nx: ")


def text_with_tags(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "summary: ", f"summary: {quoted('<b>' + text + '</b> [x](y:z)')}\nx: ")


def raw_line(project: Path, text: str) -> None:
    path = project / PLAYBOOK
    path.write_bytes(path.read_bytes() + text.encode() + b": [\n")


def raw_comment(project: Path, text: str) -> None:
    path = project / PLAYBOOK
    path.write_bytes(path.read_bytes() + b"# " + text.encode() + b"\nsummary: 1\nsummary: 2\n")


def name_of_a_file(project: Path, text: str) -> None:
    lay(project, {f"playbooks/{name_of(text)}.yml": "x: 1\n", "playbooks/library/x.txt": "x"})


def name_of_a_folder(project: Path, text: str) -> None:
    lay(project, {f"playbooks/{name_of(text)}/playbook.yml": "title: [\n"})


def name_of_a_persona(project: Path, text: str) -> None:
    lay(project, {f"playbooks/standard/{name_of(text)}.yml": "hide: [x]\n"})


def name_of_a_link(project: Path, text: str) -> None:
    (project / f"playbooks/library/{name_of(text)}.yml").symlink_to("/nowhere")


def name_of_a_picture(project: Path, text: str) -> None:
    edit(project, PLAYBOOK, "owner: csm", f"owner: csm\n    image: {quoted(text)}")
    lay(project, {f"playbooks/library/images/{name_of(text)}.png": "no picture"})


def name_of_the_playbooks(project: Path, text: str) -> None:
    edit(project, "site_config.yml", "schema: 1", f"schema: 1\nplaybooks: {quoted(text)}")


def folder_of_the_playbooks(project: Path, text: str) -> None:
    name = name_of(text)
    (project / "playbooks").rename(project / name)
    edit(project, "site_config.yml", "schema: 1", f"schema: 1\nplaybooks: {quoted(name)}")
    lay(project, {f"{name}/x.yml": "x"})


def name_of_the_title(project: Path, text: str) -> None:
    edit(project, "site_config.yml", "title: ", f"url: {quoted(text)}\nlogo: {quoted(text)}\nx: ")


IN_FILES: Final[list[Callable[[Path, str], None]]] = [
    wrong_value,
    wrong_key,
    wrong_id,
    wrong_window,
    value_that_is_not_there,
    text_with_tags,
    raw_line,
    raw_comment,
    name_of_a_file,
    name_of_a_folder,
    name_of_a_persona,
    name_of_a_link,
    name_of_a_picture,
    name_of_the_playbooks,
    folder_of_the_playbooks,
    name_of_the_title,
]


@pytest.mark.parametrize("put", IN_FILES)
def test_what_is_in_files_shows_and_does_nothing(
    project: Path, tmp_path: Path, put: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = 0
    for number, text in enumerate(texts()):
        copy = Path(shutil.copytree(project, tmp_path / str(number)))
        monkeypatch.chdir(copy)
        put(copy, text)
        # The same is found whatever form it is said in.
        monkeypatch.setattr("firstwin.cli.check_command.check", cache(check))
        for form in FORMS:
            result = run("check", "--format", form)
            assert acts(result.output, annotations=form == "github") == []
            told += result.exit_code
    assert told > 50


def test_colours_are_all_that_acts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong_value(project, ALL)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")

    said = run("check").stdout

    assert acts(said) != []
    assert acts(re.sub(r"\x1b\[[0-9;]*m", "", said)) == []


ARGUMENTS: Final = [
    (2, "{}"),
    (2, "check {}"),
    (2, "check --{}"),
    (2, "check --format {}"),
    (2, "check --config {}"),
    (2, "check --config {}/site_config.yml"),
    (2, "build --edition {}"),
    (2, "build --output full/{}"),
    (1, "build --output /proc/{}"),
    (2, "serve --host {}"),
    (2, "serve --port {}"),
    (1, "schema --write /proc/{}"),
    (2, "explain {}"),
    (0, "new -- ../{}"),
    (2, "new full/{}"),
    (1, "new /proc/{}"),
]


@pytest.mark.parametrize(("status", "command"), ARGUMENTS, ids=[line for _, line in ARGUMENTS])
def test_what_is_asked_for_shows_and_does_nothing(project: Path, status: int, command: str) -> None:
    for text in texts():
        name = name_of(text)
        lay(project / "full", {f"{name}/customer/thesis.txt": "x"})

        result = run(*(word.format(name) for word in command.split(" ")))

        assert acts(result.output) == []
        assert result.exit_code == status


def build_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every build of a test come to what the first one came to, whatever form that is said in."""
    first: list[Built] = []

    def build_at_first(*arguments: Any, **options: Any) -> Built:
        if not first:
            first.append(build(*arguments, **options))
        return first[0]

    monkeypatch.setattr("firstwin.api.build", build_at_first)


def test_what_templates_say_shows_and_does_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(project, {"templates/home.md.j2": "{{ view[" + repr(ALL) + "] }}"})
    build_once(monkeypatch)

    for form in FORMS:
        result = run("build", "--format", form)
        assert acts(result.output, annotations=form == "github") == []
        assert result.exit_code == 1


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_what_an_engine_says_shows_and_does_nothing(
    project: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(project, {"theme/404.html": "{{ config.extra[" + quoted(ALL) + "].x }}"})
    build_once(monkeypatch)

    for form in FORMS:
        result = run("build", "--engine", engine, "--format", form)
        assert acts(result.output, annotations=form == "github") == []
        assert result.exit_code == 1


def test_where_schemas_were_written_shows_and_does_nothing(project: Path) -> None:
    result = run("schema", "--write", name_of(ALL))

    assert acts(result.output) == []
    assert result.exit_code == 0


@pytest.mark.parametrize("name", [name_of(text) for text in texts()][::7])
def test_what_was_built_shows_and_does_nothing(project: Path, name: str) -> None:
    result = run("build", "--output", f"../{name}")

    assert acts(result.output) == []
    assert result.exit_code == 0
    assert (project.parent / name / "customer/index.html").is_file()


@pytest.mark.parametrize(
    "folder",
    [
        "my guides",
        "it's",
        "-n",
        "$HOME",
        "a\nb",
        "##[x]",
        "::x",
        "caf\u00e9",
        "\udcff",
        "\u202e",
        "*",
    ],
)
def test_the_next_command_can_be_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("new", "--", folder)

    (line,) = (line for line in result.output.split("\n") if line.startswith("Next: "))
    command = line.removeprefix("Next: ").replace("firstwin serve", "pwd")
    printed = subprocess.run(["bash", "-c", command], capture_output=True, check=True).stdout
    assert os.fsdecode(printed) == f"{tmp_path / folder}\n"


def test_a_fault_of_ours_shows_and_does_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError(ALL)

    monkeypatch.setattr("firstwin.cli.check_command.check", fail)
    result = CliRunner().invoke(cli, ["check"])

    assert acts(result.output) == []
    assert result.exit_code == 1
    assert result.output.startswith("Traceback")
    assert result.output.endswith(
        "Error: this is a fault of firstwin\nhint: report it with the lines above\n"
    )


def test_a_terminal_without_a_sign_for_it_is_no_fault(project: Path) -> None:
    edit(project, PLAYBOOK, "owner: csm", "owner: \u00fc\u65e5\U0001f600")
    command = [sys.executable, "-m", "firstwin", "check"]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="latin-1", check=False
    )

    assert done.stdout.startswith(f"{PLAYBOOK}:")
    assert "`\u00fc\\u65e5\\U0001f600` is not an id" in done.stdout
    assert done.stderr == ""


def test_a_preview_shows_it_and_it_does_nothing(project: Path) -> None:
    name = os.fsdecode(b"playbooks/\xff\x1b[2J.yml")
    wrong_value(project, ALL)
    (project / name).write_text("x: 1\n", "utf-8")
    command = [sys.executable, "-u", "-m", "firstwin", "serve"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as preview:
        given_up = Timer(PATIENCE, preview.kill)
        given_up.start()
        try:
            assert preview.stdout
            url = preview.stdout.readline().split()[5]
            said = [preview.stdout.readline()]
            while not re.match(r"\d+ errors?", said[-1]):
                said.append(preview.stdout.readline())
            with closing(HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)) as connection:
                connection.request("GET", "/")
                shown = connection.getresponse().read().decode()
            preview.send_signal(signal.SIGINT)
            _, errors = preview.communicate()
        finally:
            preview.kill()
            given_up.cancel()

    assert acts("".join(said) + errors) == []
    assert acts(shown) == []
    assert errors.split() == ["Interrupted."]
