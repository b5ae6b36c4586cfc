"""What an editor shows: the real yaml-language-server on the project that `firstwin new` writes."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.golden import compare, sections
from tests.schema.cases import cases, whole_file
from tests.schema.language_server import LanguageServer, language_server

from firstwin.scaffold import new_project

WORDS = [
    "task",
    "meeting",
    "training",
    "email",
    "data-import",
    "milestone",
    "review",
    "survey",
    "handoff",
    "procedure",
]
GOLDEN = Path(__file__).parent / "rejected" / "editor.txt"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new") / "project"
    new_project(root)
    return root


@pytest.fixture(scope="module")
def playbook(project: Path) -> Path:
    return project / "playbooks" / "standard" / "playbook.yml"


@pytest.fixture(scope="module")
def before(playbook: Path) -> str:
    """The project's playbook up to its first step."""
    text = playbook.read_text("utf-8")
    return text[: text.index("      - id:")]


@pytest.fixture(scope="module")
def step(before: str) -> str:
    """The same with a step that says no more than it must."""
    return before + "      - id: next\n        title: Do the next thing\n"


@pytest.fixture(scope="module")
def server(node: Path, repository: Path, project: Path) -> Iterator[LanguageServer]:
    with language_server(node, repository, project) as server:
        yield server


def with_modeline(kind: str, path: Path) -> str:
    """A case as a file at the top of the project, which names its schema."""
    schema, text = whole_file(kind, path.read_text("utf-8"))
    return f"# yaml-language-server: $schema=schemas/{schema}.schema.json\n{text}"


def lines_before(kind: str) -> int:
    """The lines that stand before a case."""
    return with_modeline(kind, Path(os.devnull)).count("\n")


def yaml_files(root: Path) -> list[Path]:
    return [root / "site_config.yml", *sorted((root / "playbooks").rglob("*.yml"))]


@pytest.mark.parametrize("root", ["project", "repository"])
def test_a_project_has_no_fault(
    root: str, server: LanguageServer, request: pytest.FixtureRequest
) -> None:
    texts = {file: file.read_text("utf-8") for file in yaml_files(request.getfixturevalue(root))}

    found = server.faults(texts)

    assert [(file.name, faults) for file, faults in found.items() if faults] == []


def test_what_check_accepts_has_no_fault(server: LanguageServer, project: Path) -> None:
    texts = {
        project / f"{kind}-{path.name}": with_modeline(kind, path)
        for kind, path in cases("accepted")
    }

    found = server.faults(texts)

    assert [(file.name, faults) for file, faults in found.items() if faults] == []


def test_a_step_s_keys_are_proposed_with_what_they_mean(
    server: LanguageServer, playbook: Path, step: str
) -> None:
    proposed = server.proposals(playbook, step + "        |\n")

    assert proposed["done_when"] == (
        "How everybody can tell that it is done.\n\n"
        "Markdown in one paragraph: emphasis, links and code."
    )
    assert "agenda" not in proposed
    assert "id" not in proposed


def test_a_new_step_may_use_the_library(
    server: LanguageServer, playbook: Path, before: str
) -> None:
    proposed = server.proposals(playbook, before + "      - |\n")

    assert {"use", "id", "title", "type", "Task", "Use of the library"} <= proposed.keys()


def test_the_types_of_steps_are_proposed_with_what_they_mean(
    server: LanguageServer, playbook: Path, step: str
) -> None:
    proposed = server.proposals(playbook, step + "        type: |\n")

    assert list(proposed) == WORDS
    several = "People talk to each other at one time, or, in `sessions`, at several."
    assert proposed["meeting"] == several


def test_after_its_type_a_step_s_own_keys_are_proposed(
    server: LanguageServer, playbook: Path, step: str
) -> None:
    proposed = server.proposals(playbook, step + "        type: meeting\n        |\n")

    assert "What is talked about, in order" in proposed["agenda"]
    assert "sessions" in proposed
    assert "first_value" not in proposed


def test_the_audiences_are_proposed(server: LanguageServer, playbook: Path, step: str) -> None:
    proposed = server.proposals(playbook, step + "        audience: |\n")

    assert list(proposed) == ["customer", "partner", "internal"]


def test_an_item_may_become_a_group(server: LanguageServer, playbook: Path, step: str) -> None:
    proposed = server.proposals(playbook, step + "        items:\n          one:\n            |\n")

    assert {"text", "only_if", "title", "items"} <= proposed.keys()


def test_a_key_is_explained(server: LanguageServer, playbook: Path, step: str) -> None:
    explained = server.explanation(playbook, step + "        only_|if: data-migration\n")

    assert explained.startswith(
        "#### Task\n\n"
        "The condition under which it applies; asked in `conditions.yml`.\n\n"
        "A condition (`data-migration`, `not data-migration`), a choice (`hosting: self-managed`), "
        "several of which one must hold (`any_of: [data-migration, {hosting: self-managed}]`), "
        "or a list of all these, all of which must hold.\n"
    )


def test_alternatives_are_proposed_for_a_condition(
    server: LanguageServer, playbook: Path, step: str
) -> None:
    proposed = server.proposals(playbook, step + "        only_if:\n          |\n")

    assert proposed == {"any_of": "Conditions, one of which must hold."}


def test_a_mistake_is_explained_at_its_place(
    server: LanguageServer, project: Path, update_goldens: bool
) -> None:
    files = {path: project / f"{kind}-{path.name}" for kind, path in cases("rejected")}
    texts = {files[path]: with_modeline(kind, path) for kind, path in cases("rejected")}

    found = server.faults(texts)

    said = {
        f"{kind}/{path.stem}": "\n".join(
            f"{fault.line - lines_before(kind)}: {fault.message}" for fault in found[files[path]]
        )
        for kind, path in cases("rejected")
    }
    assert [case for case, faults in said.items() if not faults] == []
    compare(GOLDEN, said, update=update_goldens)
    assert sections(GOLDEN).keys() - {""} == said.keys()
