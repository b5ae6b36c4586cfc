"""What keeps a site that is an app for when there is no connection: a script, and a list of what this build consists of.

In: the folder of a finished site. Out: `worker.js` in it. Browsers take it for a new one when the list has changed, and it
keeps nothing but files that are on the list and have the digest which stands there (`theme/scripts/app/worker.ts`): so what it
shows is of one build, and nothing of a reader gets into what it keeps.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from firstwin.output import digest, names_below, write_file
from firstwin.output.emit import PREVIEW, WORKER
from firstwin.pages.files import ROBOTS
from firstwin.site.build import LICENCES, POLICY
from firstwin.site.reading import NOT_FOUND, SITE_MAP

NAME: Final = "worker.js"
"""It lies at the root of the site: a worker has to do with what lies beside and below it."""

LARGEST: Final = 1_000_000
"""The bytes of the largest file that is kept: films and archives are not taken along unasked."""

_SIGNS: Final = 16
"""As much of a digest as tells builds apart: the list is loaded by every reader."""

_NOT_KEPT: Final = frozenset({LICENCES, NAME, NOT_FOUND, POLICY, PREVIEW, ROBOTS, SITE_MAP, WORKER})


def write_worker(site: Path) -> None:
    """Write the worker of a site."""
    files = json.dumps(dict(_listed(site)), ensure_ascii=False, separators=(",", ":"))
    version = sha256(files.encode()).hexdigest()[:_SIGNS]
    text = (
        f'self.fwSite={{version:"{version}",files:{files}}};importScripts({json.dumps(WORKER)});\n'
    )
    write_file(site / NAME, text.encode())


def _listed(site: Path) -> Iterator[tuple[str, str]]:
    """The files that may be kept, by their addresses below the root, each with its digest."""
    for name in sorted(names_below(site)):
        path = site / name
        if name not in _NOT_KEPT and path.stat().st_size <= LARGEST:
            folder, _, last = name.rpartition("/")
            address = f"{folder}/".lstrip("/") if last == "index.html" else name
            yield address, digest(path)[:_SIGNS]
