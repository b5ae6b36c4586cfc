"""Faults of values that were written in a form of their own: numbers, windows, ids.

In: a `Finding` whose words come from the value's validator. Out: a `ShapeFault` with what was probably meant,
which only the key beside the value tells: `45 min` are 45 minutes, and `6 weeks` a duration of 42.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from firstwin.dates import FIRST_DAY, START
from firstwin.models.amounts import amount, longest, narrow, span
from firstwin.models.several import COPIED_SIGN
from firstwin.models.values import LARGEST_NUMBER, is_id, made_id
from firstwin.models.window import ON, WINDOW_KEYS, meant_range
from firstwin.sources.line import as_text
from firstwin.validate import shape_codes as codes
from firstwin.validate.expected import noun
from firstwin.validate.finding import Finding, ShapeFault
from firstwin.validate.mended import value_at
from firstwin.validate.offered_ids import offered_id
from firstwin.validate.other_words import DATE_HINT, from_to
from firstwin.validate.places import PLAYBOOK
from firstwin.validate.words import short

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
_date = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?!\d).*|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}(?!\d).*"
    rf"|(?:(?:{_DAYS})day,? )?(?:(?:{_MONTHS})[a-z]*\.? [0-9].*|[0-9]{{1,2}}(?:st|nd|rd|th|\.)? (?:{_MONTHS}).*)"
    rf"|(?:{_DAYS})day|[0-9]{{1,2}}\.[0-9]{{1,2}}\.?(?: ?[-–] ?[0-9]{{1,2}}\.[0-9]{{1,2}}\.?)?"
    r"|[0-9]{1,2}/[0-9]{1,2}|(?:KW|CW) ?[0-9]{1,2}",
    re.IGNORECASE,
)
"""`2026-12-01`, `12/1/2026`, `1st December`, `Dec 1 to Dec 3`, `Monday`, `01.12.-05.12.`, `KW 49`."""
_in_unit = re.compile(r"(?i)(day|week|month)s?\s+([0-9]+(?:-[0-9]+)?)")
_by = re.compile(r"(?i)^\s*(?:by|until|till|due|on|in|at the latest on|no later than)\b")
"""What people write before the day of a deadline."""
_ordinal = re.compile(r"(?i)(?<!\w)d?([0-9]+)(?:st|nd|rd|th|\.(?=\s))?(?!\w)")
"""`D27`, `27th`, `27.` before a word."""
_LINK_HINT = "a link stands under `links` of a step that has an `id` and a `title`: its `title` and its `url`"
_AROUND = " \t\n,;"
"""What may stand around a window: JSON and programs part it from what follows."""
_EXAMPLES = {"minutes": "25", "days": "30"}
_UNITS = {
    "day": re.compile(r"(?i)\b(?:day|tag|jour)s?\b|\btagen?\b|\bd(?=[0-9])|日目?"),
    "week": re.compile(r"(?i)\b(?:week|semaine)s?\b|\bwochen?\b|\bw(?=[0-9])|週目?"),
    "month": re.compile(r"(?i)\bmonths?\b|\bmois\b|\bmonate?n?\b|\bm(?=[0-9])|[かヶ]?月目?"),
}
"""The units of windows as people write them beside the number, in the languages of sites as well."""
_working = re.compile(
    r"(?i)(?:within )?(?:(?P<first>[0-9]{1,4}) ?[-–] ?)?(?P<last>[0-9]{1,4})[ -]*(?:working|business|week|bank)[ -]?days?"
    r"(?: (?P<anchor>(?:before|after) [a-z][a-z0-9-]*))?"
)
_within = re.compile(r"(?i)within (?:the first )?([0-9]{1,4}) (day|week|month)s?")
_uncounted = re.compile(r"(?:before|after) [a-z][a-z0-9-]*")
_after_start = re.compile(r"(?i)[dt] ?\+ ?([0-9]{1,4})")
"""`D+5`: the day of the start is day 1."""
_before_start = re.compile(
    r"(?i)(?:day |[dt] ?)?[-–\u2212] ?(?P<days>[0-9]{1,4})"
    r"|(?P<count>[0-9]{1,4}) ?(?P<unit>day|week|month)?s? (?:before|prior to) (?:the )?(?:start|kick-?off)"
)
"""`T-14`, `Day -7`, `2 weeks before kickoff`."""
_thousands = re.compile(r"[1-9][0-9]{0,2}(?:[,.'’_ \u00a0\u202f][0-9]{3})+")
_whole = re.compile(r"([0-9]+)[.,]0+")
_fraction = re.compile(r"[0-9]+[.,][0-9]+")
MOST_HOURS = 24
"""The hours that a number with a fraction may mean."""
_between = re.compile(r" ?(?:[,;&/+|]|\band\b) ?")


def not_a_number(finding: Finding) -> ShapeFault:
    """Text where a number belongs."""
    text = finding.value if isinstance(finding.value, str) else ""
    unit = _unit(finding)
    if _date.fullmatch(text.strip()) and unit == "days":
        return replace(_fault(finding), hint=DATE_HINT)
    meant = _digits(text) or amount(text, unit)
    if meant and text == str(meant):
        return replace(_fault(finding), meant=text)
    if meant:
        digits = str(meant)
        hint = f"write the digits alone: {digits}"
        return replace(_fault(finding), hint=hint, meant=digits, offer=digits)
    return replace(_fault(finding), hint=_number_hint(text.strip(), unit, finding.name))


def not_an_effort(finding: Finding) -> ShapeFault:
    """Text where minutes belong, or a range of them."""
    text = finding.value.strip() if isinstance(finding.value, str) else ""
    meant = span(text, "minutes")
    if not meant:
        return not_a_number(finding)
    minutes = f"{meant[0]}-{meant[1]}"
    return replace(_fault(finding), hint=f"write {minutes}", offer=minutes)


def _number_hint(text: str, unit: str, name: str) -> str:
    """What to write for a text whose number is not plain."""
    counted = _counted(text, name) if unit == "days" and not _within.fullmatch(text) else ""
    if counted:
        return counted
    most = longest(text, unit) if unit == "minutes" else None
    if most:
        return f"write one number, the longest time: {most}"
    if _thousands.fullmatch(text):
        return f"write {LARGEST_NUMBER} or less"
    if _fraction.fullmatch(text) and unit == "minutes":
        hours = amount(f"{text} h", unit)
        meant = f"; if hours are meant, {hours}" if hours and hours <= MOST_HOURS * 60 else ""
        return f"write whole minutes{meant}"
    return f"write digits alone, for example {_EXAMPLES.get(unit, '10')}"


def _digits(text: str) -> int | None:
    """The number of a text whose thousands stand apart, or that has a fraction of nothing: `1,200`, `30.0`."""
    thousands, whole = _thousands.fullmatch(text.strip()), _whole.fullmatch(text.strip())
    digits = re.sub(r"[^0-9]", "", text) if thousands else whole[1].lstrip("0") if whole else ""
    return int(digits) if 0 < len(digits) <= len(str(LARGEST_NUMBER)) else None


def _unit(finding: Finding) -> str:
    if "minutes" in finding.path:
        return "minutes"
    return "days" if finding.name in {"duration", "day"} else ""


def not_a_window(finding: Finding) -> ShapeFault:
    """Text that is no window: a date, a range with its unit, or something else."""
    text = _as_text(finding.value)
    if _date.fullmatch(text):
        return replace(_fault(finding), hint=DATE_HINT)
    unit = finding.name.removesuffix("s") if finding.name in WINDOW_KEYS else ""
    fault = _fault(finding)
    counted = _counted(text, unit) or _from_anchor(text, unit, finding.data)
    if counted:
        return replace(fault, hint=counted)
    other = _in_unit.fullmatch(text)
    if other and other[1].lower() != unit:
        key = other[1].lower() + ("s" if "-" in other[2] else "")
        return replace(fault, hint=f"write `{key}: {other[2]}` in the place of `{finding.name}`")
    before = _before_start.fullmatch(text)
    if before:
        return replace(fault, hint=_before(before, finding, unit))
    bare = _UNITS[unit].sub(" ", text) if unit else text
    bare = _by.sub("", bare)
    bare = _ordinal.sub(r"\1", bare)
    meant = meant_range(" ".join(bare.split()))
    if meant and isinstance(finding.value, dict):
        return replace(fault, hint=f"write `{finding.name}: {meant}` on one line", at_key=True)
    is_other = meant and meant != finding.value
    return replace(fault, hint=f"write {meant}", offer=meant) if is_other else fault


def _as_text(value: object) -> str:
    """What stands in the place of a window as one text: two days in a list, or behind `from` and `to`, are a range."""
    if isinstance(value, str):
        return narrow(value).strip(_AROUND)
    both = value if isinstance(value, list) else []
    if len(both) == 2 and all(isinstance(each, str) for each in both):
        return meant_range("-".join(both))
    meant = from_to(value) if isinstance(value, dict) else None
    return meant.window if meant else ""


def _from_anchor(text: str, unit: str, data: object) -> str:
    """The hint for an anchor without a distance: `after go-live`; for `go-live` alone, where there is one."""
    if unit and _uncounted.fullmatch(text):
        return f"write how many {unit}s: 1 {text}"
    on = text.removeprefix(f"{ON} ")
    if on != text and is_id(on):
        return f"write `day: {text}` in the place of `{unit}s`"
    if unit == "day" and text == START:
        return f"write {FIRST_DAY}"
    is_anchor = value_at(data, ("named_days", text)) is not None or _is_milestone(text, data)
    return f"write {ON} {text}" if unit == "day" and is_anchor else ""


def _is_milestone(id_: str, data: object) -> bool:
    """Whether the same file has a milestone of that id."""
    phases = value_at(data, ("phases",))
    for phase in phases if isinstance(phases, list) else ():
        steps = value_at(phase, ("steps",))
        for step in steps if isinstance(steps, list) else ():
            if value_at(step, ("id",)) == id_ and value_at(step, ("type",)) == "milestone":
                return True
    return False


def _before(found: re.Match[str], finding: Finding, unit: str) -> str:
    """The hint for what is meant to be before the start."""
    count = int(found["days"] or found["count"])
    counted_in = "day" if found["days"] else (found["unit"] or unit).lower()
    if not count:
        return "there is no day 0: write 1 for the start date, -1 for the day before"
    if counted_in == unit:
        return f"write -{count}"
    return f"write `{counted_in}: -{count}` in the place of `{finding.name}`"


def _counted(text: str, unit: str) -> str:
    """The hint for days that are counted otherwise than here."""
    working, within = _working.fullmatch(text), _within.fullmatch(text)
    after = _after_start.fullmatch(text)
    if working:
        each = [int(count) for count in working.group("first", "last") if count]
        days = "-".join(str(count + 2 * (count // 5)) for count in each if count)
        anchor = f" {working['anchor'].lower()}" if working["anchor"] else ""
        return f"days here are calendar days: write {days}{anchor}" if days else ""
    if within and int(within[1]) > 1:
        key = "" if within[2].lower() == unit else f"{within[2].lower()}s: "
        return f"write `{key}1-{within[1]}`" if key else f"write 1-{within[1]}"
    return f"the start date is day 1: write {int(after[1]) + 1}" if after and unit == "day" else ""


def not_an_id(finding: Finding) -> ShapeFault:
    """Text that is no id: several of them, the name of a file, or an id in another spelling."""
    fault, text = _fault(finding), finding.value if isinstance(finding.value, str) else ""
    if finding.path[-1:] == ("id",) and not fault.hint:
        offered = offered_id(finding.data, finding.path[:-1], noun(finding.model))
        return replace(fault, hint=f"write one such as `{offered}`")
    if finding.is_about_key:
        named = _named(finding.value) if finding.name.isdigit() else ""
        return replace(fault, hint=f"write one such as `{named}`") if named else fault
    each = several_ids(text or finding.value)
    if len(each) > 1 and isinstance(finding.path[-1], int):
        return replace(fault, hint=as_entries(each, is_in_list=isinstance(finding.beside, list)))
    if len(each) > 1 and finding.name == "owner":
        return replace(fault, hint=one_owner(each))
    if finding.name in ("use", "extends"):
        return _not_what_is_named(fault, text)
    return replace(fault, offer=made_id(text)) if fault.hint else fault


def _named(entry: object) -> str:
    """The id that an entry's text or title makes, where it has a number for its id."""
    text = entry.get("title") if isinstance(entry, dict) else entry
    return made_id(short(text)) if isinstance(text, str) else ""


def _not_what_is_named(fault: ShapeFault, text: str) -> ShapeFault:
    """What is no id behind `use` or `extends`: the path of a file, an address."""
    if "://" in text:
        return replace(fault, type="address_used", hint=_LINK_HINT)
    meant = named_by_path(text) or made_id(text)
    if not meant:
        return fault
    return replace(fault, hint=f"did you mean `{meant}`?", meant=meant, offer=meant)


def named_by_path(text: str) -> str:
    """The id of what the path of a file leads to: a plan has that of its folder. Nothing for what is no path."""
    *folders, name = re.sub(r"\.ya?ml$", "", text.strip()).split("/")
    if not folders and name == text.strip():
        return ""
    return made_id(folders[-1] if name == PLAYBOOK and folders else name)


def several_ids(value: object) -> list[str]:
    """The ids in a list, or in a text that names them one after the other."""
    text = value if isinstance(value, str) else ""
    parts = (
        value if isinstance(value, list) else _between.split(" ".join(text.strip(" []").split()))
    )
    each = [made_id(part) if isinstance(part, str) else "" for part in parts]
    return each if all(is_id(id_) for id_ in each) else []


def one_owner(ids: list[str]) -> str:
    """The hint where several own a step."""
    return f"a step has one owner: write `owner: {ids[0]}`, and name who helps under `with`"


def as_entries(words: list[str], *, is_in_list: bool) -> str:
    """The hint to make several entries of what stands as one in a list, or in its place."""
    return each_with_a_dash(words) if is_in_list else f"write [{', '.join(words)}]"


def each_with_a_dash(words: list[str]) -> str:
    """The hint to make a list of words."""
    dashed = " ".join(f"`- {word}`" for word in words)
    return f"write each on a line of its own, with a dash: {dashed}"


MOST_DASHED = 3
"""The lines of a copied list that a hint shows with their dashes."""
_copied_sign = re.compile(rf"(?:(?:[*-]|\[[ xX]?\]) +|{COPIED_SIGN})*")


def without_copied_sign(line: str) -> str:
    """A line without the bullet, the number or the box to tick that another program wrote before it."""
    return _copied_sign.sub("", line, count=1)


def dashed_texts(lines: list[str]) -> str:
    """The hint to make a list of lines of text."""
    return each_with_a_dash([as_text(short(line)) for line in lines[:MOST_DASHED]])


def _fault(finding: Finding) -> ShapeFault:
    """The fault in the words of the value's validator."""
    code = {
        "id_form": codes.ID_FORM,
        "window_form": codes.WINDOW,
    }.get(finding.type, codes.NUMBER)
    return ShapeFault(
        finding.type,
        code,
        finding.path,
        finding.context["message"],
        finding.context["hint"],
        at_key=finding.is_about_key,
    )
