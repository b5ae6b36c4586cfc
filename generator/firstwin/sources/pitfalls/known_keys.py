"""The keys of all files: what stands too far to the right and is none of them lacks the key above it.

In: nothing. Out: `KNOWN_KEYS`. They are the models' own; a test holds the two together, for nothing here may know a model.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

KNOWN_KEYS: Final = frozenset(
    """
    acceptance accountable actions add adjust after aftercare agenda also alt answer answers app ask at_least
    audience avoid because before_you_start benchmark best_for body brand by caption cc channels checks
    choices colour colour_dark columns company conditional conditions consulted contacts contents contract
    cost counted counted_by countries covers criteria customer customers day days decided decided_by decision
    default deliverables description do done_when draft duration economics edit editions effectiveness
    empty_rows escalation every expansion expected extends failures feedback fields first_day first_value font
    font_bold footer for for_others formula from glossary go goal guides headings hide hint holidays home host id
    image in_sentence informed instructions internal items kind label label_not language late level links
    mapping mark mark_dark may_join may_not_apply meaning meeting_time methods metrics minutes month months
    movable move moves name named_days needs no_go not_seen notes of only_if optional options outcome owner
    parameters part partner paths persona personalisation personas phases picture pictures place placeholders
    playbooks plays points policy position prevention product question questions quick_win raci ratio
    reading_grade ready_when reason recorded redirects required responds responsible retention retired
    review_by reviewed risk role roles rollback rows rule rules scalability scale scenario schema section
    sections see sessions set side sign_off signs source stand_in start step steps still_open stuck subject
    summary tables targets technical tell tests text theme then tier tiers title title_openings to touchpoints
    transcript trigger type url use user value verify video was week weeks when why_not wide with within
    worksheet writing years you_get you_give
    """.split()  # noqa: SIM905  # nobody reads them one on a line
)
NEARLY: Final = 0.75
"""How like a key has to be that is only misspelt."""

VERY_NEARLY: Final = 0.85
"""How like a key a long word has to be, whatever stands behind it."""
LONG: Final = 6


def is_known(key: str, value: str) -> bool:
    """Whether a word before a colon is a key, or nearly one that a text of several words does not stand behind."""
    nearly = " " not in value and get_close_matches(key.lower(), KNOWN_KEYS, 1, NEARLY)
    return key in KNOWN_KEYS or bool(nearly)


def is_meant(key: str, value: str) -> bool:
    """The same where a text may stand behind it: a long word has to be nearer then."""
    is_long = len(key) >= LONG
    return is_known(key, value) or (
        is_long and bool(get_close_matches(key.lower(), KNOWN_KEYS, 1, VERY_NEARLY))
    )
