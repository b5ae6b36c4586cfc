"""FW636: how bad a project takes what a rule finds to be.

In: `rules` of `site_config.yml`. Out: the level of a diagnostic, or that nobody is told of it; and what is wrong with the
settings themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.config import RuleLevel, RuleSetting
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import FILES
from firstwin.validate.words import did_you_mean, short

CODE = Code(
    "FW636",
    Severity.ERROR,
    "A setting of a rule that does nothing",
    "`rules` in `site_config.yml` says how bad what a rule finds is: `error`, `warning` or `off`, for the project or for "
    "some of its `paths`. It names the rules from FW127 on that look at what can be read. A few of them keep "
    "pages from being wrong for everybody, or from showing what is not for their reader; those stay as they are.",
    wrong="rules:\n  - rule: FW999\n    level: off\n    reason: We write for engineers.",
    right="rules:\n  - rule: FW612\n    level: off\n    reason: We write for engineers.",
)

_severities = {
    RuleLevel.ERROR: Severity.ERROR,
    RuleLevel.WARNING: Severity.WARNING,
    RuleLevel.OFF: None,
}


class Levels:
    """The levels of one project."""

    def __init__(self, settings: Sequence[RuleSetting]) -> None:
        self._by_rule: dict[str, list[RuleSetting]] = {}
        for setting in settings:
            self._by_rule.setdefault(setting.rule, []).append(setting)

    def of(self, code: Code, path: str) -> Severity | None:
        """How bad what a code is about is in a file; None where nobody is told."""
        fitting = [each for each in self._by_rule.get(code.id, ()) if _fits(each, path)]
        return _severities[fitting[-1].level] if fitting else code.severity

    def may_be(self, code: Code, severities: Collection[Severity]) -> bool:
        """Whether what a code is about is of one of these severities in some file."""
        settings = self._by_rule.get(code.id, ())
        possible = {_severities[each.level] for each in settings}
        if all(each.paths for each in settings):
            possible.add(code.severity)
        return not possible.isdisjoint(severities)


def _fits(setting: RuleSetting, path: str) -> bool:
    return not setting.paths or any(is_below(path, each) for each in setting.paths)


def is_below(path: str, place: str) -> bool:
    """Whether a file is the one at `place`, or lies in that folder."""
    place = place.removeprefix("./").rstrip("/")
    return path == place or path.startswith(f"{place}/") or place == "."


def levels_rule(rules: Sequence[Rule]) -> Rule:
    """The rule about the settings of `rules`."""

    def check(inspection: Inspection) -> Iterator[Diagnostic]:
        by_id = {rule.code.id: rule for rule in (*rules, own)}
        catalog = inspection.catalog
        files = {f"{FILES}/{name}" for name in inspection.project.downloads}
        files |= {*catalog.documents, *catalog.words, *catalog.picture_faults, *catalog.customers}
        for position, setting in enumerate(inspection.project.config.rules):
            origin = Origin(inspection.config, ("rules", position))
            rule = by_id.get(setting.rule)
            if rule is None:
                message = f"there is no rule `{short(setting.rule)}` that could be set"
                hint = (
                    did_you_mean(setting.rule.upper(), by_id)
                    or "remove it, or name a rule by its code: FW612"
                )
                yield Diagnostic(CODE, message, origin.at("rule").span, hint)
            elif rule.firm:
                message = f"what {setting.rule} finds is an error in every project: {rule.firm}"
                yield Diagnostic(CODE, message, origin.at("rule").span, "remove the setting")
            for number, path in enumerate(setting.paths):
                if not any(is_below(file, path) for file in files):
                    message = f"no file that firstwin reads lies at `{short(path)}`"
                    hint = (
                        did_you_mean(path, files)
                        or "name a file or a folder from the project on: playbooks/smb"
                    )
                    yield Diagnostic(CODE, message, origin.at("paths", number).span, hint)

    own = Rule(CODE, check, firm="settings that do nothing mislead")
    return own
