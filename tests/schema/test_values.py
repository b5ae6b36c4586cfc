"""Value by value: whatever plain scalar a model takes, its schema takes as YAML 1.2 reads it."""

import re
from collections.abc import Mapping
from functools import reduce
from operator import getitem
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError
from tests.schema.cases import Yaml12, all_schemas

from firstwin.models.addresses import (
    Address,
    EditAddress,
    FeedbackAddress,
    LinkAddress,
    SiteAddress,
)
from firstwin.models.condition import OnlyIf
from firstwin.models.date import Date
from firstwin.models.effort import Minutes
from firstwin.models.item import Owners
from firstwin.models.time_limit import Within
from firstwin.models.values import (
    Asset,
    Flag,
    Folder,
    Id,
    MarkdownLine,
    Number,
)
from firstwin.models.window import WindowRange

PLAYBOOK, LIBRARY = ("playbook", "definitions"), ("library", "definitions")
CONFIG = ("site_config", "properties")
VALUES: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "text": (MarkdownLine, (*PLAYBOOK, "StepFields.done_when")),
    "id": (Id, (*PLAYBOOK, "StepFields.owner")),
    "number": (Number, ("playbook", "properties", "duration")),
    "minutes": (Minutes, (*PLAYBOOK, "StepFields.minutes")),
    "time limit": (Within, (*PLAYBOOK, "StepFields.within")),
    "flag": (Flag, (*PLAYBOOK, "StepFields.optional")),
    "window": (WindowRange, (*PLAYBOOK, "Windowed.days")),
    "condition": (OnlyIf, (*PLAYBOOK, "StepFields.only_if")),
    "owners": (Owners, (*PLAYBOOK, "Item", "properties", "owner")),
    "address": (Address, ("site_config", "definitions", "FooterLink", "properties", "url")),
    "address of a link": (LinkAddress, (*PLAYBOOK, "Link", "properties", "url")),
    "site address": (SiteAddress, (*CONFIG, "url")),
    "path": (Asset, (*CONFIG, "brand", "properties", "mark")),
    "folder": (Folder, (*CONFIG, "playbooks")),
    "edit address": (EditAddress, (*CONFIG, "edit", "properties", "url")),
    "feedback address": (FeedbackAddress, (*CONFIG, "feedback")),
    "date": (Date, (*LIBRARY, "Dated.reviewed")),
}
"""A type of each value, and the way through all schemas to a key that has it."""

# Whatever YAML might take for something else, and what the values are made of.
SIGNS = "ab0179-._:/+eExon~ é\u00a0\u0661"
WORDS = ("true", "false", "null", "no", "yes", "on", "inf", "nan", "not", "before", "after", "to")
KINDS = ("page:a", "step:", "file:", "#a")
FORMS = ("https", "mailto", "go-live", "1.10", "12:30", "2024-02-30", "0x1F", "0o17", "1e3", *KINDS)
PIECES = st.sampled_from([*SIGNS, *WORDS, *FORMS])
NULL = ("null", "~")
"""What the reader takes for nothing, so that no model ever sees it as text."""


def schema_at(way: tuple[str, ...]) -> Any:
    """What all schemas say at the end of a way through them."""
    return reduce(getitem, way, all_schemas())


def plain_scalar(text: str) -> bool:
    """Whether YAML takes the text for one scalar without quotes and keeps it whole."""
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return False
    return (
        isinstance(node, yaml.ScalarNode)
        and node.value == text
        and node.style is None
        and text not in NULL
    )


@pytest.mark.parametrize("name", VALUES)
@given(text=st.lists(PIECES, min_size=1, max_size=6).map("".join).filter(plain_scalar))
def test_a_plain_scalar_the_model_takes_the_schema_takes(name: str, text: str) -> None:
    type_, way = VALUES[name]
    schema = schema_at(way)
    if accepts(type_, text):
        assert Draft7Validator({**schema, "definitions": schema_at(PLAYBOOK)}).is_valid(
            yaml.load(text, Loader=Yaml12)
        )


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("window", r"-?[0-9]{1,6}(--?[0-9]{1,6})?( (before|after) [a-z-]{1,4})?"),
        ("id", r"[a-z0-9-]{1,66}"),
        ("time limit", r"[0-9]{1,3} (hour|working day|day)s?"),
        ("minutes", r"[0-9]{1,6}-[0-9]{1,6}"),
        ("condition", r"(not )?[a-z-]{1,5}"),
        ("address", r"(https|http|mailto|tel|ftp):[ -~]{0,9}"),
        ("address", r"(https://|mailto:|tel:)[a@.0-9{} ]{0,9}"),
        ("site address", r"https?:(//)?[a-z./%?#@:]{0,9}"),
        ("path", r"[a-z./~\\:%-]{1,8}"),
        ("edit address", r"https?:(//|/)?[a-z ]{0,2}(\{path\}|\{line\})[a-z#{}\\ ]{0,3}"),
        ("date", r"[0-9]{4}-[01][0-9]-[0-3][0-9]"),
    ],
)
@given(data=st.data())
def test_text_the_model_takes_the_schema_takes(
    name: str, pattern: str, data: st.DataObject
) -> None:
    type_, way = VALUES[name]
    schema = schema_at(way)
    text = data.draw(st.from_regex(re.compile(pattern), fullmatch=True))
    if accepts(type_, text):
        assert Draft7Validator({**schema, "definitions": schema_at(PLAYBOOK)}).is_valid(text)


def accepts(type_: Any, text: str) -> bool:
    try:
        TypeAdapter(type_).validate_python(text)
    except ValidationError:
        return False
    return True
