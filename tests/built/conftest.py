"""The built sites, for every worker of a test run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import Visitor, served
from tests.built.building import Site, Sites


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Sites:
    """Builds a site when it is asked for; all workers share what is built."""
    base = tmp_path_factory.getbasetemp()
    shared: Path = base if worker_id == "master" else base.parent
    return Sites(shared / "sites")


@pytest.fixture(scope="module")
def reference(sites: Sites) -> Site:
    """The reference site for customers."""
    return sites.site("reference")


@pytest.fixture(scope="module")
def visitor(browser: Browser, reference: Site) -> Iterator[Visitor]:
    """Somebody who visits the reference site; what a page has complained of is a failure at the end."""
    with served(reference.folder) as address:
        visitor = Visitor(browser, address)
        yield visitor
        visitor.close()
    assert visitor.complaints == []
