"""What an editor shows: the real yaml-language-server on the files of a project."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.files import lay
from tests.golden import compare, sections
from tests.schema.cases import PLACES, cases, whole_file
from tests.schema.language_server import LanguageServer, language_server

from firstwin.schema import write_schemas

PLAYBOOK = """\
# yaml-language-server: $schema=../../schemas/playbook.schema.json
schema: 1
tier: enterprise
title: Enterprise onboarding
summary: From signature to a measured first outcome.
duration: 120
phases:
  - id: kickoff
    title: Plan together
    days: 1-14
    owner: csm
    outcome: One plan is signed.
    steps:
      - id: kickoff-call
        title: Hold the kickoff call
        days: 3-5
        done_when: The date of go-live is agreed.
"""
NEW_STEP = PLAYBOOK + "      - id: next\n        title: Do the next thing\n"
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
    root = tmp_path_factory.mktemp("project")
    write_schemas(root / "schemas")
    return lay(root, {PLACES["playbook"]: PLAYBOOK})


@pytest.fixture(scope="module")
def playbook(project: Path) -> Path:
    return project / PLACES["playbook"]


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


def test_a_clean_file_has_no_fault(server: LanguageServer, playbook: Path) -> None:
    assert server.faults({playbook: PLAYBOOK}) == {playbook: []}


def test_the_reference_playbooks_and_all_that_check_accepts_have_no_fault(
    server: LanguageServer, repository: Path, project: Path
) -> None:
    texts = {
        file: file.read_text("utf-8")
        for file in [
            repository / "site_config.yml",
            *sorted((repository / "playbooks").rglob("*.yml")),
        ]
    }
    texts |= {
        project / f"{kind}-{path.name}": with_modeline(kind, path)
        for kind, path in cases("accepted")
    }

    found = server.faults(texts)

    assert [(file.name, faults) for file, faults in found.items() if faults] == []


def test_a_step_s_keys_are_proposed_with_what_they_mean(
    server: LanguageServer, playbook: Path
) -> None:
    proposed = server.proposals(playbook, NEW_STEP + "        |\n")

    assert proposed["done_when"] == (
        "How everybody can tell that it is done.\n\n"
        "Markdown in one paragraph: emphasis, links and code."
    )
    assert "agenda" not in proposed
    assert "id" not in proposed


def test_a_new_step_may_use_the_library(server: LanguageServer, playbook: Path) -> None:
    proposed = server.proposals(playbook, PLAYBOOK + "      - |\n")

    assert {"use", "id", "title", "type", "Task", "Use of the library"} <= proposed.keys()


def test_the_types_of_steps_are_proposed_with_what_they_mean(
    server: LanguageServer, playbook: Path
) -> None:
    proposed = server.proposals(playbook, NEW_STEP + "        type: |\n")

    assert list(proposed) == WORDS
    assert proposed["meeting"] == "People talk to each other at one time."


def test_after_its_type_a_step_s_own_keys_are_proposed(
    server: LanguageServer, playbook: Path
) -> None:
    proposed = server.proposals(playbook, NEW_STEP + "        type: meeting\n        |\n")

    assert "What is talked about, in order" in proposed["agenda"]
    assert "sessions" not in proposed


def test_the_audiences_are_proposed(server: LanguageServer, playbook: Path) -> None:
    proposed = server.proposals(playbook, NEW_STEP + "        audience: |\n")

    assert list(proposed) == ["customer", "partner", "internal"]


def test_an_item_may_become_a_group(server: LanguageServer, playbook: Path) -> None:
    proposed = server.proposals(
        playbook, NEW_STEP + "        items:\n          one:\n            |\n"
    )

    assert {"text", "only_if", "title", "items"} <= proposed.keys()


def test_a_key_is_explained(server: LanguageServer, playbook: Path) -> None:
    explained = server.explanation(playbook, NEW_STEP + "        only_|if: data-migration\n")

    assert explained.startswith(
        "#### Task\n\n"
        "The condition under which it applies; asked in `conditions.yml`.\n\n"
        "A condition (`data-migration`, `not data-migration`), a choice (`hosting: self-managed`), "
        "or a list of them, all of which must hold.\n"
    )


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
