"""What each kind of value accepts, and what is said about what it does not."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from firstwin.models.base import SchemaVersion
from firstwin.models.condition import Alternatives, Clause, OnlyIf
from firstwin.models.item import Owners
from firstwin.models.values import (
    Asset,
    Audience,
    Colour,
    Flag,
    Folder,
    Id,
    Markdown,
    MarkdownLine,
    Number,
    Text,
)
from firstwin.models.window import PlanDay, Range, WindowRange
from firstwin.sources import Quoted, TextCut

AN_ID = (
    "is not an id: ids are small letters, digits and single hyphens, begin with a letter and have "
    "at most 64 characters"
)
A_WORD = "write one word in kebab-case: kickoff-call"
FROM_1 = "count from 1; the day before the start date is day -1"
SIGNED = "a distance has no sign: `before` and `after` say where it leads"
WINDOWS = "write a number, a range or a distance: 10, 3-5, 1-4 after go-live"
A_LIST = "a list of conditions is expected here"
SEVERAL = "an entry of `any_of` is one condition"
AS_ONE = "one of these is several conditions, all of which must hold"
IN_PLACE = "write in the place of all of them: "
BESIDE = "name what must hold with any of them beside `any_of`, as another entry of `only_if`"
JOINED = "conditions are joined by `any_of`, not by `or`"
APART = "make a list of the conditions, with an entry of its own for this"
ALTERNATIVES = (
    "name conditions, one of which must hold: {any_of: [data-migration, {hosting: self-managed}]}"
)
CONDITIONS = (
    "write the id of a condition from conditions.yml: alone, after `not`, or with its option behind a "
    "colon"
)
NAMES = "rename the file, and write its new name here"
PATHS = "write a path below this file's folder, with forward slashes: images/sign-in.png"
FOLDERS = "name a folder below the one this file lies in, with forward slashes"
HEX = 'write six hexadecimal digits: "#0f4c81"'
EMPTY = "write the text, or remove the key"
TRUE_OR_FALSE = "write `true` or `false`, without quotes"
IN_QUOTES = "if it is text, put it in quotes"


@pytest.mark.parametrize(
    ("type_", "value", "read"),
    [
        (Text, "1.10", "1.10"),
        (Text, " as typed ", " as typed "),
        (Text, Quoted("no"), "no"),
        (Markdown, "Two\n\nparagraphs", "Two\n\nparagraphs"),
        (Id, "kickoff-call-2", "kickoff-call-2"),
        (Id, Quoted("a"), "a"),
        (Id, TextCut("csm", "# our manager"), "csm"),
        (Id, "a" * 64, "a" * 64),
        (Number, "1", 1),
        (Number, "99999", 99999),
        (Number, TextCut("25", "# minutes"), 25),
        (Flag, "true", True),
        (Flag, "TRUE", True),
        (Flag, "False", False),
        (Asset, "images/sign in.png", "images/sign in.png"),
        (Asset, "1.10", "1.10"),
        (Asset, "./images/sign-in.png", "images/sign-in.png"),
        (Folder, "playbooks", "playbooks"),
        (Folder, "./content/guides/", "content/guides"),
        (Colour, Quoted("#8FC1EE"), "#8fc1ee"),
        (WindowRange, "10", Range(10, 10)),
        (WindowRange, Quoted("10"), Range(10, 10)),
        (WindowRange, "3-5", Range(3, 5)),
        (WindowRange, "-14", Range(-14, -14)),
        (WindowRange, "-14--7", Range(-14, -7)),
        (WindowRange, "-7-3", Range(-7, 3)),
        (PlanDay, "24", 24),
        (PlanDay, "-1", 0),
        (WindowRange, "3 before go-live", Range(3, 3, "before", "go-live")),
        (WindowRange, "1-4 after go-live", Range(1, 4, "after", "go-live")),
        (OnlyIf, "data", (Alternatives((Clause("data"),)),)),
        (OnlyIf, "not data", (Alternatives((Clause("data", negated=True),)),)),
        (
            OnlyIf,
            {"hosting": "vendor"},
            (Alternatives((Clause("hosting", option="vendor", keys=("hosting",)),)),),
        ),
        (
            OnlyIf,
            ["a", {"any_of": ["not b", {"hosting": "vendor"}]}],
            (
                Alternatives((Clause("a", keys=(0,)),)),
                Alternatives(
                    (
                        Clause("b", negated=True, keys=(1, "any_of", 0)),
                        Clause("hosting", "vendor", keys=(1, "any_of", 1, "hosting")),
                    )
                ),
            ),
        ),
        (
            OnlyIf,
            {"any_of": ["a", "b"], "hosting": "vendor"},
            (
                Alternatives((Clause("a", keys=("any_of", 0)), Clause("b", keys=("any_of", 1)))),
                Alternatives((Clause("hosting", "vendor", keys=("hosting",)),)),
            ),
        ),
        (Owners, "admin", ("admin",)),
        (Owners, ["admin", "champion"], ("admin", "champion")),
        (SchemaVersion, "1", 1),
    ],
)
def test_what_is_meant_is_read(type_: Any, value: object, read: object) -> None:
    assert TypeAdapter(type_).validate_python(value) == read


@pytest.mark.parametrize(
    ("type_", "value", "message", "hint"),
    [
        (Text, "", "this text is empty", EMPTY),
        (Text, None, "this text is empty", EMPTY),
        (MarkdownLine, " \n", "this text is empty", EMPTY),
        (
            Text,
            ["a", "b"],
            "text is expected here, not a list",
            'text that begins with `[` must be quoted: "[a, b]"',
        ),
        (Text, [["a"]], "text is expected here, not a list", IN_QUOTES),
        (Text, {"a": "b"}, "text is expected here, not a mapping", IN_QUOTES),
        (
            Text,
            TextCut("Watch ticket", "#42"),
            "the text ends at ` #`: YAML takes `#42` for a comment",
            (
                'if it belongs to the text, quote the whole: "Watch ticket #42"; '
                "if it is a comment, put it on a line of its own"
            ),
        ),
        (Id, "Kickoff_Call", f"`Kickoff_Call` {AN_ID}", "did you mean `kickoff-call`?"),
        (Id, "a--b", f"`a--b` {AN_ID}", "did you mean `a-b`?"),
        (Id, "a\n", f"`a\n` {AN_ID}", "did you mean `a`?"),
        (Id, "1st", f"`1st` {AN_ID}", ""),
        (Id, "a" * 65, f"`{'a' * 65}` {AN_ID}", ""),
        (Id, "true", "`true` means yes or no and cannot be an id", ""),
        (Id, ["a"], "an id is expected here, not a list", "write the id alone: a"),
        (Id, ["a", "b"], "an id is expected here, not a list", "write one id alone: a"),
        (Id, [["a"]], "an id is expected here, not a list", A_WORD),
        (Id, {"a": "b"}, "an id is expected here, not a mapping", "write the id alone: a"),
        (Id, {"a": "b", "c": "d"}, "an id is expected here, not a mapping", A_WORD),
        (Id, None, "an id is expected here", A_WORD),
        (Number, Quoted("60"), "a number is written without quotes", "write 60"),
        (Number, "0", "a whole number from 1 to 99,999 is expected here", "write 1 or more"),
        (Number, "007", "a whole number from 1 to 99,999 is expected here", "write 7"),
        (
            Number,
            "100000",
            "a whole number from 1 to 99,999 is expected here",
            "write 99999 or less",
        ),
        (Number, "45 min", "a whole number is expected here", "write the digits alone"),
        (Number, "1 hour", "a whole number is expected here", "write the digits alone"),
        (Number, "1.5", "a whole number is expected here", "write the digits alone"),
        (Number, "١٢", "a whole number is expected here", "write the digits alone"),
        (Number, ["1"], "a whole number is expected here", "write the digits alone"),
        (Flag, "yes", "`true` or `false` is expected here", "write `true`, without quotes"),
        (Flag, "off", "`true` or `false` is expected here", "write `false`, without quotes"),
        (
            Flag,
            Quoted("true"),
            "`true` or `false` is expected here",
            "write `true`, without quotes",
        ),
        (Flag, "sometimes", "`true` or `false` is expected here", TRUE_OR_FALSE),
        (Flag, Quoted(""), "`true` or `false` is expected here", TRUE_OR_FALSE),
        (Flag, ["true"], "`true` or `false` is expected here", TRUE_OR_FALSE),
        *(
            (Asset, path, f"`{path}` does not name a file beside this one", PATHS)
            for path in ("~/a", "../a", "a/../b", "c:a", "a/ b")
        ),
        *(
            (
                Asset,
                path,
                f"`{path.removeprefix('./')}` does not name a file beside this one",
                f"write {meant}",
            )
            for path, meant in (
                *(("/a", "a"), ("a//b", "a/b"), ("a/", "a"), ("a\\b", "a/b")),
                *(("a/./b", "a/b"), (".//a", "a"), ("././a", "a")),
            )
        ),
        *(
            (
                Asset,
                path,
                f"`{path}` has a `{sign}`, which means something else in the address of a page",
                NAMES,
            )
            for path, sign in (("a%2e", "%"), ("a #1", "#"), ("#%", "#"))
        ),
        *(
            (Folder, path, f"`{path}` is not a folder inside the project: {reason}", FOLDERS)
            for path, reason in (
                ("", "it is empty"),
                ("/etc", "it is not relative"),
                ("../other", "it climbs with `..`"),
                ("./", "it is the project itself"),
                ("a\\b", "it has backslashes; write forward slashes"),
                (".git", "it has a part that begins with a dot, or a percent sign"),
                ("a/con", "Windows keeps the name `con` for itself"),
            )
        ),
        (Colour, "dark blue", "a colour is expected here", HEX),
        (Colour, "#fff", "a colour is expected here", HEX),
        (Colour, "#0f4c81\n", "a colour is expected here", HEX),
        (Colour, None, "a colour is expected here", HEX),
        (WindowRange, "3 - 5", "`3 - 5` is not a window", "write 3-5"),
        (WindowRange, "3 to 5", "`3 to 5` is not a window", "write 3-5"),
        (WindowRange, "3–5 after x", "`3–5 after x` is not a window", "write 3-5 after x"),
        (WindowRange, "10\n", "`10` is not a window", "write 10"),
        (WindowRange, "day 3", "`day 3` is not a window", WINDOWS),
        (WindowRange, "3-5 after", "`3-5 after` is not a window", WINDOWS),
        (WindowRange, ["3", "5"], "a window is expected here", WINDOWS),
        (WindowRange, "", "a window is expected here", WINDOWS),
        (
            WindowRange,
            "3 after Go_Live",
            "`Go_Live` is not the id of an anchor",
            "an anchor is `start`, a milestone's id or a named day's id",
        ),
        (WindowRange, "0-3", "there is no day 0: the start date is day 1", FROM_1),
        (WindowRange, "-3-0", "there is no day 0: the start date is day 1", FROM_1),
        (WindowRange, "-7--14", "the range -7--14 is reversed", "write -14--7"),
        (WindowRange, "-14 to -7", "`-14 to -7` is not a window", "write -14--7"),
        (WindowRange, "\u221214", "`\u221214` is not a window", "write -14"),
        (WindowRange, "-3 after go-live", SIGNED, "write 3 before go-live"),
        (WindowRange, "-3-2 after go-live", SIGNED, "write it without the minus"),
        (WindowRange, "-03", "a number in a window begins with a zero", "write -3"),
        (PlanDay, "0", "a whole number from 1 to 99,999 is expected here", "write 1 or more"),
        (PlanDay, Quoted("-3"), "a number is written without quotes", "write -3"),
        (PlanDay, "-x", "a whole number is expected here", "write the digits alone"),
        (WindowRange, "03", "a number in a window begins with a zero", "write 3"),
        (WindowRange, "3-05", "a number in a window begins with a zero", "write 3-5"),
        (WindowRange, "5-3", "the range 5-3 is reversed", "write 3-5"),
        (WindowRange, "100000", "no plan is longer than 99999 days", ""),
        (WindowRange, "1-100000", "no plan is longer than 99999 days", ""),
        (OnlyIf, "you bring data", "a condition is expected here", CONDITIONS),
        (OnlyIf, [["a"]], "a condition is expected here", CONDITIONS),
        (OnlyIf, {}, "a condition is expected here", CONDITIONS),
        (OnlyIf, "a and b or c", JOINED, "write [{any_of: [a, c]}, {any_of: [b, c]}]"),
        (OnlyIf, "(a or b) and c", JOINED, "write [{any_of: [a, b]}, c]"),
        (OnlyIf, "c and (not a && b)", "a condition is expected here", CONDITIONS),
        (OnlyIf, "(a or b", JOINED, "write {any_of: [a, b]}"),
        (OnlyIf, "(" * 300 + "a or b", JOINED, ALTERNATIVES),
        (OnlyIf, ["a", "or", "not b"], JOINED, "write {any_of: [a, not b]}"),
        (OnlyIf, ["a", "||", {"h": "x"}, "OR", "b"], JOINED, "write {any_of: [a, {h: x}, b]}"),
        (OnlyIf, ["a", "or", "b", "c"], JOINED, ALTERNATIVES),
        (OnlyIf, "a, b, or h = x", JOINED, "write {any_of: [a, b, {h: x}]}"),
        (OnlyIf, {"h": ["x", "y"]}, JOINED, "write {any_of: [{h: x}, {h: y}]}"),
        (OnlyIf, {"either": ["a", "b"], "h": "x"}, JOINED, APART),
        (OnlyIf, {"any_of": []}, A_LIST, ALTERNATIVES),
        (OnlyIf, {"any_of": "a"}, A_LIST, "write [a]"),
        (OnlyIf, {"any_of": ["a", "or", "b"]}, A_LIST, "write [a, b]"),
        (OnlyIf, {"any_of": {"h": "x", "a": "no"}}, A_LIST, "write [{h: x}, not a]"),
        (OnlyIf, {"any_of": ["a/b"]}, SEVERAL, "give each an entry of its own: a, b"),
        (
            OnlyIf,
            {"any_of": [{"any_of": ["a", "b"]}]},
            SEVERAL,
            "give each an entry of its own: a, b",
        ),
        (OnlyIf, {"any_of": [["a", "b"]]}, AS_ONE, IN_PLACE + "[a, b]"),
        (OnlyIf, ["c", {"any_of": [["a", "b"]]}], SEVERAL, BESIDE),
        (OnlyIf, {"any_of": [{"h": "x", "r": "y"}]}, AS_ONE, IN_PLACE + "[{h: x}, {r: y}]"),
        (
            OnlyIf,
            {"any_of": ["c", {"all": ["a", "b"]}]},
            AS_ONE,
            IN_PLACE + "[{any_of: [c, a]}, {any_of: [c, b]}]",
        ),
        (OnlyIf, {"any_of": ["if a"]}, "a condition is expected here", "write a"),
        (OnlyIf, [], "this condition is empty", "remove `only_if`"),
        (OnlyIf, {"hosting": None}, "an id is expected here", A_WORD),
        (OnlyIf, "Data", f"`Data` {AN_ID}", "did you mean `data`?"),
        (Owners, ["a", "b", "c"], "an item has one owner, or two who do it together", ""),
        (Owners, [], "an item has one owner, or two who do it together", ""),
        (SchemaVersion, "2", "this is not a schema version firstwin knows", "write `schema: 1`"),
        (
            SchemaVersion,
            Quoted("1"),
            "this is not a schema version firstwin knows",
            "write `schema: 1`",
        ),
    ],
)
def test_what_is_not_meant_is_explained(type_: Any, value: object, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(type_).validate_python(value)

    (fault,) = raised.value.errors()
    assert fault["ctx"] == {"message": message, "hint": hint}


def test_a_window_s_range_is_written_as_it_was() -> None:
    written = ["10", "3-5", "-14", "-14--7", "-7-3", "3 before go-live", "1-4 after go-live"]

    assert [str(TypeAdapter(WindowRange).validate_python(each)) for each in written] == written


def test_an_audience_is_contained_in_those_that_know_more() -> None:
    customer, partner, internal = Audience

    assert [internal.sees(each) for each in Audience] == [True, True, True]
    assert [partner.sees(each) for each in Audience] == [True, True, False]
    assert [customer.sees(each) for each in Audience] == [True, False, False]
    assert all(each.meaning.endswith(".") for each in Audience)
