"""Every rule, and every code of what is wrong with a project's content, in the order of the codes.

In: nothing. Out: `RULES`, which `lint` applies, and `CODES`; those of what is built stand with the stages that say
them, and `firstwin.api` puts all of them together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstwin.diagnostics import Code
from firstwin.rules import (
    aftercare_begins_early,
    agenda_too_long,
    anchor_cycle,
    audience_as_id,
    audience_widened,
    before_start,
    cannot_follow,
    claim_without_source,
    comes_back_once,
    faint_colour,
    filled_address,
    first_value_late,
    first_value_not_for_all,
    for_example,
    foreign_markdown,
    hard_to_read,
    heading_for_fewer,
    image_without_alt,
    link_too_long,
    links_inside,
    made_ids,
    markdown,
    misleading_link,
    missing_image,
    need_ends_later,
    need_starts_later,
    needs_cycle,
    no_criteria,
    no_deadline,
    no_first_value,
    no_owner,
    no_persona,
    not_a_picture,
    not_for_persona,
    office_traces,
    only_a_picture,
    outside_duration,
    own_words,
    persona_without_step,
    phase_without_step,
    placeholder,
    reader_values,
    review_overdue,
    session_outside_step,
    shown_otherwise,
    some_suffice,
    speaks_to_another,
    step_outside_phase,
    taken_address,
    template_syntax,
    title_opening,
    too_large_a_site,
    too_many_minutes,
    too_much_text,
    two_first_values,
    undecided,
    undefined_value,
    unknown_language,
    unseen_work,
    unused_download,
    unused_entry,
    unused_parameter,
    unused_vocabulary,
)
from firstwin.rules.allowed import NOT_NEEDED, comments_rule
from firstwin.rules.levels import levels_rule
from firstwin.rules.rule import Rule
from firstwin.sources.codes import SOURCE_CODES
from firstwin.validate.reference_codes import REFERENCE_CODES
from firstwin.validate.shape_codes import SHAPE_CODES

_RULES: Sequence[Rule] = (
    *too_large_a_site.TOO_LARGE_RULES,
    unseen_work.RULE,
    *reader_values.READER_VALUE_RULES,
    *links_inside.LINKS_INSIDE_RULES,
    unused_download.RULE,
    undecided.RULE,
    step_outside_phase.RULE,
    outside_duration.RULE,
    before_start.RULE,
    anchor_cycle.RULE,
    needs_cycle.RULE,
    need_starts_later.RULE,
    need_ends_later.RULE,
    first_value_late.RULE,
    no_owner.RULE,
    no_deadline.RULE,
    no_criteria.RULE,
    persona_without_step.RULE,
    phase_without_step.RULE,
    no_first_value.RULE,
    two_first_values.RULE,
    first_value_not_for_all.RULE,
    no_persona.RULE,
    not_for_persona.RULE,
    aftercare_begins_early.RULE,
    comes_back_once.RULE,
    session_outside_step.RULE,
    *some_suffice.SOME_SUFFICE_RULES,
    audience_widened.RULE,
    cannot_follow.RULE,
    audience_as_id.RULE,
    claim_without_source.RULE,
    undefined_value.RULE,
    template_syntax.RULE,
    missing_image.RULE,
    image_without_alt.RULE,
    agenda_too_long.RULE,
    too_many_minutes.RULE,
    placeholder.RULE,
    title_opening.RULE,
    markdown.RULE,
    review_overdue.RULE,
    hard_to_read.RULE,
    not_a_picture.RULE,
    unknown_language.RULE,
    faint_colour.RULE,
    foreign_markdown.RULE,
    filled_address.RULE,
    only_a_picture.RULE,
    shown_otherwise.RULE,
    *too_much_text.TOO_MUCH_TEXT_RULES,
    misleading_link.RULE,
    heading_for_fewer.RULE,
    speaks_to_another.RULE,
    taken_address.RULE,
    office_traces.RULE,
    link_too_long.RULE,
    made_ids.RULE,
    for_example.RULE,
    unused_entry.RULE,
    unused_parameter.RULE,
    unused_vocabulary.RULE,
    *own_words.OWN_WORDS_RULES,
)

RULES: Sequence[Rule] = tuple(
    sorted(
        (*_RULES, levels_rule(_RULES), comments_rule(_RULES)),
        key=lambda rule: rule.code.id,
    )
)
"""Every rule. Two of them look at what a project says of the others."""

FIRM: frozenset[str] = frozenset(rule.code.id for rule in RULES if rule.firm)
"""The codes of the rules about which no project decides."""

CODES: Mapping[str, Code] = {
    code.id: code
    for code in sorted(
        (*SOURCE_CODES, *SHAPE_CODES, *REFERENCE_CODES, NOT_NEEDED, *(rule.code for rule in RULES)),
        key=lambda code: code.id,
    )
}
"""Every code of what is wrong with a project's content, by its name."""
