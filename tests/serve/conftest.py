"""A project to watch, a site to serve, and previews that end with their test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.files import lay
from tests.serve.running import PAGES, Running, Start

from firstwin.serve import Attempt, Listening


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "project",
        {"site_config.yml": "title: x\n", "playbooks/enterprise/playbook.yml": "x\n"},
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", PAGES)


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    running = []

    def start_with(*attempts: Attempt, port: int = 0) -> Running:
        preview = Running(project, Listening(port=port))
        running.append(preview)
        for attempt in attempts:
            preview.attempts.put(attempt)
        return preview

    yield start_with
    for preview in running:
        preview.stop()
