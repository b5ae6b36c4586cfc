"""However values are filled into values, and texts into steps, a few kilobytes never grow to gigabytes."""

import shutil
import time
from pathlib import Path

from tests.files import lay

from firstwin.loading import check

VALUE = "x" * 19_000
GAPS = "{{ company.terms }} " * 900
SET = "{{ set.page }} " * 1_300
USES = 50


def test_values_in_values_in_texts_are_refused_unfilled(tmp_path: Path, starter: Path) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    config = project / "site_config.yml"
    named = "company:\n"
    config.write_text(
        config.read_text("utf-8").replace(named, f"{named}  terms: {VALUE}\n"), "utf-8"
    )
    entry = f'title: Terms\ntext: "{SET}"\nparameters: {{page: {{title: P}}}}\ndone_when: They are read.\n'
    lay(project, {"playbooks/library/terms.yml": entry})
    playbook = project / "playbooks" / "standard" / "playbook.yml"
    uses = "".join(
        f'      - {{use: terms, id: terms-{n}, day: 2, owner: admin, set: {{page: "{GAPS}"}}}}\n'
        for n in range(USES)
    )
    text = playbook.read_text("utf-8")
    playbook.write_text(text.replace("    steps:\n", f"    steps:\n{uses}", 1), "utf-8")

    started = time.process_time()
    found = [one.code.id for one in check(config).diagnostics]

    assert time.process_time() - started < 10
    assert found.count("FW624") == USES + 1
    assert "FW625" in found
