"""Follow hints to the letter: a hint that offers what to write is pasted where its message points.

In: a report as a golden case holds it, and the project it is about. Out: which of its hints can be followed by a
machine, and the files with all of them followed. What leaves a choice to the author cannot, and is counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_head = re.compile(
    r"(?P<path>.+?):(?P<line>[0-9]+):(?P<column>[0-9]+): "
    r"(?P<severity>error|warning)\[(?P<code>FW[0-9]{3})\]: (?P<message>.*)"
)
_offers = (
    re.compile(r"did you mean `(?P<value>[^`]+)`\?"),
    re.compile(r"it is now called `(?P<value>[^`]+)`"),
    re.compile(r"write the digits alone: (?P<value>[0-9]+)"),
    re.compile(
        r"days here are calendar days: write (?P<value>[0-9]+(?: (?:before|after) [a-z-]+)?)"
    ),
    re.compile(r"the start date is day 1: write (?P<value>[0-9]+)"),
    re.compile(r"write (?P<value>on [a-z][a-z0-9-]*)"),
    re.compile(r"write (?P<value>[0-9]+ (?:hour|working day)s?)"),
    re.compile(r"write one number, the longest time: (?P<value>[0-9]+)"),
    re.compile(r"if it belongs to the text, quote the whole: (?P<value>'.*'|\".*\"); .*"),
    re.compile(r"write them as a list, all of which must hold: (?P<value>\[.*\])"),
    re.compile(r"write (?P<value>\[.*\]|\{any_of: \[.*\]\})"),
    re.compile(r"give each an entry of its own: (?P<value>\S.*)"),
    re.compile(r"write: (?P<value>\S.*)"),
    re.compile(r"write (?P<value>(?:https?://|mailto:|tel:)\S+)"),
    re.compile(r"write (?P<value>[0-9]+(?:-[0-9]+)?(?: (?:before|after) [a-z-]+)?)"),
    re.compile(r"write (?P<value>(?:not )?[a-z][a-z0-9-]*|\{[a-z-]+: [a-z-]+\})"),
    re.compile(r"write (?P<value>[\w-]+(?:/[\w.-]+)+)"),
    re.compile(r"write (?P<value>(?:document|page|quiz|step|term|tutorial):[a-z0-9-]+)"),
    re.compile(r"write `(?P<value>true|false)`, without quotes"),
)
"""Hints whose words are a value: it takes the place of what is underlined."""

_line_offers = re.compile(
    r"[^:]*?(?:, indented by (?P<columns>[0-9]+) spaces?)?: (?:write: )?(?P<line>[^`\s].*)"
)
"""Hints about a line that YAML rejects end in the line as it should be."""

_in_quotes = re.compile(r"if it is text, put it in quotes: (?P<line>\S.*)")
"""A line that YAML reads as something else than text."""

_pair = re.compile(r"write `(?P<pair>[a-z_]+: [^`]+)`(?:[,;].*)?")
_other_pair = re.compile(r"did you mean `(?P<pair>[a-z_]+: [^`]+)`\?")
"""A key and its value, in the place of those underlined and behind them."""
_indent = re.compile(
    r"indent it by (?P<count>[0-9]+) spaces?"
    r"(?:, and the (?:(?P<below>[0-9]+) lines|(?P<one>line)) below with it)?(?:; or, .*)?"
)
_block = re.compile(
    r"(?:if it is text, )?write `(?P<key>[a-z_]+): \|`, and the whole text below it, indented by (?P<count>[0-9]+) spaces?"
)
_one_text = re.compile(r".*; else write all of it as one text: (?P<line>.+)")
_FIRST_OF_LINES, _LAST_OF_LINES = "FW014", "FW049"


@dataclass(frozen=True)
class Message:
    """One message of a report."""

    path: str
    line: int
    column: int
    code: str
    message: str
    width: int
    hint: str

    @property
    def words(self) -> tuple[str, str, str]:
        """What is said, wherever it stands."""
        return (self.path, self.code, self.message)


def messages_in(report: str) -> list[Message]:
    """The messages of a report."""
    found = []
    for block in report.split("\n\n"):
        lines = block.split("\n")
        head = _head.fullmatch(lines[0])
        if not head:
            continue
        caret = next((line for line in lines if re.fullmatch(r" *\^+", line)), "")
        hints = [line.removeprefix("hint: ") for line in lines if line.startswith("hint: ")]
        at = (int(head["line"]), int(head["column"]))
        width = caret.count("^")
        hint = hints[0] if hints and len(hints) == 1 else ""
        found.append(Message(head["path"], *at, head["code"], head["message"], width, hint))
    return found


def followed(folder: Path, messages: list[Message]) -> list[Message]:
    """Follow in the files of a project every hint that can be, from the end of each file, and say which those were."""
    done: list[Message] = []
    taken: set[tuple[str, int]] = set()
    for one in sorted(messages, key=lambda one: (one.path, one.line, one.column), reverse=True):
        file = folder / one.path
        if not one.width or (one.path, one.line) in taken or not file.is_file():
            continue
        lines = file.read_text("utf-8").split("\n")
        block, text = _block.fullmatch(one.hint), _one_text.fullmatch(one.hint)
        if block:
            _begin_block(lines, one.line - 1, block["key"], int(block["count"]))
        elif text:
            _make_one_text(lines, one.line - 1, text["line"])
        if block or text:
            file.write_text("\n".join(lines), "utf-8")
            done.append(one)
            continue
        made = next(_lines_for(one, lines[one.line - 1]), None)
        if made is not None:
            assert made != lines[one.line - 1], f"the hint offers what stands there: {one}"
            by = len(lines[one.line - 1]) - len(lines[one.line - 1].lstrip(" "))
            by = len(made) - len(made.lstrip(" ")) - by
            for at in range(one.line, one.line + _moved_with(one)):
                lines[at] = " " * (len(lines[at]) - len(lines[at].lstrip(" ")) + by) + lines[
                    at
                ].lstrip(" ")
            taken.add((one.path, one.line))
            lines[one.line - 1] = made
            file.write_text("\n".join(lines), "utf-8")
            done.append(one)
    return done


def _begin_block(lines: list[str], at: int, key: str, depth: int) -> None:
    """Make a block of the text that begins behind a key, on the line of a message or above it."""
    head = next(line for line in range(at, -1, -1) if lines[line].strip().startswith(f"{key}:"))
    lead, _, text = lines[head].partition(f"{key}:")
    next_key = re.compile(rf" {{0,{depth - 2}}}(?:- )?[a-z_]+:(?: |$)| {{0,{depth - 3}}}[^\s|]")
    below = range(head + 1, len(lines))
    end = next((line for line in below if next_key.match(lines[line])), len(lines))
    for line in range(head + 1, end):
        lines[line] = " " * depth * bool(lines[line].strip()) + lines[line].lstrip()
    lines[head : head + 1] = [f"{lead}{key}: |", *[" " * depth + text.strip()] * bool(text.strip())]


def _make_one_text(lines: list[str], at: int, text: str) -> None:
    """Put a text in the place of the line above a list and of the list."""
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = next(
        line for line in range(at, len(lines)) if not lines[line].startswith(" " * depth + "-")
    )
    above = lines[at - 1]
    lines[at - 1 : end] = [above[: len(above) - len(above.lstrip())] + text]


def _moved_with(one: Message) -> int:
    """How many of the lines below are to be indented with a line."""
    moved = _indent.fullmatch(one.hint)
    if not moved:
        return 0
    return int(moved["below"] or 0) or int(bool(moved["one"]))


def _lines_for(one: Message, line: str) -> Iterator[str]:
    """The line of a message as its hint has it."""
    start, end = one.column - 1, one.column - 1 + one.width
    indent = line[: len(line) - len(line.lstrip(" "))]
    if moved := _indent.fullmatch(one.hint):
        yield " " * int(moved["count"]) + line.lstrip(" ")
    is_line = _FIRST_OF_LINES <= one.code < _LAST_OF_LINES and one.code != "FW039"
    if is_line and (whole := _line_offers.fullmatch(one.hint)):
        yield (" " * int(whole["columns"]) if whole["columns"] else indent) + whole["line"]
    if quoted_text := _in_quotes.fullmatch(one.hint):
        yield indent + quoted_text["line"]
    if pair := _other_pair.fullmatch(one.hint):
        yield line[:start] + pair["pair"]
    if pair := _pair.fullmatch(one.hint):
        key = line.lstrip(" ").removeprefix("- ").partition(":")[0]
        if pair["pair"].partition(":")[0] == key:
            lead = line[: line.index(key)]
            yield lead + pair["pair"]
    for offer in _offers:
        if found := offer.fullmatch(one.hint):
            quoted = re.search(r"`([^`]+)`", one.message)
            piece = (
                quoted[1] if quoted and line[start:end].count(quoted[1]) == 1 else line[start:end]
            )
            yield line[:start] + line[start:end].replace(piece, found["value"]) + line[end:]
