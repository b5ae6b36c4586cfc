"""Stage 8, first half: files on disk.

In: what an edition has beside its pages, and their Markdown. Out: `build/<edition>/`, and a safe way to put a finished site where
people read it. This is the only stage that writes: it refuses folders that are not its own, writes only
what changed, and replaces a site in one step, so that an interrupted build leaves the old one whole.
"""

from firstwin.output.emit import (
    BRAND_STYLE,
    PREVIEW,
    Tree,
    content_of,
    emit,
    emit_frame,
    files_beside,
    frame,
)
from firstwin.output.leftover import leftovers
from firstwin.output.lock import LOCK, locked
from firstwin.output.manifest import (
    Manifest,
    digest,
    forget_manifest,
    manifest_beside,
    names_below,
    read_manifest,
    write_manifest,
)
from firstwin.output.names import DOCS, OVERRIDES, SETTINGS
from firstwin.output.overrides import check_inside
from firstwin.output.paths import fault_of_path
from firstwin.output.sync import (
    Changes,
    make_folder,
    put_content,
    replace_content,
    sync,
    write_file,
)
from firstwin.output.target import (
    check_build,
    check_target,
    fault_of_built,
    fault_of_site,
    leads_nowhere,
)
from firstwin.output.workspace import mend, workspace

__all__ = [
    "BRAND_STYLE",
    "DOCS",
    "LOCK",
    "OVERRIDES",
    "PREVIEW",
    "SETTINGS",
    "Changes",
    "Manifest",
    "Tree",
    "check_build",
    "check_inside",
    "check_target",
    "content_of",
    "digest",
    "emit",
    "emit_frame",
    "fault_of_built",
    "fault_of_path",
    "fault_of_site",
    "files_beside",
    "forget_manifest",
    "frame",
    "leads_nowhere",
    "leftovers",
    "locked",
    "make_folder",
    "manifest_beside",
    "mend",
    "names_below",
    "put_content",
    "read_manifest",
    "replace_content",
    "sync",
    "workspace",
    "write_file",
    "write_manifest",
]
