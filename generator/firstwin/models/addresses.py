"""The addresses fields hold: what pages link to, where the site is published, where files are edited.

In: scalars as `sources` reads them. Out: `Address`, `LinkAddress`, or `str`. What is an address is said in one place for
YAML and for Markdown, `firstwin.text.linkable`. The JSON Schema of each accepts what its validator accepts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from typing import Annotated, Any, ClassVar, Self
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from firstwin.models.base import fault, written_as
from firstwin.models.values import ID_PATTERN, read_text
from firstwin.names import FILES
from firstwin.text import fault_of_address, gaps, inside_of, meant_inside
from firstwin.text.linkable import FULL_ADDRESS, LONGEST_SHOWN

_NO_SIGN = r"[^\s<>\"'`\\{}|^]"
"""A sign that an address may hold, in a JSON Schema."""
_ID = ID_PATTERN.strip("^$")


class Address(str):
    """An address a page may link to. Texts fill values in, so one with a gap is looked at once it is filled."""

    __slots__ = ()
    kind: ClassVar[str] = "address"
    meaning: ClassVar[str] = (
        "A full address that begins with `https://`, `http://`, `mailto:` or `tel:`."
    )
    pattern: ClassVar[str] = rf"^(https?://|mailto:|tel:){_NO_SIGN}+$|\{{\{{.*\}}\}}"
    wanted: ClassVar[str] = (
        "Write a full address: it begins with https://, http://, mailto: or tel:."
    )

    @classmethod
    def read(cls, value: object) -> Self:
        """The address that a scalar is. Raises a `fault` for any other."""
        return cls(read_address(value))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "x-kind": cls.kind,
            "x-meaning": cls.meaning,
            "type": "string",
            "pattern": cls.pattern,
            "errorMessage": cls.wanted,
        }


class LinkAddress(Address):
    """An address, or what something of the site is called in links: `page:security`, `file:order-form.pdf`."""

    __slots__ = ()
    kind: ClassVar[str] = "address of a link"
    meaning: ClassVar[str] = (
        "A full address, or what it is on this site and its id: `step:kickoff-call`, `tutorial:connect-sso`, "
        "`page:security`, `file:order-form.pdf`."
    )
    pattern: ClassVar[str] = (
        rf"{Address.pattern}|^(document|page|plan|quiz|term|tutorial):{_ID}$|^page:{_ID}#{_ID}$|^(guide|step):({_ID}/)?{_ID}$"
        r"|^file:[a-z0-9]+([-_.][a-z0-9]+)*$"
    )
    wanted: ClassVar[str] = (
        "Write a full address (https://, http://, mailto: or tel:), or what it is on this site: page:security."
    )

    @classmethod
    def read(cls, value: object) -> Self:
        """The address that a scalar is, or what it means on the site. Raises a `fault` for any other."""
        if isinstance(value, str) and inside_of(value):
            return cls(value)
        try:
            return super().read(value)
        except PydanticCustomError as found:
            raise _with_inside(found, str(value)) from None


def _with_inside(found: PydanticCustomError, address: str) -> PydanticCustomError:
    """What is said of an address, with how it is written if it leads to something of the site."""
    said = found.context or {}
    hint, meant = str(said.get("hint", "")), meant_inside(address)
    if meant.startswith("file:"):
        hint = f"put the file into the folder `{FILES}`, and write {meant}"
    elif meant:
        hint = f"write {meant}"
    elif hint == FULL_ADDRESS:
        hint = f"{hint}; or what it is on this site, as in tutorial:connect-sso"
    return fault("address_form", str(said.get("message", "")), hint)


def read_address(value: object) -> str:
    """An address a page may link to: https, http, mailto or tel. Raises a `fault` for any other."""
    text = read_text(value)
    found = None if gaps(text) else fault_of_address(text)
    if found:
        raise fault("address_form", found.message, found.hint)
    return text


SITE_EXAMPLE = "https://guides.example/onboarding/"
_page = re.compile(r"[^/]*\.(?:html?|php|aspx?)", re.IGNORECASE)
_other_scheme = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
_special = re.compile(r"[^\w.~/%-]")


def read_site_address(value: object) -> str:
    """The address of a folder on a web server. Raises a `fault` for any other."""
    text = read_text(value)
    found = None if _other_scheme.match(text) else fault_of_address(text)
    if found:
        raise fault("address_form", found.message, found.hint)
    why = _fault_of_site(text)
    if why:
        raise fault(
            "address_form",
            f"`{text[:LONGEST_SHOWN]}` is not an address a site can be published at: {why}",
            _site_hint(text),
        )
    return text


def _site_hint(address: str) -> str:
    """The folder of a page, or what stands before a query; else an example."""
    plain = re.split("[?#]", address, maxsplit=1)[0]
    page = plain.rpartition("/")[2]
    folder = plain.removesuffix(page) if _page.fullmatch(page) else plain
    if folder != address and not _fault_of_site(folder):
        return f"write {folder}"
    return f"write the address of its home page: {SITE_EXAMPLE}"


def _fault_of_site(address: str) -> str:
    parts = urlsplit(address)
    special = _special.search(parts.path)
    folders = unquote(parts.path).split("/")
    reasons = {
        "it does not begin with https:// or http://": parts.scheme not in {"https", "http"},
        "it has a `?` in it": "?" in address,
        "it has a `#` in it": "#" in address,
        f"it has a `{special[0] if special else ''}` in its path": special is not None,
        f"`{folders[-1]}` is a page of it": bool(_page.fullmatch(folders[-1])),
        "it climbs": any(folder in {".", ".."} for folder in folders),
        "it has two slashes in a row": "" in folders[1:-1],
    }
    return next((reason for reason, applies in reasons.items() if applies), "")


SiteAddress = Annotated[
    str,
    PlainValidator(read_site_address),
    written_as(
        "site address",
        f"The address of the site's home page: `{SITE_EXAMPLE}`.",
        type="string",
        pattern=r"^https?://[^\s<>\"'`\\{}|^?#]+$",
        errorMessage=f"Write the address of the site's home page: {SITE_EXAMPLE}.",
    ),
]


EDIT_EXAMPLE = "https://git.example/edit/main/{path}#L{line}"
_placeholder = re.compile(r"\{[^{}]*\}")


def _filled_in(address: str, examples: Mapping[str, str]) -> str:
    """`address` with an example in the place of each of two placeholders; a `fault` where others stand."""
    filled = reduce(lambda text, each: text.replace(*each), examples.items(), address)
    unknown = _placeholder.search(filled)
    if unknown:
        known = " and ".join(f"`{each}`" for each in examples)
        raise fault(
            "address_form",
            f"nothing fills in `{unknown[0][:LONGEST_SHOWN]}`",
            f"write what belongs there; {known} alone are filled in",
        )
    return filled


def read_edit_address(value: object) -> str:
    """An address with `{path}` where a file's path belongs, and perhaps `{line}` for the line.

    Raises a `fault` for any other.
    """
    text = read_text(value)
    filled = _filled_in(text, {"{path}": "path", "{line}": "1"})
    found = fault_of_address(filled)
    if found:
        raise fault(
            "address_form", replace(found, address=text).message, f"write one like {EDIT_EXAMPLE}"
        )
    if not text.startswith(("https://", "http://")) or "{path}" not in text:
        raise fault(
            "address_form",
            "this is not the address of a file in a repository",
            f"write `{{path}}` where the path of the file belongs: {EDIT_EXAMPLE}",
        )
    return text


EditAddress = Annotated[
    str,
    PlainValidator(read_edit_address),
    written_as(
        "edit address",
        "A full address with `{path}` where the path of a file belongs; `{line}` is its line: "
        f"`{EDIT_EXAMPLE}`.",
        type="string",
        pattern=rf"^https?://({_NO_SIGN}|\{{path\}}|\{{line\}})*\{{path\}}({_NO_SIGN}|\{{path\}}|\{{line\}})*$",
        errorMessage=f"Write an address with {{path}} in it: {EDIT_EXAMPLE}.",
    ),
]


FEEDBACK_EXAMPLE = "https://forms.example/helped?step={step}&answer={answer}"


def read_feedback_address(value: object) -> str:
    """Where readers say whether a step helped: a mailbox, or a form, with `{step}` and `{answer}` where they belong.

    Raises a `fault` for any other.
    """
    text = read_text(value)
    filled = _filled_in(text, {"{step}": "step", "{answer}": "yes"})
    found = fault_of_address(filled)
    if found:
        raise fault("address_form", replace(found, address=text).message, found.hint)
    if text.startswith("mailto:"):
        if "?" in text or filled != text:
            raise fault(
                "address_form",
                "the subject of the mail is filled in, so nothing stands behind the mailbox",
                "write the mailbox alone: mailto:guides@acme.example",
            )
    elif not text.startswith(("https://", "http://")):
        raise fault(
            "address_form",
            "this is neither a mailbox nor a form",
            f"write one like mailto:guides@acme.example or {FEEDBACK_EXAMPLE}",
        )
    return text


FeedbackAddress = Annotated[
    str,
    PlainValidator(read_feedback_address),
    written_as(
        "feedback address",
        "A mailbox (`mailto:guides@acme.example`), or the address of a form, in which `{step}` and `{answer}` are filled "
        f"in: `{FEEDBACK_EXAMPLE}`.",
        type="string",
        pattern=rf"^(mailto:[^\s<>\"'`\\{{}}|^?]+|https?://({_NO_SIGN}|\{{step\}}|\{{answer\}})+)$",
        errorMessage=f"Write a mailbox or the address of a form: {FEEDBACK_EXAMPLE}.",
    ),
]
