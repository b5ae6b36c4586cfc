"""An index in a folder: wheels that hold nothing, of any name and version.

In: names, versions, what they require. Out: files that pip installs as it would the real ones. The module
stands alone, so that a build backend of a test can use it.
"""

import base64
import hashlib
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path


def write_wheel(
    folder: Path,
    name: str,
    version: str,
    *,
    requires: Iterable[str] = (),
    extras: Iterable[str] = (),
) -> Path:
    """Write a wheel into `folder`: metadata and nothing else."""
    info = f"{_stem(name, version)}.dist-info"
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {version}",
        *(f"Provides-Extra: {extra}" for extra in extras),
        *(f"Requires-Dist: {requirement}" for requirement in requires),
    ]
    wheel = ["Wheel-Version: 1.0", "Generator: tests", "Root-Is-Purelib: true", "Tag: py3-none-any"]
    held = {
        f"{info}/METADATA": "\n".join([*metadata, ""]),
        f"{info}/WHEEL": "\n".join([*wheel, ""]),
    }
    record = [*(f"{path},{_recorded(text)}" for path, text in held.items()), f"{info}/RECORD,,", ""]
    path = folder / wheel_name(name, version)
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in {**held, f"{info}/RECORD": "\n".join(record)}.items():
            archive.writestr(member, text)
    return path


def wheel_name(name: str, version: str) -> str:
    return f"{_stem(name, version)}-py3-none-any.whl"


def _stem(name: str, version: str) -> str:
    return f"{re.sub(r'[-_.]+', '_', name).lower()}-{version}"


def _recorded(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    return f"sha256={digest},{len(text.encode())}"
