"""Whatever keys and values a file holds, it is taken for what it is, or told."""

import json
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edits import SMALL
from tests.growth.samples import outlines, parts, path_of
from tests.mutations import WORDS

from firstwin.diagnostics.report import render_text
from firstwin.rules import CODES, lint
from firstwin.schema.files import FILES
from firstwin.sources import Sources, read
from firstwin.sources.parse import parse
from firstwin.sources.text import decode
from firstwin.validate import validate

pytestmark = pytest.mark.xdist_group("outlines")

LONGEST = 5  # seconds of work, however busy the machine is


def keys() -> list[str]:
    """All there are."""
    found = (part for kind in outlines() for _, _, part in parts(kind))
    return sorted({key for part in found for key in part.get("properties", ())})


SCALARS = st.none() | st.sampled_from(WORDS) | st.text(max_size=8)
KEY = st.deferred(lambda: st.sampled_from(keys())) | st.sampled_from(
    [word for word in WORDS if word]
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=5),
    max_leaves=25,
)


@pytest.fixture(scope="module")
def small() -> Sources:
    return read(SMALL / "site_config.yml")[0]


@settings(max_examples=300)
@given(kind=st.sampled_from(sorted(FILES)), data=st.dictionaries(KEY, DATA, min_size=1))
def test_any_data_is_taken_or_told(small: Sources, kind: str, data: dict[str, object]) -> None:
    path = path_of(kind)
    began = time.process_time()
    text = decode(json.dumps(data).encode(), path)
    document, found = parse(path, text)
    assert document or found
    changed = {**small.documents, path: document} if document else small.documents
    sources = replace(small, documents=changed, config=changed.get(small.config.path, small.config))
    catalog, faults = validate(sources)
    found += [*faults, *(lint(catalog, date(2026, 11, 22)) if catalog else [])]
    said = render_text(found, {**small.lines, path: text.lines})
    took = time.process_time() - began

    assert took < LONGEST
    assert found
    assert {one.code.id for one in found} <= CODES.keys()
    assert all(f"{one.span}: " in said for one in found)
