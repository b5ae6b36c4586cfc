"""FW602: a name between double braces that nothing gives a value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.config import VALUES_OF
from firstwin.models.library import asked_as
from firstwin.models.reader_fields import READER
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.text import Gap, gaps
from firstwin.text.dialect import gaps_in_code
from firstwin.validate.words import Spelling, listed, short

CODE = Code(
    "FW602",
    Severity.ERROR,
    "An undefined value",
    "`{{ product.name }}` fills in a plain value: `product` and `company` stand in "
    "`site_config.yml`, `set` holds the parameters of the library entry that a text belongs to. What another program "
    "fills in is shown as typed in the code of a Markdown text, and elsewhere, as in a title, behind a backslash: "
    "`\\{{ name }}`. Of backslashes before a value two are shown as one: `C:\\users\\\\{{ product.name }}`.",
    wrong="title: Welcome to {{ product.nam }}",
    right="title: Welcome to {{ product.name }}",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    left_out = inspection.catalog.left_out
    if "site_config" in left_out:
        return
    hints: dict[str | None, _Hints] = {}
    for text in inspection.filled:
        if "{{" not in text.value:
            continue
        known = inspection.values_of(text)
        in_code = gaps_in_code(text.value) if isinstance(text.value, Markdown) else {}
        for name, found in _undefined(text.value, known).items():
            before = 0 if _is_near(name, known) else in_code.get(name, 0)
            # In code stand names of other programs, shown as typed.
            if before < 0 or name.split(".")[-1] in left_out or name.startswith(f"{READER}."):
                continue
            gap = found[min(before, len(found) - 1)]
            if text.entry not in hints:
                hints[text.entry] = _Hints(known)
            typed = text.value[gap.start : gap.end]
            message = f"nothing gives `{short(name)}` a value"
            place = span_of(text.origin, typed, text.value.count(typed, 0, gap.start))
            yield Diagnostic(CODE, message, place, hints[text.entry].of(name))


def _is_near(name: str, known: Collection[str]) -> bool:
    """Whether a name begins like one that is filled in, so that it is one of those misspelt."""
    first = name.partition(".")[0]
    return first in VALUES_OF or any(each.partition(".")[0] == first for each in known)


def _undefined(text: str, known: Collection[str]) -> Mapping[str, Sequence[Gap]]:
    """The names that have no value, each with its gaps."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps(text):
        if gap.name not in known:
            found.setdefault(gap.name, []).append(gap)
    return found


class _Hints:
    """What to write in the place of a name that nothing gives a value."""

    def __init__(self, known: Collection[str]) -> None:
        groups: dict[str, list[str]] = {}
        for name in known:
            first, _, rest = name.partition(".")
            groups.setdefault(first, []).append(rest)
        self._known = sorted(known)
        self._names = Spelling(known)
        self._inside = {first: Spelling(names) for first, names in groups.items()}

    def of(self, name: str) -> str:
        """The hint for one name."""
        first, _, rest = name.partition(".")
        if first in self._inside:
            near = self._inside[first].did_you_mean(rest, f"{first}.")
        else:
            near = self._names.did_you_mean(name)
        if near:
            return near
        if rest and name == asked_as(rest):
            return "declare it under `parameters` in the library entry"
        if first in VALUES_OF and rest:
            return f"write it in site_config.yml, under `{first}`"
        values = f"the values are {listed(self._known, 'and')}"
        return f"{values}; what another program fills in stands behind a backslash: `\\{{{{ {short(name)} }}}}`"


RULE = Rule(CODE, check, plan_by_plan=True)
