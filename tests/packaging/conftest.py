"""The wheel of this checkout, built once, and a machine on which somebody installed it."""

from pathlib import Path

import pytest
from tests.packaging.machine import Machine, build


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """The wheel is installed as the README says, beside what is locked for a site: nothing else may be needed."""
    machine = Machine(tmp_path_factory.mktemp("machine") / "venv", "runtime.txt")
    machine.pip_install(wheel, index=wheel.parent)
    return machine
