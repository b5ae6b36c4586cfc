"""Markdown that other tools know and this dialect does not: it is shown as typed.

In: a Markdown text. Out: `TextFault`s. None of it can do any harm; it only is not what the author meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markdown_it.token import Token

from firstwin.text.addresses import BARE
from firstwin.text.dialect import parse
from firstwin.text.fault import TextFault
from firstwin.text.linkable import fault_of_address
from firstwin.text.masks import has_masks, mask

_worth_a_look = re.compile(
    r"~|==|:[a-z]|://|\] +\(|\]\([^()\n]* |--|\[[ xX]\] |[☐☑☒□•◦▪‣·] |!!!|\?\?\?|:::|\[\[|\[TOC|\+\+|\$\S|\^|^[ >]*: "
    r"|\t|\|\||^[ >]*\.\. |\{(?:info|note|tip|warning|panel)",
    re.MULTILINE,
)
_cut_address = re.compile(
    r"\]\((?P<address>(?:(?:https?://|mailto:|tel:)|(?=[^()\n]* )[\w./\\])(?:[^()\n]|\([^()\n]*\))*)\)"
)
"""What would be a link but for the spaces in its address. What stands in brackets belongs to it."""
BOX_HINT: Final = "write it under `items`"
_kinds = (
    (
        re.compile(r"^ *(?:\|(?: *:?-+:? *\|)+|:?-+:?(?: *\| *:?-+:?)+) *$", re.MULTILINE),
        "no table is made of this: the signs are shown as typed",
        "begin a table behind an empty line with its headings, and below write as many |---| as there are headings",
    ),
    (
        re.compile(r"^\|\|.*\|\|$|^\^ .*[|^]$|^\+(?:[-=]+\+)+$", re.MULTILINE),
        "no table is made of this: the signs are shown as typed",
        "write | One | Two | for the headings, |---|---| below, and a line like the first for each row",
    ),
    (
        re.compile(r"^\S[^\t\n]*+\t.*\n\S[^\t\n]*+\t", re.MULTILINE),
        "tabs part no columns: these lines are shown as one",
        "write | One | Two | for the headings, |---|---| below, and a line like the first for each row",
    ),
    (
        re.compile(r"~~(?=\S)[^~\n]+~~"),
        "words between `~~` are not struck out, but shown as typed",
        "remove the signs, or the words",
    ),
    (
        re.compile(r"(?<!=)==(?=[^\s=])[^=\n]+(?<=\S)==(?!=)"),
        "words between `==` are not marked, but shown as typed",
        "write **them** between two asterisks",
    ),
    (
        re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])"),
        "an emoji is not drawn from its name, but shown as typed",
        "write the emoji itself, or remove it",
    ),
    (
        re.compile(r"\[[^\[\]\n]+\] +\((?:https?://|mailto:|tel:)[^\[)\n]*\)"),
        "a space between the words of a link and its address: this is no link",
        "write [words](https://...) without a space between",
    ),
    (
        re.compile(r"^\[[ xX]\] ", re.MULTILINE),
        "a box to tick is not drawn from brackets, but shown as typed",
        BOX_HINT,
    ),
    (
        re.compile(r"^[•◦▪‣·] +(?=\S)", re.MULTILINE),
        "no list is drawn from this sign, but it is shown as typed",
        "leave it out, or write - in its place where a list fits",
    ),
    (
        re.compile(r"^[☐☑☒□] ", re.MULTILINE),
        "a box to tick is not drawn from this sign, but shown as typed",
        BOX_HINT,
    ),
    (
        re.compile(
            r"^(?:(?:!!!|\?\?\?\+?|:::) *[\w{][\w-]*|\.\. +\w+::|\{(?:info|note|tip|warning|panel)(?:[:}].*)?$)",
            re.MULTILINE,
        ),
        "no box is drawn from these signs: they are shown as typed",
        "write > [!NOTE] in their place, and > before each line of the remark",
    ),
    (
        re.compile(r"^===[!+]? *[\"']", re.MULTILINE),
        "tabs are not drawn from `===`, but shown as typed",
        "write one paragraph for each, or a list",
    ),
    (
        re.compile(r"^\[\[?_?TOC_?\]?\]$", re.MULTILINE),
        "no table of contents is put here: the word is shown as typed",
        "remove it: pages list what is on them by themselves",
    ),
    (
        re.compile(r"\[\[(?!_?TOC)[^\[\]\n]+\]\]"),
        "no link is made from two brackets: they are shown as typed",
        "write [words](https://...), or by its id: [words](step:kickoff-call)",
    ),
    (
        re.compile(r"(?<!\+)\+\+(?=[^\s+])[^+\n]+(?:\+[^+\n]+)*(?<=\S)\+\+(?!\+)"),
        "nothing is drawn from words between `++`: they are shown as typed",
        "write **Ctrl+C** between two asterisks",
    ),
    (
        re.compile(r"(?<=\w)(?:\^[^\s^]+\^|~[^\s~]+~)"),
        "no sign is raised or lowered: the signs are shown as typed",
        "write m² and CO₂ with the characters themselves",
    ),
    (
        re.compile(r"\$\$[^$\n]+\$\$|(?<![\w$])\$(?=[^\s\d$])[^$\n]+(?<=\S)\$(?![\w$])"),
        "a formula is not set, but shown as typed",
        "say it in words, or put it between backticks",
    ),
    (
        re.compile(r"^: +\S", re.MULTILINE),
        "a list of terms is not drawn from `:`, but shown as typed",
        "write a list: - **Term**: what it means",
    ),
)


def foreign(text: str) -> Iterator[TextFault]:
    """What is shown as typed although it was meant to be more: once for each kind."""
    if not _worth_a_look.search(text):
        return
    tokens, _ = parse(mask(text))
    inlines = [(token, _shown(token)) for token in tokens if token.type == "inline"]
    for pattern, message, hint in _kinds:
        for token, shown in inlines:
            found = pattern.search(shown)
            if found:
                line = (token.map[0] if token.map else 0) + shown.count("\n", 0, found.start())
                yield TextFault(line, message, hint, found[0].strip())
                break
    for token, shown in inlines:
        yield from _addresses(token, shown)


def _addresses(token: Token, shown: str) -> Iterator[TextFault]:
    """What looks like an address and is none: it stands there as typed, and nobody can follow it."""
    line = token.map[0] if token.map else 0
    cut = [
        (line + shown.count("\n", 0, found.start()), found["address"])
        for found in _cut_address.finditer(shown)
    ]
    bare = [
        (line, str(child.attrs["href"]))
        for child in token.children or ()
        if child.type == "link_open" and child.markup == BARE
    ]
    for at, address in cut + bare:
        fault = None if has_masks(address) else fault_of_address(address)
        if fault:
            yield TextFault(at, fault.message, fault.hint, address)


def _shown(token: Token) -> str:
    """The words of a paragraph, without its code."""
    made = ""
    for child in token.children or ():
        if child.type == "text":
            made += child.content
        elif child.type in ("softbreak", "hardbreak"):
            made += "\n"
        elif child.type == "code_inline":
            made += "`"
    return made
