"""The YAML that models and schemas are held against, and how both see it.

In: case files. Out: what `check` says about the shape of a file, and what a JSON Schema validator says
about the same text as a language server reads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml
from jsonschema import Draft7Validator
from tests.files import lay

from firstwin.caching.memo import Memo
from firstwin.models.made_ids import with_made_ids
from firstwin.schema import key_examples, schemas
from firstwin.sources import read
from firstwin.validate.shape import shape

HERE = Path(__file__).parent
STEP = "step"
PLACES = {
    "site_config": "site_config.yml",
    "playbook": "playbooks/enterprise/playbook.yml",
    "phase": "playbooks/enterprise/phases/plan.yml",
    "persona": "playbooks/enterprise/admin.yml",
    "library": "playbooks/library/entry.yml",
    "customer": "customers/acme.yml",
    **{
        name: f"playbooks/{name}.yml"
        for name in (
            *("tiers", "roles", "metrics", "contacts", "conditions", "plays"),
            *("glossary", "failures", "methods"),
        )
    },
}
"""Where a file of each kind lies in a project."""

_CONFIG = "title: A\ndescription: B\nproduct: {name: C}\ncompany: {name: D}\n"
_AROUND_STEPS = """\
tier: enterprise
title: A
summary: B
duration: 120
phases:
  - id: kickoff
    title: A
    outcome: B
    steps:
"""


@cache
def all_schemas() -> Mapping[str, Any]:
    """The schema of each kind of file. They are made when they are asked for: that takes seconds."""
    return schemas()


@cache
def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator(all_schemas()[kind])


def cases(folder: str) -> list[tuple[str, Path]]:
    """The kind and the file of each case below a folder of this one."""
    return [(path.parent.name, path) for path in sorted((HERE / folder).glob("*/*.yml"))]


def step_examples() -> dict[str, str]:
    """An example of each type of step, and of `use`."""
    return {path.stem: path.read_text("utf-8") for path in sorted((HERE / "steps").glob("*.yml"))}


def examples_of_keys() -> Mapping[str, Mapping[str, str]]:
    """An example of each key, by the heading over it on the reference page."""
    return key_examples((HERE / "keys.yml").read_text("utf-8"))


def whole_file(kind: str, text: str) -> tuple[str, str]:
    """The kind and the text of a file that holds the case; steps get a playbook around them."""
    if kind == STEP:
        return "playbook", _AROUND_STEPS + indent(text, " " * 6)
    return kind, text


def faults_of_check(kind: str, text: str, folder: Path) -> list[str]:
    """What is wrong with the file by itself, as `check` says it."""
    lay(folder, {"site_config.yml": _CONFIG, "playbooks/README.md": "", PLACES[kind]: text})
    sources, found = read(folder / "site_config.yml")
    found += shape(with_made_ids(sources, Memo()))[1]
    return [
        f"{fault.code.id}: {fault.message}" for fault in found if fault.span.path == PLACES[kind]
    ]


def faults_of_schema(kind: str, text: str) -> list[str]:
    """What is wrong with the file, as its schema says it."""
    data = yaml.load(text, Loader=Yaml12)
    return [error.message for error in _validator(kind).iter_errors(data)]


class Yaml12(yaml.SafeLoader):
    """YAML 1.2's core schema, which language servers read: `no` and `12:30` are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own, replaced


_TAG = "tag:yaml.org,2002:"
for _name, _form in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    Yaml12.add_implicit_resolver(_TAG + _name, re.compile(f"^(?:{_form})$"), None)


def _whole_number(loader: Yaml12, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, 0) if text.startswith(("0x", "0o")) else int(text)


Yaml12.add_constructor(_TAG + "int", _whole_number)
