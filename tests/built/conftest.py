"""The built sites, for every worker of a test run."""

from pathlib import Path

import pytest
from tests.built.building import Sites


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Sites:
    """Builds a site when it is asked for; all workers share what is built."""
    base = tmp_path_factory.getbasetemp()
    shared: Path = base if worker_id == "master" else base.parent
    return Sites(shared / "sites")
