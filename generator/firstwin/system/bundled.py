"""Finds what firstwin brings along beside its code: theme, playbooks, schemas, configuration, locks, guides.

In: nothing. Out: paths. In an installed wheel these lie inside the package, in a checkout at the root
of the repository. This is the only module that knows there are two cases.
"""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_IN_WHEEL: Final = _PACKAGE / "_bundled"
_ROOT: Final = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parents[1]

THEME: Final = _ROOT / "theme"
PLAYBOOKS: Final = _ROOT / "playbooks"
FILES: Final = _ROOT / "files"
OWN_PAGES: Final = _ROOT / "pages"
SCHEMAS: Final = _ROOT / "schemas"
SITE_CONFIG: Final = _ROOT / "site_config.yml"
REQUIREMENTS: Final = _ROOT / "requirements"
DOCS: Final = _ROOT / "docs"
