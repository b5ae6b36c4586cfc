"""One customer: `customers/<name>.yml`, what a personal link is made of.

In: one file. Out: `Customer`. Nothing of it is ever part of a site: it is no piece of a `Project`, so no edition can be
made of it. What a link carries is shown in a browser as it is: no text of a customer is Markdown, and nothing is filled in.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from msgspec import Struct
from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from firstwin.models.addresses import read_address
from firstwin.models.answer import Answer
from firstwin.models.base import FileModel, ShortForm, fault, written_as
from firstwin.models.date import read_date
from firstwin.models.plan import Origin
from firstwin.models.several import Several
from firstwin.models.values import SCALAR_TYPES, Id, Text, read_text

LONGEST_NAME: Final = 80
LONGEST_LINE: Final = 500
LONGEST_LINKED: Final = 300
"""The characters of an address."""
GAP: Final = "{{"
"""What a gap begins with that other texts have filled in."""
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2199
"""The years in which a plan begins. What lies beyond is a slip of the keyboard."""

_HIDDEN: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
"""The characters that no text of a link has: controls, and what turns the direction of what stands around it."""

_hidden = re.compile(f"[{_HIDDEN}]")
_LINKED: Final = r"(https?://|mailto:|tel:)[!#-&(-;=?-\[\]_a-z~]+"
_linked = re.compile(_LINKED)


def hidden_in(text: str) -> re.Match[str] | None:
    """The first character of a text that no text of a link has."""
    return _hidden.search(text)


def _refuse_gaps(text: str) -> None:
    if GAP in text:
        raise fault(
            "line_form",
            "nothing is filled in here: what a link carries is shown as it is",
            f"write what belongs there, without `{GAP}`",
        )


class ShortLine(Text):
    """A text of one line, of so many characters that a link can carry several."""

    __slots__ = ()
    kind: ClassVar[str] = "line"
    meaning: ClassVar[str] = f"One line of plain text, of at most {LONGEST_LINE} characters."
    longest: ClassVar[int] = LONGEST_LINE

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: cls(cls._read(read_text(value))),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "x-kind": cls.kind,
            "x-meaning": cls.meaning,
            "type": SCALAR_TYPES,
            "pattern": r"^(?![\s\S]*\{\{)[\s\S]*\S",
            "maxLength": cls.longest,
            "errorMessage": f"Write one line, of at most {cls.longest} characters.",
        }

    @classmethod
    def _read(cls, text: str) -> str:
        if len(text) > cls.longest:
            raise fault(
                "text_long",
                f"this text has {len(text):,} characters; here it may have at most {cls.longest}",
                "shorten it: a link carries all of it",
            )
        line = " ".join(text.split())
        odd = hidden_in(line)
        if odd:
            raise fault(
                "line_form",
                f"the hidden character U+{ord(odd[0]):04X} stands in this text",
                "delete the character",
            )
        _refuse_gaps(line)
        return line


class Name(ShortLine):
    """What somebody or something is called."""

    __slots__ = ()
    kind: ClassVar[str] = "name"
    meaning: ClassVar[str] = f"One line of plain text, of at most {LONGEST_NAME} characters."
    longest: ClassVar[int] = LONGEST_NAME


def is_linked(address: str) -> bool:
    """Whether an address is of the form that a link carries: one of four schemes, and signs that need no escape."""
    if len(address) > LONGEST_LINKED or not _linked.fullmatch(address):
        return False
    _, slashes, rest = address.partition("://")
    return not slashes or "@" not in re.split("[/?#]", rest, maxsplit=1)[0]


def read_linked(value: object) -> str:
    """The address of a person. Raises a `fault` for any that a link does not carry."""
    text = read_address(value)
    _refuse_gaps(text)
    if is_linked(text):
        return text
    message = f"`{text[:80]}` is not an address that a link carries: "
    if len(text) > LONGEST_LINKED:
        message += f"it is longer than {LONGEST_LINKED} characters"
        raise fault("address_form", message, "name a shorter one")
    message += "it has a sign in it that is written with `%`"
    raise fault("address_form", message, "copy it from a browser's address bar")


LinkedAddress = Annotated[
    str,
    PlainValidator(read_linked),
    written_as(
        "address of a person",
        "A full address that begins with `https://`, `http://`, `mailto:` or `tel:`.",
        type="string",
        pattern=rf"^{_LINKED}$",
        maxLength=LONGEST_LINKED,
        errorMessage="Write a full address: it begins with https://, http://, mailto: or tel:.",
    ),
]


def read_start(value: object) -> date:
    """A day on which a plan may begin. Raises a `fault` for any other."""
    day = read_date(value)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise fault("date_form", f"no plan begins in the year {day.year}", "correct the year")
    return day


Start = Annotated[
    date,
    PlainValidator(read_start),
    written_as(
        "start date",
        f"A day of the years {FIRST_YEAR} to {LAST_YEAR}, as year-month-day: `2026-11-02`.",
        type="string",
        pattern=r"^2[01][0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        errorMessage="Write the year, the month and the day: 2026-11-02.",
    ),
]


class NamedContact(ShortForm):
    """Who answers this customer. A lone text is the name."""

    short: ClassVar[str] = "name"

    name: Name
    """The person: Maria Silva."""
    url: LinkedAddress | None = None
    """How to reach them: https, mailto or tel."""


class Customer(FileModel):
    """A customer, and what their links say."""

    name: Name
    """The customer: Harbour Freight Lines."""
    tier: Id
    """The tier whose plan they follow, from `tiers.yml`."""
    personas: dict[Id, Name] = Field(min_length=1)
    """Who gets a link, by persona: each with a name."""
    start: Start | None = None
    """Day 1 of their plan. Without it they set it themselves."""
    days: dict[Id, Start] = Field(default_factory=dict)
    """The dates of days that their plan lets readers set (`movable`), such as go-live."""
    contacts: dict[Id, NamedContact] = Field(default_factory=dict)
    """Who is behind the contacts of `contacts.yml`, by their ids."""
    answers: dict[Id, Answer] = Field(default_factory=dict)
    """What is known already, by the ids of `conditions.yml`: `yes`, `no`, or the id of an option."""
    targets: Several[ShortLine] = ()
    """What this customer wants to reach, in their own words."""
    notes: Several[ShortLine] = ()
    """What was agreed beside the plan."""


class CustomerFile(Struct, frozen=True):
    """A customer, and where the file about them lies."""

    customer: Customer
    origin: Origin
