"""FW637 and FW704: places where what a rule finds is accepted, by a comment on their line.

In: comments such as `# firstwin: allow FW616 because the brackets are meant`. Out: the lines each of them is about, what
is wrong with the comments, and those that nothing needs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import yaml
from msgspec import Struct

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import Document
from firstwin.validate import Catalog
from firstwin.validate.words import did_you_mean

NOT_RIGHT = Code(
    "FW637",
    Severity.WARNING,
    "A comment that accepts nothing",
    "A comment accepts what a rule finds in one place: on its line, or alone on the line above. It names the rule by its "
    "code, and says why behind `because`. What later pages rest on cannot be accepted; `firstwin explain FW636` says more.",
    wrong="title: Sign in  # firstwin: ignore FW609",
    right="title: How to sign in  # firstwin: allow FW609 because the button is called that",
)
NOT_NEEDED = Code(
    "FW704",
    Severity.WARNING,
    "A comment that accepts what is not there",
    "A comment that accepts what a rule finds (`# firstwin: allow FW609 because ...`) stands in a place where that rule finds "
    "nothing, or finds nothing any more.",
    wrong="title: Sign in  # firstwin: allow FW609 because the button is called that",
    right="title: Sign in",
)

_comment = re.compile(r"(?:^|(?<=\s))#\s*firstwin\s*:\s*(?P<said>.*)")
_allow = re.compile(
    r"allow\s+(?P<codes>FW[0-9]{3}(?:\s*(?:,|and)\s*FW[0-9]{3})*)(?P<rest>(?:\W+because\b.*)?)",
    re.IGNORECASE,
)
_code = re.compile(r"FW[0-9]{3}", re.IGNORECASE)
_reason = re.compile(r"\W+because\W+\w", re.IGNORECASE)
_HOW = "say which rule, and why: `# firstwin: allow {} because ...`"


class Comment(Struct, frozen=True):
    """A comment to firstwin: its place, the codes it accepts, the lines it is about, and whether it says why."""

    span: Span
    codes: Sequence[str]
    about: range
    has_reason: bool


def comments_of(catalog: Catalog, memo: Memo) -> list[Comment]:
    """The comments in all files of a project; those of a file are found once while the `memo` has it."""
    customers = (each.origin.document for each in catalog.customers.values())
    documents = [
        *catalog.documents.values(),
        *(each for each in customers if isinstance(each, Document)),
    ]
    return [
        comment
        for document in documents
        for comment in memo.of(("comments of a file", document.path), _comments_of, document)
    ]


def accepted_by(comments: Iterable[Comment]) -> Mapping[tuple[str, str, int], Comment]:
    """The comments that accept something, by file, code and line."""
    return {
        (comment.span.path, code, line + 1): comment
        for comment in comments
        if comment.has_reason
        for code in comment.codes
        for line in comment.about
    }


def not_needed(
    comments: Iterable[Comment], used: Collection[tuple[Span, str]], rules: Collection[str]
) -> Iterator[Diagnostic]:
    """What is said of comments whose `rules` found nothing where they stand."""
    for comment in comments:
        for code in comment.codes:
            if comment.has_reason and code in rules and (comment.span, code) not in used:
                yield Diagnostic(
                    NOT_NEEDED, f"{code} finds nothing here", comment.span, "remove the comment"
                )


def comments_rule(rules: Sequence[Rule]) -> Rule:
    """The rule about comments that accept nothing of what `rules` find."""

    def check(inspection: Inspection) -> Iterator[Diagnostic]:
        by_id = {rule.code.id: rule for rule in rules}
        for comment in comments_of(inspection.catalog, inspection.memo):
            if not comment.codes:
                message = "this comment tells firstwin nothing"
                yield Diagnostic(NOT_RIGHT, message, comment.span, _HOW.format("FW609"))
            for code in comment.codes:
                rule = by_id.get(code)
                if rule is None:
                    message = f"{code} is no rule whose findings can be accepted"
                    hint = did_you_mean(code, by_id) or "remove the comment, and mend what is told"
                    yield Diagnostic(NOT_RIGHT, message, comment.span, hint)
                elif rule.firm:
                    message = f"what {code} finds cannot be accepted: {rule.firm}"
                    yield Diagnostic(
                        NOT_RIGHT,
                        message,
                        comment.span,
                        "remove the comment, and mend what is told",
                    )
            if comment.codes and not comment.has_reason:
                message = "this comment does not say why"
                yield Diagnostic(
                    NOT_RIGHT, message, comment.span, _HOW.format(", ".join(comment.codes))
                )

    return Rule(NOT_RIGHT, check)


def _comments_of(document: Document) -> tuple[Comment, ...]:
    return tuple(_comments(document))


def _comments(document: Document) -> Iterator[Comment]:
    found = {
        at: match
        for at, line in enumerate(document.lines)
        if "firstwin" in line and (match := _comment.search(line))
    }
    if not found or document.root is None:
        return
    scalars = list(_scalars(document.root))
    for at, match in found.items():
        column = match.start()
        if any(_holds(node, at, column) for node in scalars):
            continue
        line = document.lines[at]
        about = at if line[:column].strip() else _next_line(document.lines, at)
        allow = _allow.match(match["said"])
        yield Comment(
            Span(document.path, at + 1, column + 1, at + 1, len(line.rstrip()) + 1),
            tuple(code.upper() for code in _code.findall(allow["codes"])) if allow else (),
            range(
                about,
                max(
                    [
                        about,
                        *(_last_line(node) for node in scalars if node.start_mark.line == about),
                    ]
                )
                + 1,
            ),
            bool(allow and _reason.match(allow["rest"])),
        )


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    left = [node]
    while left:
        here = left.pop()
        if isinstance(here, yaml.ScalarNode):
            yield here
        elif isinstance(here, yaml.MappingNode):
            left += [each for pair in here.value for each in pair]
        elif isinstance(here, yaml.SequenceNode):
            left += here.value


def _holds(node: yaml.ScalarNode, line: int, column: int) -> bool:
    """Whether a place lies in a text. Behind the sign of a block stands a comment still."""
    start, end = node.start_mark, node.end_mark
    if node.style in {"|", ">"} and line == start.line:
        return False
    return bool((start.line, start.column) <= (line, column) < (end.line, end.column))


def _last_line(node: yaml.ScalarNode) -> int:
    end = node.end_mark
    return int(end.line if end.column else end.line - 1)


def _next_line(lines: Sequence[str], at: int) -> int:
    """The line that a comment is about which stands alone."""
    says = (
        below
        for below in range(at + 1, len(lines))
        if lines[below].strip() and not lines[below].lstrip().startswith("#")
    )
    return next(says, at)
