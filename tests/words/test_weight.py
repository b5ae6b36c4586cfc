"""Who says nothing does not wait for Babel."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.files import lay
from tests.pages.small import PROJECT

CHECK = """
import sys
import firstwin
report = firstwin.check(sys.argv[1] + "/site_config.yml")
print([each.code.id for each in report.diagnostics], "babel" in sys.modules)
"""


def checked(project: Path) -> str:
    command = [sys.executable, "-c", CHECK, str(project)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_check_loads_no_babel() -> None:
    assert checked(PROJECT) == "[] False"


@pytest.mark.parametrize("language", ["nl", "de", "he"])
def test_neither_does_one_of_another_language_and_of_own_words(
    tmp_path: Path, language: str
) -> None:
    config = (PROJECT / "site_config.yml").read_text("utf-8")
    own = 'msgctxt "page"\nmsgid "Help"\nmsgstr "{x}"\n'
    project = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    lay(project, {f"theme/words/{language}.po": own})
    lay(project, {"site_config.yml": f"{config}\nlanguage: {language}\n"})
    assert checked(project).endswith("'FW813'] False")
