"""The gate and `select` read who may see what from two sides, and come to the same."""

import ast
import inspect
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.built.building import copy_small
from tests.built.leaky import write_leaky
from tests.files import lay
from tests.select.canaries import strings

import firstwin.select
from firstwin.editions import render_edition
from firstwin.gate.passages import Passage, PassageKind, passages
from firstwin.gate.prove import prove
from firstwin.gate.readers import KEYED, KEYED_LISTS, WIDTHS
from firstwin.gate.wording import as_shown, folded, words_of
from firstwin.loading import Loaded, load
from firstwin.models.values import Audience
from firstwin.select import select

ROOT = Path(__file__).resolve().parents[2]
FEW = 2
AUDIENCES = [Audience.CUSTOMER, Audience.PARTNER]
PROJECTS: dict[str, Callable[[Path], object]] = {"leaky": write_leaky, "small": copy_small}


@pytest.fixture(scope="module", params=["reference", *PROJECTS])
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    if request.param == "reference":
        return load(ROOT / "site_config.yml")
    folder = tmp_path_factory.mktemp("readings") / "project"
    PROJECTS[request.param](folder)
    return load(folder / "site_config.yml")


@pytest.fixture(params=AUDIENCES, ids=lambda audience: audience.value)
def audience(request: pytest.FixtureRequest) -> Audience:
    assert isinstance(request.param, Audience)
    return request.param


def plain(text: str) -> str:
    return f" {' '.join(words_of(folded(as_shown(text))))} "


def in_edition(loaded: Loaded, audience: Audience) -> str:
    """Every text of an edition, as words."""
    assert loaded.catalog
    return "\n".join(map(plain, strings(select(loaded.catalog, audience).project)))


def texts(loaded: Loaded) -> list[Passage]:
    """What authors wrote in words; a word or two are part of many a text."""
    return [
        one
        for one in passages(loaded.sources)
        if one.kind is PassageKind.TEXT and not one.line and len(plain(one.text).split()) > FEW
    ]


def test_what_select_leaves_in_an_edition_is_for_its_readers(
    loaded: Loaded, audience: Audience
) -> None:
    left, width = in_edition(loaded, audience), WIDTHS[audience.value]
    seen = "\n".join(plain(one.text) for one in texts(loaded) if one.width >= width)

    strangers = [
        one
        for one in texts(loaded)
        if one.width < width and plain(one.text) in left and plain(one.text) not in seen
    ]

    # A value that only texts for others fill in stays in the configuration, and is shown nowhere.
    assert [str(one.span) for one in strangers if one.keys[0] != "company"] == []


def test_what_is_for_the_readers_is_left_in_their_edition(
    loaded: Loaded, audience: Audience
) -> None:
    left, width = in_edition(loaded, audience), WIDTHS[audience.value]

    missed = [one for one in texts(loaded) if one.width >= width and plain(one.text) not in left]

    # The default of a parameter is a part of the steps that use its entry.
    assert [str(one.span) for one in missed if "parameters" not in one.keys] == []


def objects_in(schema: object) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema, at any depth."""
    if isinstance(schema, dict):
        yield schema
    if isinstance(schema, dict | list):
        for inner in schema.values() if isinstance(schema, dict) else schema:
            yield from objects_in(inner)


def is_keyed(field: Any, definitions: dict[str, Any]) -> bool:
    """Whether the value of a field may be a mapping with keys of the author's own."""
    if not isinstance(field, dict):
        return False
    if "$ref" in field:
        return is_keyed(definitions[field["$ref"].rpartition("/")[2]], definitions)
    choices = (choice for kind in ("anyOf", "oneOf", "allOf") for choice in field.get(kind, []))
    keyed = isinstance(field.get("additionalProperties"), dict) or "patternProperties" in field
    by_form = (field.get("then"), field.get("else"))
    return keyed or any(is_keyed(choice, definitions) for choice in (*choices, *by_form))


def test_the_gate_knows_every_field_whose_keys_are_ids() -> None:
    """A field that is new in the models has to be told it: the gate does not ask them."""
    listed = {name for name, field, definitions in fields() if is_keyed_list(field, definitions)}
    keyed = {name for name, field, definitions in fields() if is_keyed(field, definitions)}

    # A condition, or a choice, is a reference in a list as well.
    assert listed - {"only_if", "any_of"} == KEYED_LISTS
    # Customers are in no site. Questions and their answers are references, and values have their names from `product` and `company`.
    assert keyed - {"only_if", "product", "company", "personas", "days"} == KEYED


def is_keyed_list(field: Any, definitions: dict[str, Any]) -> bool:
    """Whether the value of a field is a list of such mappings."""
    if isinstance(field, dict) and "$ref" in field:
        return is_keyed_list(definitions[field["$ref"].rpartition("/")[2]], definitions)
    return isinstance(field, dict) and is_keyed(field.get("items"), definitions)


def fields() -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every field of the schemas, with the definitions it may refer to."""
    for path in (ROOT / "schemas").glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        for each in objects_in(schema):
            for name, field in each.get("properties", {}).items():
                yield name, field, schema.get("definitions", {})


@dataclass(frozen=True)
class Question:
    """A place in `select` that asks whether an audience sees something."""

    file: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{Path(self.file).stem}:{self.first}"

    def is_at(self, file: str, line: int) -> bool:
        return file == self.file and self.first <= line <= self.last


def questions() -> Iterator[Question]:
    """Every such place, found in the code itself."""
    folder = Path(inspect.getfile(firstwin.select)).parent
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".sees"):
                yield Question(str(path), node.lineno, node.end_lineno or node.lineno)


QUESTIONS = list(dict.fromkeys(questions()))


@pytest.fixture(scope="module")
def leaky(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("mutated") / "project"
    write_leaky(folder)
    return load(folder / "site_config.yml")


def rendered(loaded: Loaded, audience: Audience) -> dict[str, bytes]:
    assert loaded.catalog
    edition, _ = render_edition(loaded.project, loaded.catalog, audience)
    files = {
        file.path: (loaded.project / file.source).read_bytes() if file.source else file.content
        for file in edition.outline.files
    }
    return {**edition.markdown, **files}


@dataclass(frozen=True)
class Rightly:
    """The pages of an edition, and the places at which something was kept out of it."""

    pages: dict[str, bytes]
    refused: frozenset[tuple[str, int]]


@pytest.fixture(scope="module")
def rightly(leaky: Loaded) -> dict[Audience, Rightly]:
    asked = Audience.sees
    refused: set[tuple[str, int]] = set()

    def sees(self: Audience, *meant_for: Audience | None) -> bool:
        answer = asked(self, *meant_for)
        if not answer:
            frame = sys._getframe(1)
            refused.add((frame.f_code.co_filename, frame.f_lineno))
        return answer

    editions: dict[Audience, Rightly] = {}
    with pytest.MonkeyPatch.context() as heard:
        heard.setattr(Audience, "sees", sees)
        for audience in AUDIENCES:
            refused.clear()
            pages = rendered(leaky, audience)
            editions[audience] = Rightly(pages, frozenset(refused))
    return editions


def test_there_are_questions_to_ask() -> None:
    assert len(QUESTIONS) > 12


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_whichever_question_is_no_longer_asked_the_gate_sees_it(
    question: Question,
    leaky: Loaded,
    rightly: dict[Audience, Rightly],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each place in turn is answered with yes; wherever that changes a page, the gate has something to say of those that changed.

    Where the answer is yes without that, no page changes.
    """
    asked = Audience.sees
    (tmp_path / "theme").mkdir()

    def sees(self: Audience, *meant_for: Audience | None) -> bool:
        frame = sys._getframe(1)
        return question.is_at(frame.f_code.co_filename, frame.f_lineno) or asked(self, *meant_for)

    for audience in AUDIENCES:
        right = rightly[audience]
        if not any(question.is_at(*place) for place in right.refused):
            continue
        with monkeypatch.context() as mutated:
            mutated.setattr(Audience, "sees", sees)
            pages = rendered(leaky, audience)
        changed = dict(pages.items() - right.pages.items())
        if changed:
            site = lay(tmp_path / audience.value, changed)
            assert prove(leaky.sources, audience.value, site, tmp_path / "theme")
