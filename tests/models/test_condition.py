"""What is left of a condition once some of what it asks is answered."""

import pytest
from pydantic import TypeAdapter

from firstwin.models.condition import OnlyIf, decided

READ = TypeAdapter(OnlyIf)


@pytest.mark.parametrize(
    ("written", "answers", "left"),
    [
        ("data", {}, ["data"]),
        ("data", {"data": "yes"}, []),
        ("data", {"data": "no"}, None),
        ("not data", {"data": "no"}, []),
        ("not data", {"data": "yes"}, None),
        ({"hosting": "own"}, {"hosting": "own"}, []),
        ({"hosting": "own"}, {"hosting": "ours"}, None),
        (["data", {"hosting": "own"}], {"hosting": "own"}, ["data"]),
        (["data", {"hosting": "own"}], {"hosting": "ours"}, None),
        ({"any_of": ["data", {"hosting": "own"}]}, {"hosting": "ours"}, ["data"]),
        ({"any_of": ["data", {"hosting": "own"}]}, {"hosting": "own"}, []),
        ({"any_of": ["data", "sso"]}, {"hosting": "own"}, ["data or sso"]),
        ({"any_of": ["data", "sso"]}, {"data": "no", "sso": "no"}, None),
    ],
)
def test_what_is_decided_is_asked_no_more(
    written: object, answers: dict[str, str], left: list[str] | None
) -> None:
    found = decided(READ.validate_python(written), answers)
    assert (
        found if found is None else [" or ".join(map(str, each.clauses)) for each in found]
    ) == left


def test_where_nothing_is_asked_all_applies() -> None:
    assert decided(None, {"data": "yes"}) == ()
