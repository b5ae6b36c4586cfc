"""The example page, built once a session with each engine."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.theme import gallery


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example page as MkDocs builds it."""
    return gallery.build_site(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example page as Zensical builds it."""
    folder = tmp_path_factory.mktemp("zensical")
    gallery.write(folder)
    subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / "site"
