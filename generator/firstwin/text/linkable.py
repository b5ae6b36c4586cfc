"""Which addresses a page may link to, and what was probably meant by one that it may not.

In: an address as an author typed it, its values filled in. Out: what is wrong with it and what to write. A page
links to https, http, mailto and tel, and only to what a browser, a mail program or a telephone can make
something of: what passes here is an address in every parser behind us. Who follows a link trusts its words, so
what only hides where it leads (a name before the host, letters of two alphabets that look alike) is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

from msgspec import Struct

FULL_ADDRESS: Final = "write a full address that begins with https://, http://, mailto: or tel:"
LONGEST: Final = 2000
"""The characters of an address. Browsers and mail programs cut longer ones off, each somewhere else."""

LONGEST_SHOWN: Final = 80
"""The characters of a faulty address that a message repeats."""

LONGEST_HOST: Final = 253
LONGEST_LABEL: Final = 63
LARGEST_PORT: Final = 65_535
FEWEST_DIGITS: Final = 3
CACHED: Final = 4096

SIGNS: Final = "<>\"'`\\{}|^"
"""What no address holds as it is, beside spaces and what cannot be seen."""

_BRACES: Final = "{}"
_ENCODED: Final = frozenset(f" {SIGNS}") - frozenset(_BRACES)
"""What probably means itself, and is written as a code."""

_web = re.compile(r"https?://(?P<authority>[^/?#]*)", re.DOTALL)
_stray_percent = re.compile(r"%(?![0-9A-Fa-f]{2})")
_line_end = re.compile(r"%0[AaDd]")
_port = re.compile(r"[0-9]{1,5}")
_label = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?", re.IGNORECASE)
_number = re.compile(r"[0-9]+|0x[0-9a-f]*", re.IGNORECASE)
_mail_name = re.compile(r"[\w.!$%*+=~-]+")
_phone = re.compile(r"\+?(?P<digits>[0-9().-]+)(?:;ext=[0-9]+)?")

_typed_mail = re.compile(r"(?:mailto:)?\s*(?P<mail>[^@:/\s]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_typed_phone = re.compile(
    r"(?P<scheme>(?:tel(?:ephone|efon)?\.?:?|phone:?)(?=[ :+(0-9]))?\s*(?P<plus>\+?)(?P<digits>[0-9(][0-9 ().\u00a0/-]*)"
    r"(?:(?P<by>[,;#a-z][a-z.:= ]{0,12})(?P<extension>[0-9]{1,7}))?",
    re.IGNORECASE,
)
_EXTENSION: Final = frozenset(
    {"", "ext", "extn", "extension", "x", "dw", "durchwahl", "poste", "ramal"}
)
"""What people write before the number of a telephone inside a firm."""
_typed_web = re.compile(
    r"(?:(?P<scheme>https?):?)?[/\\]*(?P<host>[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?)(?P<rest>(?:[/\\].*)?)",
    re.IGNORECASE,
)
_typed_user = re.compile(r"(?P<scheme>https?://)[^/?#]*@")

_MAIL_PARTS: Final = ("subject", "body", "to", "cc", "bcc")
_ALPHABETS: Final = frozenset({"LATIN", "GREEK", "CYRILLIC"})
"""The alphabets whose letters look alike."""


class AddressFault(Struct, frozen=True):
    """Why a page may not link to an address, as a clause or nothing, and what to write instead."""

    address: str
    reason: str
    hint: str

    @property
    def message(self) -> str:
        """The fault as a sentence."""
        refused = f"`{self.address[:LONGEST_SHOWN]}` is not an address a page may link to"
        return f"{refused}: {self.reason}" if self.reason else refused


class _Why(NamedTuple):
    """What is wrong, as a clause, and what to do about it."""

    reason: str
    advice: str


_NO_HOST = _Why("it names no host", "write the host behind the slashes: https://help.example")
_NO_PHONE = _Why("it is no telephone number", "write it in digits: tel:+15550100")
_NO_MAILBOX = _Why("it names no mailbox", "write who gets the mail: mailto:help@firm.example")


def is_linkable(address: str) -> bool:
    """Whether a page may link to an address."""
    return fault_of_address(address) is None


@lru_cache(CACHED)
def fault_of_address(address: str) -> AddressFault | None:
    """What is wrong with an address; nothing where a page may link to it."""
    why = _why(address)
    if why is None:
        return None
    meant = next(_meant(address), "") if len(address) < LONGEST_SHOWN else ""
    return AddressFault(address, why.reason, f"write {meant}" if meant else why.advice)


def _why(address: str) -> _Why | None:
    if len(address) > LONGEST:
        return _Why(f"it has more than {LONGEST:,} characters", "shorten it")
    web = _web.match(address)
    if not web and not address.startswith(("mailto:", "tel:")):
        return _Why("", FULL_ADDRESS)
    sign = next((sign for sign in address if sign in SIGNS or not _can_be_seen(sign)), "")
    if sign:
        return _of_sign(sign)
    if _stray_percent.search(address):
        return _Why("a `%` stands alone in it", "write %25 for a percent sign")
    if web:
        return _of_authority(web["authority"])
    scheme, _, rest = address.partition(":")
    return _of_mail(rest) if scheme == "mailto" else _of_phone(rest)


def _can_be_seen(sign: str) -> bool:
    return sign.isprintable() and not sign.isspace()


def _of_sign(sign: str) -> _Why:
    if sign == " ":
        return _Why("it has a space in it", "write %20 for each space")
    if sign in _BRACES:
        return _Why(
            f"it has a `{sign}` in it", "write what belongs there: a name stands in double braces"
        )
    if not _can_be_seen(sign):
        hidden = f"it has the hidden character U+{ord(sign):04X} in it"
        return _Why(hidden, "delete the character")
    named = "a backtick" if sign == "`" else f"a `{sign}`"
    return _Why(f"it has {named} in it", f"write {quote(sign)} for it")


def _of_authority(authority: str) -> _Why | None:
    """What is wrong between the slashes and the path."""
    if "@" in authority:
        return _Why(
            "it has a name before its host, which hides where it leads",
            "write the host right behind the slashes",
        )
    ip = authority.startswith("[")
    host = authority[: authority.find("]") + 1] if ip else authority.partition(":")[0]
    colon, port = authority[len(host) : len(host) + 1], authority[len(host) + 1 :]
    why = _of_ip(host) if ip else _of_host(host)
    if why is None and colon:
        fits = colon == ":" and _port.fullmatch(port) and 0 < int(port) <= LARGEST_PORT
        return None if fits else _Why(f"its port is no number up to {LARGEST_PORT:,}", "correct it")
    return why


def _of_ip(host: str) -> _Why | None:
    try:
        IPv6Address(host[1:-1])
    except AddressValueError:
        return _Why("its host is no IPv6 address", "correct what stands in brackets")
    return _of_host("ip") if "%" not in host else _Why("its host names a zone", "leave it out")


def _of_host(host: str) -> _Why | None:
    if not host:
        return _NO_HOST
    if len(host) > LONGEST_HOST:
        return _Why(f"its host has more than {LONGEST_HOST} characters", "correct the host")
    labels = host.split(".")
    for label in labels:
        why = _of_label(label)
        if why:
            return why
    if _number.fullmatch(labels[-1]):
        try:
            IPv4Address(host)
        except AddressValueError:
            return _Why("its host is a number and no IPv4 address", "correct the host")
    return None


def _of_label(label: str) -> _Why | None:
    """What is wrong with a part of a host, as people and as name servers read it."""
    if not label:
        return _Why("its host has an empty part", "write single dots between the parts of the host")
    if len(label) > LONGEST_LABEL:
        return _Why(
            f"a part of its host has more than {LONGEST_LABEL} characters", "correct the host"
        )
    try:
        encoded = label if label.isascii() else label.encode("idna").decode()
        shown = encoded[4:].encode().decode("punycode") if encoded[:4].lower() == "xn--" else label
    except UnicodeError:
        encoded = shown = ""
    if not _label.fullmatch(encoded):
        return _Why(f"`{label}` cannot be in the name of a host", "correct the host")
    if len(_ALPHABETS & {unicodedata.name(sign, "").partition(" ")[0] for sign in shown}) > 1:
        return _Why("its host mixes letters of two alphabets", "type the host anew")
    return None


def _of_mail(rest: str) -> _Why | None:
    if "#" in rest:
        return _of_sign("#")
    mailboxes, _, query = rest.partition("?")
    parts = [part.partition("=") for part in query.split("&")] if query else []
    to = [unquote(value) for name, _, value in parts if name.lower() in ("to", "cc", "bcc")]
    if not mailboxes and not to:
        return _NO_MAILBOX
    for mailbox in ",".join(filter(None, [mailboxes, *to])).split(","):
        name, at, host = mailbox.rpartition("@")
        why = _of_host(host) if at and _mail_name.fullmatch(name) else _NO_MAILBOX
        if why:
            return why
    for name, _, value in parts:
        if name.lower() not in _MAIL_PARTS:
            return _Why(
                f"`{name}` is nothing that a link may fill in",
                f"use {', '.join(_MAIL_PARTS[:-1])} and {_MAIL_PARTS[-1]} alone",
            )
        if name.lower() != "body" and _line_end.search(value):
            return _Why(f"its {name} has a line end in it", "write one line")
    return None


def _of_phone(rest: str) -> _Why | None:
    found = _phone.fullmatch(rest)
    digits = sum(map(str.isdigit, found["digits"])) if found else 0
    return None if digits >= FEWEST_DIGITS else _NO_PHONE


def _meant(text: str) -> Iterator[str]:
    """What a page may link to and was probably meant."""
    return (made for made in _guesses(text.strip()) if made != text and _why(made) is None)


def _guesses(text: str) -> Iterator[str]:
    phone = _typed_phone.fullmatch(text)
    if phone and (phone["scheme"] or phone["plus"] or len(text) > 2 * FEWEST_DIGITS):
        by = (phone["by"] or "").strip(" .:=,;#").lower()
        extension = f";ext={phone['extension']}" if phone["extension"] and by in _EXTENSION else ""
        digits = phone["digits"]
        if phone["plus"] or digits.startswith("00"):
            digits = digits.replace("(0)", "")  # it is dialled within the country alone
        yield f"tel:{phone['plus']}{''.join(re.findall('[0-9]', digits))}{extension}"
    mail = _typed_mail.fullmatch(text)
    if mail:
        yield f"mailto:{mail['mail']}"
    web = _typed_web.fullmatch(text)
    if web:
        rest = web["rest"].replace("\\", "/")
        yield f"{(web['scheme'] or 'https').lower()}://{web['host']}{_quoted(rest)}"
    if text.startswith("mailto:"):
        mailboxes, question, query = text.partition("?")
        text = mailboxes.replace(" ", "") + question + query
    yield _quoted(_typed_user.sub(r"\g<scheme>", text))


def _quoted(text: str) -> str:
    """The text with a code for each sign that no address holds."""
    return "".join(quote(sign) if sign in _ENCODED else sign for sign in text)
