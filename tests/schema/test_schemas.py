"""What `check` accepts an editor accepts, and what is plainly wrong both reject."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.files import lay, snapshot
from tests.schema.cases import (
    PLACES,
    STEP,
    all_schemas,
    cases,
    faults_of_check,
    faults_of_schema,
    step_examples,
    whole_file,
)

from firstwin.scaffold import new_project
from firstwin.schema import FILES, write_schemas
from firstwin.sources.codes import OUTSIDE

REPOSITORY = Path(__file__).resolve().parents[2]
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def kind_of(path: str) -> str:
    """The kind of the file that lies at `path` in a project."""
    known = {place: kind for kind, place in PLACES.items()}
    if path in known:
        return known[path]
    if path.startswith("playbooks/library/"):
        return "library"
    if path.startswith("customers/"):
        return "customer"
    if "/phases/" in path:
        return "phase"
    return "playbook" if path.endswith("/playbook.yml") else "persona"


def project_files(root: Path) -> list[tuple[str, Path]]:
    files = [root / "site_config.yml", *sorted(root.glob("playbooks/**/*.yml"))]
    files += sorted(root.glob("customers/*.yml"))
    return [(kind_of(file.relative_to(root).as_posix()), file) for file in files]


EXAMPLES = [
    ("library" if name in ("tutorial", "quiz", "document") else STEP, text)
    for name, text in step_examples().items()
]
PROJECTS = [
    *project_files(REPOSITORY),
    *project_files(REPOSITORY / "tests" / "projects" / "small"),
]


def named(case: object) -> str:
    return f"{case.parent.name}/{case.stem}" if isinstance(case, Path) else ""


@pytest.mark.parametrize(("kind", "path"), [*cases("accepted"), *PROJECTS], ids=named)
def test_what_check_accepts_the_schema_accepts(kind: str, path: Path, tmp_path: Path) -> None:
    kind, text = whole_file(kind, path.read_text("utf-8"))

    assert faults_of_check(kind, text, tmp_path) == []
    assert faults_of_schema(kind, text) == []


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=list(step_examples()))
def test_the_examples_of_the_reference_are_right(kind: str, text: str, tmp_path: Path) -> None:
    kind, text = whole_file(kind, text)

    assert faults_of_check(kind, text, tmp_path) == []
    assert faults_of_schema(kind, text) == []


@pytest.mark.parametrize(("kind", "path"), cases("rejected"), ids=named)
def test_what_is_plainly_wrong_both_reject(kind: str, path: Path, tmp_path: Path) -> None:
    kind, text = whole_file(kind, path.read_text("utf-8"))

    shape_faults = [
        fault
        for fault in faults_of_check(kind, text, tmp_path)
        if not fault.startswith("FW0") or fault.startswith(OUTSIDE.id)
    ]
    assert shape_faults
    assert faults_of_schema(kind, text)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_draft_07_and_stands_alone(name: str) -> None:
    schema = all_schemas()[name]

    Draft7Validator.check_schema(schema)
    assert "$id" not in schema
    assert "x-" not in str(schema)
    assert "'null'" not in str(schema)
    references = set(re.findall(r"'\$ref': '#/definitions/([^']+)'", str(schema)))
    assert references == set(schema.get("definitions", {}))


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_explained(name: str) -> None:
    schema = all_schemas()[name]
    for model in (schema, *schema.get("definitions", {}).values()):
        for key, value in model.get("properties", {}).items():
            if isinstance(value, dict) and "const" not in value:
                target = schema["definitions"][value["$ref"][14:]] if "$ref" in value else value
                assert target["markdownDescription"].startswith(target["description"]), key


def test_the_committed_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    written = write_schemas(tmp_path)

    assert snapshot(REPOSITORY / "schemas") == snapshot(tmp_path), "run `make docs`"
    assert {path.name: json.loads(path.read_text("utf-8")) for path in written} == {
        f"{name}.schema.json": schema for name, schema in all_schemas().items()
    }


def test_nothing_is_written_through_what_lies_in_the_folder(tmp_path: Path) -> None:
    theirs = lay(tmp_path / "theirs", {"a": "A", "b": "B"})
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "tiers.schema.json").symlink_to(theirs / "a")
    (tmp_path / "schemas" / "roles.schema.json").hardlink_to(theirs / "b")

    write_schemas(tmp_path / "schemas")

    assert snapshot(theirs) == {"a": b"A", "b": b"B"}
    assert snapshot(REPOSITORY / "schemas") == snapshot(tmp_path / "schemas")


@pytest.mark.parametrize(("kind", "path"), project_files(REPOSITORY), ids=named)
def test_the_first_line_of_a_playbook_file_leads_to_its_schema(kind: str, path: Path) -> None:
    assert schema_named_by(path) == REPOSITORY / "schemas" / f"{kind}.schema.json"


def test_a_new_project_s_files_lead_to_its_schemas_and_fit_them(tmp_path: Path) -> None:
    root = tmp_path / "new"
    new_project(root)

    for kind, path in project_files(root):
        text = path.read_text("utf-8")
        assert schema_named_by(path) == root / "schemas" / f"{kind}.schema.json"
        assert faults_of_check(kind, text, tmp_path / "alone") == []
        assert faults_of_schema(kind, text) == []
    assert snapshot(root / "schemas") == snapshot(REPOSITORY / "schemas")


def schema_named_by(path: Path) -> Path:
    """The schema the file's first line names."""
    found = MODELINE.match(path.read_text("utf-8"))
    assert found, f"{path} begins with no `# yaml-language-server: $schema=...`"
    return (path.parent / found[1]).resolve()
