"""The lines that YAML rejects, or reads differently from what was meant, and what to say of them.

In: a line near the place where YAML gave up. Out: faults, each with the line as it should be. A pitfall
only proposes: `mend` keeps the first proposal with which the file parses, so none of them needs to be
sure. Those in `PRECISE` recognise their own fault, those in `LIKELY` fit many lines; `wrong_column` fits
nearly all.
"""

from firstwin.sources.pitfalls.brackets import comma_behind, in_brackets, open_bracket
from firstwin.sources.pitfalls.dashes import (
    dash_for_name,
    extra_dash,
    missing_dash,
    missing_first_dash,
    moved_entry,
    moved_first_entry,
    name_for_dash,
    other_dash,
)
from firstwin.sources.pitfalls.layout import (
    block,
    foreign_comment,
    no_key,
    ruled_line,
    words_before_keys,
    wrong_column,
)
from firstwin.sources.pitfalls.lists import (
    dash_without_name,
    keyless,
    keyless_below_value,
    keyless_texts,
    keys_below_text,
    list_under_text,
    moved_first_key,
    phases_without_key,
)
from firstwin.sources.pitfalls.odd_spaces import odd_spaces
from firstwin.sources.pitfalls.paragraphs import (
    paragraphs,
    paragraphs_beside,
    paragraphs_with_colon,
    remark_below,
    remark_first,
)
from firstwin.sources.pitfalls.place import LinePlace
from firstwin.sources.pitfalls.quotes import quotes
from firstwin.sources.pitfalls.signs import (
    colon,
    cut,
    filling_in,
    list_behind_key,
    marked_key,
    opening_sign,
    starred,
)
from firstwin.sources.pitfalls.spaces import missing_space, tab
from firstwin.sources.pitfalls.tables import rows_below_key, rows_below_text
from firstwin.sources.pitfalls.wide_colons import wide_colons

PRECISE = (
    tab,
    odd_spaces,
    wide_colons,
    ruled_line,
    foreign_comment,
    marked_key,
    other_dash,
    rows_below_key,
    rows_below_text,
    comma_behind,
    quotes,
    filling_in,
    open_bracket,
    in_brackets,
    list_behind_key,
    list_under_text,
    phases_without_key,
    name_for_dash,
    missing_dash,
    missing_first_dash,
    moved_first_entry,
    moved_entry,
    dash_for_name,
    remark_below,
    words_before_keys,
    remark_first,
    keyless,
    keys_below_text,
    moved_first_key,
    keyless_below_value,
    keyless_texts,
    dash_without_name,
    extra_dash,
    starred,
    opening_sign,
    missing_space,
    paragraphs,
    paragraphs_with_colon,
    paragraphs_beside,
    colon,
    cut,
)
LIKELY = (block, no_key)

__all__ = ["LIKELY", "PRECISE", "LinePlace", "wrong_column"]
