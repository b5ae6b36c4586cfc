"""The reference playbooks are what others copy: `check` finds nothing in them."""

from pathlib import Path

from firstwin.api import check


def test_the_reference_playbooks_check_clean(repository: Path) -> None:
    assert check(repository / "site_config.yml").diagnostics == ()
