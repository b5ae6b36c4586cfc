"""Environments that hold what locks name, without a wheel being unpacked for it.

In: a folder, and locks. Out: a virtual environment with their packages, as they are installed here: each file is the one
that lies here, under a second name. What proves that wheels install, installs them; this is for what begins where that
has been done. Nothing else is there, so what firstwin needs and no lock of its own names is missed.
"""

import os
import shutil
import sys
import venv
from importlib.metadata import distribution
from pathlib import Path
from sysconfig import get_path

from tests.packaging.locks import locked

PIP = """\
#!{python}
from pip._internal.cli.main import main
raise SystemExit(main())
"""


def furnish(folder: Path, *locks: str) -> None:
    """Make an environment with the packages of some locks, of which pip has to be one."""
    venv.create(folder, with_pip=False, symlinks=True)
    packages = folder / Path(get_path("purelib")).relative_to(sys.prefix)
    for name in locked(*locks):
        for file in distribution(name).files or ():
            if ".." not in file.parts:  # programs, and what a system shows of them
                _link(Path(str(file.locate())), packages / file)
    pip = folder / "bin/pip"
    pip.write_text(PIP.format(python=folder / "bin/python"), "utf-8")
    pip.chmod(0o755)


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)
