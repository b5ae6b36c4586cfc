"""The reference page says what the models say."""

import re
from pathlib import Path

from tests.schema.cases import SCHEMAS, step_examples

from firstwin.schema import FILES, reference

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference.md"


def test_the_committed_page_is_that_of_the_models() -> None:
    assert PAGE.read_text("utf-8") == reference(step_examples()), "run `make docs`"


def test_every_file_key_and_type_of_step_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    for name, schema in SCHEMAS.items():
        assert f"`{FILES[name].place}`" in page
        for model in (schema, *schema.get("definitions", {}).values()):
            for key in model.get("properties", {}):
                assert f"| `{key}` |" in page or key == "type"
            for word in model.get("enum", ()):
                assert f"`{word}`" in page or f"`type: {word}`" in page


def test_every_link_on_the_page_leads_somewhere() -> None:
    page = PAGE.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    anchors = [heading.lower().replace(" ", "-") for heading in headings]

    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(anchors)


def test_every_type_of_step_has_an_example() -> None:
    words = SCHEMAS["library"]["definitions"]["StepType"]["enum"]

    assert step_examples().keys() == {*words, "use"}
