"""Links whose words are one address and that lead to another: readers trust what they read.

In: the words of a link and its address, or a Markdown text. Out: what the words name, where that is somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from firstwin.text.addresses import BARE
from firstwin.text.dialect import link_address, parse
from firstwin.text.fault import TextFault
from firstwin.text.masks import has_masks, mask, unmask

# Two dots, or a path, make an address of a word: `Node.js` is a name.
_WEB: Final = re.compile(
    r"(?:https?://|(?=www\.)|(?=[\w-]+\.[\w-]+[./]))(?P<host>[\w-]+(?:\.[\w-]+)+)(?:[:/?#]\S*)?",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"(?:mailto:)?(?P<mailbox>[^\s@:/]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def misleading(text: str, values: Mapping[str, str]) -> Iterator[TextFault]:
    """The links of a Markdown text whose words are another address than theirs."""
    if "](" not in text:
        return
    tokens, _ = parse(mask(text))
    for token in tokens:
        line = token.map[0] if token.map else 0
        address, words = "", ""
        for child in token.children or ():
            if child.type == "link_open" and child.markup != BARE:
                address, words = unmask(link_address(child), values), ""
            elif child.type == "link_close" and address:
                if named := named_elsewhere(unmask(words, values), address):
                    yield TextFault(
                        line, *_fault(named, address), words if not has_masks(words) else ""
                    )
                address = ""
            elif child.type in ("text", "code_inline"):
                words += child.content
            line += child.type in ("softbreak", "hardbreak")


def named_elsewhere(words: str, address: str) -> str:
    """The host or mailbox that the words of a link name, where its address leads to another; nothing where it does not."""
    words = words.strip().strip("<>").rstrip(".")
    mail, web = _MAIL.fullmatch(words), _WEB.fullmatch(words)
    if mail:
        mailboxes = address.removeprefix("mailto:").partition("?")[0].lower().split(",")
        return "" if mail["mailbox"].lower() in mailboxes else mail["mailbox"]
    if web:
        host = urlsplit(address).hostname or ""
        shown = web["host"].lower().removeprefix("www.")
        return "" if host == shown or host.endswith(f".{shown}") else web["host"]
    return ""


def fault_of_link(words: str, address: str) -> tuple[str, str] | None:
    """What is wrong with a link of these words, and what to write instead; None where nothing is."""
    named = named_elsewhere(words, address)
    return _fault(named, address) if named else None


def _fault(named: str, address: str) -> tuple[str, str]:
    where = (
        address.removeprefix("mailto:").partition("?")[0]
        if "@" in address
        else urlsplit(address).hostname
    )
    return (
        f"the words of this link name `{named}`, and it leads to `{where}`",
        "say what readers find there, or name where it leads",
    )
