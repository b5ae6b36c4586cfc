"""Writes the bill of materials of all that is installed here, as CycloneDX.

In: the environment this runs in, `node_modules`, and the locks. Out: one file with every Python and npm package, its
version and its licence. Each says what it is for (`scope`): `required` to build a site, `optional` for the other
engine, `excluded` for working on firstwin only. The same installation gives the same bytes.

cyclonedx-py lists the Python packages. npm's own list stops at a package that asks for the `latest` of another, so
what npm noted of its installation is read instead.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from version import version

ROOT: Final = Path(__file__).resolve().parents[1]
TOOL: Final = Path(sys.prefix) / "inventory/bin/cyclonedx-py"
NOTED: Final = ROOT / "node_modules/.package-lock.json"
HASHES: Final = {"sha1": "SHA-1", "sha256": "SHA-256", "sha512": "SHA-512"}

Component = dict[str, Any]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("output", type=Path)
    output: Path = options.parse_args().output
    materials = _python()
    materials["metadata"]["component"]["version"] = version(ROOT)
    for component in materials["components"]:
        component["scope"] = _scope(component["name"])
    materials["components"] += _npm()
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(materials, indent=2, sort_keys=True) + "\n", "utf-8")
    print(f"Wrote {len(materials['components'])} components to {output}")


def _python() -> dict[str, Any]:
    # Half a minute with, a second without: what is written with npm's packages is what has to be valid, and has a test.
    options = ["--output-reproducible", "--no-validate", "--pyproject", "pyproject.toml"]
    listed = subprocess.run(
        [TOOL, "environment", *options, sys.executable],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    materials: dict[str, Any] = json.loads(listed.stdout)
    return materials


def _scope(name: str) -> str:
    locks = (("required", "runtime.txt"), ("optional", "zensical.txt"), ("optional", "cluster.txt"))
    for scope, lock in locks:
        text = (ROOT / "requirements" / lock).read_text("utf-8")
        if re.search(rf"^{re.escape(re.sub('[-_.]+', '-', name).lower())}==", text, re.MULTILINE):
            return scope
    return "excluded"


def _npm() -> Iterator[Component]:
    """What npm installed. A package may lie there several times: it is one component a version."""
    noted = json.loads(NOTED.read_text("utf-8"))["packages"]
    found = {}
    for path, entry in noted.items():
        name = path.rpartition("node_modules/")[2]
        reference = f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}"
        kind, _, digest = entry["integrity"].partition("-")
        found[reference] = {
            "bom-ref": reference,
            "hashes": [{"alg": HASHES[kind], "content": base64.b64decode(digest).hex()}],
            "licenses": [{"expression": entry["license"]}] if "license" in entry else [],
            "name": name,
            "purl": reference,
            "scope": "excluded",
            "type": "library",
            "version": entry["version"],
        }
    return (found[reference] for reference in sorted(found))


if __name__ == "__main__":
    main()
