"""The words for yes and no, as people write them in YAML.

In: nothing. Out: two sets of words in small letters. YAML itself decides nothing here: all of them are text.
"""

from __future__ import annotations

YES = frozenset({"yes", "true", "on"})
NO = frozenset({"no", "false", "off"})
