"""What a language tag is: it tells browsers and screen readers how to read the texts of a page.

In: what stands under `language`. Out: whether it has the form of a tag (BCP 47: a language, and where it matters a script,
a region and variants).
"""

from __future__ import annotations

import re
from typing import Final

FALLBACK_LANGUAGE: Final = "en"

_TAG: Final = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)


def is_language_tag(text: str) -> bool:
    """Whether a text is a language tag: `en`, `pt-BR`, `zh-Hant`."""
    return _TAG.fullmatch(text) is not None
