"""Author text: what it may contain, what is filled into it, and how it reaches a page safely.

In: `Text` and `Markdown` values. Out: plain text with values filled in, or `Prose`: HTML of ours in which
nothing an author wrote is a sign of markup. Faults in a text come back as values with their place in it.
"""

from firstwin.text.dialect import faults, links_inside, names_kept_out, said_again
from firstwin.text.escape import escape_signs, escape_start, escape_text
from firstwin.text.fault import TextFault
from firstwin.text.fill import Gap, escaped_gaps, fill, filled_length, gaps, other_syntax
from firstwin.text.foreign import foreign
from firstwin.text.inside import (
    OF_A_PLAN,
    Inside,
    Way,
    has_links_inside,
    inside_of,
    meant_in,
    meant_inside,
    with_ways,
)
from firstwin.text.linkable import AddressFault, fault_of_address
from firstwin.text.misleading import fault_of_link, misleading
from firstwin.text.otherwise import otherwise
from firstwin.text.prose import Prose, block_html, inline_html, link, prose
from firstwin.text.sections import TOP, TextSection, heading_faults, sections
from firstwin.text.terms import Terms, has_terms, link_terms, terms, terms_of
from firstwin.text.url import Url

__all__ = [
    "OF_A_PLAN",
    "TOP",
    "AddressFault",
    "Gap",
    "Inside",
    "Prose",
    "Terms",
    "TextFault",
    "TextSection",
    "Url",
    "Way",
    "block_html",
    "escape_signs",
    "escape_start",
    "escape_text",
    "escaped_gaps",
    "fault_of_address",
    "fault_of_link",
    "faults",
    "fill",
    "filled_length",
    "foreign",
    "gaps",
    "has_links_inside",
    "has_terms",
    "heading_faults",
    "inline_html",
    "inside_of",
    "link",
    "link_terms",
    "links_inside",
    "meant_in",
    "meant_inside",
    "misleading",
    "names_kept_out",
    "other_syntax",
    "otherwise",
    "prose",
    "said_again",
    "sections",
    "terms",
    "terms_of",
    "with_ways",
]
