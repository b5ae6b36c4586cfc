"""What the parts of an edition's tree are called.

In: nothing. Out: names below `build/<edition>/`.
"""

from typing import Final

SETTINGS: Final = "mkdocs.yml"
"""What engines read first."""

DOCS: Final = "docs"
"""The pages, and what lies beside them."""

OVERRIDES: Final = "overrides"
"""The theme, over the engine's."""
