"""Stage 8, second half: the site, built by an engine from a tree on disk.

In: `build/<edition>/`, as `output` wrote it. Out: a folder of HTML, and diagnostics. The only package that
knows MkDocs and Zensical. It is handed an empty folder and nothing else to write into, so whatever
happens here, the site that is there already stays as it is.
"""

from firstwin.site.app import write_worker
from firstwin.site.build import LICENCES, POLICY, Engine, base_of, build_site, load_engine, theme_of
from firstwin.site.codes import CODES
from firstwin.site.draft import Draft
from firstwin.site.makings import Makings
from firstwin.site.means import Means, in_silence
from firstwin.site.places import Places
from firstwin.site.reading import NOT_FOUND
from firstwin.site.verify import differences

__all__ = [
    "CODES",
    "LICENCES",
    "NOT_FOUND",
    "POLICY",
    "Draft",
    "Engine",
    "Makings",
    "Means",
    "Places",
    "base_of",
    "build_site",
    "differences",
    "in_silence",
    "load_engine",
    "theme_of",
    "write_worker",
]
