"""The reference playbooks are what others copy: `check` finds nothing in them."""

from datetime import date
from pathlib import Path

from firstwin.loading import check


def test_the_reference_playbooks_check_clean(repository: Path) -> None:
    # A fixed day: the playbooks ask to be reviewed by a later one, and no test fails when it comes.
    report = check(repository / "site_config.yml", today=date(2026, 11, 22))

    assert report.diagnostics == ()
