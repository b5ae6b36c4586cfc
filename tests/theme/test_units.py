"""What scripts know without a page, in Node's own test runner: the sources themselves, as they stand."""

import os
import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).with_name("units")
PATIENCE = 600_000
"""Milliseconds until a test has failed that waits for what never comes."""


@pytest.mark.parametrize("unit", sorted(UNITS.glob("*.test.mjs")), ids=lambda path: path.name)
def test_unit(unit: Path, node: Path, *, full: bool) -> None:
    """With `--full`, what could go on without end has 10,000 trials."""
    run = subprocess.run(
        [node, "--test", "--test-isolation=none", f"--test-timeout={PATIENCE}", unit],
        env=os.environ | ({"TRIALS": "10000"} if full else {}),
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout
