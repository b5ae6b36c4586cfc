"""Data as a script holds it: pages that were opened from a disk may read no other kind of file.

In: plain data. Out: JSON that stands in a script.
"""

from __future__ import annotations

import json
from typing import Any, Final

# Only within a text do these signs stand there; a script's other quotes would look like its own.
_ESCAPES: Final = str.maketrans(
    {"'": "\\u0027", "`": "\\u0060", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def script_value(data: Any) -> str:
    """Data in one line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)
