"""How large the parts of a project may be.

In: nothing. Out: the limits of files, lists and texts. They lie far above what people write, and low enough that
everything which is done with a file ends in seconds, whatever is in it. `docs/reference.md` says them to authors.
"""

from __future__ import annotations

from typing import Final

MOST_FILES: Final = 50_000
"""The files below the folder of the playbooks: YAML, pictures, downloads."""

LONGEST_PATH: Final = 200
"""The characters of a path inside a project. Windows allows 260 from the drive on."""

LARGEST_FILE: Final = 1024 * 1024
"""The bytes a YAML file may have."""

DEEPEST: Final = 50
"""The levels a file may have."""

MOST_ENTRIES: Final = 5_000
"""The entries of one list or mapping."""

LONGEST_TEXT: Final = 20_000
"""The characters of one text: what a film of twenty minutes says."""

MOST_TEXT: Final = 50_000_000
"""The characters of all texts of a project together, those of the library once for each use."""

MOST_OWN_PAGES: Final = 200
"""The own pages of a project."""

LONGEST_PAGE: Final = 200_000
"""The characters of an own page: terms and policies are long."""

MOST_DOWNLOADS: Final = 200
"""The downloads of a project."""

LARGEST_DOWNLOAD: Final = 20 * 1024 * 1024
"""The bytes of a download."""

MOST_PAGES: Final = 20_000
"""The pages of one edition."""

MOST_SHOWN: Final = 100_000_000
"""The characters that all guides of a project show together."""

LEAST_SHOWN: Final = 100
"""The characters that a text counts for at least where it is shown: there is always something around it."""

MOST_POINTS: Final = 50_000_000
"""The points of a picture. Readers' browsers unpack each into four bytes, however small the file is."""
