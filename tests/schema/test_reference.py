"""The reference page says what the models say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.schema.cases import Yaml12, all_schemas, examples_of_keys, step_examples

from firstwin.schema import FILES, reference
from firstwin.schema.json_schema import json_schema
from firstwin.schema.outline import FileOutline, JsonSchema, outline

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference.md"
_COLUMNS = 5
"""How many a table of keys has."""
_OTHER_TITLES = {"What every step may have": "Task", "Library entry": "Task"}
"""The model of a heading that is no model's title."""


def test_the_committed_page_is_that_of_the_models() -> None:
    assert PAGE.read_text("utf-8") == reference(step_examples(), examples_of_keys()), (
        "run `make docs`"
    )


def test_every_file_key_and_type_of_step_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    for name, schema in all_schemas().items():
        assert f"`{FILES[name].place}`" in page
        for model in (schema, *schema.get("definitions", {}).values()):
            for key in model.get("properties", {}):
                # What a condition is made of stands with the other kinds of values.
                assert f"| `{key}` |" in page or key in ("type", "any_of")
            for word in model.get("enum", ()):
                assert f"`{word}`" in page or f"`type: {word}`" in page


def test_every_link_on_the_page_leads_somewhere() -> None:
    page = PAGE.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    anchors = [heading.lower().replace(" ", "-") for heading in headings]

    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(anchors)


def test_every_type_of_step_has_an_example() -> None:
    words = all_schemas()["library"]["definitions"]["StepType"]["enum"]

    assert step_examples().keys() == {*words, "use"}


def test_every_key_on_the_page_has_an_example_and_no_other_has() -> None:
    shown = {(heading, key): example for heading, key, example in _rows()}
    written = {(heading, key) for heading, keys in examples_of_keys().items() for key in keys}

    assert [*shown] == [place for place in shown if shown[place]], "add it to tests/schema/keys.yml"
    assert written == shown.keys()


@pytest.mark.parametrize("heading", examples_of_keys())
def test_every_example_of_a_key_is_what_the_key_takes(heading: str) -> None:
    schemas = [*_schemas(heading)]
    for key, text in examples_of_keys()[heading].items():
        example = yaml.load(text, Loader=Yaml12)
        assert [*example] == [key]
        faults = [_faults(schema, example) for schema in schemas]
        assert [] in faults, f"{text}: {faults}"


def _rows() -> Iterator[tuple[str, str, str]]:
    """The heading, key and example of each row of a table of keys."""
    heading = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        cells = re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |"))
        if len(cells) == _COLUMNS and re.fullmatch("`[a-z_]+`", cells[0]):
            yield heading, cells[0].strip("`"), cells[-1]


def _schemas(heading: str) -> Iterator[JsonSchema]:
    """The models under a heading, with no key that has to be there."""
    title = _OTHER_TITLES.get(heading, heading)
    for kind in FILES.values():
        each = outline(kind.root)
        roots = [each.root] * (kind.title == heading and "properties" in each.root)
        models = (model for model in each.models.values() if model.get("title") == title)
        for model in (*roots, *models):
            yield json_schema(FileOutline({**model, "required": []}, each.models), heading, heading)


def _faults(schema: JsonSchema, example: object) -> list[str]:
    return [error.message for error in Draft7Validator(schema).iter_errors(example)]
