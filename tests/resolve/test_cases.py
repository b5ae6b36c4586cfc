"""What readers meet, over golden files: a project's files go in, what is shown of it comes out.

Sections that are named like a file go over the shared ones of `small`; every other section is asked of
the guides by its name (see `shown`), for the audience its last word in brackets says.
"""

import re
from pathlib import Path

import pytest
from tests import golden
from tests.resolve.shown import shown
from tests.resolve.small import small_guides

from firstwin.models.values import Audience

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
AUDIENCES = {audience.value: audience for audience in Audience}
asked = re.compile(r"^(?P<name>[\w ]+?)(?: \[(?P<audience>\w+)\])?$")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path, update_goldens: bool) -> None:
    found = golden.sections(case)
    files = {name: text for name, text in found.items() if "." in name}
    made = {}
    for name in found:
        if question := asked.match(name):
            audience = AUDIENCES[question["audience"] or "customer"]
            made[name] = shown(question["name"], small_guides(tmp_path, files, audience))
    assert made, "the case asks for nothing"
    golden.compare(case, made, update=update_goldens)
