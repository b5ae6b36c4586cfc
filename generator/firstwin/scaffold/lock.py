"""Write down what a project is checked and built with, so that any machine installs exactly that.

In: a project's folder, and the wheel of the firstwin that runs. Out: that wheel in `wheels/`, and
`requirements.txt`: the wheel and all it needs, with the hashes of every platform. Nothing in it asks an index for
firstwin, a name that is nobody's there: whoever took it would run code wherever it is installed.
"""

from __future__ import annotations

import hashlib
import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from firstwin.errors import WrongUseError
from firstwin.output import check_inside, write_file
from firstwin.system import bundled

WHEELS: Final = "wheels"
REQUIREMENTS: Final = "requirements.txt"
_HEADER: Final = """\
# What this project is checked and built with, for every platform; `firstwin lock` writes it.
# pip install --no-deps --require-hashes --requirement requirements.txt
"""


def lock(
    project: Path, wheel: Path | None = None, *, engine: str = "mkdocs", cluster: bool = False
) -> list[Path]:
    """Write the lock of `project`. Without a `wheel` it is the one that firstwin was installed from.

    With `cluster`, what speaks to a cluster is locked too, and what its workers need.

    Raises WrongUseError where that is unknown, for a wheel of another firstwin, and where requirements.txt is
    somebody else's; FirstwinError where `wheels` leads out of the project.
    """
    wheel = wheel or installed_from() or _copy_in(project)
    if wheel is None:
        raise WrongUseError(
            "nothing says which wheel this firstwin was installed from",
            f"name it: `firstwin lock --wheel {_name()}`",
        )
    if wheel.name != _name():
        raise WrongUseError(
            f"{wheel.name} is not the wheel of this firstwin",
            f"name the wheel whose file is called {_name()}",
        )
    content = wheel.read_bytes()
    copy, requirements = project / WHEELS / wheel.name, project / REQUIREMENTS
    _check(requirements, copy.parent, project)
    copy.parent.mkdir(exist_ok=True)
    write_file(copy, content)
    for other in copy.parent.glob("firstwin-*.whl"):
        if other != copy:
            other.unlink()
    digest = hashlib.sha256(content).hexdigest()
    ours = f"./{WHEELS}/{wheel.name} \\\n    --hash=sha256:{digest}\n"
    write_file(requirements, (_HEADER + ours + _needed(engine, cluster=cluster)).encode())
    return [requirements, copy]


def _check(requirements: Path, wheels: Path, project: Path) -> None:
    """Raise where somebody else's file or folder would be changed."""
    if wheels.is_symlink():
        check_inside(wheels, project)
    first = _HEADER.splitlines()[0].encode()
    if requirements.is_file() and not requirements.read_bytes().startswith(first):
        raise WrongUseError(
            f"{REQUIREMENTS} is not one that firstwin wrote",
            "move what it holds to another file, and delete it",
        )


def installed_from() -> Path | None:
    """The wheel that this firstwin was installed from, where pip noted one and it is still the same."""
    noted = json.loads(distribution("firstwin").read_text("direct_url.json") or "{}")
    address = urlsplit(noted.get("url", ""))
    wheel = Path(url2pathname(address.path))
    if address.scheme != "file" or wheel.name != _name() or not wheel.is_file():
        return None
    hashes = noted.get("archive_info", {}).get("hashes", {})
    same = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return wheel if hashes.get("sha256", same) == same else None


def _copy_in(project: Path) -> Path | None:
    wheel = project / WHEELS / _name()
    return wheel if wheel.is_file() else None


def _name() -> str:
    return f"firstwin-{distribution('firstwin').version}-py3-none-any.whl"


def _needed(engine: str, *, cluster: bool) -> str:
    """The bundled lock without its first lines, which say how firstwin's own developers make it."""
    name = "cluster" if cluster else "zensical" if engine == "zensical" else "runtime"
    text = (bundled.REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    return re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)
