"""What scripts know without a page, in Node's own test runner: the sources themselves, as they stand."""

import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).with_name("units")


@pytest.mark.parametrize("unit", sorted(UNITS.glob("*.test.mjs")), ids=lambda path: path.name)
def test_unit(unit: Path, node: Path) -> None:
    run = subprocess.run(
        [node, "--test", "--test-isolation=none", unit], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
