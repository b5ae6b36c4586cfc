"""The values fields hold: text, Markdown, ids, numbers, flags and paths.

In: scalars as `sources` reads them (`str`, `Quoted`, `TextCut`, `None`) or a list or mapping that
should have been one. Out: `Text`, `Markdown`, `str`, `int`, `bool`. YAML decides nothing here: `no`,
`1.10` and `12:30` stay text where text is wanted, and a number is a number only when it was written
plainly. The JSON Schema of each value accepts what its validator accepts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from firstwin.models.base import fault, written_as
from firstwin.sources import Quoted, TextCut
from firstwin.sources.fault import LONGEST_SUGGESTION
from firstwin.sources.limits import LONGEST_TEXT
from firstwin.sources.line import quote
from firstwin.sources.paths import FOLDER_HINT, fault_of_folder, outside, plain_folder
from firstwin.text.latin import plain_latin

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LONGEST_ID = 64
LARGEST_NUMBER = 99_999
LONGEST_SHOWN = 80
"""The letters of a faulty value that a message repeats."""
SCALAR_TYPES = ["string", "number", "boolean"]

_id = re.compile(ID_PATTERN.strip("^$"))
_number = re.compile(r"[0-9]+")
_colour = re.compile(r"#[0-9a-fA-F]{6}")

_FLAG_WORDS = {"true": ("true", "yes", "on", "y"), "false": ("false", "no", "off", "n")}
"""What people write for a flag, by the flag they mean."""


def read_text(value: object) -> str:
    """The text of a scalar, as typed. Raises a `fault` for lists, mappings, nothing and cut-off text."""
    if isinstance(value, TextCut):
        raise _text_cut(value)
    if isinstance(value, str):
        if not value.strip():
            raise fault("text_empty", "this text is empty", "write the text, or remove the key")
        if len(value) > LONGEST_TEXT:
            raise fault(
                "text_long",
                f"this text has {len(value):,} characters; a text may have at most {LONGEST_TEXT:,}",
                "shorten it, or make several steps, actions or library entries of it",
            )
        return str(value)
    if value is None:
        raise fault("text_empty", "this text is empty", "write the text, or remove the key")
    kind = "a list" if isinstance(value, list) else "a mapping"
    raise fault("text_expected", f"text is expected here, not {kind}", _text_hint(value))


def _text_cut(value: TextCut) -> PydanticCustomError:
    """The fault of a text behind which YAML found a comment."""
    whole = f"{value} {value.comment}"
    quoted = f": {quote(whole)}" if len(whole) <= LONGEST_SUGGESTION else ""
    return fault(
        "text_cut",
        f"the text ends at ` #`: YAML takes `{value.comment[:LONGEST_SHOWN]}` for a comment",
        f"if it belongs to the text, quote the whole{quoted}; "
        "if it is a comment, put it on a line of its own",
    )


def _text_hint(value: object) -> str:
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        whole = f"[{', '.join(value)}]"
        if len(whole) <= LONGEST_SUGGESTION:
            return f'text that begins with `[` must be quoted: "{whole}"'
    return "if it is text, put it in quotes"


class Text(str):
    """One plain text. It is shown exactly as typed."""

    __slots__ = ()
    kind: ClassVar[str] = "text"
    meaning: ClassVar[str] = "Plain text, shown as typed."

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: cls(read_text(value)), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "x-kind": cls.kind,
            "x-meaning": cls.meaning,
            "type": SCALAR_TYPES,
            "pattern": r"\S",
            "maxLength": LONGEST_TEXT,
            "errorMessage": f"Write some text, of at most {LONGEST_TEXT:,} characters.",
        }


class Markdown(Text):
    """Text with paragraphs, emphasis, lists, inline links, code, tables and boxes around a remark. Nothing else."""

    __slots__ = ()
    kind: ClassVar[str] = "Markdown"
    meaning: ClassVar[str] = (
        "Markdown: paragraphs, emphasis, lists, links, code, tables and boxes around a remark."
    )


class MarkdownLine(Markdown):
    """Markdown of a single paragraph, for places where one line stands."""

    __slots__ = ()
    kind: ClassVar[str] = "Markdown line"
    meaning: ClassVar[str] = "Markdown in one paragraph: emphasis, links and code."


def is_id(text: str) -> bool:
    """Whether a text has the form of an id. What editors read as true or false is none."""
    return bool(_id.fullmatch(text)) and len(text) <= LONGEST_ID and text not in ("true", "false")


def made_id(text: str) -> str:
    """The id that a text makes, or nothing: `Zugänge prüfen` makes `zugaenge-pruefen`."""
    made = "-".join(re.findall(r"[a-z0-9]+", plain_latin(text)))[:LONGEST_ID].rstrip("-")
    return made if is_id(made) else ""


def read_id(value: object) -> str:
    """An id in kebab-case, at most 64 characters. Raises a `fault` for anything else."""
    if isinstance(value, str) and is_id(value):
        return str(value)
    if isinstance(value, str):
        if value in ("true", "false"):
            raise fault("id_form", f"`{value}` means yes or no and cannot be an id", "")
        made = made_id(value) if len(value) <= LONGEST_ID else ""
        raise fault(
            "id_form",
            f"`{value[:80]}` is not an id: ids are small letters, digits and single hyphens, "
            f"begin with a letter and have at most {LONGEST_ID} characters",
            f"did you mean `{made}`?" if made else "",
        )
    kind = ", not a list" if isinstance(value, list) else ", not a mapping" if value else ""
    raise fault("id_form", f"an id is expected here{kind}", _id_hint(value))


def _id_hint(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], str) and is_id(value[0]):
        return f"write {'the' if len(value) == 1 else 'one'} id alone: {value[0]}"
    if isinstance(value, dict) and len(value) == 1 and is_id(next(iter(value))):
        return f"write the id alone: {next(iter(value))}"
    return "write one word in kebab-case: kickoff-call"


ID_SCHEMA: Mapping[str, Any] = {
    "type": "string",
    "pattern": ID_PATTERN,
    "errorMessage": (
        "Write an id: small letters, digits and single hyphens, beginning with a letter."
    ),
    "maxLength": LONGEST_ID,
}

Id = Annotated[
    str,
    PlainValidator(read_id),
    written_as("id", f"An id in kebab-case, at most {LONGEST_ID} characters.", **ID_SCHEMA),
]


def read_number(value: object) -> int:
    """A whole number from 1 to 99,999, written without quotes. Raises a `fault` for anything else."""
    if isinstance(value, Quoted):
        raise fault("number_quoted", "a number is written without quotes", f"write {value}")
    if isinstance(value, str) and _number.fullmatch(value):
        meant = value.lstrip("0")
        if meant == value and len(meant) <= len(str(LARGEST_NUMBER)):
            return int(value)
        ends = f"write {LARGEST_NUMBER} or less" if meant else "write 1 or more"
        raise fault(
            "number_range",
            f"a whole number from 1 to {LARGEST_NUMBER:,} is expected here",
            f"write {meant}" if 0 < len(meant) <= len(str(LARGEST_NUMBER)) else ends,
        )
    raise fault("number_expected", "a whole number is expected here", "write the digits alone")


Number = Annotated[
    int,
    PlainValidator(read_number),
    written_as(
        "number",
        f"A whole number from 1 to {LARGEST_NUMBER:,}, without quotes.",
        type="integer",
        errorMessage="Write a whole number without quotes: 25.",
        minimum=1,
        maximum=LARGEST_NUMBER,
    ),
]


def read_flag(value: object) -> bool:
    """`true` or `false`, written without quotes. Raises a `fault` for anything else."""
    if isinstance(value, str) and not isinstance(value, Quoted):
        if value in ("true", "True", "TRUE"):
            return True
        if value in ("false", "False", "FALSE"):
            return False
    word = value.lower() if isinstance(value, str) else ""
    meant = next((f"`{flag}`" for flag, words in _FLAG_WORDS.items() if word in words), "")
    raise fault(
        "flag_expected",
        "`true` or `false` is expected here",
        f"write {meant or '`true` or `false`'}, without quotes",
    )


Flag = Annotated[
    bool,
    PlainValidator(read_flag),
    written_as(
        "true or false",
        "`true` or `false`, without quotes.",
        type="boolean",
        errorMessage="Write true or false, without quotes.",
    ),
]


def read_asset(value: object) -> str:
    """The path of a file below `playbooks/`, relative to the YAML file that names it.

    Raises a `fault` for any other.
    """
    text = read_text(value).removeprefix("./")
    parts = text.split("/")
    bad = (
        text.startswith(("/", "~"))
        or "\\" in text
        or ":" in text
        or any(part in ("", ".", "..") or part.startswith(" ") for part in parts)
    )
    if bad:
        raise fault(
            "asset_form",
            f"`{text[:80]}` does not name a file beside this one",
            _asset_hint(parts),
        )
    sign = next((sign for sign in "#%" if sign in text), "")
    if sign:
        raise fault(
            "asset_form",
            f"`{text[:80]}` has a `{sign}`, which means something else in the address of a page",
            "rename the file, and write its new name here",
        )
    return text


def _asset_hint(parts: Sequence[str]) -> str:
    """What to write for a path that is none; the path itself where only its slashes are wrong."""
    meant = [
        part for part in "/".join(parts).replace("\\", "/").split("/") if part not in {"", "."}
    ]
    if meant and not any(part.startswith(("..", "~", " ")) or ":" in part for part in meant):
        return f"write {'/'.join(meant)}"
    return "write a path below this file's folder, with forward slashes: images/sign-in.png"


Asset = Annotated[
    str,
    PlainValidator(read_asset),
    written_as(
        "path",
        "A path with forward slashes and without `..`: `images/sign-in.png`.",
        type=SCALAR_TYPES,
        pattern=r"^(\./)?(?![/~])(?!\.{0,2}(/|$))(?!.*/\.{0,2}(/|$))[^\\:%#]*\S[^\\:%#]*$",
        errorMessage="Write a path with forward slashes and without ..: images/sign-in.png.",
    ),
]


def read_folder(value: object) -> str:
    """The path of a folder below the one the file lies in, without a slash at its end.

    Raises a `fault` for any other.
    """
    is_whole = isinstance(value, str) and not isinstance(value, TextCut)
    text = str(value) if is_whole else read_text(value)
    reason = fault_of_folder(text)
    if reason:
        raise fault("folder_form", outside(text, reason), FOLDER_HINT)
    return plain_folder(text)


Folder = Annotated[
    str,
    PlainValidator(read_folder),
    written_as(
        "folder",
        "The path of a folder below the one this file lies in, with forward slashes.",
        type=SCALAR_TYPES,
        pattern=r"^(?![/~])(?!.*(^|/)\.[^/])(?=.*[^./])[^\\:%]+$",
        errorMessage="Write the path of a folder below the one this file lies in: playbooks.",
    ),
]


def read_colour(value: object) -> str:
    """A colour as `#rrggbb`, in small letters. Raises a `fault` for anything else."""
    if isinstance(value, str) and _colour.fullmatch(value):
        return value.lower()
    raise fault(
        "colour_form", "a colour is expected here", 'write six hexadecimal digits: "#0f4c81"'
    )


Colour = Annotated[
    str,
    PlainValidator(read_colour),
    written_as(
        "colour",
        'Six hexadecimal digits in quotes: `"#0f4c81"`.',
        type="string",
        pattern="^#[0-9a-fA-F]{6}$",
        errorMessage='Write six hexadecimal digits in quotes: "#0f4c81".',
    ),
]


class Word(StrEnum):
    """One of a few words, each with what it means."""

    meaning: str

    def __new__(cls, word: str, meaning: str) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member


class Audience(Word):
    """Who may see something. Customer is contained in partner, partner in internal."""

    CUSTOMER = "customer", "Customers, partners and the vendor."
    PARTNER = "partner", "Partners and the vendor."
    INTERNAL = "internal", "The vendor alone."

    @property
    def width(self) -> int:
        """1 for the narrowest readership (internal) to 3 for the widest (customer)."""
        return {"internal": 1, "partner": 2, "customer": 3}[self.value]

    def sees(self, *meant_for: Audience | None) -> bool:
        """Whether an edition for this audience contains what lies in things that are `meant_for` those.

        None is written where a thing says nothing. A child that widens its audience gains nothing: all it lies in
        has to be seen.
        """
        return all(each is None or each.width >= self.width for each in meant_for)


def narrowest(around: Audience, *parts: Audience | None) -> Audience:
    """Who sees something in a thing that is meant for `around`, where `parts` may say something narrower."""
    narrower = [part for part in parts if part is not None]
    return min((*narrower, around), key=lambda audience: audience.width)
