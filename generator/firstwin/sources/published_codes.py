"""The codes of what a project publishes beside its playbooks: own pages and downloads, FW060 to FW066.

In: nothing. Out: one `Code` a kind of fault, with what `firstwin explain` says about it.
"""

from __future__ import annotations

from firstwin.diagnostics import Code, Severity
from firstwin.sources.limits import LARGEST_DOWNLOAD, MOST_DOWNLOADS, MOST_OWN_PAGES

ERROR = Severity.ERROR

STRAY_PAGE = Code(
    "FW060",
    ERROR,
    "A file among the own pages that is no page",
    "`pages/` holds own pages: files that end in `.yml` or `.md` and lie in the folder itself, and their pictures, which may lie "
    "in folders below it. Nothing else in it is published. A name that begins with `_` sets a file aside.",
)
NO_FRONT_MATTER = Code(
    "FW061",
    ERROR,
    "An own page without its keys or its text",
    "An own page that is a Markdown file begins with a line `---`, the keys of the page (its `title` at least) and another line "
    "`---`. Its text stands below, as Markdown. A page that is all keys is a YAML file: `pages/faq.yml`.",
)
TOO_MANY_PAGES = Code(
    "FW062",
    ERROR,
    "Too many own pages",
    f"The folder `pages/` may hold at most {MOST_OWN_PAGES} pages. What has a name that begins with `_` is not counted.",
)
NO_DOWNLOAD = Code(
    "FW063",
    ERROR,
    "A file among the downloads that is none",
    "`files/` holds what pages offer to download: documents, tables, presentations, calendars, texts and archives of a few "
    "kinds, each with the ending of what it is. Nothing else in it is published. A name that begins with `_` sets a file aside.",
)
DOWNLOAD_NAME = Code(
    "FW064",
    ERROR,
    "A download whose name is no address",
    "A download is published under its name: small letters, digits, hyphens, underscores and dots, so that the address can be "
    "typed and copied.",
    wrong="files/Order form (final).pdf",
    right="files/order-form.pdf",
)
TOO_LARGE_DOWNLOADS = Code(
    "FW065",
    ERROR,
    "Downloads that are too large",
    f"A download may have at most {LARGEST_DOWNLOAD:,} bytes, and a project at most {MOST_DOWNLOADS} of them. Link to where "
    "larger ones lie.",
)

TWICE = Code(
    "FW066",
    ERROR,
    "Two own pages of one name",
    "A page is published at `pages/` and the name of its file without an ending. Of a Markdown file and a YAML file of one name "
    "one would replace the other.",
)

PUBLISHED_CODES = (
    STRAY_PAGE,
    NO_FRONT_MATTER,
    TOO_MANY_PAGES,
    NO_DOWNLOAD,
    DOWNLOAD_NAME,
    TOO_LARGE_DOWNLOADS,
    TWICE,
)
